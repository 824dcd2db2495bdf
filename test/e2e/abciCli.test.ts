/** CometBFT's own conformance tool talks to our server as to its own. */
import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureAbciCli } from "../../cmd/setup/cometbft.mjs";
import { createLog } from "../../cmd/setup/log.mjs";
import { Child } from "../kit/child.ts";

const EXAMPLE = ["--import=tsx", "test/kit/abciMain.ts"];
const SESSIONS = ["store", "blocks"];

function vector(name: string): string {
  return readFileSync(new URL(`../vectors/abci/${name}`, import.meta.url), "utf8");
}

describe("abci-cli", () => {
  const folder = mkdtempSync(join(tmpdir(), "abci-"));
  let cli = "";
  let sockets = 0;

  before(async () => {
    cli = await ensureAbciCli({ log: createLog() });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs `abci-cli` against a program that listening on the address that it is given. */
  async function session(
    serve: (address: string) => readonly [string, readonly string[], string],
    args: readonly string[],
    input = "",
  ): Promise<string> {
    sockets += 1;
    const address = `unix://${join(folder, `${sockets}.sock`)}`;
    const [command, serverArgs, ready] = serve(address);
    const server = new Child(command, serverArgs);
    try {
      await server.printed(ready);
      const all = ["--log_level=error", "--address", address, ...args];
      const { status, stdout, stderr } = spawnSync(cli, all, { input, encoding: "utf8" });
      expect(status, `${stdout}${stderr}`).to.equal(0);
      return stdout;
    } finally {
      await server.stop();
    }
  }

  const ours = (app: string) => (address: string) =>
    [process.execPath, [...EXAMPLE, app, address], "listening on"] as const;

  const theirs = (address: string) =>
    [cli, ["kvstore", "--address", address], "Waiting for new connection"] as const;

  it("passes `abci-cli test`, over a unix socket", async () => {
    const lines = (await session(ours("counter"), ["test"])).trimEnd().split("\n");
    expect(lines.filter((line) => !line.startsWith("Passed test: "))).to.deep.equal([]);
    expect(lines).to.have.length(10);
  });

  it("shows that `abci-cli test` can fail", async () => {
    let failed = "";
    await session(ours("kvstore"), ["test"]).catch((error: Error) => {
      failed = error.message;
    });
    expect(failed).to.contain("Failed test: FinalizeBlock");
  });

  for (const name of SESSIONS) {
    it(`prints the known answers of the session "${name}"`, async () => {
      const args = ["--verbose", "batch"];
      const printed = await session(ours("kvstore"), args, vector(`${name}.abci`));
      expect(printed).to.equal(vector(`${name}.out`));
    });

    it(`and so does CometBFT's own application for "${name}"`, async () => {
      const printed = await session(theirs, ["--verbose", "batch"], vector(`${name}.abci`));
      expect(printed).to.equal(vector(`${name}.out`));
    });
  }

  it("may be asked over TCP as well", async () => {
    const server = new Child(process.execPath, [...EXAMPLE, "kvstore", "tcp://127.0.0.1:0"]);
    try {
      await server.printed("listening on tcp://");
      const address = /listening on (\S+)\n/.exec(server.output)?.[1] ?? "";
      const args = ["--log_level=error", "--address", address, "echo", "hello"];
      expect(spawnSync(cli, args, { encoding: "utf8" }).stdout).to.contain("-> data: hello");
    } finally {
      expect(await server.stop()).to.equal(0);
    }
  });
});
