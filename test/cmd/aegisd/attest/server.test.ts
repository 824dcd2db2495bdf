/** The endpoint of an aggregator, over real connections. */
import { connect } from "node:net";
import { expect } from "chai";
import { httpPeer } from "../../../../cmd/aegisd/attest/peers.ts";
import { type PartialServer, servePartials } from "../../../../cmd/aegisd/attest/server.ts";
import { type SentPartial, partialJson, readPartial } from "../../../../cmd/aegisd/attest/wire.ts";

const PARTIAL: SentPartial = {
  epoch: 12n,
  signers: Uint8Array.of(1, 2),
  signature: new Uint8Array(96).fill(5),
};

describe("the endpoint for partials", () => {
  let server: PartialServer;
  let nowMs = 0;
  const got: SentPartial[] = [];
  let reply: number | "bad_signature" | "nothing_new" = 3;

  before(async () => {
    const collector = {
      add: (partial: SentPartial) => {
        got.push(partial);
        return partial.epoch === 12n ? reply : ("unknown_epoch" as const);
      },
      merged: (epoch: bigint) => (epoch === 12n ? PARTIAL : undefined),
    };
    server = await servePartials("127.0.0.1:0", collector, () => nowMs);
  });
  after(() => server.close());
  beforeEach(() => {
    nowMs += 1_000_000;
    reply = 3;
    got.length = 0;
  });

  async function call(path: string, body?: string): Promise<[number, unknown]> {
    const init = body === undefined ? {} : { method: "POST", body };
    const response = await fetch(`http://${server.address}${path}`, init);
    return [response.status, await response.json()];
  }

  it("takes a partial and tells how many signers are new", async () => {
    expect(await call("/partials", partialJson(PARTIAL))).to.deep.equal([200, { new: 3 }]);
    expect(got).to.deep.equal([PARTIAL]);
  });

  it("tells what was collected", async () => {
    const [status, json] = await call("/partials?epoch=12");
    expect([status, readPartial(JSON.stringify(json))]).to.deep.equal([200, PARTIAL]);
    expect(await call("/partials?epoch=13")).to.deep.equal([404, { code: "unknown_epoch" }]);
  });

  const cases: readonly [string, string, string | undefined, number, string][] = [
    ["another path", "/", undefined, 404, "not_found"],
    ["no epoch", "/partials", undefined, 400, "malformed"],
    ["an epoch that is none", "/partials?epoch=-1", undefined, 400, "malformed"],
    ["an epoch that is too long", `/partials?epoch=${"1".repeat(30)}`, undefined, 400, "malformed"],
    ["no JSON", "/partials", "partial", 400, "malformed"],
    ["another JSON", "/partials", "[]", 400, "malformed"],
    ["null", "/partials", "null", 400, "malformed"],
    [
      "a field that is no hex",
      "/partials",
      '{"epoch":"1","signers":"xx","signature":""}',
      400,
      "malformed",
    ],
    ["an unknown epoch", "/partials", partialJson({ ...PARTIAL, epoch: 1n }), 404, "unknown_epoch"],
    ["a body that is too large", "/partials", "0".repeat(1_000_000), 413, "too_large"],
  ];
  for (const [name, path, body, status, code] of cases) {
    it(`refuses ${name}`, async () => {
      expect(await call(path, body)).to.deep.equal([status, { code }]);
    });
  }

  it("refuses a wrong partial with its code, and whoever sends too many of them", async () => {
    reply = "bad_signature";
    for (let i = 0; i < 10; i += 1) {
      const answer = await call("/partials", partialJson(PARTIAL));
      expect(answer).to.deep.equal([422, { code: "bad_signature" }]);
    }
    const tooMany = [429, { code: "too_many_faults" }];
    expect(await call("/partials", partialJson(PARTIAL))).to.deep.equal(tooMany);
    expect(got).to.have.length(10);
    expect((await call("/partials?epoch=12"))[0]).to.equal(200);
    nowMs += 60_000;
    reply = 1;
    expect((await call("/partials", partialJson(PARTIAL)))[0]).to.equal(200);
  });

  it("does not count what is known already as a fault", async () => {
    reply = "nothing_new";
    for (let i = 0; i < 12; i += 1) {
      expect((await call("/partials", partialJson(PARTIAL)))[0]).to.equal(409);
    }
  });

  it("is understood by its own client", async () => {
    const peer = httpPeer(`http://${server.address}`, new AbortController().signal);
    expect(await peer.send(PARTIAL)).to.equal("taken");
    expect(await peer.merged(12n)).to.deep.equal(PARTIAL);
    expect(await peer.merged(13n)).to.equal(undefined);
    reply = "nothing_new";
    expect(await peer.send(PARTIAL)).to.equal("known");
    reply = "bad_signature";
    expect(await peer.send(PARTIAL)).to.deep.equal({ refused: "bad_signature" });
  });

  it("outlives a peer that goes away in the middle", async () => {
    const [host, port] = server.address.split(":");
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), host, () => {
        socket.write("POST /partials HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc");
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on("close", () => resolve());
    });
    expect((await call("/partials", partialJson(PARTIAL)))[0]).to.equal(200);
  });

  it("refuses an address that is none, or taken", async () => {
    const collector = { add: () => 0, merged: () => undefined };
    for (const address of ["nowhere", server.address]) {
      const error = await servePartials(address, collector).catch((reason: unknown) => reason);
      expect(error, address).to.be.instanceOf(RangeError);
    }
  });
});
