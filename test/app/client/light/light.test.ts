/** Hashes of headers against CometBFT's own vector, and what is made of its JSON. */
import { expect } from "chai";
import { commitPower } from "../../../../app/client/light/commit.ts";
import { LightJsonError, lightBlockFromRpc } from "../../../../app/client/light/fromRpc.ts";
import { headerHash, validatorsHash } from "../../../../app/client/light/hash.ts";
import { decodeLightBlock, encodeLightBlock } from "../../../../app/client/light/types.ts";
import { hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { LightBlock } from "../../../../proto/gen/tendermint/types/light.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import { headerWith, signedBlock, signingValidators, type Vote } from "../../../kit/lightBlocks.ts";

describe("headers", () => {
  it("have the hash that CometBFT's own test expects", () => {
    const hashOf = (text: string): Uint8Array => sha256(utf8(text));
    const zeros = new Uint8Array(32);
    const header = {
      version: { block: 1n, app: 2n },
      chainId: "chainId",
      height: 3n,
      time: { seconds: BigInt(Date.UTC(2019, 9, 13, 16, 14, 44) / 1_000), nanos: 0 },
      lastBlockId: { hash: zeros, partSetHeader: { total: 6, hash: zeros } },
      lastCommitHash: hashOf("last_commit_hash"),
      dataHash: hashOf("data_hash"),
      validatorsHash: hashOf("validators_hash"),
      nextValidatorsHash: hashOf("next_validators_hash"),
      consensusHash: hashOf("consensus_hash"),
      appHash: hashOf("app_hash"),
      lastResultsHash: hashOf("last_results_hash"),
      evidenceHash: hashOf("evidence_hash"),
      proposerAddress: hashOf("proposer_address").slice(0, 20),
    };
    expect(hex(headerHash(header))).to.equal(
      "f740121f553b5418c3efbd343c2dbfe9e007bb67b0d020a0741374bab65242a4",
    );
  });

  it("hash no validators as nothing, and tell order and power apart", () => {
    const [a, b] = signingValidators("a", [1n, 2n]);
    if (a === undefined || b === undefined) throw new Error("two validators");
    expect(hex(validatorsHash([]))).to.equal(hex(sha256(new Uint8Array(0))));
    const hashes = [[a, b], [b, a], [a], [{ ...a, power: 3n }, b]].map(validatorsHash).map(hex);
    expect(new Set(hashes).size).to.equal(4);
  });
});

describe("light blocks", () => {
  const validators = signingValidators("a", [3n, 2n, 1n]);
  const votes: readonly Vote[] = ["commit", "nil", "absent"];
  const block = signedBlock(headerWith(validators), validators, (at) => votes[at] ?? "commit");

  it("have one encoding, without what nothing covers", () => {
    const bytes = encodeLightBlock(block);
    expect(decodeLightBlock(bytes)).to.deep.equal(block);
    const { signedHeader, validatorSet } = LightBlock.decode(bytes);
    const others = [
      LightBlock.encode({ signedHeader, validatorSet: undefined }).slice(1),
      LightBlock.encode({ signedHeader: undefined, validatorSet }),
      LightBlock.encode({
        signedHeader,
        validatorSet: validatorSet && { ...validatorSet, totalVotingPower: 6n },
      }),
      LightBlock.encode({
        signedHeader,
        validatorSet: validatorSet && {
          ...validatorSet,
          validators: validatorSet.validators.map((one) => ({ ...one, pubKey: undefined })),
        },
      }),
    ];
    for (const other of others) expect(() => decodeLightBlock(other)).to.throw(WireError);
  });

  it("count the power of who signed the block, and check who signed for none", () => {
    const { commit } = block;
    const count = { count: 1, power: 3n, total: 6n };
    expect(commitPower("aegis-test-1", commit, validators)).to.deep.equal(count);
    expect(commitPower("aegis-test-2", commit, validators)).to.equal("bad_signature");
    expect(commitPower("aegis-test-1", commit, validators.slice(1))).to.equal("commit_malformed");
    const parts = commit.signatures;
    const changes = [
      parts.map((one) => ({ ...one, blockIdFlag: 4 })),
      parts.map((one) => ({ ...one, signature: one.signature.slice(1) })),
      parts.map((one) => ({ ...one, timestamp: undefined })),
      parts.map((one) => ({ ...one, validatorAddress: new Uint8Array(20) })),
      parts.map((one, at) => (at === 2 ? { ...one, signature: new Uint8Array(64) } : one)),
    ];
    for (const signatures of changes) {
      expect(commitPower("aegis-test-1", { ...commit, signatures }, validators)).to.equal(
        "commit_malformed",
      );
    }
    const flags = parts.map((one, at) => (at === 1 ? { ...one, blockIdFlag: 2 } : one));
    expect(commitPower("aegis-test-1", { ...commit, signatures: flags }, validators)).to.equal(
      "bad_signature",
    );
  });

  it("are not made of JSON that is none of CometBFT's", () => {
    const header = { chain_id: "a" };
    const wrong: readonly unknown[] = [
      undefined,
      [],
      { signed_header: null },
      { signed_header: { header: {}, commit: {} } },
      { signed_header: { header: { ...header, version: { block: "x" } }, commit: {} } },
      { signed_header: { header: { ...header, version: {}, height: "1" }, commit: {} } },
    ];
    for (const commit of wrong) {
      expect(() => lightBlockFromRpc({ commit, validators: [] })).to.throw(LightJsonError);
    }
  });
});
