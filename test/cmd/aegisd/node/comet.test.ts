/**
 * The child process: lines, endings, and ports that are taken; with a shell in CometBFT's place.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Comet, requireFreePort, startComet } from "../../../../cmd/aegisd/node/comet.ts";

describe("startComet", () => {
  const folder = mkdtempSync(join(tmpdir(), "aegisd-comet-"));
  const lines: string[] = [];
  let comet: Comet | undefined;

  const start = (script: string): Comet => {
    const binary = join(folder, "cometbft");
    writeFileSync(binary, `#!/bin/sh\n${script}\n`);
    chmodSync(binary, 0o755);
    comet = startComet({
      binary,
      home: "/some/where",
      proxyApp: "unix:///x.sock",
      args: ["--log_level", "info"],
      onLine: (line) => lines.push(line),
    });
    return comet;
  };
  const says = async (line: string): Promise<void> => {
    while (!lines.includes(line)) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(() => comet?.kill());
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("passes arguments and log on, and tells how it ended", async () => {
    expect(await start('echo "$@"; echo bad >&2; exit 3').ended).to.equal("ended with code 3");
    expect(lines).to.have.members([
      "start --home /some/where --proxy_app unix:///x.sock --log_level info",
      "bad",
    ]);
  });

  it("asks it to stop and waits", async () => {
    const child = start('trap "echo bye; exit 0" TERM; echo up; while :; do sleep 0.05; done');
    await says("up");
    await child.stop();
    expect(await child.ended).to.equal("ended with code 0");
    expect(lines).to.include("bye");
  });

  it("ends it at once when it does not listen", async () => {
    const child = start('trap "" TERM INT; echo up; while :; do sleep 0.05; done');
    await says("up");
    const stopped = child.stop();
    child.kill();
    await stopped;
    expect(await child.ended).to.equal("was ended by SIGKILL");
  });

  it("tells that there is no such program", async () => {
    const child = startComet({
      binary: join(folder, "gone"),
      home: "",
      proxyApp: "",
      args: [],
      onLine: () => {},
    });
    expect(await child.ended).to.match(/^could not be started: .*ENOENT/);
    await child.stop();
  });
});

describe("requireFreePort", () => {
  const complaint = (address: string): Promise<string> =>
    requireFreePort(address, "rpc.laddr").then(
      () => "",
      (error: Error) => error.message,
    );

  it("names the port that is taken and the setting to change", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const taken = await complaint(`tcp://127.0.0.1:${port}`);
    expect(taken).to.equal(`port ${port} is in use: change rpc.laddr or stop who uses it`);
    await new Promise((resolve) => server.close(resolve));
    expect(await complaint(`tcp://127.0.0.1:${port}`)).to.equal("");
  });

  it("refuses what is no address", async () => {
    for (const address of [
      "",
      "127.0.0.1:80",
      "tcp://host",
      "tcp://127.0.0.1:99999",
      "unix:///x",
    ]) {
      expect(await complaint(address), address).to.match(/rpc\.laddr/);
    }
  });
});
