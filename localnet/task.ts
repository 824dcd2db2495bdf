/** Submits one task and follows it on the chain, block by block, until its money has moved. */
import { waitForTx } from "../app/client/broadcast.ts";
import { query } from "../app/client/query.ts";
import type { Rpc } from "../app/client/rpc.ts";
import { gasAndFee, sequencedSigner } from "../app/client/sequence.ts";
import { anyOf, type Signer } from "../app/client/sign.ts";
import { equalBytes } from "../app/lib/bytes.ts";
import { parseGasPrice } from "../app/tx/fee.ts";
import type { AbciEvent } from "../app/module/event.ts";
import {
  gasTable,
  taskSettled,
  taskStateChanged,
  taskSubmitted,
  tasksGas,
  verificationsClosed,
} from "../modules/tasks/index.ts";
import { Query, type QueryTaskResponse } from "../proto/gen/aegis/tasks/v1/query.ts";
import {
  Role,
  State,
  type TaskRequest,
  TaskRequest as TaskRequestCodec,
} from "../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask, MsgSubmitTaskResponse } from "../proto/gen/aegis/tasks/v1/tx.ts";
import { TxMsgData } from "../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { MODEL_ID } from "./defaultModel.ts";
import { pause, Stopped } from "./stop.ts";

const BLOCK_POLL_MS = 100;
const VERIFIED = "verified";

/** A state of the task, and the block in which it came. */
export interface Transition {
  /** Lower case, with spaces: "soft final". */
  readonly state: string;
  readonly height: number;
}

/** A task at its end. */
export interface FollowedTask {
  readonly hash: Uint8Array;
  readonly transitions: readonly Transition[];
  readonly answer: QueryTaskResponse;
  readonly isFinal: boolean;
}

/** What the local network asks: one chat message, answered in at most 64 tokens. */
export function taskRequest(prompt: string): TaskRequest {
  return TaskRequestCodec.create({
    model: MODEL_ID,
    messages: [{ role: Role.ROLE_USER, content: prompt }],
    sampling: { temperatureMilli: 700, topK: 40, topPMilli: 950 },
    maxOutputTokens: 64,
    targetCount: 1,
  });
}

/**
 * Sends the task and waits for its block; resolves to its hash and height.
 * @throws TxFailure or Error when the chain refuses it.
 */
export async function submitTask(
  rpc: Rpc,
  signer: Signer,
  place: { readonly chainId: string; readonly gasPrice: string },
  request: TaskRequest,
): Promise<{ readonly hash: Uint8Array; readonly height: number }> {
  const { maxFee } = await query(rpc, Query.Quote, { request });
  const message = { sender: signer.address, tasks: [{ ...request, maxFee }] };
  const messages = [anyOf(MsgSubmitTask, message)];
  const gas = tasksGas + gasTable.calculation * BigInt(Math.max(0, request.targetCount - 1));
  const { gasLimit, fee } = gasAndFee(messages, gas, parseGasPrice(place.gasPrice));
  const sender = sequencedSigner(rpc, signer, place.chainId);
  const { hash } = await sender.send({ messages, gasLimit, fee });
  const included = await waitForTx(rpc, hash);
  const [response] = TxMsgData.decode(included.data).msgResponses;
  const { results, taskHashes } = MsgSubmitTaskResponse.decode(
    response?.value ?? new Uint8Array(0),
  );
  const taskHash = taskHashes[0];
  if (taskHash === undefined || results[0]?.code !== 0) {
    throw new Error(
      `the chain refused the task: ${results[0]?.codespace} code ${results[0]?.code}`,
    );
  }
  return { hash: taskHash, height: included.height };
}

/**
 * Follows a task from the block that includes it to its settlement. `onTransition` hears of every
 * state as its block comes.
 * @throws RpcError when the node is silent; Error when `signal` is aborted.
 */
export async function followTask(
  rpc: Rpc,
  task: { readonly hash: Uint8Array; readonly height: number },
  onTransition: (transition: Transition) => void,
  signal: AbortSignal,
): Promise<FollowedTask> {
  const transitions: Transition[] = [];
  for (let { height } = task; ; height += 1) {
    // Results and state of a block come a moment after the block; with the next one they are there.
    await waitForHeight(rpc, height + 1, signal);
    let isSettled = false;
    for (const event of (await rpc.blockResults(height)).events) {
      const state = stateIn(event, task.hash);
      if (state !== undefined && state !== transitions.at(-1)?.state) {
        const transition = { state, height };
        transitions.push(transition);
        onTransition(transition);
      }
      const settled = taskSettled.fromAbci(event);
      if (settled !== undefined && equalBytes(settled.taskHash, task.hash)) isSettled = true;
    }
    if (!isSettled) continue;
    const answer = await query(rpc, Query.Task, { taskHash: task.hash });
    const isFinal = answer.record?.status?.state === State.STATE_FINAL;
    return { hash: task.hash, transitions, answer, isFinal };
  }
}

/** The state that the task takes with `event`, if it takes one. */
function stateIn(event: AbciEvent, taskHash: Uint8Array): string | undefined {
  const isOurs = (found: { readonly taskHash: Uint8Array } | undefined): boolean =>
    found !== undefined && equalBytes(found.taskHash, taskHash);
  if (isOurs(taskSubmitted.fromAbci(event))) return stateName(State.STATE_OPEN);
  // No state of its own on the chain, but what a user waits for: enough others have checked it.
  if (isOurs(verificationsClosed.fromAbci(event))) return VERIFIED;
  const changed = taskStateChanged.fromAbci(event);
  return changed !== undefined && isOurs(changed) ? stateName(changed.state) : undefined;
}

/** Resolves when the block of `height` is committed. @throws Stopped when `signal` is aborted. */
export async function waitForHeight(rpc: Rpc, height: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Stopped(`${signal.reason}`);
    if ((await rpc.status()).height >= height) return;
    await pause(BLOCK_POLL_MS, signal);
  }
}

/** "STATE_SOFT_FINAL" as people read it. */
export function stateName(state: number): string {
  const name = Object.entries(State).find(([, number]) => number === state)?.[0] ?? `${state}`;
  return name
    .replace(/^STATE_/, "")
    .replaceAll("_", " ")
    .toLowerCase();
}
