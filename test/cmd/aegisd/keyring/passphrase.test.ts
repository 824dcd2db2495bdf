/** Where passphrases come from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../../../cmd/aegisd/keyring/passphrase.ts";
import { fakeIo } from "../fakeIo.ts";

async function complaint(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => expect.fail("it was let through"),
    (error: Error) => error.message,
  );
}

describe("passphraseFrom", () => {
  const from = (options: Parameters<typeof fakeIo>[0]) => {
    const io = fakeIo(options);
    return { io, ask: passphraseFrom(io, KEYRING_PASSPHRASE) };
  };

  it("takes the environment's word before it asks", async () => {
    const { io, ask } = from({ env: { AEGIS_KEYRING_PASSPHRASE: "from the air" } });
    expect(await ask("open")).to.equal("from the air");
    expect(io.asked).to.deep.equal([]);
  });

  it("reads the file that the environment names, without its last line break", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aegisd-pass-"));
    try {
      const path = join(folder, "pass");
      writeFileSync(path, "from a file\n");
      const { ask } = from({ env: { AEGIS_KEYRING_PASSPHRASE_FILE: path } });
      expect(await ask("open")).to.equal("from a file");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const { ask } = from({ env: { AEGIS_KEYRING_PASSPHRASE_FILE: join(folder, "gone") } });
    expect(await complaint(ask("open"))).to.match(/cannot be read/);
  });

  it("asks twice for a new one, once for a known one, and once per command", async () => {
    const fresh = from({ answers: ["long enough", "long enough"] });
    expect(await fresh.ask("create")).to.equal("long enough");
    expect(await fresh.ask("open")).to.equal("long enough");
    expect(fresh.io.asked).to.have.length(2);
    const known = from({ answers: ["whatever"] });
    expect(await known.ask("open")).to.equal("whatever");
    expect(known.io.asked).to.have.length(1);
  });

  it("refuses a new one that is short, or not the same twice", async () => {
    expect(await complaint(from({ answers: ["short", "short"] }).ask("create"))).to.match(
      /at least 8/,
    );
    expect(
      await complaint(from({ answers: ["long enough", "long enouhg"] }).ask("create")),
    ).to.match(/differ/);
  });

  it("says what to set when nobody is there to ask", async () => {
    expect(await complaint(from({}).ask("open"))).to.match(/AEGIS_KEYRING_PASSPHRASE_FILE/);
  });
});
