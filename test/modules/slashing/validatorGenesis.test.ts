/** Validators' part of slashing's genesis, and Cosmos' queries of it. */
import { expect } from "chai";
import { consensusAddress } from "../../../app/lib/address.ts";
import { utf8Text } from "../../../app/lib/bytes.ts";
import { LOCAL_SIGNING } from "../../../modules/slashing/index.ts";
import {
  MissedChunk,
  SigningInfo,
  Tombstone,
  Totals,
  ValidatorSlash,
} from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { GenesisState } from "../../../proto/gen/aegis/slashing/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import { Query as CosmosQuery } from "../../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { refusal, testContext } from "../../kit/context.ts";
import { addressFor, ask } from "../../kit/modules.ts";
import { rate } from "../staking/world.ts";
import { SlashingWorld } from "./world.ts";

/** A chain on which one was down, one is buried and one missed some heights. */
function lived(): SlashingWorld {
  const world = new SlashingWorld({ validators: 7 });
  world.absent.add(world.operator(1));
  world.end(9);
  world.absent.add(world.operator(2));
  world.end(3);
  world.end(1, [world.evidence(world.address(3), 8n)]);
  return world;
}

describe("the genesis of validators that sign", () => {
  it("comes back as it was exported, through JSON", () => {
    const world = lived();
    const { genesis } = world.slashing;
    const exported = genesis.export(world.ctx);
    expect(exported.validatorSlashes.length).to.equal(2);
    expect(exported.missedChunks.length).to.equal(1);
    const read = genesis.codec.fromJson(JSON.parse(JSON.stringify(genesis.codec.toJson(exported))));
    genesis.validate(read);
    const again = testContext({ height: 0n });
    genesis.init(again, read);
    expect(genesis.export(again)).to.deep.equal(exported);
  });

  const operator = addressFor("operator 0");
  const bits = new Uint8Array(128);
  bits[0] = 0b101;
  const info = SigningInfo.create({ operator, window: 3, missedBlocks: 2 });
  const missed = MissedChunk.create({ operator, chunk: 0, bits });
  const slash = ValidatorSlash.create({ operator, fault: 2, fraction: rate("0.05") });
  const tombstone = Tombstone.create({
    operator,
    fault: 2,
    consensusAddresses: [new Uint8Array(20)],
  });
  const { genesis } = new SlashingWorld().slashing;
  const good: GenesisState = {
    ...genesis.defaults,
    totals: Totals.create({ validatorSlashes: 1n }),
    validatorSlashes: [slash],
    signingInfos: [info],
    missedChunks: [missed],
    tombstones: [tombstone],
  };
  const cases: readonly [string, Partial<GenesisState>][] = [
    ["a stranger's address", { signingInfos: [{ ...info, operator: "operator" }] }],
    ["a signing info twice", { signingInfos: [info, info] }],
    ["no window", { signingInfos: [{ ...info, window: 0 }] }],
    ["somebody who sits", { signingInfos: [{ ...info, seatedFrom: 1n }] }],
    ["other missed heights than the bits say", { signingInfos: [{ ...info, missedBlocks: 1 }] }],
    ["a bit beyond the window", { signingInfos: [{ ...info, window: 2 }] }],
    ["bits of nobody", { signingInfos: [] }],
    ["bits twice", { missedChunks: [missed, missed] }],
    ["too few bits", { missedChunks: [{ ...missed, bits: bits.slice(1) }] }],
    ["a jail longer than for ever", { signingInfos: [{ ...info, jailedUntilMs: 2n ** 60n }] }],
    ["a tombstone twice", { tombstones: [tombstone, tombstone] }],
    ["a tombstone without a key", { tombstones: [{ ...tombstone, consensusAddresses: [] }] }],
    ["a tombstone without a fault", { tombstones: [{ ...tombstone, fault: 0 }] }],
    [
      "a tombstone with a short key",
      { tombstones: [{ ...tombstone, consensusAddresses: [new Uint8Array(19)] }] },
    ],
    ["a slash out of order", { validatorSlashes: [{ ...slash, index: 1n }] }],
    ["a slash for nothing", { validatorSlashes: [{ ...slash, fault: 0 }] }],
    ["a slash of more than all", { validatorSlashes: [{ ...slash, fraction: rate("2") }] }],
    ["a slash before the fault", { validatorSlashes: [{ ...slash, infractionHeight: 1n }] }],
    ["totals that are not the sums", { validatorSlashes: [] }],
  ];
  it("is taken when it is right", () => {
    genesis.validate(good);
  });
  for (const [name, part] of cases) {
    it(`refuses ${name}`, () => {
      expect(refusal(() => genesis.validate({ ...good, ...part }))).to.equal("slashing/104");
    });
  }

  it("has other windows on a local network", () => {
    const { params } = genesis.defaults;
    if (params === undefined) throw new Error("parameters");
    genesis.validate({ ...genesis.defaults, params: { ...params, ...LOCAL_SIGNING } });
  });
});

describe("Cosmos' queries of slashing", () => {
  it("show parameters as the SDK writes them", () => {
    const world = new SlashingWorld();
    const { params } = ask(world.slashing, world.ctx, CosmosQuery.Params);
    expect(params?.signedBlocksWindow).to.equal(10n);
    expect(utf8Text(params?.minSignedPerWindow ?? new Uint8Array(0))).to.equal("5".padEnd(18, "0"));
    expect(params?.downtimeJailDuration).to.deep.equal({ seconds: 8n, nanos: 0 });
  });

  it("show how each validator signs, page by page", () => {
    const world = lived();
    const pages = [0n, 4n].map((offset) => {
      const pagination = PageRequest.create({ offset, limit: 4n });
      return ask(world.slashing, world.ctx, CosmosQuery.SigningInfos, { pagination }).info;
    });
    const all = pages.flat();
    expect(all.length).to.equal(7);
    const of = (index: number) => {
      const address = consensusAddress(world.address(index));
      return all.find((one) => one.address === address);
    };
    expect(of(0)).to.include({ missedBlocksCounter: 0n, indexOffset: 13n, startHeight: 2n });
    expect(of(2)).to.include({ missedBlocksCounter: 4n, tombstoned: false });
    expect(of(3)).to.include({ tombstoned: true });
    expect(of(2)).to.deep.equal(world.info(world.address(2)));
  });

  it("refuse addresses that are none or of nobody", () => {
    const world = new SlashingWorld();
    const asked = (consAddress: string) => () =>
      ask(world.slashing, world.ctx, CosmosQuery.SigningInfo, { consAddress });
    expect(refusal(asked(world.operator(0)))).to.equal("slashing/105");
    expect(refusal(asked(consensusAddress(new Uint8Array(20))))).to.equal("slashing/8");
    const strange = () => ask(world.slashing, world.ctx, Query.ValidatorSlashes, { operator: "x" });
    expect(refusal(strange)).to.equal("slashing/105");
  });
});
