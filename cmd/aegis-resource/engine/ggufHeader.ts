/**
 * A look at the first bytes of a GGUF before the library does: it would follow absurd counts for
 * minutes, where a sentence is enough.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { EngineError } from "./error.ts";

/** Magic, version, count of tensors, count of metadata entries. */
const HEADER_BYTES = 24;
/** Far above any real model; each entry takes several bytes in the file as well. */
const COUNT_MAX = 1_000_000n;
const ENTRY_BYTES_MIN = 8n;

/** @throws EngineError `model_invalid` when the file cannot be a GGUF that is whole. */
export function checkGgufHeader(path: string): void {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, "r");
  let size: bigint;
  let read: number;
  try {
    size = BigInt(fstatSync(file).size);
    read = readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  const complain = (what: string): never => {
    throw new EngineError("model_invalid", `${path} is no usable GGUF file: ${what}`);
  };
  if (read < HEADER_BYTES) complain("it is too short");
  if (header.toString("latin1", 0, 4) !== "GGUF") complain("it does not begin with GGUF");
  const version = header.readUInt32LE(4);
  if (version !== 2 && version !== 3) complain(`its version is ${version}, not 2 or 3`);
  for (const [what, at] of [["tensors", 8] as const, ["metadata entries", 16] as const]) {
    const count = header.readBigUInt64LE(at);
    const isPossible = count > 0n && count <= COUNT_MAX && count * ENTRY_BYTES_MIN <= size;
    if (!isPossible) complain(`it claims ${count} ${what}`);
  }
}
