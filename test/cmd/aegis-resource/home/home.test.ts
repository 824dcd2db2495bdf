/** A home: its settings, its key, and that neither is overwritten or used twice. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { addressOfPublicKey } from "../../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { configPath, readConfig } from "../../../../cmd/aegis-resource/home/config.ts";
import {
  createResourceHome,
  readIdentity,
  readSecret,
  registrationSignature,
} from "../../../../cmd/aegis-resource/home/home.ts";
import { lockHome } from "../../../../cmd/aegis-resource/home/lock.ts";
import { nodeDigest } from "../../../../modules/tasks/index.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const SECRET = sha256(utf8("a node's key"));
const SETTINGS = {
  chainId: "aegis-test-1",
  nodeUrl: "http://127.0.0.1:26657",
  modelPath: "/models/model.gguf",
  keyringBackend: "test" as const,
};

describe("a resource node's home", () => {
  const scratch = new ScratchFolder();
  let count = 0;
  let home = "";

  beforeEach(() => {
    count += 1;
    home = join(scratch.path, `home${count}`);
  });
  after(() => scratch.remove());

  const messageOf = async (work: () => unknown): Promise<string> => {
    try {
      await work();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return "no error";
  };

  it("holds settings and a key of its own", async () => {
    const made = await createResourceHome({ home, ...SETTINGS, pollMs: 100 });
    expect(made.address).to.equal(addressOfPublicKey(made.publicKey));
    expect(readIdentity(home)).to.deep.equal(made);
    const config = readConfig(home);
    expect(config).to.include({ ...SETTINGS, pollMs: 100, threads: 1, logPrompts: false });
    const other = await createResourceHome({ home: `${home}b`, ...SETTINGS });
    expect(other.address).to.not.equal(made.address);
  });

  it("takes a given key", async () => {
    await createResourceHome({ home, ...SETTINGS, secret: SECRET });
    const never = (): never => {
      throw new Error("the test keyring has no passphrase");
    };
    expect(await readSecret(home, readConfig(home), never)).to.deep.equal(SECRET);
  });

  it("is never overwritten", async () => {
    await createResourceHome({ home, ...SETTINGS });
    const text = readFileSync(configPath(home), "utf8");
    const again = await messageOf(() => createResourceHome({ home, ...SETTINGS }));
    expect(again).to.include("is not overwritten");
    expect(readFileSync(configPath(home), "utf8")).to.equal(text);
  });

  it("is no home when its key could not be made", async () => {
    const wrong = { home, ...SETTINGS, secret: new Uint8Array(32) };
    expect(await messageOf(() => createResourceHome(wrong))).to.include("secret key");
    expect(existsSync(configPath(home))).to.equal(false);
  });

  it("needs a passphrase for an encrypted key", async () => {
    const encrypted = { home, ...SETTINGS, keyringBackend: "file" as const };
    expect(await messageOf(() => createResourceHome(encrypted))).to.include("passphrase");
  });

  it("works for one daemon at a time", async () => {
    await createResourceHome({ home, ...SETTINGS });
    const unlock = lockHome(home);
    expect(() => lockHome(home)).to.throw("another aegis-resource");
    unlock();
    lockHome(home)();
  });

  it("signs the node's registration", () => {
    const operator = addressOfPublicKey(secp256k1.publicKeyCreate(sha256(utf8("operator")), true));
    const signature = registrationSignature(SECRET, "aegis-1", operator);
    const publicKey = secp256k1.publicKeyCreate(SECRET, true);
    const verifies = (chainId: string): boolean =>
      secp256k1.ecdsaVerify(signature, nodeDigest(chainId, operator), publicKey);
    expect(verifies("aegis-1")).to.equal(true);
    expect(verifies("aegis-2")).to.equal(false);
  });

  for (const [line, complaint] of [
    ["threads = 0", "threads must be an integer from 1 to 256"],
    ["threads = 1.5", "threads must be"],
    ["poll_ms = 1", "poll_ms must be"],
    ['log_level = "loud"', "log_level must be"],
    ['log_prompts = "yes"', "log_prompts must be true or false"],
    ['keyring_backend = "os"', "keyring_backend must be"],
    ["chain_id = 5", "chain_id must be text"],
    ["chain_id", "config.toml"],
  ] as const) {
    it(`names the setting that is wrong: ${line}`, async () => {
      await createResourceHome({ home, ...SETTINGS });
      const [name] = line.split(" ");
      const text = readFileSync(configPath(home), "utf8");
      writeFileSync(configPath(home), text.replace(new RegExp(`^${name} = .*$`, "m"), line));
      expect(await messageOf(() => readConfig(home))).to.include(complaint);
    });
  }

  it("says what to do when there is none", async () => {
    expect(await messageOf(() => readConfig(home))).to.include('run "aegis-resource init"');
  });
});
