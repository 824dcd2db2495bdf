/** Several operators make a genesis together: gentx, collect-gentxs, add-licences. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keySigner } from "../../../../app/client/sign.ts";
import { moduleAddress } from "../../../../app/lib/address.ts";
import { buildModules } from "../../../../app/modules.ts";
import { EXIT } from "../../../../cmd/aegisd/exit.ts";
import { balanceIn } from "../../../../cmd/aegisd/genesis/change.ts";
import { readGenesis } from "../../../../cmd/aegisd/genesis/document.ts";
import { checkFounder, makeGentx, readGentx } from "../../../../cmd/aegisd/genesis/gentx.ts";
import { genesisComplaints } from "../../../../cmd/aegisd/genesis/validate.ts";
import { readIdentity } from "../../../../cmd/aegisd/home/createHome.ts";
import { homePaths } from "../../../../cmd/aegisd/home/paths.ts";
import { runProgram } from "../../../../cmd/aegisd/program.ts";
import { GenesisState } from "../../../../proto/gen/aegis/staking/v1/genesis.ts";
import type { Validator } from "../../../../proto/gen/aegis/staking/v1/staking.ts";
import { Description } from "../../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { fakeIo } from "../fakeIo.ts";

const { modules } = buildModules().manager;
const CHAIN_ID = "aegis-together-1";
const NAMES = ["one", "two", "three", "four"] as const;
const STAKE = 5_000_000_000n;

describe("operators who make a genesis together", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "aegisd-gentx-"));
  const homeOf = (name: string): string => join(folder, name);
  const addresses = new Map<string, string>();
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function run(...argv: readonly string[]): Promise<{ code: number; err: string }> {
    const io = fakeIo();
    const code = await runProgram(io, modules, argv);
    return { code, err: io.written.err };
  }
  async function ok(...argv: readonly string[]): Promise<void> {
    const { code, err } = await run(...argv);
    expect(code, err).to.equal(EXIT.ok);
  }
  const test = ["--keyring-backend", "test"];
  const at = (name: string): string[] => ["--home", homeOf(name)];
  const genesisOf = (name: string) => readGenesis(homePaths(homeOf(name)).genesis);
  const gentxs = (): string => join(homePaths(homeOf("one")).config, "gentx");
  const fileOf = (name: string): string =>
    join(gentxs(), `gentx-${readIdentity(homeOf(name)).nodeId}.json`);

  before(async () => {
    for (const name of NAMES) {
      await ok("init", name, "--chain-id", CHAIN_ID, ...at(name));
      await ok("keys", "add", name, ...test, ...at(name));
      const io = fakeIo();
      await runProgram(io, modules, ["keys", "show", name, "-a", ...test, ...at(name)]);
      addresses.set(name, io.written.out.trim());
    }
    for (const name of NAMES) {
      const to = addresses.get(name) ?? "";
      await ok("genesis", "add-account", to, `${STAKE + 7n}uasi`, ...at("one"));
    }
    mkdirSync(gentxs(), { recursive: true });
    for (const name of NAMES) {
      if (name !== "one") {
        copyFileSync(homePaths(homeOf("one")).genesis, homePaths(homeOf(name)).genesis);
      }
      const more = name === "two" ? ["--commission-rate", "0.05", "--website", "w"] : [];
      const out = ["--output-document", fileOf(name), "--ip", "203.0.113.7"];
      await ok("genesis", "gentx", name, `${STAKE}uasi`, ...more, ...out, ...test, ...at(name));
    }
  });

  it("sign files that say nothing secret and are not overwritten", async () => {
    const { nodeId } = readIdentity(homeOf("one"));
    const text = readFileSync(fileOf("one"), "utf8");
    expect(text).to.include(`${nodeId}@203.0.113.7:26656`);
    const bls = JSON.parse(readFileSync(homePaths(homeOf("one")).blsKey, "utf8"));
    expect(text).not.to.include(bls.secret_key);
    const again = ["--output-document", fileOf("one"), ...test, ...at("one")];
    const refused = await run("genesis", "gentx", "one", `${STAKE}uasi`, ...again);
    expect(refused.err).to.include("--force replaces it");
    await ok("genesis", "gentx", "one", `${STAKE}uasi`, "--force", ...again);
    const poor = await run("genesis", "gentx", "one", `${STAKE + 8n}uasi`, "--force", ...again);
    expect(poor.err).to.include("add-account gives it more");
  });

  const broken: readonly [string, (json: Record<string, never>) => unknown, RegExp][] = [
    ["is no transaction", () => ({ a: 1 }), /not a transaction/],
    [
      "says something that nobody signed",
      (json) => JSON.parse(JSON.stringify(json).replace(`${STAKE}`, `${STAKE - 1n}`)),
      /signature is not that of its key/,
    ],
    [
      "holds one message only",
      (json) => {
        const body = json["body"] as unknown as { messages: unknown[] };
        return { ...json, body: { ...body, messages: body.messages.slice(0, 1) } };
      },
      /must hold MsgCreateValidator and MsgRegisterBlsKey/,
    ],
    ["has no signature", (json) => ({ ...json, signatures: [] }), /one signature/],
  ];
  for (const [name, make, reason] of broken) {
    it(`is refused whole, with the file's name, when one ${name}`, async () => {
      const before = readFileSync(homePaths(homeOf("one")).genesis, "utf8");
      const kept = readFileSync(fileOf("three"), "utf8");
      writeFileSync(fileOf("three"), JSON.stringify(make(JSON.parse(kept))));
      const { code, err } = await run("genesis", "collect-gentxs", ...at("one"));
      writeFileSync(fileOf("three"), kept);
      expect(code).to.equal(EXIT.failure);
      expect(err).to.match(reason).and.to.include(fileOf("three"));
      expect(readFileSync(homePaths(homeOf("one")).genesis, "utf8")).to.equal(before);
    });
  }

  it("is refused when an operator stands twice, or for another chain", async () => {
    const twice = join(gentxs(), "gentx-zz.json");
    copyFileSync(fileOf("two"), twice);
    const { err } = await run("genesis", "collect-gentxs", ...at("one"));
    rmSync(twice);
    expect(err).to.include(twice).and.to.include("are a validator already");
    const genesis = homePaths(homeOf("one")).genesis;
    const kept = readFileSync(genesis, "utf8");
    writeFileSync(genesis, kept.replace(CHAIN_ID, "aegis-apart-1"));
    const other = await run("genesis", "collect-gentxs", ...at("one"));
    writeFileSync(genesis, kept);
    expect(other.err).to.include("for aegis-apart-1");
    const none = ["--gentx-dir", homeOf("one")];
    expect((await run("genesis", "collect-gentxs", ...none, ...at("one"))).code).to.equal(1);
  });

  const rules: readonly [string, Record<string, string>, Partial<Validator>, RegExp][] = [
    ["a rate that is too low", { min_commission_rate: `11${"0".repeat(16)}` }, {}, /at least 0.11/],
    ["a promise that is too small", { min_self_stake: "1000001" }, {}, /at least 1000001/],
    ["a stake that gives no power", {}, { tokens: 999_999n }, /at least 1000000uasi/],
  ];
  for (const [name, params, change, reason] of rules) {
    it(`are refused for ${name}, as they would be later`, () => {
      const document = genesisOf("one");
      const json = JSON.parse(readFileSync(fileOf("one"), "utf8"));
      const { validator } = readGentx(json, CHAIN_ID);
      const staking = document.app_state["staking"] as { readonly params: object };
      const changed = { ...staking, params: { ...staking.params, ...params } };
      const state = { ...document.app_state, staking: changed };
      expect(() => checkFounder(document.app_state, validator)).not.to.throw();
      expect(() => checkFounder(state, { ...validator, ...change })).to.throw(reason);
    });
  }

  it("get nothing but a node's address into anybody's config.toml", async () => {
    const ip = 'h:1"\npriv_validator_laddr = "tcp://0.0.0.0:9999';
    const said = ["--ip", ip, "--output-document", join(folder, "evil.json")];
    const { code, err } = await run(
      ...["genesis", "gentx", "two", `${STAKE}uasi`, ...said, ...test, ...at("two")],
    );
    expect(code).to.equal(EXIT.failure);
    expect(err).to.include("not a node's address");
    const tx = makeGentx({
      home: homeOf("two"),
      chainId: CHAIN_ID,
      signer: keySigner(new Uint8Array(32).fill(1)),
      amount: STAKE,
      description: Description.create({ moniker: "evil" }),
      commission: { rate: "0", maxRate: "0", maxChangeRate: "0" },
      minSelfDelegation: 1_000_000n,
      peer: `${readIdentity(homeOf("two")).nodeId}@${ip}:1`,
    });
    expect(() => readGentx(Tx.toJson(tx), CHAIN_ID)).to.throw(/not a node's address/);
  });

  it("change nothing when config.toml cannot be, so that it can be tried again", async () => {
    const { genesis, configToml } = homePaths(homeOf("one"));
    const [before, kept] = [genesis, configToml].map((path) => readFileSync(path, "utf8"));
    writeFileSync(configToml, `${kept}`.replace("persistent_peers =", "persistent_peers="));
    const { err } = await run("genesis", "collect-gentxs", ...at("one"));
    writeFileSync(configToml, `${kept}`);
    expect(err).to.include("has no persistent_peers");
    expect(readFileSync(genesis, "utf8")).to.equal(before);
  });

  it("become its validators, with what they said", async () => {
    await ok("genesis", "collect-gentxs", ...at("one"));
    const document = genesisOf("one");
    expect(genesisComplaints(document)).to.deep.equal([]);
    const { validators } = GenesisState.fromJson(document.app_state["staking"]);
    expect(validators).to.have.lengthOf(4);
    const two = validators.find(({ operator }) => operator === addresses.get("two"));
    expect(two).to.include({ commissionRate: `5${"0".repeat(16)}`, tokens: STAKE });
    expect(two?.description).to.include({ moniker: "two", website: "w" });
    expect(balanceIn(document.app_state, addresses.get("two") ?? "")).to.equal(7n);
    expect(validators.map(({ slot }) => slot)).to.deep.equal([0, 1, 2, 3]);
    const config = readFileSync(homePaths(homeOf("one")).configToml, "utf8");
    for (const name of NAMES.slice(1)) expect(config).to.include(readIdentity(homeOf(name)).nodeId);
    expect(config).not.to.include(`${readIdentity(homeOf("one")).nodeId}@`);
  });

  it("get licences from a list", async () => {
    const csv = join(folder, "owners.csv");
    const [one = "", two = ""] = NAMES.map((name) => addresses.get(name));
    writeFileSync(csv, `owner,count\r\n# founders\r\n${one},3\r\n\r\n${two} # one\r\n`);
    await ok("genesis", "add-licences", csv, "--stake", "1000000uasi", ...at("one"));
    const document = genesisOf("one");
    expect(genesisComplaints(document)).to.deep.equal([]);
    const staking = GenesisState.fromJson(document.app_state["staking"]);
    expect(staking.licences.map(({ owner }) => owner)).to.deep.equal([one, one, one, two]);
    expect(staking.licenceTotals?.issued).to.equal(4);
    const account = moduleAddress("staking_licences");
    expect(balanceIn(document.app_state, account)).to.equal(4_000_000n);
    await ok("genesis", "add-licences", csv, ...at("one"));
    const { licences } = GenesisState.fromJson(genesisOf("one").app_state["staking"]);
    expect(licences.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  const lists: readonly [string, (owner: string) => string, RegExp][] = [
    ["an address that is none", (owner) => `${owner}\nalice,2\n`, /line 2: "alice"/],
    ["a count that is none", (owner) => `owner,count\n${owner},x\n`, /line 2: "x"/],
    ["no licences", (owner) => `${owner},0\n`, /line 1: "0"/],
    ["a third column", (owner) => `${owner},1,2\n`, /line 1: expected/],
    ["too many", (owner) => `${owner},40000\n${owner},8001\n`, /line 2: .* at most 48000/],
    ["too many with those there are", (owner) => `${owner},47999\n`, /at most 48000/],
    ["nobody", () => "owner,count\n", /names no owner/],
  ];
  for (const [name, text, reason] of lists) {
    it(`refuse a list with ${name}, and write nothing`, async () => {
      const csv = join(folder, "wrong.csv");
      writeFileSync(csv, text(addresses.get("one") ?? ""));
      const before = readFileSync(homePaths(homeOf("one")).genesis, "utf8");
      const { code, err } = await run("genesis", "add-licences", csv, ...at("one"));
      expect(code).to.equal(EXIT.failure);
      expect(err).to.match(reason).and.to.include(csv);
      expect(readFileSync(homePaths(homeOf("one")).genesis, "utf8")).to.equal(before);
    });
  }

  it("refuse another stake than that of the licences that there are", async () => {
    const csv = join(folder, "one.csv");
    writeFileSync(csv, `${addresses.get("one")}\n`);
    const { err } = await run("genesis", "add-licences", csv, "--stake", "5uasi", ...at("one"));
    expect(err).to.include("stand for 1000000uasi each already");
    expect((await run("genesis", "add-licences", `${csv}.no`, ...at("one"))).code).to.equal(1);
  });
});
