/** Receipts of tasks that a whole application answered, under headers that known keys signed. */
import type { Receipt } from "../../app/client/receipt/format.ts";
import { makeReceipt, type ReceiptSource } from "../../app/client/receipt/make.ts";
import type { ReceiptOptions } from "../../app/client/receipt/verify.ts";
import { encodeLightBlock, type LightBlock } from "../../app/client/light/types.ts";
import { headerHash, validatorsHash } from "../../app/client/light/hash.ts";
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { checkpointProof, encodeCheckpointProof } from "../../app/checkpoint/proof.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { present } from "../../app/lib/assert.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { State } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { RequestQuery } from "../../proto/gen/tendermint/abci/types.ts";
import { boardWith } from "../modules/tasks/chainBoard.ts";
import { CHAIN_ID, type TestChain } from "./chain.ts";
import { setOf, signAll } from "./checkpointSet.ts";
import {
  FIRST_SECOND,
  headerWith,
  signedBlock,
  signingValidators,
  type SigningValidator,
} from "./lightBlocks.ts";

const BLOCKS_MAX = 120;
const EPOCH = 1n;
const DAY_MS = 86_400_000;

/** The validators of all headers here: no one of them has a third. */
export const VALIDATORS: readonly SigningValidator[] = signingValidators("validator", [
  40n,
  30n,
  20n,
  10n,
]);
/** A validator set that makes checkpoints final; one member is always absent. */
export const WHOLE_SET: ValidatorSet = setOf(
  new Map([
    [0, 5],
    [1, 4],
    [3, 7],
    [260, 1],
  ]),
  EPOCH,
);

/** A chain with two answered tasks. */
export interface AnsweredChain {
  readonly chain: TestChain;
  readonly tasks: readonly [Uint8Array, Uint8Array];
}

/** Plays two tasks to their end; the first asks for two calculations. */
export function answeredChain(): AnsweredChain {
  const { board, players } = boardWith(3);
  board.submit({ targetCount: 2 });
  board.submit({});
  const states = (): number[] => board.query(Query.Tasks, {}).tasks.map(({ state }) => state);
  const isDone = (): boolean => {
    const all = states();
    return all.length === 2 && all.every((state) => state === State.STATE_FINAL);
  };
  for (let at = 0; at < BLOCKS_MAX && !isDone(); at += 1) {
    board.chain.mock.block();
    for (const player of players) player.act();
  }
  board.chain.mock.run(3);
  const [first, second] = board.query(Query.Tasks, {}).tasks.map(({ taskHash }) => taskHash);
  const tasks = [present(first, "a task"), present(second, "a task")] as const;
  return { chain: board.chain, tasks };
}

/** The header of block `height` of the chain, signed by all. */
export function blockOf(chain: TestChain, height: bigint): LightBlock {
  const before = present(chain.mock.blocks[Number(height) - 2], "the block before");
  const { appHash } = before.response;
  const header = headerWith(VALIDATORS, { chainId: CHAIN_ID, height, appHash });
  return signedBlock(header, VALIDATORS);
}

/** The checkpoint of a block, final by all but one. */
export function finalProof({ header }: LightBlock): Uint8Array {
  const { height, appHash, chainId } = header;
  const block = { height, appHash, blockHash: headerHash(header) };
  const set = WHOLE_SET;
  const { commitment } = set;
  const message = checkpointMessage({ chainId, epoch: EPOCH, commitment, ...block });
  const slots = [0, 1, 3];
  const partial = { signers: bitfieldOf(set.slots, slots), signature: signAll(slots, message) };
  return encodeCheckpointProof(checkpointProof(set, block, partial));
}

/** The chain as a node answers; with a final checkpoint at `finalHeight`. */
export function sourceOf({ chain }: AnsweredChain, finalHeight?: bigint): ReceiptSource {
  return {
    latestHeight: async () => chain.mock.height,
    prove: async (data, height) => {
      const asked = { path: "/store/tasks/key", data, height, prove: true };
      const answer = chain.app().query(RequestQuery.create(asked));
      if (answer.code !== 0) throw new Error(answer.log);
      return answer.proofOps?.ops ?? [];
    },
    lightBlock: async (height) => encodeLightBlock(blockOf(chain, height)),
    finalEpochs: async () =>
      finalHeight === undefined ? [] : [{ epoch: EPOCH, height: finalHeight }],
    checkpointProof: async () => finalProof(blockOf(chain, present(finalHeight, "a height"))),
  };
}

/** A receipt of the chain's first task, with and without checkpoint. */
export async function receiptOf(
  answered: AnsweredChain,
  options: { readonly final?: boolean; readonly task?: 0 | 1 } = {},
): Promise<Receipt> {
  const finalHeight = options.final === true ? answered.chain.mock.height - 1n : undefined;
  return makeReceipt(sourceOf(answered, finalHeight), answered.tasks[options.task ?? 0]);
}

/** What is trusted of these receipts: the validators, a day after the first header. */
export const TRUST: ReceiptOptions = {
  trust: validatorsHash(VALIDATORS),
  nowMs: Number(FIRST_SECOND) * 1_000 + DAY_MS,
  trustingPeriodMs: 14 * DAY_MS,
};
