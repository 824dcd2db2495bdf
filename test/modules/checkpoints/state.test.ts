/** Genesis, parameters and queries of checkpoints. */
import { expect } from "chai";
import { MISSED_CHUNK } from "../../../app/checkpoint/chunks.ts";
import { decodeCheckpointProof, verifyCheckpointProof } from "../../../app/checkpoint/proof.ts";
import { commitmentOf } from "../../../app/checkpoint/validatorSet.ts";
import { paramsSpec } from "../../../modules/checkpoints/params.ts";
import type { Params } from "../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import type { GenesisState } from "../../../proto/gen/aegis/checkpoints/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { keyAt } from "../../kit/checkpointSet.ts";
import { refusal } from "../../kit/context.ts";
import { addressFor, ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import {
  aggregator,
  attest,
  authority,
  equals,
  kept,
  operatorOf,
  range,
  type World,
  world,
} from "./world.ts";

function counts(...ones: readonly (readonly [number, number])[]): Uint8Array {
  return ones.reduce<Uint8Array>(
    (chunk, [index, missed]) => MISSED_CHUNK.put(chunk, index, missed),
    MISSED_CHUNK.empty(),
  );
}

const GENESIS: GenesisState = {
  params: { ...paramsSpec.defaults, checkpointsKept: 7 },
  recentSigners: [Uint8Array.of(7), Uint8Array.of(1, 2)],
  missed: [
    { chunk: 0, counts: counts([3, 2]) },
    { chunk: 187, counts: counts([0, 1], [255, 2]) },
  ],
};

describe("genesis of checkpoints", () => {
  it("is what an export of it says", () => {
    for (const genesis of [world(equals(4)).module.genesis.defaults, GENESIS]) {
      const { module, ctx } = world(equals(4), genesis);
      expect(module.genesis.export(ctx)).to.deep.equal(genesis);
      expect(brokenInvariants(ctx, module)).to.deep.equal([]);
    }
  });

  it("of a chain that ran carries who is alive and what was missed to a new chain", () => {
    const chain = world(equals(8));
    for (const epoch of [1n, 2n, 3n]) {
      chain.begin(epoch);
      attest(chain, epoch - 1n, range(0, 6));
    }
    const exported = chain.module.genesis.export(chain.ctx);
    expect(exported.recentSigners).to.deep.equal([Uint8Array.of(63), Uint8Array.of(63)]);
    expect(exported.missed).to.deep.equal([{ chunk: 0, counts: counts([6, 1], [7, 1]) }]);
    const next = world(equals(8), exported);
    expect(next.module.keeper.recentAttesters(next.ctx)).to.deep.equal(Uint8Array.of(63));
    next.begin(1n);
    attest(next, 0n, range(1, 8));
    expect(next.module.keeper.recentAttesters(next.ctx)).to.deep.equal(Uint8Array.of(255));
  });

  it("goes on punishing where the old chain stopped", () => {
    const missed = [{ chunk: 0, counts: counts([1, 3], [2, 9]) }];
    const chain = world(equals(8), { missed });
    expect(chain.calls.missed).to.deep.equal([1, 2].map(operatorOf));
  });

  const cases: readonly [string, Partial<GenesisState>][] = [
    ["three bitfields", { recentSigners: [1, 2, 3].map((byte) => Uint8Array.of(byte)) }],
    ["an empty bitfield", { recentSigners: [new Uint8Array(0)] }],
    ["a bitfield that is too long", { recentSigners: [new Uint8Array(6_001)] }],
    ["chunks out of order", { missed: [...GENESIS.missed].reverse() }],
    ["a chunk twice", { missed: [0, 0].map((chunk) => ({ chunk, counts: counts([3, 2]) })) }],
    ["a chunk beyond the last", { missed: [{ chunk: 188, counts: counts([3, 2]) }] }],
    ["a short chunk", { missed: [{ chunk: 0, counts: Uint8Array.of(1) }] }],
    ["a chunk of zeros", { missed: [{ chunk: 0, counts: counts() }] }],
  ];
  for (const [name, change] of cases) {
    it(`is refused with ${name}`, () => {
      const { validate } = world(equals(1)).module.genesis;
      expect(refusal(() => validate({ ...GENESIS, ...change }))).to.equal("checkpoints/4");
    });
  }
});

describe("parameters of checkpoints", () => {
  const cases: readonly Partial<Params>[] = [
    { attestEpochs: 0 },
    { attestEpochs: 3 },
    { missedCheckpointsMax: 0 },
    { missedCheckpointsMax: 256 },
    { checkpointsKept: 3 },
    { checkpointsKept: 10_001 },
  ];
  for (const change of cases) {
    it(`are refused with ${JSON.stringify(change)}`, () => {
      const chain = world(equals(1));
      const params = { ...paramsSpec.defaults, ...change };
      const update = (): unknown =>
        deliver(chain.module, chain.ctx, MsgUpdateParams, { authority, params });
      expect(refusal(update)).to.equal("checkpoints/3");
      const { validate } = chain.module.genesis;
      expect(refusal(() => validate({ ...GENESIS, params }))).to.equal("checkpoints/3");
    });
  }

  it("are changed by the authority only", () => {
    const chain = world(equals(1));
    const params = { ...paramsSpec.defaults, missedCheckpointsMax: 5 };
    const update = (by: string): unknown =>
      deliver(chain.module, chain.ctx, MsgUpdateParams, { authority: by, params });
    expect(refusal(() => update(aggregator))).to.equal("checkpoints/2");
    update(authority);
    expect(ask(chain.module, chain.ctx, Query.Params).params).to.deep.equal(params);
  });
});

/** Epoch 0 is final, epoch 1 is not; slot 2 is empty. */
function started(): World {
  const chain = world(new Map([...equals(300)].filter(([slot]) => slot !== 2)));
  chain.begin(1n);
  attest(chain, 0n, range(3, 300));
  chain.begin(2n);
  return chain;
}

describe("queries of checkpoints", () => {
  it("prove a final checkpoint as long as its set is known", () => {
    const chain = started();
    const { proof } = ask(chain.module, chain.ctx, Query.Proof, { epoch: 0n });
    const decoded = decodeCheckpointProof(proof);
    if (decoded === undefined) throw new Error("not a proof");
    const verified = verifyCheckpointProof(decoded, kept(chain, 0n).commitment);
    expect(verified).to.deep.include({ final: true, signedPower: 2_970n, totalPower: 2_990n });
    const ofEpoch = (epoch: bigint) => (): unknown =>
      ask(chain.module, chain.ctx, Query.Proof, { epoch });
    expect(refusal(ofEpoch(1n))).to.equal("checkpoints/19");
    expect(refusal(ofEpoch(2n))).to.equal("checkpoints/6");
    chain.begin(3n);
    ofEpoch(0n)();
    chain.begin(4n);
    expect(refusal(ofEpoch(0n))).to.equal("checkpoints/20");
  });

  it("tell the set of an epoch in pages, forwards and backwards", () => {
    const { module, ctx } = started();
    const slots: number[] = [];
    let key = new Uint8Array(0);
    do {
      const page = ask(module, ctx, Query.ValidatorSet, {
        epoch: 2n,
        pagination: { key, offset: 0n, limit: 200n, countTotal: false, reverse: false },
      });
      slots.push(...page.members.map(({ slot }) => slot));
      const { root, totalPower, totalKey, commitment } = page;
      const parts = { chainId: ctx.block.chainId, epoch: 2n, root, totalPower, totalKey };
      expect(commitmentOf(parts)).to.deep.equal(commitment);
      expect([page.slots, page.memberCount]).to.deep.equal([300, 299]);
      expect(page.members[0]?.key).to.deep.equal(keyAt(page.members[0]?.slot ?? 0));
      key = new Uint8Array(page.pagination?.nextKey ?? []);
    } while (key.length > 0);
    expect(slots).to.deep.equal(range(0, 300).filter((slot) => slot !== 2));
    const backwards = ask(module, ctx, Query.ValidatorSet, {
      pagination: {
        key: Uint8Array.of(0, 0, 0, 3),
        offset: 0n,
        limit: 2n,
        countTotal: false,
        reverse: true,
      },
    });
    expect(backwards.members.map(({ slot }) => slot)).to.deep.equal([3, 1]);
    const far = ask(module, ctx, Query.ValidatorSet, {
      pagination: {
        key: new Uint8Array(9).fill(255),
        offset: 0n,
        limit: 1n,
        countTotal: false,
        reverse: true,
      },
    });
    expect(far.members[0]?.slot).to.equal(299);
  });

  it("list checkpoints without their signers", () => {
    const { module, ctx } = started();
    const { checkpoints } = ask(module, ctx, Query.Checkpoints);
    expect(checkpoints.map(({ epoch, signedPower }) => [epoch, signedPower])).to.deep.equal([
      [0n, 2_970n],
      [1n, 0n],
    ]);
  });

  it("are refused for what there is not", () => {
    const { module, ctx } = started();
    const missed = (operator: string) => (): unknown =>
      ask(module, ctx, Query.Missed, { operator });
    expect(refusal(missed("somebody"))).to.equal("checkpoints/5");
    expect(refusal(missed(addressFor("stranger")))).to.equal("checkpoints/18");
    const epoch = 9n;
    expect(refusal(() => ask(module, ctx, Query.Checkpoint, { epoch }))).to.equal("checkpoints/6");
    expect(refusal(() => ask(module, ctx, Query.ValidatorSet, { epoch }))).to.equal(
      "checkpoints/20",
    );
  });
});
