/** Attestations: what is refused, what is merged, and when a checkpoint is final. */
import { expect } from "chai";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { checkpointAttested, checkpointFinal } from "../../../modules/checkpoints/events.ts";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgAttest } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { signAll } from "../../kit/checkpointSet.ts";
import { refusal } from "../../kit/context.ts";
import { ask, brokenInvariants, deliver, messageOf as specOf } from "../../kit/modules.ts";
import {
  aggregator,
  attest,
  equals,
  kept,
  messageOf,
  operatorOf,
  partialOf,
  range,
  type World,
  world,
} from "./world.ts";

/** Ten validators, slot 4 is empty; epoch 0 has ended, and slot 0 has attested it. */
function started(): World {
  const chain = world(new Map([...equals(11)].filter(([slot]) => slot !== 4)));
  chain.begin(1n);
  attest(chain, 0n, [0]);
  return chain;
}

const SLOTS = 11;

describe("an attestation is refused", () => {
  const sign = (chain: World, slots: number[]): Partial<MsgAttest> =>
    partialOf(slots, messageOf(chain, 0n), SLOTS);
  const cases: readonly [string, number, (chain: World) => Partial<MsgAttest>][] = [
    ["sent by nobody", 5, () => ({ sender: "nobody" })],
    ["of an epoch that runs", 6, () => ({ epoch: 1n })],
    ["of an epoch to come", 6, () => ({ epoch: 1_000_000n })],
    ["with a short bitfield", 8, () => ({ signers: Uint8Array.of(1) })],
    ["with a long bitfield", 8, () => ({ signers: Uint8Array.of(2, 0, 0) })],
    ["with a bitfield longer than any", 8, () => ({ signers: new Uint8Array(6_001).fill(1) })],
    ["with a bit after the last slot", 8, () => ({ signers: Uint8Array.of(2, 8) })],
    ["without a signer", 9, () => ({ signers: bitfieldOf(SLOTS, []) })],
    ["without any bitfield", 9, () => ({ signers: new Uint8Array(0) })],
    ["with an empty slot", 10, () => ({ signers: bitfieldOf(SLOTS, [3, 4]) })],
    [
      "with all slots of a chunk, empty ones too",
      10,
      () => ({ signers: bitfieldOf(SLOTS, range(1, 11)) }),
    ],
    ["with a signer that is known", 11, (chain) => sign(chain, [0, 1])],
    [
      "with one signature too few",
      12,
      (chain) => ({
        ...sign(chain, [1, 2]),
        signers: bitfieldOf(SLOTS, [1, 2, 3]),
      }),
    ],
    [
      "with one signature too many",
      12,
      (chain) => ({
        ...sign(chain, [1, 2]),
        signers: bitfieldOf(SLOTS, [1]),
      }),
    ],
    [
      "of another block",
      12,
      (chain) => partialOf([1], messageOf(chain, 0n, { blockHash: new Uint8Array(32) }), SLOTS),
    ],
    [
      "of another chain",
      12,
      (chain) => partialOf([1], messageOf(chain, 0n, { chainId: "aegis-test-2" }), SLOTS),
    ],
    ["with a signature that is no point", 12, () => ({ signature: new Uint8Array(96).fill(7) })],
    ["with infinity as signature", 12, () => ({ signature: fromHex(`c0${"00".repeat(95)}`) })],
    ["with a short signature", 14, () => ({ signature: new Uint8Array(95) })],
  ];
  for (const [name, code, change] of cases) {
    it(name, () => {
      const chain = started();
      const before = [kept(chain, 0n), chain.ctx.events.length];
      const msg = { sender: aggregator, epoch: 0n, ...sign(chain, [1]), ...change(chain) };
      const refused = refusal(() => deliver(chain.module, chain.ctx, MsgAttest, msg));
      expect(refused).to.equal(`checkpoints/${code}`);
      expect([kept(chain, 0n), chain.ctx.events.length]).to.deep.equal(before);
      expect(chain.calls.included).to.have.length(1);
    });
  }

  it("once the checkpoint is closed", () => {
    const chain = started();
    for (const epoch of [2n, 3n]) chain.begin(epoch);
    expect(refusal(() => attest(chain, 0n, [1]))).to.equal("checkpoints/7");
  });
});

