/** The header that a program's light client trusts: given once by its user, then remembered. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ForkError } from "../../app/client/light/error.ts";
import type { HeaderFact } from "../../app/client/receipt/header.ts";
import { fromHex, hex } from "../../app/lib/bytes.ts";

/** A header that somebody trusts. */
export interface Trust {
  readonly height: bigint;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/** What HEIGHT:HASH says; undefined when it is no such text. */
export function readTrustText(text: string): Trust | undefined {
  const match = /^([1-9]\d{0,15}):([0-9a-fA-F]{64})$/.exec(text);
  if (match === null) return undefined;
  return { height: BigInt(match[1] as string), hash: fromHex(match[2] as string) };
}

/**
 * What was verified last for the chain of `chainId`, if anything.
 * @throws RangeError when the file cannot be read.
 */
export function rememberedTrust(path: string, chainId: string): Trust | undefined {
  if (!existsSync(path)) return undefined;
  let kept: Readonly<Record<string, unknown>>;
  try {
    kept = JSON.parse(readFileSync(path, "utf8")) as typeof kept;
  } catch {
    throw unreadable(path);
  }
  if (kept["chain_id"] !== chainId) return undefined;
  const trust = readTrustText(`${kept["height"]}:${kept["hash"]}`);
  if (trust === undefined) throw unreadable(path);
  return trust;
}

function unreadable(path: string): RangeError {
  return new RangeError(`${path} cannot be read: delete it and give a header that you trust`);
}

/** Remembers a header that was verified. */
export function rememberTrust(path: string, fact: HeaderFact): void {
  const kept = { chain_id: fact.chainId, height: `${fact.height}`, hash: fact.hash };
  writeWhole(path, kept);
}

/** Keeps both headers of a fork, which prove that validators signed twice. */
export function keepFork(path: string, { height, blocks }: ForkError): void {
  const [primary, witness] = blocks.map(hex);
  writeWhole(path, { height: `${height}`, primary, witness });
}

function writeWhole(path: string, json: object): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(json, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
}
