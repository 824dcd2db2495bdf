/** The guard: one message per epoch, never an earlier epoch, also after a restart. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { blsKeygen, blsVerify } from "../../../../app/lib/bls.ts";
import { hex, utf8 } from "../../../../app/lib/bytes.ts";
import { guardedKey } from "../../../../cmd/aegisd/attest/guard.ts";

const SECRET = blsKeygen(new Uint8Array(32).fill(3));
const [one, other] = [utf8("one checkpoint"), utf8("another checkpoint")] as const;

describe("a guarded key", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aegisd-guard-"));
    path = join(folder, "attest_state.json");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("signs an epoch's message, and the same one again", () => {
    const key = guardedKey(SECRET, path);
    const signature = key.sign(7n, one);
    expect(blsVerify(key.publicKey, one, signature as Uint8Array)).to.equal(true);
    expect(key.sign(7n, one)).to.deep.equal(signature);
    expect(guardedKey(SECRET, path).sign(7n, one)).to.deep.equal(signature);
  });

  it("signs no other message of that epoch, after a restart either", () => {
    guardedKey(SECRET, path).sign(7n, one);
    const key = guardedKey(SECRET, path);
    expect(key.sign(7n, other)).to.equal(undefined);
    expect(key.sign(6n, other)).to.not.equal(undefined);
    expect(key.sign(6n, one)).to.equal(undefined);
  });

  it("signs nothing of epochs that it does not remember", () => {
    const key = guardedKey(SECRET, path);
    for (let epoch = 7n; epoch < 30n; epoch += 2n) key.sign(epoch, one);
    for (const epoch of [6n, 7n, 8n, 14n]) expect(key.sign(epoch, one)).to.equal(undefined);
    expect(key.sign(28n, other)).to.not.equal(undefined);
    expect(guardedKey(SECRET, path).sign(28n, one)).to.equal(undefined);
    expect(key.sign(29n, other)).to.equal(undefined);
  });

  it("writes no secret, for its owner only", () => {
    guardedKey(SECRET, path).sign(7n, one);
    expect(readFileSync(path, "utf8")).to.not.contain(hex(SECRET));
    expect(statSync(path).mode & 0o077).to.equal(0);
  });

  it("refuses to guess what a broken file says", () => {
    for (const text of ["", "{}", '{"signed":[{"epoch":"1","message":"00"}]}', '{"signed":[{}]}']) {
      writeFileSync(path, text);
      expect(() => guardedKey(SECRET, path), text).to.throw(RangeError, "what was signed");
    }
  });
});
