/**
 * Verifies a receipt: from the file's bytes and one trusted hash to the facts that they prove. It
 * asks nobody, never throws for any bytes, and runs in a browser.
 */
import { CommitmentProof, type ExistenceProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { equalBytes, utf8 } from "../../lib/bytes.ts";
import { tendermintSpec, verifyExistence } from "../ics23.ts";
import { ProofError } from "../ics23Bytes.ts";
import { type CheckpointFact, verifyReceiptCheckpoint } from "./checkpoint.ts";
import { type TaskFacts, taskFacts } from "./facts.ts";
import { ReceiptError, type ReceiptFault, requireReceipt } from "./fault.ts";
import { decodeReceipt, type Receipt } from "./format.ts";
import { type HeaderFact, readReceiptBlock, type SignedFact } from "./header.ts";
import { type ProvenRange, provenRange, RANGE_NAMES, rangePrefix, TASKS_STORE } from "./ranges.ts";
import type { Pair, RangeName } from "./ranges.ts";
import { taskRecords } from "./records.ts";
import { type TrustedFact, type TrustOptions, verifyTrust } from "./trust.ts";

/** What is trusted, and what the receipt must be of. */
export interface ReceiptOptions extends TrustOptions {
  /** Any chain when left out: the trusted hash says which. */
  readonly chainId?: string;
}

/** What a valid receipt proves. */
export interface ReceiptFacts {
  /** The header that holds the app hash, and who signed it. */
  readonly header: HeaderFact;
  readonly signed: SignedFact;
  /** Why the header is trusted. */
  readonly trusted: TrustedFact;
  readonly checkpoint?: CheckpointFact;
  /** The records are those of the state after this block, the one before the header's. */
  readonly stateHeight: bigint;
  /** How many records were proven. */
  readonly records: number;
  readonly task: TaskFacts;
}

/** A receipt's facts, or why it proves nothing. */
export type ReceiptVerdict =
  | { readonly valid: true; readonly facts: ReceiptFacts }
  | { readonly valid: false; readonly fault: ReceiptFault; readonly reason: string };

/** Checks every byte of a receipt. */
export function verifyReceipt(bytes: Uint8Array, options: ReceiptOptions): ReceiptVerdict {
  try {
    return { valid: true, facts: verified(decodeReceipt(bytes), options) };
  } catch (error) {
    if (!(error instanceof ReceiptError)) throw error;
    return { valid: false, fault: error.fault, reason: error.message };
  }
}

function verified(receipt: Receipt, options: ReceiptOptions): ReceiptFacts {
  const ranges = RANGE_NAMES.map((name) => {
    return provenRange(rangePrefix(name, receipt.taskHash), receipt.records[name]);
  });
  const pairs = Object.fromEntries(RANGE_NAMES.map((name, at) => [name, ranges[at]?.pairs ?? []]));
  const records = taskRecords(receipt.taskHash, pairs as Record<RangeName, readonly Pair[]>);
  const chainId = options.chainId ?? records.identity.chainId;
  requireReceipt(records.identity.chainId === chainId, "other_chain", records.identity.chainId);
  const block = readReceiptBlock(receipt.block, chainId);
  verifyStore(receipt.store, rootOf(ranges), block.appHash);
  const checkpoint =
    receipt.checkpoint && verifyReceiptCheckpoint(receipt.checkpoint, block.fact, chainId);
  const { trusted, signed } = verifyTrust(
    { block, path: receipt.path, checkpoint, chainId },
    options,
  );
  return {
    header: block.fact,
    signed,
    trusted,
    ...(checkpoint && { checkpoint }),
    stateHeight: block.fact.height - 1n,
    records: ranges.reduce((count, range) => count + range.pairs.length, 0),
    task: taskFacts(records),
  };
}

/** The root of the store, which all ranges lead to. */
function rootOf([first, ...others]: readonly ProvenRange[]): Uint8Array {
  if (first === undefined) throw new ReceiptError("record_missing");
  const isOne = others.every(({ root }) => equalBytes(root, first.root));
  requireReceipt(isOne, "record_proof");
  return first.root;
}

/** Requires the store of tasks to have this root in the state behind the app hash. */
function verifyStore(bytes: Uint8Array, root: Uint8Array, appHash: Uint8Array): void {
  const proof = existence(bytes);
  try {
    verifyExistence(tendermintSpec, appHash, proof, { key: utf8(TASKS_STORE), value: root });
  } catch (error) {
    if (!(error instanceof ProofError)) throw error;
    throw new ReceiptError("store_proof", error.message);
  }
}

function existence(bytes: Uint8Array): ExistenceProof {
  try {
    const { exist, nonexist } = CommitmentProof.decode(bytes);
    if (exist !== undefined && nonexist === undefined) return exist;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  throw new ReceiptError("store_proof", "not a proof of existence");
}
