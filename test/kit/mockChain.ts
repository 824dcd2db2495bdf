/** The chain as a daemon sees it, on the mock consensus instead of a node's RPC. */
import { TxFailure } from "../../app/client/broadcast.ts";
import type { Signer } from "../../app/client/sign.ts";
import { present } from "../../app/lib/assert.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import { buildModules } from "../../app/modules.ts";
import type {
  Chain,
  ChainStatus,
  Inclusion,
  OnSigned,
  Sending,
} from "../../cmd/aegis-resource/chain/chain.ts";
import { txHash } from "../../cmd/aegis-resource/chain/rpcChain.ts";
import type { TaskRecord } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import {
  type Duty,
  type NodeView,
  type PendingCalculation,
  Query,
} from "../../proto/gen/aegis/tasks/v1/query.ts";
import { MsgCommitResultResponse } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { Query as BankQuery } from "../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { TxMsgData } from "../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { PageRequest } from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { RequestQuery } from "../../proto/gen/tendermint/abci/types.ts";
import type { Method } from "../../proto/wire/codec.ts";
import type { TestChain } from "./chain.ts";

const PAGE: PageRequest = PageRequest.create({ limit: 200n });

/** Asks the first application of `chain`. @throws Error when it refuses. */
export function ask<Q, A>(chain: TestChain, method: Method<Q, A>, asked: Partial<Q> = {}): A {
  const data = method.request.encode(method.request.create(asked));
  const answer = chain.app().query(RequestQuery.create({ path: method.path, data }));
  if (answer.code !== 0) throw new Error(`query refused: ${answer.log}`);
  return method.response.decode(answer.value);
}

/** One node's sight of the mock chain. Only it may sign for `signer`. */
export class MockChain implements Chain {
  readonly chain: TestChain;
  readonly signer: Signer;
  #next = 0n;

  constructor(chain: TestChain, signer: Signer) {
    this.chain = chain;
    this.signer = signer;
  }

  status = async (): Promise<ChainStatus> => {
    const { chainId, height, clockMs } = this.chain.context().block;
    return { chainId, height, clockMs };
  };

  pending = async (model: string): Promise<readonly PendingCalculation[]> => {
    const asked = { model, node: this.signer.address, pagination: PAGE };
    return ask(this.chain, Query.PendingTasks, asked).calculations;
  };

  duties = async (): Promise<readonly Duty[]> =>
    ask(this.chain, Query.Duties, { node: this.signer.address, pagination: PAGE }).duties;

  task = async (taskHash: Uint8Array): Promise<TaskRecord> =>
    present(ask(this.chain, Query.Task, { taskHash }).record, "a record");

  node = async (): Promise<NodeView | undefined> =>
    ask(this.chain, Query.Node, { node: this.signer.address }).node;

  revision = async (model: string, revision: number): Promise<ModelRevision> =>
    present(ask(this.chain, Query.Model, { model, revision }).revision, "a revision");

  maxBatch = async (): Promise<number> =>
    present(ask(this.chain, Query.Params).params, "parameters").maxBatch;

  balance = async (): Promise<bigint> => {
    const asked = { address: this.signer.address, denom: BASE_DENOM };
    return BigInt(ask(this.chain, BankQuery.Balance, asked).balance?.amount ?? "0");
  };

  forgetSequence = (): void => {
    this.#next = 0n;
  };

  async send({ message, gas, timeoutHeight }: Sending, onSigned: OnSigned): Promise<void> {
    const { auth } = buildModules().anteDeps;
    const { address } = this.signer;
    const account = present(auth.account(this.chain.context(), address), "an account");
    const sequence = account.sequence > this.#next ? account.sequence : this.#next;
    const options = { sequence, gasLimit: gas + GAS_OF_TX, timeoutHeight };
    const bytes = this.chain.sign(this.signer, [message], options);
    onSigned(bytes, txHash(bytes));
    await this.rebroadcast(bytes);
    this.#next = sequence + 1n;
  }

  async rebroadcast(bytes: Uint8Array): Promise<void> {
    const { code, codespace, log } = this.chain.mock.broadcast(bytes);
    if (code !== 0) throw new TxFailure(txHash(bytes), codespace, code, log);
  }

  async inclusion(hash: string): Promise<Inclusion | undefined> {
    for (const { height, request, response } of this.chain.mock.blocks.slice(-INCLUSION_BLOCKS).toReversed()) {
      const at = request.txs.findIndex((bytes) => txHash(bytes) === hash);
      if (at < 0) continue;
      const { code, codespace, data } = present(response.txResults[at], "a result");
      if (code !== 0) return { height, code, codespace, results: [] };
      const [answer] = TxMsgData.decode(data).msgResponses;
      const { results } = MsgCommitResultResponse.decode(present(answer, "an answer").value);
      return { height, code, codespace, results };
    }
    return undefined;
  }
}

/** A daemon asks for no transaction that is older. */
const INCLUSION_BLOCKS = 60;
/** Signature and bytes of one transaction, whatever its message. */
const GAS_OF_TX = 2_000_000n;
