/** The few byte helpers of the proof verifier, free of Node so that it runs in a browser. */

/** A proof that shows nothing: malformed, or of something else. */
export class ProofError extends Error {
  override readonly name = "ProofError";
}

/**
 * Requires a property of a proof.
 * @throws ProofError
 */
export function requireProof(condition: boolean, message: string): void {
  if (!condition) throw new ProofError(message);
}

/** Byte-wise order: negative when `a` comes first. */
export function bytesOrder(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return bytesOrder(a, b) === 0;
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
