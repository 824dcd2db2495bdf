/** Hashes of model files are computed once, and again when the file changes. */
import { expect } from "chai";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { hashFile } from "../../../../cmd/aegis-resource/engine/fileHash.ts";
import { codeOf } from "../../../kit/candidates.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

describe("hashFile", () => {
  const scratch = new ScratchFolder();

  after(() => scratch.remove());

  it("hashes the bytes and remembers them while the file stays the same", async () => {
    const path = scratch.write("a", "content");
    const first = await hashFile(path);
    expect(first.sha256).to.equal(hex(sha256(utf8("content"))));
    expect(first.bytes).to.equal(7);
    expect(await hashFile(path)).to.equal(first);
  });

  it("hashes again when the file was written again, even with the same length", async () => {
    const path = scratch.write("b", "content");
    const first = await hashFile(path);
    scratch.write("b", "CONTENT");
    const second = await hashFile(path);
    expect(second.sha256)
      .to.equal(hex(sha256(utf8("CONTENT"))))
      .and.not.equal(first.sha256);
  });

  it("follows links to the file itself", async () => {
    const path = scratch.write("c", "content");
    const link = join(scratch.path, "link");
    symlinkSync(path, link);
    expect((await hashFile(link)).path).to.equal((await hashFile(path)).path);
  });

  it("says so when there is no such file", async () => {
    expect(await codeOf(hashFile(join(scratch.path, "none")))).to.equal("model_missing");
  });
});
