/** The keyring: what it keeps, whom it lets in, and what it notices. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keySigner } from "../../../../app/client/sign.ts";
import { CommandError, EXIT } from "../../../../cmd/aegisd/exit.ts";
import {
  type Keyring,
  type KeyringBackend,
  openKeyring,
} from "../../../../cmd/aegisd/keyring/keyring.ts";

const SECRET = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);
const PASSPHRASE = "correct horse battery";

async function complaint(work: () => Promise<unknown> | unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    expect(error).to.be.instanceOf(CommandError);
    expect((error as CommandError).exitCode).to.equal(EXIT.key);
    return (error as CommandError).message;
  }
  return expect.fail("it was let through");
}

describe("openKeyring", () => {
  let home: string;

  const keyring = (backend: KeyringBackend = "file", passphrase: string = PASSPHRASE): Keyring =>
    openKeyring({ home, backend, passphrase: async () => passphrase, cost: 2 ** 10 });
  const file = (backend: KeyringBackend = "file", name = "alice"): string =>
    join(home, `keyring-${backend}`, `${name}.key.json`);
  const edit = (
    change: (json: Record<string, unknown>) => void,
    backend?: KeyringBackend,
  ): void => {
    const json = JSON.parse(readFileSync(file(backend), "utf8")) as Record<string, unknown>;
    change(json);
    writeFileSync(file(backend), JSON.stringify(json));
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "aegisd-keyring-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  for (const backend of ["file", "test"] as const) {
    it(`gives back what was added (${backend})`, async () => {
      const added = await keyring(backend).add("alice", SECRET);
      const { address } = keySigner(SECRET);
      expect(added).to.include({ name: "alice", address });
      expect(keyring(backend).list()).to.deep.equal([added]);
      expect(await keyring(backend).secret("alice")).to.deep.equal(SECRET);
      expect(await keyring(backend).secret(address)).to.deep.equal(SECRET);
      expect((await keyring(backend).signer("alice")).address).to.equal(address);
    });

    it(`lets only the owner read (${backend})`, async () => {
      await keyring(backend).add("alice", SECRET);
      expect(statSync(file(backend)).mode & 0o777).to.equal(0o600);
      expect(statSync(join(home, `keyring-${backend}`)).mode & 0o777).to.equal(0o700);
      chmodSync(file(backend), 0o644);
      expect(await complaint(() => keyring(backend).list())).to.match(/chmod 600/);
    });
  }

  it("keeps no secret in clear, in no encoding", async () => {
    await keyring().add("alice", SECRET);
    const text = readFileSync(file(), "utf8");
    for (const encoding of ["hex", "base64", "base64url"] as const) {
      expect(text).not.to.contain(Buffer.from(SECRET).toString(encoding).replace(/=+$/, ""));
    }
    expect(text).not.to.contain(PASSPHRASE);
  });

  it("refuses a wrong passphrase", async () => {
    await keyring().add("alice", SECRET);
    expect(await complaint(() => keyring("file", "wrong horse").secret("alice"))).to.match(
      /wrong passphrase/,
    );
  });

  it("does not take a second passphrase for a second key", async () => {
    await keyring().add("alice", SECRET);
    await complaint(() => keyring("file", "another one").add("bob", OTHER));
    expect(readdirSync(join(home, "keyring-file"))).to.deep.equal(["alice.key.json"]);
    await keyring().add("bob", OTHER);
    expect(
      keyring()
        .list()
        .map(({ name }) => name),
    ).to.deep.equal(["alice", "bob"]);
  });

  it("notices every change of a sealed file", async () => {
    const changes: ((sealed: Record<string, unknown>, json: Record<string, unknown>) => void)[] = [
      (sealed) => flip(sealed, "ciphertext"),
      (sealed) => flip(sealed, "tag"),
      (sealed) => flip(sealed, "nonce"),
      (sealed) => flip(sealed, "salt"),
      (sealed) => Object.assign(sealed, { tag: String(sealed["tag"]).slice(0, 4) }),
      (sealed) => Object.assign(sealed, { cost: 2 ** 11 }),
      (sealed) => Object.assign(sealed, { cost: 2 ** 30 }),
      (sealed) => Object.assign(sealed, { cost: 1000 }),
      (sealed) => Object.assign(sealed, { kdf: "md5" }),
      (_sealed, json) => Object.assign(json, { address: keySigner(OTHER).address }),
      (_sealed, json) => Object.assign(json, { name: "bob" }),
      (_sealed, json) =>
        Object.assign(json, {
          public_key: Buffer.from(keySigner(OTHER).publicKey).toString("base64"),
        }),
    ];
    for (const [i, change] of changes.entries()) {
      await keyring().add("alice", SECRET);
      edit((json) => change(json["sealed"] as Record<string, unknown>, json));
      expect(await complaint(() => keyring().secret("alice")), `change ${i}`).to.match(/alice|bob/);
      rmSync(file());
    }
  });

  it("notices an address in a test key that is not its secret's", async () => {
    await keyring("test").add("alice", SECRET);
    edit((json) => Object.assign(json, { address: keySigner(OTHER).address }), "test");
    expect(await complaint(() => keyring("test").secret("alice"))).to.match(
      /not that of its secret/,
    );
  });

  it("refuses files that are no keys", async () => {
    await keyring().add("alice", SECRET);
    for (const text of ["", "{", "[]", "{}", '{"name":"alice","address":"a","public_key":"b"}']) {
      writeFileSync(file(), text);
      expect(await complaint(() => keyring().find("alice")), text).to.match(/not a key file/);
    }
  });

  it("refuses keys of another shape, without an error of its own", async () => {
    await keyring("test").add("alice", SECRET);
    const clear = { ...JSON.parse(readFileSync(file("test"), "utf8")), secret: undefined };
    const contents: readonly object[] = [
      ...[{ secret: 5 }, { secret: null }, { sealed: null }, { sealed: {} }, { offline: false }],
      ...[{ multisig: null }, { multisig: { threshold: "2", public_keys: [] } }],
      { multisig: { threshold: 1, public_keys: [7] } },
      ...[
        { secret: "", offline: true },
        { name: null, offline: true },
      ],
    ];
    for (const text of [
      "null",
      "5",
      ...contents.map((one) => JSON.stringify({ ...clear, ...one })),
    ]) {
      writeFileSync(file("test"), text);
      expect(await complaint(() => keyring("test").find("alice")), text).to.match(/not a key file/);
      expect(await complaint(() => keyring("test").secret("alice")), text).to.match(/not a key/);
    }
  });

  it("refuses what fits the shape and is no key", async () => {
    await keyring("test").add("alice", SECRET);
    const given = readFileSync(file("test"), "utf8");
    for (const secret of ["", "BwcH", "not base64", "AAAA".repeat(11)]) {
      edit((json) => Object.assign(json, { secret }), "test");
      expect(await complaint(() => keyring("test").secret("alice")), secret).to.match(
        /was changed/,
      );
    }
    const other = Buffer.from(keySigner(OTHER).publicKey).toString("base64");
    for (const public_key of ["", "BwcH", "not base64", other]) {
      writeFileSync(file("test"), given);
      edit((json) => Object.assign(json, { public_key }), "test");
      expect(await complaint(() => keyring("test").list()), public_key).to.match(/its public key/);
    }
  });

  it("takes no copy for a key, so that deleting the copy spares the key", async () => {
    await keyring().add("alice", SECRET);
    writeFileSync(file("file", "copy"), readFileSync(file()), { mode: 0o600 });
    for (const use of [
      (): unknown => keyring().delete("copy"),
      (): unknown => keyring().secret("copy"),
      (): unknown => keyring().list(),
    ]) {
      expect(await complaint(use)).to.match(/copy\.key\.json holds the key "alice"/);
    }
    expect(await keyring().secret("alice")).to.deep.equal(SECRET);
  });

  it("refuses names that are taken, or would lead out of its folder", async () => {
    await keyring().add("alice", SECRET);
    expect(await complaint(() => keyring().add("alice", OTHER))).to.match(/already/);
    for (const name of ["", "../alice", "a/b", ".hidden", "-x", "a".repeat(65), "ä", "a b"]) {
      await complaint(() => keyring().add(name, OTHER));
      await complaint(() => keyring().find(name));
    }
  });

  it("deletes one key and says so of a missing one", async () => {
    await keyring().add("alice", SECRET);
    keyring().delete("alice");
    expect(keyring().list()).to.deep.equal([]);
    expect(await complaint(() => keyring().delete("alice"))).to.match(/no key "alice"/);
    expect(await complaint(() => keyring().secret("alice"))).to.match(/keys list/);
  });
});

function flip(json: Record<string, unknown>, name: string): void {
  const bytes = Buffer.from(String(json[name]), "base64");
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  json[name] = bytes.toString("base64");
}
