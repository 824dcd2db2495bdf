/** Proofs of our stores before the Go verifier that IBC uses, built from its pinned module. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import type { StoreProof } from "../../app/store/proof.ts";
import { CommitmentProof } from "../../proto/gen/cosmos/ics23/v1/proofs.ts";
import { changesFrom, temporaryFolder } from "../app/store/kit.ts";

const PAIRS = 500;
const source = fileURLToPath(new URL("./ics23go", import.meta.url));

interface Claim {
  readonly spec: "iavl" | "tendermint";
  readonly root: string;
  readonly key: string;
  /** Empty for an absence. */
  readonly value: string;
  readonly proof: string;
}

/** The two claims that a proof of a store makes, from the key and from the store. */
function claimsOf(proof: StoreProof, appHash: Uint8Array): Claim[] {
  const [iavl, simple] = proof.ops;
  if (iavl === undefined || simple === undefined) throw new Error("two operations were expected");
  const storeRoot = hex(CommitmentProof.decode(simple.data).exist?.value ?? new Uint8Array(0));
  return [
    {
      spec: "iavl",
      root: storeRoot,
      key: hex(iavl.key),
      value: hex(proof.value ?? new Uint8Array(0)),
      proof: hex(iavl.data),
    },
    {
      spec: "tendermint",
      root: hex(appHash),
      key: hex(simple.key),
      value: storeRoot,
      proof: hex(simple.data),
    },
  ];
}

/** All claims for every key of the state and a gap behind each. */
function allClaims(): Claim[] {
  const pairs: Record<string, string> = {};
  for (let i = 0; i < PAIRS; i += 1) pairs[hex(sha256(utf8(`${i}`)))] = hex(utf8(`value ${i}`));
  const store = openMemoryStore({ storeNames: ["auth", "bank", "tasks"] });
  store.apply(changesFrom({ bank: pairs, tasks: { "01": "02" }, auth: { "03": "04" } }), 1n);
  store.commit();
  const { appHash } = store.latest();
  const claims: Claim[] = [];
  for (const name of store.storeNames) {
    for (const [key] of store.latest().iterate(name, {})) {
      const gap = Uint8Array.from([...key, 0]);
      for (const asked of [key, gap])
        claims.push(...claimsOf(store.prove(1n, name, asked), appHash));
    }
  }
  return claims;
}

describe("the Go verifier of ICS-23", () => {
  it("accepts every proof of our stores and refuses each when the root is another", () => {
    const folder = temporaryFolder();
    try {
      const program = join(folder.path, "ics23go");
      execFileSync("go", ["build", "-o", program, "."], { cwd: source, stdio: "pipe" });
      const claims = allClaims();
      const lies = claims.map((claim) => ({ ...claim, root: hex(sha256(utf8(claim.root))) }));
      const input = [...claims, ...lies].map((claim) => `${JSON.stringify(claim)}\n`).join("");
      const verdicts = execFileSync(program, { input, encoding: "utf8", maxBuffer: 2 ** 26 })
        .split("\n")
        .slice(0, -1);
      expect(claims).to.have.length(4 * (PAIRS + 2));
      expect(new Set(verdicts.slice(0, claims.length))).to.deep.equal(new Set(["ok"]));
      expect(new Set(verdicts.slice(claims.length))).to.deep.equal(new Set(["refused"]));
      expect(verdicts).to.have.length(2 * claims.length);
    } finally {
      folder.remove();
    }
  });
});
