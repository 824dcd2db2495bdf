/** Validators and aggregators around one chain: who signs, who collects, who sends, and when. */
import { expect } from "chai";
import { keySigner } from "../../../../app/client/sign.ts";
import { onesOf } from "../../../../app/checkpoint/bitfield.ts";
import { blsCompressedKey } from "../../../../app/lib/bls.ts";
import { Aggregator, type AggregatorOptions } from "../../../../cmd/aegisd/attest/aggregator.ts";
import { attestChain } from "../../../../cmd/aegisd/attest/chain.ts";
import type { GuardedKey } from "../../../../cmd/aegisd/attest/guard.ts";
import type { Peer } from "../../../../cmd/aegisd/attest/peers.ts";
import { keyAt, signAll } from "../../../kit/checkpointSet.ts";
import {
  attest,
  equals,
  kept,
  range,
  type World,
  world,
} from "../../../modules/checkpoints/world.ts";
import { type FakeRpc, fakeRpc } from "./chain.ts";

const SECRET = new Uint8Array(32).fill(9);

/** The key of a slot, which signs whatever it is given. */
function keyOf(slot: number): GuardedKey {
  const publicKey = blsCompressedKey(keyAt(slot)) as Uint8Array;
  return { publicKey, sign: (_, message) => signAll([slot], message) };
}

/** An aggregator as its peers see it. */
function peerOf(aggregator: Aggregator): Peer {
  return {
    url: "http://peer",
    send: async (partial) => {
      const added = aggregator.add(partial);
      if (typeof added === "number") return "taken";
      return added === "nothing_new" ? "known" : { refused: added };
    },
    merged: async (epoch) => {
      const merged = aggregator.merged(epoch);
      return merged && { epoch, ...merged };
    },
  };
}

/** Says that it takes everything, and does nothing with it. */
const censor: Peer = {
  url: "http://censor",
  send: async () => "taken",
  merged: async () => undefined,
};

interface Program extends Aggregator {
  readonly lines: string[];
}

function program(rpc: FakeRpc, options: Partial<AggregatorOptions>): Program {
  const signer = keySigner(SECRET);
  const lines: string[] = [];
  const line = (message: string, fields?: object): void => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  const made = new Aggregator({
    chain: attestChain({ rpc, chainId: "aegis-test-1", signer, gasPrice: 1n as never }),
    key: undefined,
    peers: [],
    listens: false,
    log: { info: line, warn: line, error: line },
    ...options,
  });
  return Object.assign(made, { lines });
}

function started(slots: number): { chain: World; rpc: FakeRpc } {
  const chain = world(equals(slots));
  chain.begin(1n);
  return { chain, rpc: fakeRpc(chain) };
}

function sentBy(rpc: FakeRpc): number[][] {
  return rpc.sent.map(({ signers }) => onesOf(signers));
}

