/**
 * Proofs of our stores, and damage to them, before three verifiers: ours, the one in Go that IBC
 * uses, and the one in Rust. The latter are built from their pinned modules in test/interop.
 */
import { expect } from "chai";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import type { Store } from "../../app/store/multistore.ts";
import { goVerifier, type ProofVerifier, rustVerifier } from "../interop/verifiers.ts";
import { changesFrom } from "../app/store/kit.ts";
import { damagedClaims } from "../kit/damagedClaims.ts";
import {
  claimsOf,
  keysAndGaps,
  ownVerdict,
  type ProofClaim,
  saysTheSame,
} from "../kit/proofClaims.ts";
import { Prng } from "../kit/prng.ts";

const PAIRS = 500;
const DAMAGED = 4_000;
const BUILD_MS = 300_000;

/** Three stores at two heights: half of a large one is changed in the second block. */
function filledStore(): Store {
  const pairs = (from: number, to: number, text: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, at) => [
        hex(sha256(utf8(`${from + at}`))),
        hex(utf8(`${text} ${at}`)),
      ]),
    );
  const store = openMemoryStore({ storeNames: ["auth", "bank", "tasks"], keptVersions: 2 });
  const first = { bank: pairs(0, PAIRS, "first"), tasks: { "01": "02" }, auth: { "03": "04" } };
  store.apply(changesFrom(first), 1n);
  store.commit();
  store.apply(changesFrom({ bank: pairs(PAIRS / 2, PAIRS + 100, "second") }), 2n);
  store.commit();
  return store;
}

/** What the proofs of every key and every gap say, at both heights. */
function allClaims(store: Store): ProofClaim[] {
  const claims: ProofClaim[] = [];
  for (const height of [1n, 2n]) {
    const appHash = store.at(height)?.appHash ?? new Uint8Array(0);
    for (const name of store.storeNames) {
      for (const key of keysAndGaps(store, name, height)) {
        claims.push(...claimsOf(store.prove(height, name, key), appHash));
      }
    }
  }
  return claims;
}

describe("ICS-23 proofs before other verifiers", function () {
  this.timeout(BUILD_MS);
  const claims = allClaims(filledStore());
  const verifiers: ProofVerifier[] = [];

  before(() => {
    verifiers.push(goVerifier(), rustVerifier());
  });

  it("are accepted for every key and every gap, at past heights too", () => {
    expect(claims.length).to.be.greaterThan(4 * PAIRS);
    expect(claims.filter((claim) => !ownVerdict(claim))).to.deep.equal([]);
    for (const { name, judge } of verifiers) {
      expect(judge(claims).indexOf(false), name).to.equal(-1);
    }
  });

  it("are refused for another root, key or value", () => {
    const lies = claims.flatMap((claim) => [
      { ...claim, root: hex(sha256(utf8(claim.root))) },
      // That a key behind an absent one is absent too is no lie.
      ...(claim.value === "" ? [] : [{ ...claim, key: `${claim.key}01` }]),
      { ...claim, value: claim.value === "" ? "aa" : `${claim.value}00` },
    ]);
    expect(lies.filter((claim) => ownVerdict(claim))).to.deep.equal([]);
    for (const { name, judge } of verifiers) {
      expect(judge(lies).indexOf(true), name).to.equal(-1);
    }
  });

  it("are refused when they are damaged, or swapped between keys", () => {
    const pairs = damagedClaims(claims, DAMAGED, new Prng(23));
    expect(pairs.filter(({ damaged }) => ownVerdict(damaged))).to.deep.equal([]);
    for (const { name, judge } of verifiers) {
      const verdicts = judge(pairs.map(({ damaged }) => damaged));
      const accepted = pairs.filter((_, at) => verdicts[at]);
      const lies = accepted.filter(({ claim, damaged }) => !saysTheSame(claim, damaged));
      expect(lies, name).to.deep.equal([]);
    }
  });
});
