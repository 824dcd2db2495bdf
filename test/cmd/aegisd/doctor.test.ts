/** `aegisd doctor`: a home that is well, and each thing that can be wrong with one. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keySigner } from "../../../app/client/sign.ts";
import { buildModules } from "../../../app/modules.ts";
import { homeFindings } from "../../../cmd/aegisd/doctor/home.ts";
import { machineFindings } from "../../../cmd/aegisd/doctor/machine.ts";
import type { Finding } from "../../../cmd/aegisd/doctor/finding.ts";
import { addBalance, addValidator } from "../../../cmd/aegisd/genesis/change.ts";
import { newGenesis, writeGenesis } from "../../../cmd/aegisd/genesis/document.ts";
import { validatorOfHome } from "../../../cmd/aegisd/genesis/validator.ts";
import { COMET_DEFAULTS } from "../../../cmd/aegisd/home/config.ts";
import { createHome } from "../../../cmd/aegisd/home/createHome.ts";
import { type HomePaths, homePaths } from "../../../cmd/aegisd/home/paths.ts";
import { healthAnswer, readiness } from "../../../cmd/aegisd/node/health.ts";

const STAKE = 1_000_000_000n;
const CHAIN_ID = "aegis-test-1";

describe("the doctor", () => {
  const folder = mkdtempSync(join(tmpdir(), "aegis-doctor-"));
  let home: string;
  let paths: HomePaths;
  let count = 0;

  beforeEach(() => {
    home = join(folder, `home${count++}`);
    createHome({ home, comet: { ...COMET_DEFAULTS, moniker: "one" }, app: {} });
    paths = homePaths(home);
    const operator = keySigner(new Uint8Array(32).fill(1)).address;
    const place = { home, operator, chainId: CHAIN_ID, stake: STAKE, moniker: "one" };
    const rich = addBalance(buildModules().manager.defaultGenesis(), operator, 2n * STAKE);
    const appState = addValidator(rich, validatorOfHome(place));
    writeGenesis(
      paths.genesis,
      newGenesis({ chainId: CHAIN_ID, genesisTime: new Date(0), appState }),
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const ills = async (): Promise<readonly Finding[]> =>
    (await homeFindings(home)).filter(({ state }) => state !== "ok");
  const change = (path: string, from: RegExp | string, to: string): void =>
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

  it("finds nothing wrong with a new home, and never shows a secret", async () => {
    const all = await homeFindings(home);
    expect(all.filter(({ state }) => state === "failed")).to.deep.equal([]);
    const { secret_key: secret } = JSON.parse(readFileSync(paths.blsKey, "utf8"));
    expect(JSON.stringify(all)).not.to.include(secret);
  });

  const cases: Readonly<Record<string, () => void>> = {
    permissions: () => chmodSync(paths.blsKey, 0o644),
    keys: () => rmSync(paths.validatorKey),
    genesis: () => change(paths.genesis, '"chain_id": "aegis-test-1"', '"chain_id": ""'),
    "app.toml": () => change(paths.appToml, "log-level", "log-levle"),
    invariants: () => change(paths.appToml, "check-invariants = false", "check-invariants = true"),
    "config.toml": () => writeFileSync(paths.configToml, "= nothing"),
    timeout_commit: () =>
      change(paths.configToml, /timeout_commit = .*/, 'timeout_commit = "10ms"'),
    pprof: () => change(paths.configToml, 'pprof_laddr = ""', 'pprof_laddr = "localhost:6060"'),
    cors: () =>
      change(paths.configToml, /cors_allowed_origins = .*/, 'cors_allowed_origins = ["*"]'),
    indexer: () => change(paths.configToml, 'indexer = "kv"', 'indexer = "null"'),
    "double-sign protection": () => rmSync(paths.validatorState),
  };
  for (const [name, harm] of Object.entries(cases)) {
    it(`names ${name}, and what to do`, async () => {
      harm();
      const found = (await ills()).find((one) => one.name === name);
      expect(found, JSON.stringify(await ills())).not.to.equal(undefined);
      expect(found?.advice?.length).to.be.greaterThan(10);
    });
  }

  it("says what to do where there is no home", async () => {
    const [only] = await homeFindings(join(folder, "nothing"));
    expect(only).to.include({ name: "home", state: "failed" });
    expect(only?.advice).to.include("aegisd init");
  });

  it("looks at the machine", async () => {
    const names = (await machineFindings()).map(({ name }) => name);
    expect(names).to.include.members(["CometBFT", "memory", "open files"]);
  });
});

describe("health", () => {
  const NOW = Date.parse("2026-01-01T00:01:00Z");
  const status = (change: object = {}): (() => Promise<unknown>) => {
    const sync = {
      catching_up: false,
      latest_block_time: "2026-01-01T00:00:55.5Z",
      latest_block_height: "10",
      ...change,
    };
    return async () => ({ sync_info: sync });
  };
  const asked = async (comet: () => Promise<unknown>, height = 10n): Promise<string> => {
    const { status: code, body } = await readiness({ height: () => height, comet }, NOW);
    return `${code} ${body.reasons.join("; ")}`;
  };

  it("is ready while the node follows the chain, and says what is missing", async () => {
    expect(await asked(status())).to.equal("200 ");
    expect(await asked(status(), 9n)).to.equal("200 ");
    expect(await asked(status(), 0n)).to.match(/^503 there is no block yet/);
    expect(await asked(status({ catching_up: true }))).to.equal("503 CometBFT is catching up");
    expect(await asked(status(), 5n)).to.equal("503 the application is 5 blocks behind CometBFT");
    const old = status({ latest_block_time: "2025-12-31T23:00:00Z" });
    expect(await asked(old)).to.equal("503 the latest block is old (3660 s)");
    expect(await asked(async () => ({}))).to.match(/^503 .*old \(unknown\)/);
    const silent = (): Promise<unknown> => Promise.reject(new Error("CometBFT does not answer"));
    expect(await asked(silent)).to.equal("503 CometBFT does not answer");
  });

  it("is alive even then, and knows no other path", async () => {
    const backend = { height: () => 3n, comet: () => Promise.reject(new Error("gone")) };
    expect((await healthAnswer(backend, "/health"))?.status).to.equal(200);
    expect((await healthAnswer(backend, "/ready"))?.status).to.equal(503);
    expect(healthAnswer(backend, "/")).to.equal(undefined);
  });
});
