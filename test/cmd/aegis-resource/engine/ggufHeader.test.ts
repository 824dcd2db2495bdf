/** The look at a model file's first bytes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checkGgufHeader } from "../../../../cmd/aegis-resource/engine/ggufHeader.ts";
import { EngineError } from "../../../../cmd/aegis-resource/engine/error.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

function header(version: number, tensors: bigint, entries: bigint): Buffer {
  const bytes = Buffer.alloc(4_096);
  bytes.write("GGUF", 0, "latin1");
  bytes.writeUInt32LE(version, 4);
  bytes.writeBigUInt64LE(tensors, 8);
  bytes.writeBigUInt64LE(entries, 16);
  return bytes;
}

describe("checkGgufHeader", () => {
  const scratch = new ScratchFolder();
  after(() => scratch.remove());

  const REFUSED: readonly (readonly [string, Buffer, string])[] = [
    ["an empty file", Buffer.alloc(0), "too short"],
    ["a text", Buffer.from("this is not a model, whatever its name says"), "begin with GGUF"],
    ["GGUF and then words", Buffer.from(`GGUF${" and then nothing".repeat(9)}`), "version"],
    ["an unknown version", header(9, 1n, 1n), "version is 9"],
    ["no tensors", header(3, 0n, 1n), "0 tensors"],
    ["more tensors than bytes", header(3, 900_000n, 1n), "900000 tensors"],
    ["absurdly many entries", header(3, 1n, 2n ** 60n), "metadata entries"],
  ];
  for (const [what, bytes, reason] of REFUSED) {
    it(`refuses ${what}`, () => {
      const path = join(scratch.path, "refused.gguf");
      writeFileSync(path, bytes);
      expect(() => checkGgufHeader(path)).to.throw(EngineError, reason);
    });
  }

  it("accepts a possible one", () => {
    const path = join(scratch.path, "possible.gguf");
    writeFileSync(path, header(3, 20n, 30n));
    checkGgufHeader(path);
  });
});