describe("attestations", () => {
  it("are merged, and who brings them is paid per new signer", () => {
    const chain = started();
    expect(attest(chain, 0n, [2, 5])).to.deep.equal({
      newSigners: 2,
      signedPower: 30n,
      final: false,
    });
    const { checkpoint, attestation } = ask(chain.module, chain.ctx, Query.Checkpoint, {});
    expect(checkpoint?.signedMembers).to.equal(3);
    const signature = signAll([0, 2, 5], messageOf(chain, 0n));
    expect(attestation).to.deep.equal({ signers: bitfieldOf(SLOTS, [0, 2, 5]), signature });
    expect(chain.calls.included).to.deep.equal([
      [aggregator, 1],
      [aggregator, 2],
    ]);
    expect(chain.ctx.emitted(checkpointAttested).at(-1)).to.deep.equal({
      epoch: 0n,
      sender: aggregator,
      newSigners: 2,
      signedPower: 30n,
    });
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
  });

  it("let a checkpoint be final above two thirds, not at them", () => {
    const chain = world(equals(9));
    chain.begin(1n);
    attest(chain, 0n, range(0, 6));
    expect(kept(chain, 0n).finalHeight).to.equal(0n);
    chain.next();
    attest(chain, 0n, [6]);
    expect(kept(chain, 0n).finalHeight).to.equal(12n);
    const final = { epoch: 0n, signedPower: 70n, totalPower: 90n };
    expect(chain.ctx.emitted(checkpointFinal)).to.deep.equal([final]);
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
  });

  it("let one unit of power decide", () => {
    const chain = world(
      new Map([
        [0, 19_999],
        [1, 10_001],
        [2, 1],
      ]),
    );
    chain.begin(1n);
    attest(chain, 0n, [0]);
    expect(kept(chain, 0n).finalHeight).to.equal(0n);
    attest(chain, 0n, [2]);
    expect(kept(chain, 0n).finalHeight).to.equal(0n);
    chain.begin(2n);
    chain.powers = new Map([
      [0, 20_000],
      [1, 9_999],
    ]);
    chain.begin(3n);
    chain.begin(4n);
    attest(chain, 3n, [0]);
    expect(kept(chain, 3n).finalHeight).to.equal(41n);
  });

  it("count after a checkpoint is final, and it stays final since then", () => {
    const chain = started();
    attest(chain, 0n, [1, 2, 3, 5, 6, 7]);
    chain.begin(2n);
    attest(chain, 0n, [8]);
    expect(kept(chain, 0n)).to.include({ finalHeight: 11n, signedMembers: 8 });
    expect(chain.ctx.emitted(checkpointFinal)).to.have.length(1);
  });

  it("of two epochs are open side by side", () => {
    const chain = started();
    chain.begin(2n);
    attest(chain, 1n, [0, 1]);
    attest(chain, 0n, [1]);
    expect([kept(chain, 0n), kept(chain, 1n)].map((one) => one.signedMembers)).to.deep.equal([
      2, 2,
    ]);
  });

  it("cost gas by the number of signers", () => {
    const spec = specOf(started().module, MsgAttest);
    const gas = (slots: number[]): bigint =>
      spec.gas(MsgAttest.create({ signers: bitfieldOf(48_000, slots) }));
    expect(gas([1])).to.equal(150_100n);
    expect(gas(range(0, 24_000))).to.equal(2_550_000n);
  });

  it("of a single validator make its checkpoint final", () => {
    const chain = world(equals(1));
    chain.begin(1n);
    attest(chain, 0n, [0]);
    expect(kept(chain, 0n).finalHeight).to.equal(11n);
    expect(operatorOf(0)).to.not.equal(aggregator);
  });

  it("of an empty set do not exist", () => {
    const chain = world(new Map());
    chain.begin(1n);
    const { slots, totalPower } = kept(chain, 0n);
    expect([slots, totalPower]).to.deep.equal([0, 0n]);
    const signature = signAll([0], messageOf(chain, 0n));
    for (const [signers, code] of [
      [new Uint8Array(0), 9],
      [Uint8Array.of(1), 8],
    ] as const) {
      const msg = { sender: aggregator, epoch: 0n, signers, signature };
      expect(refusal(() => deliver(chain.module, chain.ctx, MsgAttest, msg))).to.equal(
        `checkpoints/${code}`,
      );
    }
    for (const epoch of [2n, 3n]) chain.begin(epoch);
    expect(chain.calls.returned).to.deep.equal([0n]);
  });
});
