/** Errors of the store: each has a code to switch on and a text that says what to do. */

/**
 * - `corrupt`: what is on disk is not what was committed
 * - `disk_full`: a commit did not fit; nothing of it was kept
 * - `format`: the file was written by another version of this program or for other stores
 * - `io`: the file cannot be opened, read or written
 * - `limit`: the state has outgrown what this build can address
 * - `locked`: another process has the file open
 * - `pruned`: the version is no longer kept
 * - `read_only`: the file or its folder cannot be written
 */
export type StoreErrorCode =
  | "corrupt"
  | "disk_full"
  | "format"
  | "io"
  | "limit"
  | "locked"
  | "pruned"
  | "read_only";

/** A fault of the disk, the file or the operator's settings; never of a transaction. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
