/**
 * Assertions for programmer errors. A failed assertion is a bug in this node, never bad input:
 * the host stops the node (hooks, store) or fails the one transaction (message handlers).
 */

/** Thrown when an internal invariant does not hold. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/**
 * Requires `condition` to hold.
 * @throws AssertionError with `message`, which says what was expected.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/**
 * Returns `value` when it is present.
 * @throws AssertionError when it is undefined or null.
 */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new AssertionError(`${what} must be present`);
  return value;
}
