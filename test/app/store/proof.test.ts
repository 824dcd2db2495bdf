/** Proofs of our stores before two verifiers: ours, and the one of the ics23 npm package. */
import * as oracle from "@confio/ics23";
import { expect } from "chai";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { verifyStateProof } from "../../../app/client/stateProof.ts";
import { hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { StoreError } from "../../../app/store/errors.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import type { Store } from "../../../app/store/multistore.ts";
import type { StoreProof } from "../../../app/store/proof.ts";
import { CommitmentProof } from "../../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { changesFrom } from "./kit.ts";

/** Stores of 0, 1, 2, 7 and 200 pairs. */
function filledStore(): Store {
  const pairs = (count: number): Record<string, string> => {
    const made: Record<string, string> = {};
    for (let i = 0; i < count; i += 1)
      made[hex(sha256(utf8(`key ${i}`)))] = hex(utf8(`value ${i}`));
    return made;
  };
  const store = openMemoryStore({ storeNames: ["two", "none", "one", "many", "seven"] });
  store.apply(changesFrom({ one: pairs(1), two: pairs(2), seven: pairs(7), many: pairs(200) }), 1n);
  store.commit();
  return store;
}

/** Every key of the store, and one between each two, before the first and behind the last. */
function questions(store: Store, name: string): Uint8Array[] {
  const keys = [...store.latest().iterate(name, {})].map(([key]) => key);
  const gaps = keys.map((key) => Uint8Array.from([...key, 7]));
  return [new Uint8Array([0]), ...keys, ...gaps];
}

function oracleAccepts(proof: StoreProof, appHash: Uint8Array, key: Uint8Array): boolean {
  const [iavl, simple] = proof.ops.map(({ data }) => oracle.ics23.CommitmentProof.decode(data));
  const root = iavl?.exist ?? iavl?.nonexist?.left ?? iavl?.nonexist?.right;
  const storeRoot = simple?.exist?.value;
  if (!iavl || !simple || !root || !storeRoot) return false;
  const below =
    proof.value === undefined
      ? oracle.verifyNonMembership(iavl, oracle.iavlSpec, storeRoot, key)
      : oracle.verifyMembership(iavl, oracle.iavlSpec, storeRoot, key, proof.value);
  const name = proof.ops[1]?.key ?? new Uint8Array(0);
  return below && oracle.verifyMembership(simple, oracle.tendermintSpec, appHash, name, storeRoot);
}

describe("Store.prove", () => {
  const store = filledStore();
  const { appHash } = store.latest();

  for (const name of ["one", "two", "seven", "many"]) {
    it(`proves every key and every gap of store "${name}" to both verifiers`, () => {
      for (const key of questions(store, name)) {
        const proof = store.prove(1n, name, key);
        expect(proof.value).to.deep.equal(store.latest().get(name, key));
        expect(proof.ops.map(({ type }) => type)).to.deep.equal(["ics23:iavl", "ics23:simple"]);
        expect(proof.ops.map((op) => hex(op.key))).to.deep.equal([hex(key), hex(utf8(name))]);
        verifyStateProof({ appHash, store: name, key, value: proof.value }, proof.ops);
        expect(oracleAccepts(proof, appHash, key), `${name} ${hex(key)}`).to.equal(true);
      }
    });
  }

  it("encodes as the ics23 package does", () => {
    const [key] = questions(store, "seven").slice(-1);
    for (const { data } of store.prove(1n, "seven", key as Uint8Array).ops) {
      const decoded = oracle.ics23.CommitmentProof.decode(data);
      const again = oracle.ics23.CommitmentProof.encode(decoded).finish();
      expect(hex(again)).to.equal(hex(data));
      expect(CommitmentProof.decode(data)).to.not.equal(undefined);
    }
  });

  it("proves an empty store by its root alone", () => {
    const key = utf8("anything");
    const { value, ops } = store.prove(1n, "none", key);
    expect(value).to.equal(undefined);
    expect(ops.map(({ type }) => type)).to.deep.equal(["ics23:simple"]);
    verifyStateProof({ appHash, store: "none", key, value }, ops);
    const claim = { appHash, store: "none", key, value: utf8("x") };
    expect(() => verifyStateProof(claim, ops)).to.throw(ProofError, "no value");
    const full = store.prove(1n, "one", key).ops.slice(1);
    const lie = { appHash, store: "one", key, value: undefined };
    expect(() => verifyStateProof(lie, full)).to.throw(ProofError, "not empty");
  });

  it("proves nothing else than what was asked", () => {
    const [present, absent] = [questions(store, "many")[1], utf8("absent")] as [
      Uint8Array,
      Uint8Array,
    ];
    const proof = store.prove(1n, "many", present);
    const { value, ops } = proof;
    const gap = store.prove(1n, "many", absent).ops;
    const claim = { appHash, store: "many", key: present, value };
    verifyStateProof(claim, ops);
    const otherOps = store.prove(1n, "seven", present).ops;
    const lies: readonly (readonly [what: string, lie: () => void])[] = [
      ["another value", () => verifyStateProof({ ...claim, value: utf8("x") }, ops)],
      ["no value", () => verifyStateProof({ ...claim, value: undefined }, ops)],
      ["a value for an absence", () => verifyStateProof({ ...claim, key: absent }, gap)],
      ["another key", () => verifyStateProof({ ...claim, key: absent }, ops)],
      ["another store", () => verifyStateProof({ ...claim, store: "seven" }, ops)],
      ["another app hash", () => verifyStateProof({ ...claim, appHash: sha256(appHash) }, ops)],
      ["no operations", () => verifyStateProof(claim, [])],
      ["one operation", () => verifyStateProof(claim, ops.slice(0, 1))],
      ["operations in reverse", () => verifyStateProof(claim, [...ops].reverse())],
      ["three operations", () => verifyStateProof(claim, [...ops, ...ops.slice(1)])],
      [
        "parts of two proofs",
        () => verifyStateProof(claim, [...ops.slice(0, 1), ...otherOps.slice(1)]),
      ],
      [
        "garbage",
        () =>
          verifyStateProof(
            claim,
            ops.map((op) => ({ ...op, data: op.data.slice(1) })),
          ),
      ],
    ];
    for (const [what, lie] of lies) expect(lie, what).to.throw(ProofError);
  });

  it("is refused for a height that is not kept", () => {
    expect(() => store.prove(2n, "one", utf8("a")))
      .to.throw(StoreError, "ask between 1 and 1")
      .with.property("code", "pruned");
  });
});
