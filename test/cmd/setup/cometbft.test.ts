/** Where CometBFT is found, when it is built, and what is said when neither works. */
import { expect } from "chai";
import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  COMETBFT_VERSION,
  ensureAbciCli,
  ensureCometbft,
  findCometbft,
} from "../../../cmd/setup/cometbft.mjs";
import { createLog } from "../../../cmd/setup/log.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

type Env = Readonly<Record<string, string>>;

describe("ensureCometbft", () => {
  const scratch = new ScratchFolder();
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  let count = 0;

  after(() => scratch.remove());

  /** A folder with a program in it. */
  function program(name: string, script: string): string {
    count += 1;
    const folder = join(scratch.path, `${count}`);
    mkdirSync(folder);
    const path = scratch.write(`${count}/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  function comet(version: string): string {
    return program("cometbft", `echo ${version}`);
  }

  /** A search path with a fake compiler that "builds" a program of the pinned version. */
  function fakeGo(script = `echo "echo ${COMETBFT_VERSION}" > "$4"; /bin/chmod +x "$4"`): string {
    return dirname(program("go", `[ "$1" = version ] && exit 0\n${script}`));
  }

  function env(more: Env = {}): Env {
    count += 1;
    return { PATH: "", AEGIS_CACHE: join(scratch.path, `cache${count}`), ...more };
  }

  async function messageOf(action: Promise<unknown>): Promise<string> {
    return action.then(
      () => "no error",
      (error: Error) => error.message,
    );
  }

  it("takes COMETBFT_BIN, whatever version it is", async () => {
    const path = comet("0.38.99");
    expect(await ensureCometbft({ log, env: env({ COMETBFT_BIN: path }) })).to.equal(path);
  });

  it("says that COMETBFT_BIN does not run", () => {
    const broken = program("cometbft", "exit 1");
    for (const path of [broken, join(scratch.path, "none")]) {
      expect(() => findCometbft({ env: env({ COMETBFT_BIN: path }) })).to.throw(
        RangeError,
        `COMETBFT_BIN=${path} does not run`,
      );
    }
  });

  it("takes the pinned version from the PATH and no other", () => {
    const [other, wanted] = [comet("0.37.1"), comet(`v${COMETBFT_VERSION}+abcdef`)];
    const path = `${dirname(other)}:${dirname(wanted)}`;
    expect(findCometbft({ env: env({ PATH: path }) })).to.equal(wanted);
    expect(findCometbft({ env: env({ PATH: dirname(other) }) })).to.equal(undefined);
  });

  it("builds once, into the cache, and says so", async () => {
    const use = env({ PATH: fakeGo() });
    const built = await ensureCometbft({ log, env: use });
    expect(built.startsWith(`${use["AEGIS_CACHE"]}/cometbft-${COMETBFT_VERSION}-`)).to.equal(true);
    expect(readFileSync(built, "utf8")).to.contain(COMETBFT_VERSION);
    expect(readdirSync(dirname(built))).to.deep.equal(["cometbft"]);
    expect(lines.join("")).to.contain(`building cometbft ${COMETBFT_VERSION} with Go: done`);
    expect(await ensureCometbft({ log, env: { ...use, PATH: "" } })).to.equal(built);
    const cli = await ensureAbciCli({ log, env: use });
    expect(dirname(cli)).to.equal(dirname(built));
    expect(readdirSync(dirname(built))).to.deep.equal(["abci-cli", "cometbft"]);
  });

  it("leaves nothing behind a build that fails", async () => {
    const use = env({ PATH: fakeGo('echo half > "$4"; exit 3') });
    expect(await messageOf(ensureCometbft({ log, env: use }))).to.contain("failed with code 3");
    const cache = use["AEGIS_CACHE"] as string;
    expect(readdirSync(cache, { recursive: true })).to.have.length(1);
    expect(findCometbft({ env: use })).to.equal(undefined);
  });

  it("says what to do without Go", async () => {
    const message = await messageOf(ensureCometbft({ log, env: env() }));
    expect(message).to.contain("https://go.dev/dl").and.contain("COMETBFT_BIN");
    expect(message).to.contain("https://github.com/cometbft/cometbft/releases");
  });
});
