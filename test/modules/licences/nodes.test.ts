/** Licences and further stake of resource nodes: share, refusals, the ways out. */
import { expect } from "chai";
import { LicenceUse } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgAddValidatorLicence } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  MsgAddNodeLicence,
  MsgAddNodeStake,
  MsgRegisterNode,
  MsgRemoveNodeLicence,
  MsgUnregisterNode,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { stakeBefore } from "../../../modules/tasks/access.ts";
import { account } from "../tasks/world.ts";
import {
  FUNDS,
  freeLicence,
  LICENCE,
  LicenceWorld,
  NODE_STAKE,
  node,
  operator,
  other,
  registration,
  validator,
  type WorldOptions,
} from "./world.ts";

const SHARE = "tasks/60";
const second = account("second node");

function add(world: LicenceWorld, licence: number, who = operator.address): string | undefined {
  const message = { operator: who, node: node.address, licence };
  return world.send("tasks", MsgAddNodeLicence, message);
}

function remove(world: LicenceWorld, licence: number, who = operator.address): string | undefined {
  const message = { operator: who, node: node.address, licence };
  return world.send("tasks", MsgRemoveNodeLicence, message);
}

function register(
  world: LicenceWorld,
  stake: bigint,
  licences: readonly number[],
): string | undefined {
  const message = registration(world, second, { stake, licences });
  return world.send("tasks", MsgRegisterNode, message);
}

function exposureLimit(world: LicenceWorld): bigint | undefined {
  return world.query("tasks", Query.Node, { node: node.address }).node?.exposureLimit;
}

describe("MsgRegisterNode with licences", () => {
  it("takes nine tenths in licences", () => {
    const world = new LicenceWorld();
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(register(world, LICENCE - 1n, nine)).to.equal(SHARE);
    expect(register(world, LICENCE, nine)).to.equal(undefined);
    const { node: view } = world.query("tasks", Query.Node, { node: second.address });
    expect(view?.node).to.include({ stake: LICENCE, licences: 9, licenceStake: 9n * LICENCE });
    expect(view?.exposureLimit).to.equal((10n * LICENCE) / 2n);
    expect(world.licence(9)).to.include({
      use: LicenceUse.LICENCE_USE_NODE,
      backs: second.address,
    });
    world.block();
  });

  const bad: readonly [string, bigint, readonly number[], string][] = [
    ["licences alone", 0n, [1], SHARE],
    ["too little altogether", 999_999_999n, [], "tasks/19"],
    ["licences twice", LICENCE, [1, 1], "tasks/6"],
    ["licences out of order", LICENCE, [2, 1], "tasks/6"],
    ["licence 0", LICENCE, [0], "tasks/6"],
    ["too many licences", FUNDS, Array.from({ length: 1_001 }, (_, at) => at + 1), "tasks/6"],
    ["another's licence", LICENCE, [23], "staking/108"],
    ["a licence that there is not", LICENCE, [24], "staking/108"],
    ["a licence that is in use", LICENCE, [1], "staking/109"],
  ];
  for (const [name, stake, licences, expected] of bad) {
    it(`refuses ${name}`, () => {
      const world = new LicenceWorld();
      expect(add(world, 1)).to.equal(undefined);
      expect(register(world, stake, licences)).to.equal(expected);
      expect(world.balance(operator.address)).to.equal(FUNDS);
      world.block();
    });
  }
});

describe("MsgAddNodeStake", () => {
  it("raises the stake of a bonded node", () => {
    const world = new LicenceWorld();
    const send = (amount: bigint, who = operator.address, what = node.address) =>
      world.send("tasks", MsgAddNodeStake, { operator: who, node: what, amount });
    expect(send(5n)).to.equal(undefined);
    expect(world.node().stake).to.equal(NODE_STAKE + 5n);
    expect(world.balance(operator.address)).to.equal(FUNDS - 5n);
    expect(send(0n)).to.equal("tasks/6");
    expect(send(2n ** 63n)).to.equal("tasks/6");
    expect(send(FUNDS)).to.equal("sdk/5");
    expect(send(5n, other.address)).to.equal("tasks/20");
    expect(send(5n, "nobody")).to.equal("tasks/4");
    expect(send(5n, operator.address, other.address)).to.equal("tasks/16");
    world.send("tasks", MsgUnregisterNode, { operator: operator.address, node: node.address });
    expect(send(5n)).to.equal("tasks/21");
    world.block();
  });
});