describe("an aggregator", () => {
  it("sends what it has collected as soon as that makes the checkpoint final", async () => {
    const { chain, rpc } = started(4);
    const collector = program(rpc, { key: keyOf(0), listens: true });
    await collector.step();
    expect(rpc.sent).to.deep.equal([]);
    for (const slot of [1, 2]) {
      await program(rpc, { key: keyOf(slot), peers: [peerOf(collector)] }).step();
    }
    await collector.step();
    expect(sentBy(rpc)).to.deep.equal([[0, 1, 2]]);
    expect(kept(chain, 0n).finalHeight).to.equal(11n);
  });

  it("sends the rest in turns, not at every look", async () => {
    const { chain, rpc } = started(8);
    const collector = program(rpc, { key: keyOf(0), listens: true });
    for (let i = 0; i < 3; i += 1) await collector.step();
    expect(sentBy(rpc)).to.deep.equal([]);
    for (let i = 0; i < 9; i += 1) {
      chain.next();
      await collector.step();
    }
    expect(sentBy(rpc)).to.deep.equal([[0]]);
  });

  it("leaves out who is in the chain already, whoever sent it", async () => {
    const { chain, rpc } = started(8);
    const collector = program(rpc, { listens: true });
    await collector.step();
    for (const slot of range(0, 6)) {
      await program(rpc, { key: keyOf(slot), peers: [peerOf(collector)] }).step();
    }
    attest(chain, 0n, [2, 7]);
    await collector.step();
    expect(sentBy(rpc)).to.deep.equal([[0, 1, 3, 4, 5]]);
    expect(kept(chain, 0n).signedMembers).to.equal(7);
  });

  it("takes what another one has collected, and does not believe it", async () => {
    const { rpc } = started(4);
    const first = program(rpc, { key: keyOf(0), listens: true });
    await first.step();
    const liar: Peer = {
      ...censor,
      merged: async (epoch) => ({ epoch, signers: Uint8Array.of(15), signature: SECRET }),
    };
    const second = program(rpc, { key: keyOf(1), listens: true, peers: [liar, peerOf(first)] });
    await second.step();
    expect(onesOf(second.merged(0n)?.signers ?? SECRET)).to.deep.equal([0, 1]);
  });

  it("forgets a checkpoint that is closed", async () => {
    const { chain, rpc } = started(4);
    const collector = program(rpc, { key: keyOf(0), listens: true });
    await collector.step();
    for (const epoch of [2n, 3n]) chain.begin(epoch);
    await collector.step();
    const partial = { epoch: 0n, signers: Uint8Array.of(1), signature: SECRET };
    expect(collector.add(partial)).to.equal("unknown_epoch");
    expect(collector.merged(0n)).to.equal(undefined);
    expect(onesOf(collector.merged(2n)?.signers ?? SECRET)).to.deep.equal([0]);
  });
});

describe("a validator", () => {
  it("whose signature nobody sends does so itself when half of the time is over", async () => {
    const { chain, rpc } = started(4);
    const validator = program(rpc, { key: keyOf(3), peers: [censor] });
    for (let i = 0; i < 9; i += 1) {
      await validator.step();
      chain.next();
    }
    expect(rpc.sent).to.deep.equal([]);
    await validator.step();
    expect(sentBy(rpc)).to.deep.equal([[3]]);
    await validator.step();
    expect(rpc.sent).to.have.length(1);
    expect(kept(chain, 0n).signedMembers).to.equal(1);
  });

  it("whose signature was sent by another sends nothing", async () => {
    const { chain, rpc } = started(4);
    const validator = program(rpc, { key: keyOf(3), peers: [censor] });
    await validator.step();
    attest(chain, 0n, [3]);
    chain.begin(2n);
    await validator.step();
    expect(rpc.sent.map(({ epoch }) => epoch)).to.deep.equal([]);
  });

  it("that does not belong to the set signs nothing", async () => {
    const { chain, rpc } = started(4);
    const stranger = program(rpc, { key: keyOf(9), listens: true });
    await stranger.step();
    chain.begin(2n);
    await stranger.step();
    expect([rpc.sent, stranger.merged(0n)]).to.deep.equal([[], undefined]);
  });

  it("whose guard says no signs nothing and says so once", async () => {
    const { rpc } = started(4);
    const key = { ...keyOf(1), sign: () => undefined };
    const validator = program(rpc, { key, listens: true });
    for (let i = 0; i < 3; i += 1) await validator.step();
    expect(validator.lines).to.have.length(1);
    expect(validator.lines[0]).to.contain("was signed before");
  });

  it("waits for a node that does not answer, stops when told, and logs no secret", async () => {
    const { rpc } = started(1);
    const validator = program(rpc, { key: keyOf(0), listens: true });
    const stop = new AbortController();
    rpc.isUp = false;
    const running = validator.run(5, stop.signal);
    while (validator.lines.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    rpc.isUp = true;
    while (rpc.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await running;
    expect(validator.lines[0]).to.contain("cannot follow the chain");
    expect(validator.lines.join("\n")).to.not.contain("09".repeat(32));
  });
});
