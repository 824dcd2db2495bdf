/**
 * What this key has signed, on disk before the signature leaves: whoever signs two checkpoints of
 * one epoch loses stake, also when it restarts, or follows a node that is wrong.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { blsPublicKey, blsSign } from "../../../app/lib/bls.ts";
import { equalBytes, fromHex, hex, sha256 } from "../../../app/lib/bytes.ts";

/** Epochs that are remembered: a little more than are open at a time. */
const REMEMBERED = 8;

interface Signed {
  readonly epoch: bigint;
  /** SHA-256 of the message. */
  readonly message: Uint8Array;
}

function byEpoch(a: Signed, b: Signed): number {
  return a.epoch < b.epoch ? -1 : 1;
}

export interface GuardedKey {
  /** 48 bytes. */
  readonly publicKey: Uint8Array;
  /**
   * The signature of an epoch's message; undefined when another message of this epoch was signed
   * before, or may have been: of epochs before the remembered ones nothing is known.
   */
  sign(epoch: bigint, message: Uint8Array): Uint8Array | undefined;
}

/**
 * The key with what `path` says that it signed.
 * @throws RangeError when the file cannot be read: a guess could cost the stake.
 */
export function guardedKey(secretKey: Uint8Array, path: string): GuardedKey {
  let signed = existsSync(path) ? read(path) : [];
  const publicKey = blsPublicKey(secretKey);
  return {
    publicKey,
    sign: (epoch, message) => {
      const digest = sha256(message);
      const before = signed.find((one) => one.epoch === epoch);
      if (before !== undefined) {
        return equalBytes(before.message, digest) ? blsSign(secretKey, message) : undefined;
      }
      if (signed.length === REMEMBERED && signed.every((one) => one.epoch > epoch))
        return undefined;
      const next = [...signed, { epoch, message: digest }].sort(byEpoch).slice(-REMEMBERED);
      write(path, next);
      signed = next;
      return blsSign(secretKey, message);
    },
  };
}

function read(path: string): readonly Signed[] {
  try {
    const { signed } = JSON.parse(readFileSync(path, "utf8")) as {
      signed: { epoch: string; message: string }[];
    };
    return signed.map(({ epoch, message }) => {
      const digest = fromHex(message);
      if (digest.length !== 32) throw new RangeError("a digest has 32 bytes");
      return { epoch: BigInt(epoch), message: digest };
    });
  } catch {
    throw new RangeError(
      `${path} does not say what was signed: remove it only when this key has signed nothing ` +
        "in the last three epochs",
    );
  }
}

/** Whole or not at all, and on the disk when this returns. */
function write(path: string, signed: readonly Signed[]): void {
  const list = signed.map(({ epoch, message }) => ({ epoch: `${epoch}`, message: hex(message) }));
  const file = openSync(`${path}.new`, "w", 0o600);
  try {
    writeSync(file, `${JSON.stringify({ signed: list }, undefined, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
