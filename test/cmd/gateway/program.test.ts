/** Command lines of `aegis-gateway`, run as a user would. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keySigner } from "../../../app/client/sign.ts";
import { lockHome } from "../../../cmd/aegis-gateway/home/home.ts";
import { runGateway } from "../../../cmd/aegis-gateway/program.ts";
import { type FakeIo, fakeIo } from "../aegisd/fakeIo.ts";

const OWNER = keySigner(new Uint8Array(32).fill(3)).address;

describe("aegis-gateway: command lines", () => {
  let folder: string;
  let home: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aegis-gw-"));
    home = join(folder, "home");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (...args: string[]): Promise<FakeIo["written"] & { code: number }> => {
    const io = fakeIo();
    const code = await runGateway(io, args);
    return { ...io.written, code };
  };
  const init = (): ReturnType<typeof run> =>
    run("init", "--home", home, "--chain-id", "fake-1", "--keyring-backend", "test");

  it("has a help page for each command, with an example and exit codes", async () => {
    for (const name of ["init", "start", "accounts", "withdraw", "status"]) {
      const { out, code } = await run(name, "--help");
      expect(code).to.equal(0);
      expect(out).to.include(`$ aegis-gateway ${name}`).and.include("Exit codes:");
      expect(out).to.not.include("CometBFT ended");
    }
  });

  it("makes a home whose settings are explained, once", async () => {
    expect((await init()).code).to.equal(0);
    const toml = readFileSync(join(home, "config.toml"), "utf8");
    for (const line of toml.split("\n")) expect(line.length).to.be.at.most(100);
    expect(toml).to.include('chain-id = "fake-1"').and.include("# How sure an answer is");
    const again = await init();
    expect([again.code, again.err]).to.deep.equal([
      1,
      `aegis-gateway: ${home} is a gateway's home already; it is not overwritten\n`,
    ]);
  });

  it("makes, lists and revokes keys, and shows a key's text once", async () => {
    await init();
    const args = ["--home", home, "--name", "laptop", "--limit", "500", "-o", "json"];
    const made = await run("keys", "create", OWNER, ...args);
    const { id, api_key, deposit_address } = JSON.parse(made.out);
    expect(api_key).to.match(/^sk-aegis-/);
    expect(deposit_address)
      .to.match(/^aegis1/)
      .and.not.equal(OWNER);
    const listed = await run("keys", "list", "--home", home, "-o", "json");
    expect(listed.out).to.not.include(api_key);
    expect(JSON.parse(listed.out).keys[0]).to.include({ id, owner: OWNER, spending_limit: "500" });
    expect((await run("keys", "revoke", id, "--home", home)).code).to.equal(0);
    expect((await run("keys", "revoke", id, "--home", home)).code).to.equal(1);
  });

  it("says what is wrong, with the exit code for it", async () => {
    const missing = await run("start", "--home", home);
    expect([missing.code, missing.err]).to.satisfy(
      ([code, err]: [number, string]) => code === 1 && err.includes('run "aegis-gateway init"'),
    );
    await init();
    expect((await run("keys", "create", "nobody", "--home", home)).code).to.equal(2);
    expect((await run("withdraw", OWNER, "much", "--home", home)).code).to.equal(2);
    expect((await run("withdraw", OWNER, "all", "--home", home)).code).to.equal(4);
    expect((await run("frobnicate")).code).to.equal(2);
    expect((await run("status", "--home", home)).code).to.equal(4);
    writeFileSync(join(home, "config.toml"), 'chain-id = "a"\nhttp.frob = 1\n');
    const strange = await run("keys", "list", "--home", home);
    expect(strange.err).to.include("there is no setting http.frob");
  });

  it("lets one gateway work in a home", async () => {
    await init();
    const unlock = lockHome(home);
    expect(() => lockHome(home)).to.throw("another aegis-gateway works in");
    unlock();
    lockHome(home)();
  });
});
