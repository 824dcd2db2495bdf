/** A bad peer is dropped with one line and hurts nobody; a failing application stops the node. */
import { expect } from "chai";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { concatBytes, utf8, utf8Text } from "../../../app/lib/bytes.ts";
import {
  Request,
  RequestFlush,
  ResponseCheckTx,
  ResponseQuery,
} from "../../../proto/gen/tendermint/abci/types.ts";
import { checkTx, framed } from "../../kit/abciPeer.ts";
import { AbciServers, type TestServer } from "../../kit/abciServer.ts";

const FLUSH: Partial<Request> = { flush: RequestFlush.create() };
const QUERY: Partial<Request> = {
  query: { data: utf8("x"), path: "/", height: 0n, prove: false },
};

describe("a misbehaving ABCI peer", () => {
  const servers = new AbciServers();

  afterEach(() => servers.stop());

  after(() => servers.remove());

  /** Sends `bytes`, optionally ends, and expects the peer dropped for `reason`, nobody else. */
  async function expectDropped(
    server: TestServer,
    bytes: Uint8Array,
    reason: string,
    ends = false,
  ): Promise<void> {
    const [bad, good] = [await server.connect(), await server.connect()];
    await good.ask(FLUSH);
    bad.write(bytes);
    if (ends) bad.socket.end();
    await bad.closed;
    expect((await good.ask(FLUSH)).flush).to.not.equal(undefined);
    expect(server.lines).to.have.length(1);
    expect(server.lines[0]).to.contain("dropped an ABCI peer").and.contain(reason);
    expect(server.fatal).to.deep.equal([]);
  }

  const malformed: readonly (readonly [string, string, string])[] = [
    ["an empty frame", "00", "no known kind"],
    ["a frame that is no message", "02ffff", "truncated"],
    ["a request of an unknown kind", "03a20600", "no known kind"],
    ["a request that is cut short", "024205", "truncated"],
    ["a request whose text is not UTF-8", "050a030a01ff", "UTF-8"],
    ["a length that does not end", "ffffffffffffff", "exceeds"],
  ];
  for (const [what, bytes, reason] of malformed) {
    it(`is dropped for ${what}`, async () => {
      await expectDropped(await servers.start(), Buffer.from(bytes, "hex"), reason, true);
    });
  }

  it("is dropped for a frame above the limit before it came", async () => {
    const server = await servers.start({}, { frameBytesMax: 1_000 });
    await expectDropped(server, Uint8Array.of(0xe9, 0x07), "1001 bytes or more exceeds 1000");
  });

  it("may send a frame of exactly the limit", async () => {
    const request = checkTx(new Uint8Array(100_000));
    const frameBytesMax = Request.encode(Request.create(request)).length;
    const server = await servers.start({}, { frameBytesMax });
    const peer = await server.connect();
    expect((await peer.ask(request)).checkTx?.code).to.equal(0);
  });

  it("is dropped when it ends within a frame", async () => {
    const bytes = framed(checkTx(utf8("abcdef")));
    for (let length = 1; length < bytes.length; length += 1) {
      const server = await servers.start();
      await expectDropped(server, bytes.subarray(0, length), "ended within a frame", true);
    }
  });

  it("is dropped when it leaves a frame unfinished, however often it sends a byte", async () => {
    const server = await servers.start({}, { stallMsMax: 80 });
    const peer = await server.connect();
    peer.write(Uint8Array.of(0xe8, 0x07));
    const drip = setInterval(() => peer.write(Uint8Array.of(1)), 5);
    await peer.closed;
    clearInterval(drip);
    expect(server.lines).to.deep.equal(["dropped an ABCI peer: it left a frame unfinished"]);
  });

  it("is dropped when it does not read its answers", async () => {
    const value = new Uint8Array(4_000_000);
    const server = await servers.start(
      { query: () => ResponseQuery.create({ value }) },
      { stallMsMax: 80 },
    );
    const peer = await server.connect();
    peer.socket.pause();
    peer.send(QUERY, QUERY);
    while (server.lines.length === 0) await sleep(10);
    expect(server.lines).to.deep.equal(["dropped an ABCI peer: it does not read its answers"]);
    expect((await (await server.connect()).ask(FLUSH)).flush).to.not.equal(undefined);
  });

  it("is left alone while it goes on, though always within some frame", async () => {
    const server = await servers.start({}, { stallMsMax: 80 });
    const peer = await server.connect();
    const bytes = framed(checkTx(utf8("abc")));
    const turned = concatBytes(bytes.subarray(3), bytes.subarray(0, 3));
    peer.write(bytes.subarray(0, 3));
    for (let i = 0; i < 40; i += 1) {
      await sleep(5);
      peer.write(turned);
    }
    expect(await peer.take(40)).to.have.length(40);
    expect(server.lines).to.deep.equal([]);
  });

  it("is left alone while the application owes it so much that it is not read", async () => {
    const owed: (() => void)[] = [];
    const server = await servers.start(
      {
        checkTx: () =>
          new Promise((answer) => {
            owed.push(() => answer(ResponseCheckTx.create()));
          }),
      },
      { stallMsMax: 40 },
    );
    const peer = await server.connect();
    const bytes = framed(checkTx(utf8("abc")));
    const many = Array.from({ length: 1_024 }, () => bytes);
    peer.write(concatBytes(...many, bytes.subarray(0, 4)));
    await sleep(150);
    for (const answer of owed.splice(0)) answer();
    peer.write(bytes.subarray(4));
    expect(await peer.take(1_024)).to.have.length(1_024);
    expect(server.lines).to.deep.equal([]);
  });

  it("is left alone while it is idle, or while the application works", async () => {
    const server = await servers.start(
      {
        query: () => sleep(200, ResponseQuery.create()),
      },
      { stallMsMax: 40 },
    );
    const [idle, waiting] = [await server.connect(), await server.connect()];
    expect((await waiting.ask(QUERY)).query).to.not.equal(undefined);
    expect((await idle.ask(FLUSH)).flush).to.not.equal(undefined);
    expect(server.lines).to.deep.equal([]);
  });

  it("is not blamed for the time in which this process was too busy to read", async () => {
    const bytes = framed(checkTx(utf8("abc")));
    let whileBusy: () => void = () => {};
    const server = await servers.start(
      {
        query: () => {
          whileBusy();
          const end = performance.now() + 300;
          while (performance.now() < end);
          return ResponseQuery.create();
        },
      },
      { stallMsMax: 80 },
    );
    const [peer, other] = [await server.connect(), await server.connect()];
    peer.write(bytes.subarray(0, 4));
    await sleep(20);
    // The server's timers come due before it looks at this socket again.
    whileBusy = () => peer.write(bytes.subarray(4));
    await other.ask(QUERY);
    expect(await peer.take(1)).to.have.length(1);
    expect(server.lines).to.deep.equal([]);
  });

  it("never gets a wrong answer or stops the server, whatever it sends", async () => {
    const server = await servers.start();
    const good = await server.connect();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (bytes) => {
        const bad = await server.connect();
        bad.write(bytes);
        bad.socket.end();
        await bad.closed;
        expect((await good.ask(FLUSH)).flush).to.not.equal(undefined);
      }),
      { numRuns: 200 },
    );
    expect(server.fatal).to.deep.equal([]);
  });
});

