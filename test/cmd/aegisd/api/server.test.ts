/** The HTTP server itself: its address, its limits, what is mounted on it. */
import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "chai";
import { silentLogger } from "../../../../app/lib/log.ts";
import { type ApiOptions, startApi } from "../../../../cmd/aegisd/api/server.ts";
import { createChain } from "../../../kit/chain.ts";
import { fakeBackend } from "../../../kit/fakeComet.ts";
import { RPC_URL, SETTINGS } from "./kit.ts";

const LATEST = "/cosmos/base/tendermint/v1beta1/blocks/latest";

function optionsOf(settings: Partial<ApiOptions["settings"]> = {}): ApiOptions {
  const chain = createChain({ resourceNodes: 0 });
  chain.mock.run(1);
  const backend = fakeBackend(chain);
  return {
    backend,
    settings: { ...SETTINGS, ...settings },
    rpcUrl: RPC_URL,
    logger: silentLogger,
  };
}

describe("the HTTP server", () => {
  it("listens, serves mounts beside REST, and frees its port", async () => {
    const options = optionsOf({ apiOrigins: ["*"] });
    const mounts: ApiOptions["mounts"] = [
      (server) => void server.get("/health", async () => ({ isWell: true })),
    ];
    const first = await startApi({ ...options, mounts });
    const url = `http://${first.address}`;
    const health = await fetch(`${url}/health`, { headers: { origin: "https://any.example" } });
    expect(await health.json()).to.deep.equal({ isWell: true });
    expect(health.headers.get("access-control-allow-origin")).to.equal("*");
    expect((await fetch(`${url}${LATEST}`)).status).to.equal(200);
    const settings = { ...options.settings, apiAddress: first.address };
    const second = await startApi({ ...options, settings }).catch((error: unknown) => error);
    expect(second).to.be.instanceOf(RangeError);
    expect(String(second)).to.match(/is in use.*--api-address/);
    await first.close();
    const third = await startApi({ ...options, settings });
    await third.close();
  });

  it("says so when its address is none", async () => {
    const options = optionsOf({ apiAddress: "no.such.host.invalid:1317" });
    const error = await startApi(options).catch((thrown: unknown) => thrown);
    expect(String(error)).to.match(/api\.address no\.such\.host\.invalid:1317 cannot be used/);
  });

  it("closes a connection whose request does not come", async () => {
    const server = await startApi(optionsOf({ apiTimeoutMs: 200 }));
    try {
      const [host = "", port = ""] = server.address.split(":");
      const socket = connect(Number(port), host);
      const drip = setInterval(() => socket.write("x-a: b\r\n"), 50);
      socket.on("error", () => {});
      socket.write("GET / HTTP/1.1\r\nhost: a\r\n");
      socket.resume();
      await once(socket, "close").finally(() => clearInterval(drip));
    } finally {
      await server.close();
    }
  });

  it("takes no more connections than it may", async () => {
    const server = await startApi(optionsOf({ apiConnectionsMax: 1 }));
    try {
      const [host = "", port = ""] = server.address.split(":");
      const first = connect(Number(port), host);
      await once(first, "connect");
      const second = connect(Number(port), host);
      second.on("error", () => {});
      second.resume();
      await once(second, "close");
      first.destroy();
    } finally {
      await server.close();
    }
  });

  it("gives up an answer that takes too long", async () => {
    const options = optionsOf({ apiTimeoutMs: 200 });
    const backend = { ...options.backend, comet: () => new Promise<never>(() => {}) };
    const server = await startApi({ ...options, backend });
    try {
      const answer = await fetch(`http://${server.address}${LATEST}`);
      expect(answer.status).to.equal(504);
      expect(await answer.json()).to.include({ code: 4, message: "the answer took too long" });
    } finally {
      await server.close();
    }
  });

  it("logs what no request should cause, and tells nothing of it", async () => {
    const logged: string[] = [];
    const logger = { ...silentLogger, error: (message: string) => void logged.push(message) };
    const options = optionsOf();
    const backend = {
      ...options.backend,
      comet: () => Promise.reject(new TypeError("a secret of the program")),
    };
    const server = await startApi({ ...options, backend, logger });
    try {
      const answer = await fetch(`http://${server.address}${LATEST}`);
      expect(answer.status).to.equal(500);
      expect(await answer.text()).to.not.contain("secret");
      expect(logged).to.deep.equal(["REST request failed"]);
    } finally {
      await server.close();
    }
  });
});
