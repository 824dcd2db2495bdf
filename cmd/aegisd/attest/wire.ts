/** Partials as programs send them to each other: one JSON object, bytes in lower-case hex. */
import { BITFIELD_BYTES_MAX } from "../../../modules/checkpoints/index.ts";
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import { BLS_SIGNATURE_BYTES } from "../../../app/lib/bls.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";

/** Largest body: a bitfield and a signature in hex, and some room. */
export const BODY_BYTES_MAX: number = 2 * (BITFIELD_BYTES_MAX + BLS_SIGNATURE_BYTES) + 256;

/** A partial and the epoch whose checkpoint it signs. */
export interface SentPartial extends PartialSignature {
  readonly epoch: bigint;
}

/** The JSON text of a partial. */
export function partialJson({ epoch, signers, signature }: SentPartial): string {
  return JSON.stringify({
    epoch: `${epoch}`,
    signers: hex(signers),
    signature: hex(signature),
  });
}

/** Inverse of `partialJson`; undefined for any other text. */
export function readPartial(text: string): SentPartial | undefined {
  try {
    const { epoch, signers, signature } = JSON.parse(text) as Record<string, unknown>;
    if (typeof signers !== "string" || typeof signature !== "string") return undefined;
    const number = parseEpoch(epoch);
    if (number === undefined) return undefined;
    return { epoch: number, signers: fromHex(signers), signature: fromHex(signature) };
  } catch {
    return undefined;
  }
}

/** An epoch in decimal; undefined for anything else. */
export function parseEpoch(text: unknown): bigint | undefined {
  return typeof text === "string" && /^(0|[1-9]\d{0,18})$/.test(text) ? BigInt(text) : undefined;
}
