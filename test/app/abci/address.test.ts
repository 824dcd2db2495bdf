/** Where a server may listen, and what it says when it may not. */
import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseAbciAddress } from "../../../app/abci/address.ts";
import { AbciServers } from "../../kit/abciServer.ts";

describe("parseAbciAddress", () => {
  it("reads unix sockets and TCP ports", () => {
    expect(parseAbciAddress("unix:///run/a.sock")).to.deep.equal({
      kind: "unix",
      path: "/run/a.sock",
    });
    expect(parseAbciAddress("tcp://127.0.0.1:26658")).to.deep.equal({
      kind: "tcp",
      host: "127.0.0.1",
      port: 26_658,
    });
    expect(parseAbciAddress("tcp://[::1]:0")).to.deep.equal({ kind: "tcp", host: "::1", port: 0 });
  });

  it("admits a path of 99 bytes, as bytes and not as letters", () => {
    expect(parseAbciAddress(`unix:///${"a".repeat(98)}`)).to.have.property("kind", "unix");
    expect(() => parseAbciAddress(`unix:///${"a".repeat(99)}`)).to.throw(RangeError, "100 bytes");
    expect(() => parseAbciAddress(`unix:///${"é".repeat(50)}`)).to.throw(RangeError, "101 bytes");
  });

  for (const text of ["", "unix://", "tcp://host", "tcp://host:99999", "http://a:1", "/a.sock"]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => parseAbciAddress(text)).to.throw(RangeError);
    });
  }
});

describe("the socket of a server", () => {
  const servers = new AbciServers();

  afterEach(() => servers.stop());

  after(() => servers.remove());

  async function failure(address: string): Promise<string> {
    try {
      await servers.start({}, { address });
      return "no failure";
    } catch (error) {
      return (error as Error).message;
    }
  }

  it("replaces what a killed process left", async () => {
    const path = servers.path();
    const script = `require("net").createServer().listen(${JSON.stringify(path)}, () =>
      process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", script]);
    expect(existsSync(path)).to.equal(true);
    const server = await servers.start({}, { address: `unix://${path}` });
    expect(server.address).to.equal(`unix://${path}`);
  });

  it("leaves one that is in use alone", async () => {
    const path = servers.path();
    const first = await servers.start({}, { address: `unix://${path}` });
    expect(await failure(`unix://${path}`))
      .to.contain("another process listens")
      .and.contain(path);
    expect(await failure(`unix://${path}`)).to.contain("is the node running already?");
    await first.connect();
  });

  it("never removes a file that is no socket", async () => {
    const path = servers.path();
    writeFileSync(path, "precious");
    expect(await failure(`unix://${path}`)).to.contain("is not a socket");
    expect(readFileSync(path, "utf8")).to.equal("precious");
  });

  it("says that a port is taken or a folder is missing", async () => {
    const first = await servers.start({}, { address: "tcp://127.0.0.1:0" });
    expect(await failure(first.address)).to.contain("another process listens on port");
    expect(await failure(`unix://${servers.path()}/no/a.sock`)).to.contain("cannot listen on");
  });
});
