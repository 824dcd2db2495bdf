/**
 * The file of a receipt: JSON in one canonical form, specified in app/client/README.md. Whoever
 * reads it writes it again and compares: so every byte is either fixed by the form or part of
 * something that is checked.
 */
import { base64, equalBytes, fromBase64, fromHex, hex, utf8, utf8Text } from "../../lib/bytes.ts";
import { ReceiptError, requireReceipt } from "./fault.ts";
import { RANGE_NAMES, type RangeName } from "./ranges.ts";

/** What the first field of a receipt says. */
export const RECEIPT_FORMAT = "aegis-receipt/1";

/** Largest file: the largest validator set's checkpoint proof has 2.3 MB. */
export const RECEIPT_BYTES_MAX = 33_554_432;

const HASH_BYTES = 32;

/** A receipt with its parts still encoded. */
export interface Receipt {
  /** 32 bytes. */
  readonly taskHash: Uint8Array;
  /** cosmos.ics23.v1.CommitmentProof of each leaf, see `provenRange`. */
  readonly records: Readonly<Record<RangeName, readonly Uint8Array[]>>;
  /** cosmos.ics23.v1.CommitmentProof of the store `tasks` in the app hash. */
  readonly store: Uint8Array;
  /** tendermint.types.LightBlock of the header that holds the app hash. */
  readonly block: Uint8Array;
  /** Light blocks from a trusted one on towards that header; empty when it is trusted itself. */
  readonly path: readonly Uint8Array[];
  /** aegis.checkpoints.v1.CheckpointProof of the same header. */
  readonly checkpoint: Uint8Array | undefined;
}

/** The canonical bytes of a receipt. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  const { taskHash, records, store, block, path, checkpoint } = receipt;
  const lists = RANGE_NAMES.map((name) => [name, records[name].map(base64)]);
  const json = {
    format: RECEIPT_FORMAT,
    task: hex(taskHash),
    records: Object.fromEntries(lists),
    store: base64(store),
    block: base64(block),
    path: path.map(base64),
    checkpoint: checkpoint === undefined ? null : base64(checkpoint),
  };
  return utf8(`${JSON.stringify(json, undefined, 1)}\n`);
}

/**
 * Inverse of `encodeReceipt`.
 * @throws ReceiptError for any other bytes.
 */
export function decodeReceipt(bytes: Uint8Array): Receipt {
  requireReceipt(bytes.length <= RECEIPT_BYTES_MAX, "too_large");
  const receipt = readReceipt(parse(bytes));
  requireReceipt(equalBytes(encodeReceipt(receipt), bytes), "malformed", "not canonical");
  return receipt;
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(utf8Text(bytes));
  } catch {
    throw new ReceiptError("malformed", "not JSON");
  }
  return objectIn(json, "the file");
}

/** Fields that are unknown or in another order are found by encoding again. */
function readReceipt(json: Readonly<Record<string, unknown>>): Receipt {
  const { format, task, checkpoint } = json;
  requireReceipt(format === RECEIPT_FORMAT, "malformed", `the format is not ${RECEIPT_FORMAT}`);
  const isHash = typeof task === "string" && /^[0-9a-f]{64}$/.test(task);
  requireReceipt(isHash, "malformed", `task: expected ${HASH_BYTES} bytes in hex`);
  const records = objectIn(json["records"], "records");
  const lists = RANGE_NAMES.map((name) => [name, bytesList(records[name], name)]);
  return {
    taskHash: fromHex(task),
    records: Object.fromEntries(lists) as Record<RangeName, Uint8Array[]>,
    store: bytesIn(json["store"], "store"),
    block: bytesIn(json["block"], "block"),
    path: bytesList(json["path"], "path"),
    checkpoint: checkpoint === null ? undefined : bytesIn(checkpoint, "checkpoint"),
  };
}

function objectIn(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  requireReceipt(isObject, "malformed", `${name}: expected an object`);
  return value as Readonly<Record<string, unknown>>;
}

function bytesList(value: unknown, name: string): Uint8Array[] {
  requireReceipt(Array.isArray(value), "malformed", `${name}: expected a list`);
  return (value as unknown[]).map((one) => bytesIn(one, name));
}

function bytesIn(value: unknown, name: string): Uint8Array {
  requireReceipt(typeof value === "string", "malformed", `${name}: expected base64`);
  try {
    return fromBase64(value);
  } catch {
    throw new ReceiptError("malformed", `${name}: expected base64`);
  }
}
