/** Evidence that validators signed two checkpoints of one epoch. */
import { expect } from "chai";
import type { Checkpoint } from "../../../app/checkpoint/message.ts";
import { blsAggregate, blsPublicKey, blsRawKey, blsSign } from "../../../app/lib/bls.ts";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { KEY_CHUNK, POWER_CHUNK } from "../../../app/checkpoint/chunks.ts";
import { chunkTree, ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import { doubleAttestationFound } from "../../../modules/checkpoints/index.ts";
import type { SignedCheckpoint } from "../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgAttest, MsgDoubleAttestation } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { refusal } from "../../kit/context.ts";
import { ask, brokenInvariants, deliver } from "../../kit/modules.ts";
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

/** What `slots` signed in place of the checkpoint of `epoch`, or as it. */
function signed(
  chain: World,
  epoch: bigint,
  slots: readonly number[],
  other: Partial<Checkpoint> = {},
): SignedCheckpoint {
  const { height, blockHash, appHash, commitment, slots: bits } = kept(chain, epoch);
  const attestation = partialOf(slots, messageOf(chain, epoch, other), bits);
  return { height, blockHash, appHash, commitment, ...other, attestation };
}

const OTHER = { blockHash: new Uint8Array(32).fill(9) };

function report(chain: World, change: Partial<MsgDoubleAttestation>): unknown {
  const msg = { sender: aggregator, epoch: 0n, ...change };
  return deliver(chain.module, chain.ctx, MsgDoubleAttestation, msg);
}

function started(slots = 8): World {
  const chain = world(equals(slots));
  chain.begin(1n);
  return chain;
}

describe("double attestations", () => {
  it("of one key are punished in the next block, once", () => {
    const chain = started();
    const first = signed(chain, 0n, [3]);
    const second = signed(chain, 0n, [3], OTHER);
    expect(report(chain, { first, second })).to.deep.equal({ found: 1 });
    expect(chain.ctx.emitted(doubleAttestationFound)).to.deep.equal([
      { epoch: 0n, sender: aggregator, found: 1 },
    ]);
    expect(chain.calls.doubles).to.deep.equal([]);
    chain.next();
    chain.next();
    expect(chain.calls.doubles).to.deep.equal([{ operator: operatorOf(3), epoch: 0n }]);
    expect(refusal(() => report(chain, { first: second, second: first }))).to.equal(
      "checkpoints/17",
    );
  });

  it("of overlapping aggregates are of everybody in both; what is known counts no more", () => {
    const chain = started();
    attest(chain, 0n, [0, 1, 2, 3, 4, 5]);
    const { attestation } = ask(chain.module, chain.ctx, Query.Checkpoint, {});
    const first = { ...signed(chain, 0n, [0]), attestation };
    report(chain, { first, second: signed(chain, 0n, [4, 5, 6], OTHER) });
    chain.next();
    expect(report(chain, { first, second: signed(chain, 0n, [3, 4, 7], OTHER) })).to.deep.equal({
      found: 1,
    });
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
    chain.next();
    expect(chain.calls.doubles.map(({ operator }) => operator)).to.deep.equal(
      [4, 5, 3].map(operatorOf),
    );
  });

  it("of many are punished 100 per block, and not for who has gone", () => {
    const chain = started(300);
    chain.freed.add(7);
    const all = range(0, 250);
    report(chain, { first: signed(chain, 0n, all), second: signed(chain, 0n, all, OTHER) });
    const counts = range(0, 4).map(() => {
      chain.next();
      return chain.calls.doubles.length;
    });
    expect(counts).to.deep.equal([99, 199, 249, 249]);
  });

  it("are forgotten when a slot may have another owner", () => {
    const chain = started(300);
    for (const epoch of [2n]) chain.begin(epoch);
    const all = range(0, 300);
    report(chain, { first: signed(chain, 0n, all), second: signed(chain, 0n, all, OTHER) });
    chain.begin(3n);
    chain.begin(4n);
    expect(chain.calls.doubles).to.have.length(100);
    expect(brokenInvariants(chain.ctx, chain.module)).to.deep.equal([]);
  });

  type Change = (chain: World) => Partial<MsgDoubleAttestation>;
  const cases: readonly [string, number, Change][] = [
    ["sent by nobody", 5, () => ({ sender: "" })],
    ["of an epoch that runs", 6, () => ({ epoch: 1n })],
    ["with one attestation", 14, () => ({ second: undefined })],
    [
      "without a signature",
      14,
      ({ ctx }) => {
        expect(ctx.block.epoch).to.equal(1n);
        return {
          second: {
            ...OTHER,
            height: 1n,
            appHash: OTHER.blockHash,
            commitment: OTHER.blockHash,
            attestation: undefined,
          },
        };
      },
    ],
    [
      "with a short hash",
      14,
      (chain) => ({
        second: { ...signed(chain, 0n, [3], OTHER), appHash: new Uint8Array(31) },
      }),
    ],
    [
      "with a bitfield over another set",
      8,
      (chain) => ({
        second: {
          ...signed(chain, 0n, [3], OTHER),
          attestation: partialOf([3], messageOf(chain, 0n, OTHER), 9),
        },
      }),
    ],
    ["of the same checkpoint", 15, (chain) => ({ second: signed(chain, 0n, [3, 4]) })],
    ["that nobody signed both of", 16, (chain) => ({ second: signed(chain, 0n, [4], OTHER) })],
    [
      "whose first one was not signed",
      12,
      (chain) => ({
        first: { ...signed(chain, 0n, [3]), height: 77n },
      }),
    ],
    [
      "whose second one was not signed",
      12,
      (chain) => ({
        second: { ...signed(chain, 0n, [3], OTHER), height: 77n },
      }),
    ],
  ];
  for (const [name, code, change] of cases) {
    it(`are refused when ${name}`, () => {
      const chain = started();
      const first = signed(chain, 0n, [3]);
      const second = signed(chain, 0n, [3], OTHER);
      const msg = { first, second, ...change(chain) };
      expect(refusal(() => report(chain, msg))).to.equal(`checkpoints/${code}`);
      chain.next();
      expect(chain.calls.doubles).to.deep.equal([]);
      expect(chain.ctx.emitted(doubleAttestationFound)).to.deep.equal([]);
    });
  }

  it("are refused once the checkpoint is closed", () => {
    const chain = started();
    const msg = { first: signed(chain, 0n, [3]), second: signed(chain, 0n, [3], OTHER) };
    for (const epoch of [2n, 3n]) chain.begin(epoch);
    expect(refusal(() => report(chain, msg))).to.equal("checkpoints/7");
  });
});

describe("keys of one owner that cancel out", () => {
  const ORDER = BigInt("0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001");
  const secret = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, "0"));
  /** Slots 0 and 1 cancel out; slots 2 to 5 do not. */
  const secrets = [11n, ORDER - 11n, 12n, 13n, 14n, 15n].map(secret);

  function cancellingSet(epoch: bigint): ValidatorSet {
    const keys = KEY_CHUNK.decode(KEY_CHUNK.empty());
    const powers = POWER_CHUNK.decode(POWER_CHUNK.empty());
    for (const [slot, one] of secrets.entries()) {
      keys[slot] = blsRawKey(blsPublicKey(one)) as Uint8Array;
      powers[slot] = 10;
    }
    const tree = chunkTree(0, POWER_CHUNK.encode(powers), KEY_CHUNK.encode(keys));
    return new ValidatorSet("aegis-test-1", epoch, [tree]);
  }

  it("are at fault for what an aggregate says that they signed", () => {
    const chain = world(equals(6), {}, cancellingSet);
    chain.begin(1n);
    const by = (slot: number, other: Partial<Checkpoint> = {}): SignedCheckpoint => {
      const one = signed(chain, 0n, [slot], other);
      const signature = blsSign(secrets[slot] as Uint8Array, messageOf(chain, 0n, other));
      return { ...one, attestation: { signers: bitfieldOf(6, [0, 1, slot]), signature } };
    };
    expect(report(chain, { first: by(2), second: by(3, OTHER) })).to.deep.equal({ found: 2 });
    chain.next();
    expect(chain.calls.doubles.map(({ operator }) => operator)).to.deep.equal(
      [0, 1].map(operatorOf),
    );
  });

  it("cannot bring what is known to nothing", () => {
    const chain = world(equals(6), {}, cancellingSet);
    chain.begin(1n);
    const message = messageOf(chain, 0n);
    const send = (slots: number[]): unknown => {
      const parts = slots.map((slot) => blsSign(secrets[slot] as Uint8Array, message));
      const signature = blsAggregate(parts) as Uint8Array;
      const partial = { signers: bitfieldOf(6, slots), signature };
      return deliver(chain.module, chain.ctx, MsgAttest, {
        sender: aggregator,
        epoch: 0n,
        ...partial,
      });
    };
    send([0]);
    expect(refusal(() => send([1]))).to.equal("checkpoints/13");
    send([2]);
    send([1]);
    expect(kept(chain, 0n).signedMembers).to.equal(3);
  });
});
