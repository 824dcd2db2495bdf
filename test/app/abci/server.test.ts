/** The server answers every connection in order, in few writes, and only what was asked. */
import { expect } from "chai";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { concatBytes, utf8, utf8Text } from "../../../app/lib/bytes.ts";
import {
  Request,
  RequestEcho,
  RequestFlush,
  type Response,
  ResponseCheckTx,
  ResponseQuery,
} from "../../../proto/gen/tendermint/abci/types.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { type AbciPeer, checkTx, framed } from "../../kit/abciPeer.ts";
import { AbciServers } from "../../kit/abciServer.ts";

const FLUSH: Partial<Request> = { flush: RequestFlush.create() };

function logged(tx: Uint8Array): ResponseCheckTx {
  return ResponseCheckTx.create({ log: utf8Text(tx) });
}

function logs(answers: readonly Response[]): (string | undefined)[] {
  return answers.map((answer) => answer.checkTx?.log);
}

function kindOf(answer: Response): string | undefined {
  return Object.entries(answer).find(([, value]) => value !== undefined)?.[0];
}

describe("the ABCI server", () => {
  const servers = new AbciServers();

  afterEach(() => servers.stop());

  after(() => servers.remove());

  for (const kind of ["unix", "tcp"]) {
    it(`answers every request with the response of its kind over ${kind}`, async () => {
      const address = kind === "unix" ? `unix://${servers.path()}` : "tcp://127.0.0.1:0";
      const server = await servers.start({}, { address });
      expect(server.address).to.match(kind === "unix" ? /^unix:/ : /^tcp:\/\/127\.0\.0\.1:[1-9]/);
      const peer = await server.connect();
      const kinds = Request.fields.map((field) => field.name);
      peer.send(
        ...Request.fields.map((field) => ({
          [field.name]: (field.message as () => Codec<never>)().create(),
        })),
      );
      expect((await peer.take(kinds.length)).map(kindOf)).to.deep.equal(kinds);
    });
  }

  it("echoes", async () => {
    const peer = await (await servers.start()).connect();
    const answer = await peer.ask({ echo: RequestEcho.create({ message: "grüezi" }) });
    expect(answer.echo?.message).to.equal("grüezi");
  });

  it("answers requests broken at every byte", async () => {
    const server = await servers.start({ checkTx: ({ tx }) => logged(tx) });
    const bytes = concatBytes(framed(checkTx(utf8("a"))), framed(checkTx(utf8("b"))));
    const peer = await server.connect();
    for (let at = 1; at < bytes.length; at += 1) {
      peer.write(bytes.subarray(0, at));
      await sleep(1);
      peer.write(bytes.subarray(at));
      expect(logs(await peer.take(2))).to.deep.equal(["a", "b"]);
    }
    expect(server.lines).to.deep.equal([]);
  });

  it("answers 5,000 requests of one write in order and in few writes", async () => {
    const server = await servers.start({ checkTx: ({ tx }) => logged(tx) });
    const peer = await server.connect();
    let chunks = 0;
    peer.socket.on("data", () => {
      chunks += 1;
    });
    const names = Array.from({ length: 5_000 }, (_, i) => `${i}`);
    peer.send(...names.map((name) => checkTx(utf8(name))));
    expect(logs(await peer.take(names.length))).to.deep.equal(names);
    expect(chunks).to.be.below(100);
  });

  it("keeps the order of answers that come later", async () => {
    const waits: Readonly<Record<string, number>> = { a: 30, b: 0, c: 10, e: 20 };
    const server = await servers.start({
      checkTx: ({ tx }) => {
        const wait = waits[utf8Text(tx)];
        return wait === undefined ? logged(tx) : sleep(wait, logged(tx));
      },
    });
    const peer = await server.connect();
    const names = ["a", "b", "c", "d", "e", "f"];
    peer.send(...names.map((name) => checkTx(utf8(name))), FLUSH);
    const answers = await peer.take(names.length + 1);
    expect(logs(answers.slice(0, -1))).to.deep.equal(names);
    expect(answers.at(-1)?.flush).to.not.equal(undefined);
  });

  it("asks for no more than a bounded number of answers that come later", async () => {
    const release: (() => void)[] = [];
    const server = await servers.start({
      checkTx: ({ tx }) =>
        new Promise((resolve) => {
          release.push(() => resolve(logged(tx)));
        }),
    });
    const peer = await server.connect();
    // More than one chunk.
    const names = Array.from({ length: 3_000 }, (_, i) => `${i}`.padStart(100));
    peer.send(...names.map((name) => checkTx(utf8(name))));
    while (release.length < 1_024) await sleep(1);
    await sleep(20);
    expect(release).to.have.length(1_024);
    const answered = peer.take(names.length);
    for (let done = 0; done < names.length; done += 1) {
      while (release[done] === undefined) await sleep(1);
      release[done]?.();
    }
    expect(logs(await answered)).to.deep.equal(names);
  });

  it("does not let one connection wait for another", async () => {
    let release: () => void = () => {};
    const server = await servers.start({
      query: () =>
        new Promise((resolve) => {
          release = () => resolve(ResponseQuery.create({ log: "late" }));
        }),
    });
    const [slow, quick] = [await server.connect(), await server.connect()];
    const late = slow.ask({ query: { data: utf8("x"), path: "/", height: 0n, prove: false } });
    await quick.ask(checkTx(utf8("x")));
    release();
    expect((await late).query?.log).to.equal("late");
  });

  it("serves many connections at once and refuses one above the limit", async () => {
    const server = await servers.start({ checkTx: ({ tx }) => logged(tx) });
    const peers: AbciPeer[] = [];
    for (let i = 0; i < 16; i += 1) peers.push(await server.connect());
    const answers = await Promise.all(peers.map((peer, i) => peer.ask(checkTx(utf8(`${i}`)))));
    expect(logs(answers)).to.deep.equal(peers.map((_, i) => `${i}`));
    const last = await server.connect();
    await last.closed;
    expect(server.lines).to.deep.equal(["refused an ABCI peer: 16 are connected"]);
  });

  it("reads no further while a peer does not take its answers, then goes on", async () => {
    let asked = 0;
    const value = new Uint8Array(1_000_000);
    const server = await servers.start({
      query: () => {
        asked += 1;
        return ResponseQuery.create({ value });
      },
    });
    const peer = await server.connect();
    peer.socket.pause();
    const query = { query: { data: value.subarray(0, 1), path: "/", height: 0n, prove: false } };
    peer.send(...Array.from({ length: 60 }, () => query));
    await sleep(100);
    expect(asked).to.be.within(1, 20);
    peer.socket.resume();
    expect(await peer.take(60)).to.have.length(60);
    expect(asked).to.equal(60);
  });

  it("goes on at once when the system takes all answers of a chunk", async () => {
    const value = new Uint8Array(100_000);
    const server = await servers.start(
      { query: () => ResponseQuery.create({ value }) },
      { address: "tcp://127.0.0.1:0" },
    );
    const peer = await server.connect();
    const query = { query: { data: value.subarray(0, 1), path: "/", height: 0n, prove: false } };
    peer.send(...Array.from({ length: 300 }, () => query));
    expect(await peer.take(300)).to.have.length(300);
  });

  it("closes its connections, frees its socket and answers nothing more", async () => {
    const path = servers.path();
    const server = await servers.start({}, { address: `unix://${path}` });
    const peer = await server.connect();
    await peer.ask(FLUSH);
    expect(existsSync(path)).to.equal(true);
    await server.close();
    await peer.closed;
    expect(existsSync(path)).to.equal(false);
    expect(server.lines).to.deep.equal([]);
  });
});
