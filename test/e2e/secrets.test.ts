/**
 * No secret leaves its file: nodes, a resource daemon and the command line run for real, everything
 * logs at debug, and nothing that they write elsewhere holds a key, its words or a passphrase.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { USER_NAME, validatorName } from "../../localnet/layout.ts";
import { rpcUrl } from "../../localnet/setup.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { type Ended, PROJECT, Program } from "../kit/program.ts";

const PASSPHRASE = "a passphrase that nobody else has";
/** CometBFT reads its settings from the environment too. */
const DEBUG = {
  AEGISD_LOG_LEVEL: "debug",
  AEGIS_RESOURCE_LOG_LEVEL: "debug",
  CMT_LOG_LEVEL: "debug",
} as const;
/** Names of fields that hold a secret in the files of our programs and of CometBFT. */
const SECRET_FIELDS: ReadonlySet<string> = new Set(["secret", "secret_key", "priv_key"]);
const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A file's bytes as text; nothing when a running node has just renamed or deleted it. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** Texts of the secrets in a JSON value. */
function* secretsIn(value: unknown, isSecret = false): Generator<string> {
  if (typeof value === "string" && isSecret && value.length >= KEY_BYTES) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (name === "type") continue;
    yield* secretsIn(item, isSecret || SECRET_FIELDS.has(name));
  }
}

/** A secret as base64, and its key in every form in which a careless log could have it. */
function formsOf(text: string): readonly string[] {
  const isHex = /^[0-9a-f]{64}$/.test(text);
  const key = Buffer.from(text, isHex ? "hex" : "base64").subarray(0, KEY_BYTES);
  const hex = key.toString("hex");
  // The last characters of base64 depend on what follows.
  return [
    text,
    hex,
    hex.toUpperCase(),
    key.toString("base64").slice(0, 42),
    key.join(","),
    key.join(" "),
  ];
}

describe("secrets", function () {
  this.timeout(400_000);
  let network: TestNetwork;
  let url: string;
  /** Everything that was printed or logged, by where it came from. */
  const said = new Map<string, string>();
  const folder = mkdtempSync(join(tmpdir(), "aegis-secrets-"));
  /** Words of keys, by the command that showed them once. */
  const words: string[] = [];

  /** Runs `aegisd` as a process, and keeps what it says. */
  async function aegisd(...args: readonly string[]): Promise<Ended> {
    const program = ["--import=tsx", join(PROJECT, "cmd/aegisd/main.ts"), ...args];
    const env = { ...DEBUG, AEGIS_KEYRING_PASSPHRASE: PASSPHRASE };
    const ended = await new Program(process.execPath, program, env).ended;
    said.set(`aegisd ${args.join(" ")}`, `${ended.stdout}${ended.stderr}`);
    return ended;
  }

  before(async () => {
    Object.assign(process.env, DEBUG);
    network = await testNetwork({ name: "single", startedResourceNodes: 1 });
    url = rpcUrl(network.running.manifest, 0);
  });
  after(async () => {
    for (const name of Object.keys(DEBUG)) Reflect.deleteProperty(process.env, name);
    await network?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are shown once, when a key is made", async () => {
    await aegisd("init", "one", "--home", folder);
    const made = await aegisd("keys", "add", "alice", "--home", folder, "-o", "json");
    expect(made.code, made.stderr).to.equal(0);
    words.push((JSON.parse(made.stdout) as { mnemonic: string }).mnemonic);
    said.clear();
  });

  it("are not in what commands print", async () => {
    const { layout } = network.running;
    const own = ["--home", folder];
    await aegisd("keys", "list", ...own);
    const shown = await aegisd("keys", "show", "alice", ...own, "-o", "json");
    const { address } = JSON.parse(shown.stdout) as { address: string };
    await aegisd("doctor", ...own, "--node", url);
    await aegisd("doctor", "--home", layout.validator(0), "--node", url);
    await aegisd("status", "--node", url);
    const keyring = ["--home", layout.keyringHome, "--keyring-backend", "test"];
    const sending = ["tx", "bank", "send", USER_NAME, address, "5uasi", ...keyring];
    const sent = await aegisd(...sending, "--node", url, "-y", "--wait");
    expect(sent.code, sent.stderr).to.equal(0);
    // A wrong passphrase, a wrong home, and a transaction that nobody can pay.
    await aegisd("tx", "bank", "send", "alice", address, "5uasi", ...own, "--node", url, "-y");
    await aegisd("start", "--home", join(folder, "nowhere"));
    for (const [command, text] of said) {
      expect(text, command).not.to.include(PASSPHRASE);
      for (const mnemonic of words) expect(text, command).not.to.include(mnemonic);
    }
  });

  it("are not in the logs of nodes and daemons at debug, nor in any other file", () => {
    const { layout } = network.running;
    for (const path of filesOf(layout.logs)) said.set(path, readFileSync(path, "utf8"));
    const node = said.get(layout.log(validatorName(0))) ?? "";
    // Otherwise the search below would find nothing because there is nothing.
    expect(node).to.match(/^\[cometbft\] D\[/m);
    expect(node).to.include('"level":"debug"');
    const holders = [layout.home, folder].flatMap(filesOf).filter((path) => path.endsWith(".json"));
    const secrets = new Map<string, string>();
    for (const path of holders) {
      for (const text of secretsIn(JSON.parse(readFileSync(path, "utf8")))) secrets.set(text, path);
    }
    expect(secrets.size).to.be.greaterThan(8);
    for (const [secret, holder] of secrets) {
      const others = [layout.home, folder].flatMap(filesOf).filter((path) => path !== holder);
      const texts = others.map((path) => [path, textOf(path)] as const);
      for (const form of formsOf(secret)) {
        for (const [where, text] of [...texts, ...said]) {
          expect(text.includes(form), `${holder} is in ${where}`).to.equal(false);
        }
      }
    }
  });

  it("are in files that only their owner can read", () => {
    const { layout } = network.running;
    const kept =
      /_key\.json$|keyring-|priv_validator_state\.json$|journal\.db$|attest_state\.json$/;
    const paths = [layout.home, folder].flatMap(filesOf).filter((path) => kept.test(path));
    expect(paths.length).to.be.greaterThan(12);
    const open = paths.filter((path) => (statSync(path).mode & 0o777) !== OWNER_ONLY);
    expect(open).to.deep.equal([]);
  });
});
