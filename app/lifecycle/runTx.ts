/**
 * Runs one transaction: the ante chain on one branch, the messages on a second. When a message
 * fails, fee and sequence stand and everything else is undone.
 */
import { TxMsgData } from "../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import type { AnteMode, AnteResult } from "../ante/index.ts";
import { present } from "../lib/assert.ts";
import type { BlockInfo } from "../module/context.ts";
import { ModuleError } from "../module/error.ts";
import { type AbciEvent, type EventSpec, plainEvent } from "../module/event.ts";
import { Branch } from "../store/branch.ts";
import type { WriteState } from "../store/store.ts";
import type { Tx } from "../tx/decode.ts";
import { blockContext, quietContext, txContext } from "./context.ts";
import type { Host } from "./host.ts";

/** Code of a bug in a handler: the transaction fails on every replica alike. */
export const INTERNAL_ERROR_CODE = 1;
export const INTERNAL_ERROR_CODESPACE = "app";

/** The outcome of a transaction. `code`, `data` and gas are hashed into the next block. */
export interface TxResult {
  readonly code: number;
  readonly codespace: string;
  /** Encoded TxMsgData; empty when the transaction failed. */
  readonly data: Uint8Array;
  /** For people; not hashed. */
  readonly log: string;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly events: readonly AbciEvent[];
}

const messageEvent: EventSpec<Readonly<Record<"action" | "sender" | "module", string>>> =
  plainEvent("message", ["action", "sender", "module"], ["action", "sender"]);

const NO_DATA = new Uint8Array(0);

/** Whether an exception depends on this machine, so that it must stop the node. */
function isLocalFailure(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

/** The result of a transaction that `error` refused. */
export function failure(
  host: Host,
  error: unknown,
  gas: { readonly gasWanted: bigint; readonly gasUsed: bigint },
  events: readonly AbciEvent[],
): TxResult {
  const base = { data: NO_DATA, ...gas, events };
  if (error instanceof ModuleError) {
    return { ...base, code: error.code, codespace: error.codespace, log: error.message };
  }
  if (isLocalFailure(error)) throw error;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.logger.error("a handler failed unexpectedly: please report this", { stack });
  return {
    ...base,
    code: INTERNAL_ERROR_CODE,
    codespace: INTERNAL_ERROR_CODESPACE,
    log: "internal error",
  };
}

const NO_GAS = { gasWanted: 0n, gasUsed: 0n };

/** What to run, and on which block. */
export interface RunTxOptions {
  readonly state: WriteState;
  readonly block: BlockInfo;
  readonly mode: AnteMode;
}

/**
 * Decodes and runs the ante chain only, as CheckTx and proposals do. Writes when it passes. It has
 * no events: what a transaction does is known when it is in a block.
 */
export function runAnte(host: Host, bytes: Uint8Array, options: RunTxOptions): TxResult {
  const { state, block, mode } = options;
  const branch = new Branch(state);
  try {
    const { gasWanted, gasUsed } = host.ante.run(
      quietContext(branch, block),
      host.decode(bytes),
      mode,
    );
    branch.write();
    return { code: 0, codespace: "", data: NO_DATA, log: "", gasWanted, gasUsed, events: [] };
  } catch (error) {
    return failure(host, error, NO_GAS, []);
  }
}

/** Runs a whole transaction, as FinalizeBlock and simulation do. */
export function runTx(host: Host, bytes: Uint8Array, options: RunTxOptions): TxResult {
  const { state, block, mode } = options;
  const anteBranch = new Branch(state);
  const events: AbciEvent[] = [];
  let tx: Tx;
  let ante: AnteResult;
  try {
    tx = host.decode(bytes);
    ante = host.ante.run(blockContext(anteBranch, block, events), tx, mode);
  } catch (error) {
    return failure(host, error, NO_GAS, []);
  }
  anteBranch.write();
  const gas = { gasWanted: ante.gasWanted, gasUsed: ante.gasUsed };
  const branch = new Branch(state);
  try {
    const done = runMessages(tx, ante, branch, block);
    branch.write();
    const all = [...events, ...done.events];
    return { code: 0, codespace: "", data: done.data, log: "", ...gas, events: all };
  } catch (error) {
    return failure(host, error, gas, events);
  }
}

function runMessages(
  tx: Tx,
  ante: AnteResult,
  state: WriteState,
  block: BlockInfo,
): { data: Uint8Array; events: AbciEvent[] } {
  const events: AbciEvent[] = [];
  const responses = tx.messages.map(({ spec, value }, messageIndex) => {
    const sender = spec.signer(value);
    const own: AbciEvent[] = [];
    const ctx = txContext(state, block, own, {
      txHash: tx.hash,
      messageIndex,
      signerSequence: present(ante.sequences.get(sender), "sequence of a signer"),
    });
    ctx.emit(messageEvent, { action: spec.request.typeUrl, sender, module: spec.module });
    const response = spec.execute(ctx, value);
    const index = { key: "msg_index", value: `${messageIndex}`, index: false };
    for (const event of own) {
      events.push({ type: event.type, attributes: [...event.attributes, index] });
    }
    return { typeUrl: spec.response.typeUrl, value: spec.response.encode(response) };
  });
  return { data: TxMsgData.encode({ data: [], msgResponses: responses }), events };
}
