/**
 * What the page runs: one function, from the bytes and what is trusted to plain values to show. It
 * needs nothing of a browser but the language, so tests run it anywhere.
 */
import { fromHex } from "../../../lib/bytes.ts";
import { type FactGroup, receiptChecks, receiptGroups } from "../report.ts";
import { verifyReceipt } from "../verify.ts";

/** What the person on the page says. */
interface Asked {
  /** 64 hex digits. */
  readonly trust: string;
  /** Empty: any. */
  readonly chainId: string;
  readonly nowMs: number;
  readonly trustingPeriodMs: number;
}

type Shown =
  | { readonly valid: true; readonly checks: readonly string[]; readonly facts: FactGroup }
  | { readonly valid: false; readonly fault: string; readonly reason: string };

/** Checks a receipt. Never throws. */
export function check(bytes: Uint8Array, asked: Asked): Shown {
  const { chainId, nowMs, trustingPeriodMs } = asked;
  const trust = /^(0x)?[0-9a-fA-F]{64}$/.exec(asked.trust)?.[0];
  if (trust === undefined) {
    return { valid: false, fault: "trust", reason: "the trusted hash is not 64 hex digits" };
  }
  const result = verifyReceipt(bytes, {
    trust: fromHex(trust.slice(-64)),
    nowMs,
    trustingPeriodMs,
    ...(chainId === "" ? {} : { chainId }),
  });
  if (!result.valid) return result;
  const { facts } = result;
  return { valid: true, checks: receiptChecks(facts), facts: receiptGroups(facts) };
}
