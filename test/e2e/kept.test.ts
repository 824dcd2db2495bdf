/** A kept network from outside: it goes on, it stops whole, it says what is in its way. */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { httpRpc } from "../../app/client/rpc.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { readManifest } from "../../localnet/manifest.ts";
import { freePorts } from "../../localnet/ports.ts";
import { pause } from "../../localnet/stop.ts";
import { endProcessesNaming, processesNaming, Program } from "../kit/program.ts";

const START = ["localnet/main.mjs"];
const ANSWERED = "run until Ctrl-C";

/** Asks with the address and the key that were printed. */
async function asksTheGateway(printed: string): Promise<void> {
  const [, url, key] = /OpenAI's API at (\S+), key (\S+)/.exec(printed) ?? [];
  const response = await fetch(`${url}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      model: MODEL_ID,
      max_tokens: 4,
      messages: [{ role: "user", content: "Say hello." }],
    }),
  });
  expect(response.status).to.equal(200);
}

describe("npm start, with a kept network", function () {
  this.timeout(600_000);
  const home = realpathSync(mkdtempSync(join(tmpdir(), "aegis-kept-")));
  let args: string[];
  let rpcUrl: string;

  before(async () => {
    const ports = await freePorts(readManifest("single"), 50);
    rpcUrl = `http://127.0.0.1:${ports.rpc}`;
    args = [...START, "--home", join(home, "net"), "--rpc-port", `${ports.rpc}`];
    args.push("--p2p-port", `${ports.p2p}`, "--metrics-port", `${ports.metrics}`);
    args.push("--gateway-port", `${ports.metrics + 50}`);
    args.push("--stream-port", `${ports.stream}`);
    args.push("--api-port", `${ports.api}`, "--grpc-port", `${ports.grpc}`);
  });
  afterEach(() => endProcessesNaming(home));
  after(() => rmSync(home, { recursive: true, force: true }));

  const nothingRuns = async (): Promise<void> => {
    for (let i = 0; i < 100 && processesNaming(home).length > 0; i += 1) await pause(100);
    expect(processesNaming(home)).to.deep.equal([]);
  };

  let firstHeight = 0;

  it("answers, goes on, and a Ctrl-C in the terminal leaves no process behind", async () => {
    const program = new Program(process.execPath, args);
    await program.says(ANSWERED);
    for (const state of ["open", "computed", "verified", "soft final", "final"]) {
      expect(program.stderr).to.match(new RegExp(`^.*\\s${state} +at height \\d+$`, "m"));
    }
    expect(program.stderr).to.include("Answer:").and.include("Who was paid:");
    expect(processesNaming(home).length).to.be.greaterThan(4);
    await asksTheGateway(program.stderr);
    firstHeight = (await httpRpc(rpcUrl).status()).height;
    program.signal("SIGINT", "group");
    expect((await program.ended).code).to.equal(0);
    await nothingRuns();
  });

  it("goes on with the next start, and stops when the npm above it is killed", async () => {
    const npm = ["start", "--", ...args.slice(START.length)];
    const program = new Program("npm", npm);
    await program.says("going on with the network");
    await program.says(ANSWERED);
    expect((await httpRpc(rpcUrl).status()).height).to.be.greaterThan(firstHeight);
    program.signal("SIGKILL");
    await nothingRuns();
  });

  it("refuses another number of validators than the kept network has", async () => {
    const { code, stderr } = await new Program(process.execPath, [...args, "--validators", "4"])
      .ended;
    expect(code).to.equal(1);
    expect(stderr).to.include("--reset starts anew");
  });

  it("names a busy port and the option, in one line and without a stack", async () => {
    const port = Number(args[args.indexOf("--rpc-port") + 1]);
    const busy: Server = createServer();
    await new Promise<void>((resolve) => busy.listen(port, "127.0.0.1", resolve));
    try {
      const { code, stderr } = await new Program(process.execPath, args).ended;
      expect(code).to.equal(1);
      expect(stderr).to.include(`port ${port}`).and.include("--rpc-port");
      expect(stderr).to.not.match(/^\s+at /m);
    } finally {
      busy.close();
    }
  });

  it("starts anew with --reset", async () => {
    const program = new Program(process.execPath, [...args, "--reset"]);
    await program.says("making a new network");
    await program.says("computed");
    program.signal("SIGTERM");
    await program.ended;
    await nothingRuns();
  });
});
