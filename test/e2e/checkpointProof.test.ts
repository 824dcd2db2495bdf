/**
 * Proofs of final checkpoints before two programs that know nothing but proof and commitment: ours,
 * and one in Go with another library for the curve, written from the format's description.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { checkpointProof, encodeCheckpointProof } from "../../app/checkpoint/proof.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { base64, hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { buildModules } from "../../app/modules.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { temporaryFolder } from "../app/store/kit.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";
import { setOf, signAll } from "../kit/checkpointSet.ts";
import { verifierProgram } from "./checkpointVerifier.ts";

const EPOCH = 9n;
const BLOCK = { height: 600n, blockHash: sha256(utf8("block")), appHash: sha256(utf8("app")) };
const { modules } = buildModules().manager;

/** A set of `count` members with different powers, and a gap between the slots. */
function setWith(count: number): ValidatorSet {
  const powers = new Map<number, number>();
  for (let at = 0; at < count; at += 1) powers.set(at < 2 ? at : at + 3, 1 + (at % 7));
  return setOf(powers, EPOCH);
}

/** The proof that all but some members signed; `absent` says which by their number. */
function proofOf(set: ValidatorSet, absent: (at: number) => boolean): Uint8Array {
  const slots: number[] = [];
  let at = 0;
  for (let slot = 0; slot < set.slots; slot += 1) {
    if (set.powerOf(slot) === 0) continue;
    if (!absent(at)) slots.push(slot);
    at += 1;
  }
  const { chainId, epoch } = set.parts;
  const message = checkpointMessage({ chainId, epoch, commitment: set.commitment, ...BLOCK });
  const partial = { signers: bitfieldOf(set.slots, slots), signature: signAll(slots, message) };
  return encodeCheckpointProof(checkpointProof(set, BLOCK, partial));
}

describe("a checkpoint's proof before independent verifiers", function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  let program = "";
  before(() => {
    program = verifierProgram(folder.path);
  });
  after(() => folder.remove());

  /** What both say: that it is final, or why not. */
  async function judge(proof: Uint8Array, commitment: Uint8Array): Promise<[boolean, boolean]> {
    const file = join(folder.path, "proof.bin");
    writeFileSync(file, proof);
    const trusted = hex(commitment);
    const go = spawnSync(program, [file, trusted], { encoding: "utf8" });
    expect(go.status, go.stderr).to.be.oneOf([0, 1]);
    const io = fakeIo();
    const own = await runProgram(io, modules, ["verify-checkpoint", file, "--commitment", trusted]);
    expect(own, io.written.err).to.be.oneOf([EXIT.ok, EXIT.refused]);
    if (own === EXIT.refused) expect(io.written.err).to.match(/^aegisd: the proof is refused: /);
    return [go.status === 0, own === EXIT.ok];
  }

  for (const [count, percent] of [
    [1, 0],
    [4, 0],
    [4, 25],
    [300, 0],
    [300, 1],
    [3_000, 1],
    [3_000, 25],
  ] as const) {
    it(`is accepted of ${count} members, ${percent} % of them absent`, async () => {
      const set = setWith(count);
      const every = percent === 0 ? 0 : Math.round(100 / percent);
      const proof = proofOf(set, (at) => every > 0 && at % every === 0);
      expect(await judge(proof, set.commitment)).to.deep.equal([true, true]);
    });
  }

  const set = setWith(300);
  const absent = (at: number): boolean => at % 10 === 3;
  const good = proofOf(set, absent);

  it("is refused when two thirds or less signed", async () => {
    const proof = proofOf(set, (at) => at % 3 === 1);
    expect(await judge(proof, set.commitment)).to.deep.equal([false, false]);
  });

  it("is refused for another set, or when a bit of it is another", async () => {
    const other = setOf(new Map([[0, 5]]), EPOCH);
    expect(await judge(good, other.commitment)).to.deep.equal([false, false]);
    const step = Math.trunc(good.length / 40);
    for (let at = 3; at < good.length; at += step) {
      const broken = good.slice();
      broken[at] = (broken[at] as number) ^ (1 << (at % 8));
      expect(await judge(broken, set.commitment), `byte ${at}`).to.deep.equal([false, false]);
    }
    expect(await judge(good.slice(0, -1), set.commitment)).to.deep.equal([false, false]);
  });

  it("is read from the query's JSON too, and nothing else is", async () => {
    const trusted = ["--commitment", hex(set.commitment)];
    const file = join(folder.path, "proof.json");
    const run = async (...argv: readonly string[]): Promise<readonly [number, string]> => {
      const io = fakeIo();
      return [await runProgram(io, modules, argv), io.written.err + io.written.out];
    };
    writeFileSync(file, JSON.stringify({ proof: base64(good) }));
    const [code, told] = await run("verify-checkpoint", file, ...trusted, "-o", "json");
    expect(code).to.equal(EXIT.ok);
    expect(JSON.parse(told)).to.include({ final: true, height: "600", absent: 30 });
    writeFileSync(file, "{");
    expect((await run("verify-checkpoint", file, ...trusted))[0]).to.equal(EXIT.refused);
    writeFileSync(file, "{}");
    expect((await run("verify-checkpoint", file, ...trusted))[0]).to.equal(EXIT.failure);
    expect((await run("verify-checkpoint", `${file}.no`, ...trusted))[0]).to.equal(EXIT.failure);
    const short = ["--commitment", "12"];
    expect((await run("verify-checkpoint", file, ...short))[0]).to.equal(EXIT.usage);
    expect((await run("verify-checkpoint", file))[0]).to.equal(EXIT.usage);
  });
});
