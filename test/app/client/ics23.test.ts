/** The proof verifier on the published vectors, on damage to them, and on crafted lies. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import {
  existenceRoot,
  iavlSpec,
  type ProofSpec,
  tendermintSpec,
  verifyAbsence,
  verifyExistence,
} from "../../../app/client/ics23.ts";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import {
  CommitmentProof,
  type ExistenceProof,
  type InnerOp,
} from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";

interface Vector {
  readonly name: string;
  readonly root: string;
  readonly key: string;
  readonly value: string;
  readonly proof: string;
}

const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../vectors/ics23/published.json", import.meta.url), "utf8"),
);

function specOf(vector: Vector): ProofSpec {
  return vector.name.startsWith("iavl") ? iavlSpec : tendermintSpec;
}

function verify(vector: Vector, proof: CommitmentProof): void {
  const root = fromHex(vector.root);
  const key = fromHex(vector.key);
  if (vector.value === "") {
    if (proof.nonexist === undefined) throw new ProofError("not an absence");
    verifyAbsence(specOf(vector), root, proof.nonexist, key);
  } else {
    if (proof.exist === undefined) throw new ProofError("not an existence");
    verifyExistence(specOf(vector), root, proof.exist, { key, value: fromHex(vector.value) });
  }
}

function isAccepted(vector: Vector, bytes: Uint8Array): boolean {
  try {
    verify(vector, CommitmentProof.decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function vector(name: string): Vector {
  const found = vectors.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}

function existence(name: string): { vector: Vector; proof: ExistenceProof } {
  const proof = CommitmentProof.decode(fromHex(vector(name).proof)).exist;
  if (proof === undefined) throw new Error("not an existence");
  return { vector: vector(name), proof };
}

describe("the published ICS-23 vectors", () => {
  for (const one of vectors) {
    it(`accepts ${one.name} and re-encodes it byte for byte`, () => {
      const bytes = fromHex(one.proof);
      const proof = CommitmentProof.decode(bytes);
      verify(one, proof);
      expect(CommitmentProof.encode(proof)).to.deep.equal(bytes);
    });

    it(`refuses ${one.name} with any byte changed`, () => {
      const bytes = fromHex(one.proof);
      const accepted: number[] = [];
      for (let at = 0; at < bytes.length; at += 1) {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (bytes[at] as number) ^ 0x04;
        if (isAccepted(one, damaged)) accepted.push(at);
      }
      expect(accepted).to.deep.equal([]);
    });

    it(`refuses ${one.name} for another root or key`, () => {
      const proof = CommitmentProof.decode(fromHex(one.proof));
      expect(() => verify({ ...one, root: "00".repeat(32) }, proof)).to.throw(ProofError);
      const side = proof.exist ?? proof.nonexist?.left ?? proof.nonexist?.right;
      const present = Buffer.from(side?.key ?? []).toString("hex");
      const key = one.value === "" ? present : `${one.key}00`;
      expect(() => verify({ ...one, key }, proof)).to.throw(ProofError);
    });
  }
});

describe("verifyAbsence", () => {
  it("refuses neighbours with a leaf between them", () => {
    const { vector: left, proof: first } = existence("iavl/exist_left");
    const key = Uint8Array.from([...first.key, 0]);
    const alone = { key, left: first, right: undefined };
    const root = fromHex(left.root);
    expect(() => verifyAbsence(iavlSpec, root, alone, key)).to.throw(ProofError, "between");
    const { proof: last } = existence("iavl/exist_right");
    const before = { key: new Uint8Array([1]), left: undefined, right: last };
    const itsRoot = existenceRoot(iavlSpec, last);
    expect(() => verifyAbsence(iavlSpec, itsRoot, before, before.key)).to.throw(
      ProofError,
      "between",
    );
    const gap = { key, left: first, right: first };
    expect(() => verifyAbsence(iavlSpec, root, gap, key)).to.throw(ProofError);
    const nothing = { key, left: undefined, right: undefined };
    expect(() => verifyAbsence(iavlSpec, root, nothing, key)).to.throw(ProofError, "neighbour");
  });
});

describe("existenceRoot", () => {
  const { proof } = existence("iavl/exist_middle");
  const first = proof.path[0] as InnerOp;
  const withFirst = (op: InnerOp): ExistenceProof => ({
    ...proof,
    path: [op, ...proof.path.slice(1)],
  });
  const prefixed = (...bytes: number[]): InnerOp => ({ ...first, prefix: Uint8Array.from(bytes) });
  const leaf = (change: object): ExistenceProof => ({
    ...proof,
    leaf: { ...(proof.leaf as NonNullable<ExistenceProof["leaf"]>), ...change },
  });

  const refused: readonly (readonly [what: string, proof: ExistenceProof, why: string])[] = [
    ["no leaf operation", { ...proof, leaf: undefined }, "missing"],
    ["an empty value", { ...proof, value: new Uint8Array(0) }, "empty"],
    ["an empty key", { ...proof, key: new Uint8Array(0) }, "empty"],
    ["a leaf of another hash", leaf({ hash: 2 }), "SHA-256"],
    ["a hashed key", leaf({ prehashKey: 1 }), "keys"],
    ["a plain value", leaf({ prehashValue: 0 }), "values"],
    ["no lengths", leaf({ length: 0 }), "varints"],
    ["a leaf that begins like a node", leaf({ prefix: fromHex("020202") }), "begins with 0"],
    ["a leaf with more numbers", leaf({ prefix: fromHex("00020202") }), "three numbers"],
    ["a leaf of size 2", leaf({ prefix: fromHex("000402") }), "size 1"],
    ["a leaf without a version", leaf({ prefix: fromHex("0002") }), "cut off"],
    ["a leaf of version -1", leaf({ prefix: fromHex("000201") }), "negative"],
    ["a node of another hash", withFirst({ ...first, hash: 3 }), "SHA-256"],
    ["a node that begins like a leaf", withFirst(prefixed(0, 4, 2, 32)), "like a leaf"],
    ["a node without a length byte", withFirst(prefixed(2, 4, 2)), "between"],
    ["a node of negative size", withFirst(prefixed(2, 3, 2, 32)), "negative"],
    ["bytes before the children", withFirst(prefixed(2, 4, 2, 9, 9, 32)), "between"],
    ["a number of 70 bits", withFirst(prefixed(...Array(10).fill(255), 32)), "64 bits"],
    ["a suffix that is no child", withFirst({ ...first, suffix: new Uint8Array(66) }), "parent"],
    ["a long path", { ...proof, path: Array<InnerOp>(129).fill(first) }, "long"],
    ["a path above its heights", { ...proof, path: [...proof.path, first] }, "lower"],
  ];
  for (const [what, damaged, why] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => existenceRoot(iavlSpec, damaged)).to.throw(ProofError, why);
    });
  }

  it("refuses a simple Merkle node or leaf that begins otherwise", () => {
    const { proof: simple } = existence("tendermint/exist_left");
    const node = { ...(simple.path[0] as InnerOp), prefix: new Uint8Array([2]) };
    const other = { ...simple, path: [node] };
    expect(() => existenceRoot(tendermintSpec, other)).to.throw(ProofError, "begins with 1");
    const leafOp = {
      ...(simple.leaf as NonNullable<ExistenceProof["leaf"]>),
      prefix: fromHex("0001"),
    };
    const longer = { ...simple, leaf: leafOp };
    expect(() => existenceRoot(tendermintSpec, longer)).to.throw(ProofError, "behind the 0");
  });
});