describe("what is added to a stake", () => {
  const L = LICENCE;

  it("weighs in no draw for this height or an earlier one", () => {
    const world = new LicenceWorld();
    const first = world.ctx.block.height;
    expect(add(world, 1)).to.equal(undefined);
    const weights = (...heights: bigint[]) =>
      heights.map((height) => stakeBefore(world.node(), height));
    expect(weights(first - 1n, first, first + 1n)).to.deep.equal([2n * L, 2n * L, 3n * L]);
    world.block();
    const more = { operator: operator.address, node: node.address, amount: L };
    expect(world.send("tasks", MsgAddNodeStake, more)).to.equal(undefined);
    // The draw of the next block is for the height before this one.
    expect(weights(first, first + 1n, first + 2n)).to.deep.equal([2n * L, 2n * L, 4n * L]);
    world.blocks(3);
    expect(add(world, 2)).to.equal(undefined);
    expect(weights(first + 2n, first + 4n, first + 5n)).to.deep.equal([4n * L, 4n * L, 5n * L]);
  });

  it("never makes a weight negative when a fault takes more than the rest", () => {
    const world = new LicenceWorld();
    expect(add(world, 1)).to.equal(undefined);
    world.slash(900_000n);
    expect(stakeBefore(world.node(), world.ctx.block.height)).to.equal(0n);
    world.block();
  });
});

describe("MsgAddNodeLicence", () => {
  it("counts for exposure at once, up to nine tenths", () => {
    const world = new LicenceWorld();
    expect(exposureLimit(world)).to.equal(NODE_STAKE / 2n);
    for (let number = 1; number <= 18; number += 1) {
      expect(add(world, number)).to.equal(undefined);
    }
    expect(add(world, 19)).to.equal(SHARE);
    expect(exposureLimit(world)).to.equal((NODE_STAKE + 18n * LICENCE) / 2n);
    world.block();
  });

  it("refuses strangers and what is in use", () => {
    const world = new LicenceWorld();
    expect(add(world, 21, validator)).to.equal("tasks/20");
    expect(add(world, 21)).to.equal("staking/108");
    expect(add(world, 1, "operator")).to.equal("tasks/4");
    expect(add(world, 1)).to.equal(undefined);
    expect(add(world, 1)).to.equal("staking/109");
    const behind = { operator: operator.address, number: 1 };
    expect(world.send("staking", MsgAddValidatorLicence, behind)).to.equal("staking/105");
    world.send("tasks", MsgUnregisterNode, { operator: operator.address, node: node.address });
    expect(add(world, 2)).to.equal("tasks/21");
    expect(remove(world, 1)).to.equal("tasks/21");
    world.block();
  });
});

describe("MsgRemoveNodeLicence", () => {
  it("counts no more at once, stays behind the node until unbonding is over, then is free", () => {
    const world = new LicenceWorld();
    add(world, 1);
    add(world, 2);
    expect(remove(world, 1)).to.equal(undefined);
    expect(remove(world, 1)).to.equal("staking/112");
    expect(remove(world, 3)).to.equal("staking/111");
    expect(remove(world, 1, other.address)).to.equal("tasks/20");
    expect(world.node()).to.include({ licences: 2, licenceStake: LICENCE });
    world.blocks(299);
    expect(world.licence(1).backs).to.equal(node.address);
    world.blocks(2);
    expect(world.licence(1).use).to.equal(LicenceUse.LICENCE_USE_NOTHING);
    expect(world.node()).to.include({ licences: 1, licenceStake: LICENCE });
  });

  it("must leave the least stake", () => {
    const world = new LicenceWorld();
    add(world, 1);
    world.slash(1_000_000n / 2n);
    // 1,500 of 3,000 ASI are gone: 500 and the licence are left.
    expect(world.node().stake).to.equal(LICENCE / 2n);
    expect(remove(world, 1)).to.equal("tasks/19");
    world.block();
  });
});

describe("unregistering a node with licences", () => {
  it("keeps them with the stake, and frees them with it", () => {
    const world = new LicenceWorld();
    add(world, 1);
    add(world, 2);
    remove(world, 2);
    world.blocks(10);
    world.send("tasks", MsgUnregisterNode, { operator: operator.address, node: node.address });
    world.blocks(298);
    expect(world.licence(1).backs).to.equal(node.address);
    expect(world.licence(2).use).to.equal(LicenceUse.LICENCE_USE_NOTHING);
    world.blocks(5);
    expect(world.licence(1).use).to.equal(LicenceUse.LICENCE_USE_NOTHING);
    expect(world.balance(operator.address)).to.equal(FUNDS + NODE_STAKE);
  });
});

describe("licences behind one node", () => {
  it("are a thousand at most", () => {
    const licences = Array.from({ length: 1_002 }, (_, at) =>
      freeLicence(at + 1, operator.address),
    );
    const options: WorldOptions = { licences };
    const world = new LicenceWorld(options);
    const first = licences.slice(0, 1_000).map(({ number }) => number);
    const stake = (1_002n * LICENCE) / 9n + 1n;
    expect(register(world, stake, first)).to.equal(undefined);
    const message = { operator: operator.address, node: second.address, licence: 1_001 };
    expect(world.send("tasks", MsgAddNodeLicence, message)).to.equal("staking/113");
    world.block();
  });
});