describe("a failing application", () => {
  const servers = new AbciServers();
  const boom = new Error("boom");

  afterEach(() => servers.stop());

  after(() => servers.remove());

  it("is told of once, answers nothing more and never reaches the socket", async () => {
    const server = await servers.start({
      checkTx: ({ tx }) => {
        if (utf8Text(tx) === "bad") throw boom;
        return ResponseCheckTx.create({ log: utf8Text(tx) });
      },
    });
    const [peer, other] = [await server.connect(), await server.connect()];
    const requests = ["good", "bad", "bad", "good"].map((name) => checkTx(utf8(name)));
    peer.write(concatBytes(...requests.map(framed)));
    expect((await peer.take(1))[0]?.checkTx?.log).to.equal("good");
    other.send(FLUSH);
    await server.close();
    let answers = 0;
    for (const one of [peer, other]) {
      await one.take(1).then(
        () => (answers += 1),
        () => {},
      );
    }
    expect(answers).to.equal(0);
    expect(server.fatal).to.deep.equal([boom]);
  });

  const ways: readonly (readonly [string, () => ResponseCheckTx | Promise<ResponseCheckTx>])[] = [
    ["a promise that fails", () => Promise.reject(boom)],
    ["an answer that has no bytes", () => ResponseCheckTx.create({ code: -1 })],
    ["a later one", () => Promise.resolve(ResponseCheckTx.create({ code: -1 }))],
  ];
  for (const [what, answer] of ways) {
    it(`stops the node for ${what}`, async () => {
      const server = await servers.start({ checkTx: answer });
      const peer = await server.connect();
      peer.send(checkTx(utf8("x")), checkTx(utf8("y")));
      while (server.fatal.length === 0) await sleep(1);
      await sleep(5);
      expect(server.fatal).to.have.length(1);
      expect(server.lines).to.deep.equal([]);
    });
  }
});
