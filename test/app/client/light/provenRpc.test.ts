/** Queries that run on proven state: the chain's own answers, and none for a node that lies. */
import { expect } from "chai";
import fc from "fast-check";
import { ProofError } from "../../../../app/client/ics23Bytes.ts";
import { LightClient } from "../../../../app/client/light/client.ts";
import { LightError } from "../../../../app/client/light/error.ts";
import { headerHash } from "../../../../app/client/light/hash.ts";
import { provenRpc } from "../../../../app/client/light/provenRpc.ts";
import { ProvenState } from "../../../../app/client/light/provenState.ts";
import type { RpcCall } from "../../../../app/client/light/provider.ts";
import { QueryError, query } from "../../../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../../../app/client/rpc.ts";
import { base64, fromHex, hex } from "../../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../../app/store/memory.ts";
import type { KeyRange } from "../../../../app/store/store.ts";
import { Query as AppQuery } from "../../../../proto/gen/aegis/app/v1/app.ts";
import { Query } from "../../../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Query as BankQuery } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { Query as StakingQuery } from "../../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import { RequestQuery, type ResponseQuery } from "../../../../proto/gen/tendermint/abci/types.ts";
import type { Method } from "../../../../proto/wire/codec.ts";
import { CHAIN_ID } from "../../../kit/chain.ts";
import { answeredChain, blockOf, sourceOf, TRUST } from "../../../kit/receipts.ts";

const answered = answeredChain();
const { chain, tasks } = answered;
const app = () => chain.app();

/** What the node answers to an ABCI query, before or after somebody changed it. */
type Change = (answer: ResponseQuery) => ResponseQuery;

function callOf(change: Change): RpcCall {
  return async (_method, params) => {
    const { path = "", data, height } = params as Readonly<Record<string, string>>;
    const asked = { path, data: fromHex(data ?? ""), height: BigInt(height ?? 0), prove: true };
    const answer = change(app().query(RequestQuery.create(asked)));
    return {
      response: {
        code: answer.code,
        log: answer.log,
        value: base64(answer.value),
        proofOps: {
          ops: (answer.proofOps?.ops ?? []).map(({ type, key, data: proof }) => ({
            ...{ type, key: base64(key), data: base64(proof) },
          })),
        },
      },
    };
  };
}

function rpcWith(change: Change = (answer) => answer): Rpc {
  const { latestHeight, lightBlock } = sourceOf(answered);
  const start = () =>
    LightClient.start({
      chainId: CHAIN_ID,
      primary: { url: "node", latestHeight, lightBlock },
      witnesses: [],
      trust: { height: 2n, hash: headerHash(blockOf(chain, 2n).header) },
      trustingPeriodMs: TRUST.trustingPeriodMs,
      nowMs: () => TRUST.nowMs,
    });
  return provenRpc({ rpc: httpRpc("http://127.0.0.1:1"), call: callOf(change), start });
}

type Asked = readonly [method: Method<never, unknown>, request: object];
const asked = <Q, A>(method: Method<Q, A>, request: Partial<Q> = {}): Asked => [
  method as unknown as Method<never, unknown>,
  request,
];

const node = chain.resourceNodes[0]?.address ?? "";
const page = PageRequest.create({ limit: 1n, reverse: true });
const QUESTIONS: readonly Asked[] = [
  asked(AppQuery.Status),
  asked(Query.Params),
  asked(Query.Task, { taskHash: tasks[0] }),
  asked(Query.Tasks),
  asked(Query.Tasks, { pagination: page }),
  asked(Query.Duties, { node }),
  asked(Query.PendingTasks, { model: "smollm2-135m-instruct", node }),
  asked(Query.Node, { node }),
  asked(Query.Models),
  asked(BankQuery.Balance, { address: node, denom: "uasi" }),
  asked(BankQuery.AllBalances, { address: chain.users[0]?.address ?? "" }),
  asked(BankQuery.TotalSupply),
  asked(StakingQuery.Validators),
];

describe("queries on proven state", () => {
  for (const [method, request] of QUESTIONS) {
    it(`${method.path} answers what the node would`, async () => {
      const rpc = rpcWith();
      const data = method.request.encode(method.request.create(request as never));
      const height = chain.mock.height - 1n;
      const given = app().query(RequestQuery.create({ path: method.path, data, height }));
      expect(given.code, given.log).to.equal(0);
      const answer = await rpc.query(method.path, data);
      expect(answer.log).to.equal("");
      expect(hex(answer.value)).to.equal(hex(given.value));
      expect(BigInt(answer.height)).to.equal(height);
    });
  }

  it("refuse what the chain refuses, by its code", async () => {
    const rpc = rpcWith();
    const unknown = await query(rpc, Query.Task, { taskHash: new Uint8Array(32) }).catch(
      (error: unknown) => error,
    );
    expect(unknown).to.be.instanceOf(QueryError);
    expect((unknown as QueryError).codespace).to.equal("tasks");
  });

  it("believe no node that changes, hides or makes up an entry", async () => {
    const lies: readonly Change[] = [
      (answer) => ({ ...answer, value: answer.value.map((byte, at) => (at === 1 ? ~byte : byte)) }),
      (answer) => ({ ...answer, value: new Uint8Array(0) }),
      (answer) => ({ ...answer, proofOps: undefined }),
      (answer) => ({ ...answer, proofOps: { ops: answer.proofOps?.ops.slice(1) ?? [] } }),
    ];
    for (const lie of lies) {
      const rpc = rpcWith(lie);
      const error = await query(rpc, Query.Task, { taskHash: tasks[0] }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(ProofError);
    }
    const silent = rpcWith((answer) => ({ ...answer, code: 5, log: "pruned" }));
    const refused = await query(silent, Query.Params).catch((thrown: unknown) => thrown);
    expect(refused).to.be.instanceOf(LightError);
  });
});

describe("proven state", () => {
  const byte = fc.constantFrom(0, 1, 2, 254, 255);
  const key = fc.uint8Array({ minLength: 1, maxLength: 3 }).chain((any) =>
    fc.array(byte, { minLength: 1, maxLength: 3 }).map((small) => {
      return any.length === 1 ? any : Uint8Array.from(small);
    }),
  );
  const bound = fc.option(key, { nil: undefined });

  it("has every value and every range of any tree, forwards and backwards", async () => {
    const cases = fc.tuple(fc.array(key, { maxLength: 12 }), bound, bound, fc.boolean(), key);
    await fc.assert(
      fc.asyncProperty(cases, async ([keys, start, end, reverse, probe]) => {
        const store = openMemoryStore({ storeNames: ["a", "b"] });
        const pairs = [...new Set(keys.map(hex))].sort().map((one) => [fromHex(one), fromHex(one)]);
        store.apply(new Map([["a", pairs]]) as never, 1n);
        store.commit();
        const proven = new ProvenState(store.latest().appHash, async (name, wanted) => {
          const { value, ops } = store.prove(1n, name, wanted);
          return { value, ops };
        });
        const range: KeyRange = { start, end, reverse };
        const expected = [...store.latest().iterate("a", range)].map(([one]) => hex(one));
        const found = await proven.read((state) => [...state.iterate("a", range)]);
        expect(found.map(([one]) => hex(one))).to.deep.equal(expected);
        const value = await proven.read((state) => state.get("a", probe));
        expect(value && hex(value)).to.equal(
          keys.some((one) => hex(one) === hex(probe)) ? hex(probe) : undefined,
        );
        expect(await proven.read((state) => [...state.iterate("b", range)])).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });
});
