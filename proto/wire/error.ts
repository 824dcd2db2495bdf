/** The error of everything in proto/wire: bytes or JSON that are not what the schema says. */

/** Malformed or non-canonical input. The message names the place, never the whole content. */
export class WireError extends Error {
  override readonly name = "WireError";
}
