/** The headers of a receipt: each with its validators, and signed by more than two thirds. */
import type { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import type { Header } from "../../../proto/gen/tendermint/types/types.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { equalBytes, hex } from "../../lib/bytes.ts";
import { commitPower, overlapPower } from "../light/commit.ts";
import { headerHash, validatorsHash } from "../light/hash.ts";
import { decodeLightBlock, type LightBlock } from "../light/types.ts";
import { ReceiptError, requireReceipt } from "./fault.ts";

/** What a header says; hashes are hex. */
export interface HeaderFact {
  readonly chainId: string;
  readonly height: bigint;
  /** RFC 3339. */
  readonly time: string;
  readonly hash: string;
  readonly appHash: string;
  readonly validatorsHash: string;
}

/** Who signed it. */
export interface SignedFact {
  readonly count: number;
  readonly of: number;
  readonly power: bigint;
  readonly total: bigint;
}

/** A header with its own validators and a commit for it, whose signatures are not checked yet. */
export interface ReceiptBlock {
  readonly fact: HeaderFact;
  readonly timeMs: number;
  readonly appHash: Uint8Array;
  readonly light: LightBlock;
}

/** Largest validator set of CometBFT. */
const VALIDATORS_MAX = 10_000;
/** What CometBFT lets a chain's whole power be. */
const POWER_MAX = (1n << 63n) / 8n;
const HASH_BYTES = 32;
const NANOS = 1_000_000_000;
/** The end of the year 9999. */
const SECONDS_MAX = 253_402_300_799n;

/** Decodes a light block and checks all but its signatures. @throws ReceiptError */
export function readReceiptBlock(bytes: Uint8Array, chainId: string): ReceiptBlock {
  const light = lightBlockIn(bytes);
  const { header, commit, validators } = light;
  requireReceipt(header.chainId === chainId, "other_chain", header.chainId);
  const time = headerTime(header);
  const hash = headerHash(header);
  const { blockId } = commit;
  const isOfHeader =
    commit.height === header.height &&
    commit.round >= 0 &&
    blockId !== undefined &&
    blockId.partSetHeader !== undefined &&
    equalBytes(blockId.hash, hash);
  requireReceipt(isOfHeader, "header_malformed", "the commit is of another block");
  requireReceipt(validators.length <= VALIDATORS_MAX, "too_large", "validators");
  const ownHash = validatorsHash(validators);
  requireReceipt(equalBytes(ownHash, header.validatorsHash), "validators_mismatch");
  return {
    fact: {
      ...{ chainId, height: header.height, time: time.text, hash: hex(hash) },
      ...{ appHash: hex(header.appHash), validatorsHash: hex(ownHash) },
    },
    timeMs: time.ms,
    appHash: header.appHash,
    light,
  };
}

function lightBlockIn(bytes: Uint8Array): LightBlock {
  let block: LightBlock;
  try {
    block = decodeLightBlock(bytes);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ReceiptError("header_malformed", error.message);
  }
  const { header } = block;
  const isWhole =
    header.version !== undefined &&
    header.height > 0n &&
    header.lastBlockId?.partSetHeader !== undefined &&
    [header.appHash, header.validatorsHash].every((hash) => hash.length === HASH_BYTES);
  requireReceipt(isWhole, "header_malformed", "a field is missing");
  return block;
}

/**
 * Requires every signature of the block to be right, and those for it to have enough power. Their
 * number is what a receipt costs, so look first at whether the block can be trusted at all.
 * @throws ReceiptError
 */
export function verifySignatures({ light, fact: { chainId } }: ReceiptBlock): SignedFact {
  const { commit, validators } = light;
  const sum = commitPower(chainId, commit, validators);
  if (sum === "bad_signature") throw new ReceiptError("bad_signature");
  if (sum === "commit_malformed") throw new ReceiptError("header_malformed", "commit");
  requireReceipt(sum.total <= POWER_MAX, "header_malformed", "power");
  requireReceipt(3n * sum.power > 2n * sum.total, "too_little_power");
  return { ...sum, of: validators.length };
}

function headerTime({ time }: Header): { ms: number; text: string } {
  if (time === undefined) throw new ReceiptError("header_malformed", "no time");
  const { seconds, nanos } = time;
  const inRange = seconds >= 0n && seconds <= SECONDS_MAX && nanos >= 0 && nanos < NANOS;
  requireReceipt(inRange, "header_malformed", "time");
  const ms = Number(seconds) * 1_000 + Math.trunc(nanos / 1_000_000);
  return { ms, text: headerTimeText(time) };
}

/** RFC 3339, with nanoseconds when there are some. */
export function headerTimeText({ seconds, nanos }: Timestamp): string {
  const whole = new Date(Number(seconds) * 1_000).toISOString().slice(0, 19);
  return nanos === 0 ? `${whole}Z` : `${whole}.${`${nanos}`.padStart(9, "0")}Z`;
}

/**
 * Requires `to` to follow from `from`, the signatures of both being right: the next header names
 * its validators; a later one has signatures of more than a third of the power that was trusted.
 * @throws ReceiptError
 */
export function verifyStep(from: ReceiptBlock, to: ReceiptBlock): void {
  const [before, after] = [from.light.header, to.light.header];
  requireReceipt(after.height > before.height, "step_refused", "not a later height");
  requireReceipt(to.timeMs > from.timeMs, "step_refused", "not a later time");
  if (after.height === before.height + 1n) {
    const isNamed = equalBytes(after.validatorsHash, before.nextValidatorsHash);
    requireReceipt(isNamed, "step_refused", "other validators than the header before names");
    return;
  }
  const { power, total } = overlapPower(to.light.commit, from.light.validators);
  requireReceipt(3n * power > total, "step_refused", "a third of the trusted power or less signed");
}
