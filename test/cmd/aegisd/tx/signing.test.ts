/** `aegisd tx sign` and its like without a node: what one prints another takes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMultisigThresholdPubkey, pubkeyToAddress } from "@cosmjs/amino";
import { expect } from "chai";
import { buildModules } from "../../../../app/modules.ts";
import { EXIT } from "../../../../cmd/aegisd/exit.ts";
import { runProgram } from "../../../../cmd/aegisd/program.ts";
import { fakeIo } from "../fakeIo.ts";

const { modules } = buildModules().manager;
const NAMES = ["alice", "bob", "carol"] as const;
const PLACE = ["--offline", "--chain-id", "aegis-test-1", "-a", "7", "-s", "3"];

describe("aegisd tx on files", function () {
  this.timeout(60_000);
  let home = "";
  const keys = (): string[] => ["--home", home, "--keyring-backend", "test"];

  async function run(argv: readonly string[], input = "") {
    const io = fakeIo({ input });
    const code = await runProgram(io, modules, argv);
    return { code, ...io.written };
  }
  /** What a command prints; it must succeed. */
  async function succeed(argv: readonly string[], input = ""): Promise<string> {
    const { code, out, err } = await run(argv, input);
    expect(code, err).to.equal(EXIT.ok);
    return out;
  }
  const keysOf = async (...argv: string[]) =>
    JSON.parse(await succeed(["keys", ...argv, ...keys(), "-o", "json"])) as { address: string };
  /** Runs a command and keeps what it prints in a file. */
  async function file(name: string, argv: readonly string[]): Promise<string> {
    const path = join(home, name);
    writeFileSync(path, await succeed(argv));
    return path;
  }
  const sign = (path: string, from: string, ...more: string[]) => {
    return ["tx", "sign", path, "--from", from, ...PLACE, ...keys(), ...more];
  };
  /** An unsigned payment of `from`. */
  const payment = async (name: string, from: string) => {
    const { address } = await keysOf("show", "bob");
    const made = ["--generate-only", "--gas", "200000", "--note", "<a> & b", ...keys()];
    return file(name, ["tx", "bank", "send", from, address, "5uasi", ...made]);
  };
  const multiSign = (path: string, ...signatures: string[]) => {
    return ["tx", "multi-sign", path, "both", ...signatures, ...PLACE, ...keys()];
  };

  before(async () => {
    home = mkdtempSync(join(tmpdir(), "aegisd-tx-"));
    for (const name of NAMES) await keysOf("add", name);
    await keysOf("add", "both", "--multisig", NAMES.join(), "--multisig-threshold", "2");
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  describe("keys add --multisig", () => {
    it("makes the account that cosmjs makes of the same keys, in any order", async () => {
      const shown = (await keysOf("show", "both")) as { address: string; pubkey?: string };
      const { public_keys } = JSON.parse(shown.pubkey ?? "") as {
        public_keys: readonly { key: string }[];
      };
      const theirs = public_keys
        .map(({ key }) => ({ type: "tendermint/PubKeySecp256k1", value: key }))
        .toReversed();
      const key = createMultisigThresholdPubkey(theirs, 2);
      expect(shown.address).to.equal(pubkeyToAddress(key, "aegis"));
      const other = ["--multisig", "carol,alice,bob", "--multisig-threshold", "2"];
      expect((await keysOf("add", "other", ...other)).address).to.equal(shown.address);
      const plain = await keysOf("add", "unsorted", "--nosort", ...other);
      const again = await keysOf("add", "sorted-by-hand", "--nosort", ...other);
      expect(plain.address).to.equal(again.address);
      expect(shown).to.include({ type: "multi" });
    });

    it("takes members of whom only the public key is known", async () => {
      const { pubkey = "" } = (await keysOf("show", "carol")) as { pubkey?: string };
      const shown = await keysOf("add", "dave", "--pubkey", pubkey);
      expect(shown).to.include({ type: "offline" });
      await keysOf("add", "two", "--multisig", "alice,dave", "--multisig-threshold", "1");
      const path = await payment("dave.json", "dave");
      const { code, err } = await run(sign(path, "dave"));
      expect(code).to.equal(EXIT.key);
      expect(err).to.include("only the public key of dave is here");
    });

    const wrong: readonly (readonly [string, readonly string[]])[] = [
      ["without a threshold", ["--multisig", "alice,bob"]],
      [
        "with a threshold that the keys cannot reach",
        ["--multisig", "alice", "--multisig-threshold", "2"],
      ],
      ["with an unknown key", ["--multisig", "alice,nobody", "--multisig-threshold", "1"]],
      ["of a multisig", ["--multisig", "alice,both", "--multisig-threshold", "1"]],
      ["with --recover", ["--multisig", "alice", "--multisig-threshold", "1", "--recover"]],
    ];
    for (const [what, argv] of wrong) {
      it(`is refused ${what}`, async () => {
        const { code, out } = await run(["keys", "add", "wrong", ...argv, ...keys()]);
        expect(code).to.not.equal(EXIT.ok);
        expect(out).to.equal("");
      });
    }

    it("has no secret to export or to sign with", async () => {
      for (const argv of [
        ["keys", "export", "both"],
        sign(await payment("x.json", "both"), "both"),
      ]) {
        const { code, err } = await run(argv[0] === "keys" ? [...argv, ...keys()] : argv);
        expect(code).to.equal(EXIT.key);
        expect(err).to.include("multi-sign");
      }
    });
  });

  describe("one signature", () => {
    for (const mode of ["direct", "amino-json"]) {
      it(`is what the chain verifies (${mode})`, async () => {
        const path = await payment(`${mode}.json`, "alice");
        const signed = await file(`${mode}.signed.json`, sign(path, "alice", "--sign-mode", mode));
        const check = ["tx", "validate-signatures", signed, ...keys(), "-o", "json"];
        expect(JSON.parse(await succeed([...check, ...PLACE]))).to.have.property("valid", true);
        const elsewhere = [...check, ...PLACE.slice(0, -1), "4"];
        // The sequence stands in the transaction: in direct mode another one here changes nothing.
        expect((await run(elsewhere)).code).to.equal(mode === "direct" ? EXIT.ok : EXIT.refused);
        const chain = PLACE.map((word) => (word === "aegis-test-1" ? "other-1" : word));
        expect((await run([...check, ...chain])).code).to.equal(EXIT.refused);
        expect((await run(["tx", "validate-signatures", path, ...PLACE])).code).to.equal(
          EXIT.refused,
        );
      });
    }

    it("goes to bytes and back", async () => {
      const path = await payment("code.json", "alice");
      const signed = await file("code.signed.json", sign(path, "alice"));
      const bytes = (await succeed(["tx", "encode", signed])).trim();
      const text = readFileSync(signed, "utf8");
      expect(await succeed(["tx", "decode", bytes])).to.equal(text);
      const hex = Buffer.from(bytes, "base64").toString("hex");
      expect(await succeed(["tx", "decode", hex, "--hex"])).to.equal(text);
      expect(await succeed(["tx", "encode", "-"], text)).to.equal(`${bytes}\n`);
      for (const wrong of [
        ["decode", "!"],
        ["decode", "AAAA"],
        ["encode", home],
      ]) {
        expect((await run(["tx", ...wrong])).code).to.equal(EXIT.usage);
      }
      expect((await run(["tx", "encode", "-"], "{}x")).code).to.equal(EXIT.usage);
    });

    it("is refused of somebody who need not sign, and never overwrites a file", async () => {
      const path = await payment("mine.json", "alice");
      const { code, err } = await run(sign(path, "bob"));
      expect(code).to.equal(EXIT.key);
      expect(err).to.include("must sign this");
      const taken = await run(sign(path, "alice", "--output-document", path));
      expect(taken.code).to.equal(EXIT.usage);
      expect(
        (await run(["tx", "sign", path, "--from", "alice", "--offline", ...keys()])).code,
      ).to.equal(EXIT.usage);
    });

    it("comes for each line of a batch, with the next sequence", async () => {
      const lines = [await payment("l1.json", "alice"), await payment("l2.json", "alice")];
      const batch = join(home, "batch.jsonl");
      writeFileSync(batch, lines.map((line) => readFileSync(line, "utf8")).join(""));
      const argv = ["tx", "sign-batch", batch, "--from", "alice", ...PLACE, ...keys()];
      const signed = (await succeed(argv)).trim().split("\n");
      const sequences = signed.map(
        (line) =>
          (JSON.parse(line) as { auth_info: { signer_infos: { sequence: string }[] } }).auth_info
            .signer_infos[0]?.sequence,
      );
      expect(sequences).to.deep.equal(["3", "4"]);
    });
  });

  describe("multi-sign", () => {
    it("makes a transaction that the chain verifies of as many signatures as must be", async () => {
      const path = await payment("several.json", "both");
      const one = await file("one.json", sign(path, "alice", "--multisig", "both"));
      const two = await file("two.json", sign(path, "bob", "--multisig", "both"));
      const signed = await file("several.signed.json", multiSign(path, one, two));
      const check = ["tx", "validate-signatures", signed, ...PLACE];
      expect(await succeed(check)).to.include("valid: true");
      const few = await run(multiSign(path, one, one));
      expect(few.code).to.equal(EXIT.key);
      expect(few.err).to.include("1 of 2 signatures");
    });

    it("refuses signatures over something else, of strangers, and in another mode", async () => {
      const path = await payment("a.json", "both");
      const one = await file("a1.json", sign(path, "alice", "--multisig", "both"));
      const late = [...sign(path, "bob", "--multisig", "both"), "-s", "9"];
      const stale = await run(multiSign(path, one, await file("a2.json", late)));
      expect(stale.code).to.equal(EXIT.key);
      expect(stale.err).to.include("not a signature over this transaction");
      await keysOf("add", "eve");
      const { address } = await keysOf("show", "both");
      expect((await run(sign(path, "eve", "--multisig", "both"))).code).to.equal(EXIT.usage);
      const direct = await run(sign(path, "bob", "--multisig", address, "--sign-mode", "direct"));
      expect(direct.code).to.equal(EXIT.usage);
      expect((await run(multiSign(path, path))).code).to.equal(EXIT.usage);
      const single = ["tx", "multi-sign", path, "alice", one, ...PLACE, ...keys()];
      expect((await run(single)).code).to.equal(EXIT.usage);
    });
  });

  it("makes a transaction of an account whose key is elsewhere", async () => {
    const { address } = await keysOf("show", "alice");
    const argv = ["tx", "bank", "send", address, address, "5uasi", "--generate-only"];
    const empty = mkdtempSync(join(tmpdir(), "aegisd-none-"));
    const made = await run([...argv, "--gas", "9", "--home", empty]);
    rmSync(empty, { recursive: true, force: true });
    expect(made.code, made.err).to.equal(EXIT.ok);
    expect(made.out).to.include(address);
  });
});
