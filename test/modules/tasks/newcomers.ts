/** Nodes that register while the chain runs, and what becomes of their qualifications. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { nodeDigest } from "../../../modules/tasks/index.ts";
import type {
  NodeModel,
  NodeModelState,
  PendingReason,
} from "../../../proto/gen/aegis/tasks/v1/node.ts";
import type { Params } from "../../../proto/gen/aegis/tasks/v1/params.ts";
import { DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { MsgRegisterNode } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Behaviour, Place } from "./contents.ts";
import { mint } from "./fakes.ts";
import { placeOf, Player, players } from "./play.ts";
import { account, AT_ONCE, KERNEL_CLASS, MODEL, STAKE, World, type WorldOptions } from "./world.ts";

/** Computes what every node of its kernel class does, bit by bit. */
export const EXACT: Behaviour = { exact: true };

/** As many tokens as the answers of these tests have, so that their time is 19.4 s at most. */
export const QUALIFYING: Params = { ...AT_ONCE, qualificationTokens: 70 };

/** Nodes of genesis that replay exactly, and a chain at the beginning of its second block. */
export function exactWorld(options: WorldOptions = {}): { world: World; all: Player[] } {
  const world = new World({ params: QUALIFYING, ...options });
  return {
    world,
    all: players(
      world,
      world.actors.map(() => EXACT),
    ),
  };
}

/** Registers a node of an operator of its own, or of `operator`, for `model`. */
export function newcomer(
  world: World,
  name: string,
  {
    operator = `operator of ${name}`,
    model = MODEL,
    behaviour = EXACT,
    kernelClass = KERNEL_CLASS,
  }: {
    readonly operator?: string;
    readonly model?: string;
    readonly behaviour?: Behaviour;
    readonly kernelClass?: string;
  } = {},
): Player {
  const actor = { node: account(name), operator: account(operator) };
  mint(world.ctx, actor.operator.address, STAKE);
  const digest = nodeDigest(world.ctx.block.chainId, actor.operator.address);
  const { refused } = world.send(MsgRegisterNode, {
    operator: actor.operator.address,
    publicKey: actor.node.publicKey,
    signature: secp256k1.ecdsaSign(digest, actor.node.privateKey).signature,
    endpoint: "https://node.example",
    models: [{ model, kernelClass }],
    stake: STAKE,
    licences: [],
    servesCommittees: false,
  });
  expect(refused).to.equal(undefined);
  return new Player(world, actor, behaviour);
}

/** What the chain says of a node's only model. */
export function standing(world: World, player: Player): NodeModel {
  const { node } = world.query(Query.Node, { node: player.node });
  const own = node?.node?.models[0];
  if (own === undefined) throw new Error("a node has a model");
  return own;
}

/** Its state and, where it is not ACTIVE, why. */
export function stateOf(world: World, player: Player): readonly [NodeModelState, PendingReason] {
  const { state, pendingReason } = standing(world, player);
  return [state, pendingReason];
}

/** Where a node has to answer its qualification, if it has to. */
export function qualificationOf(world: World, player: Player): Place | undefined {
  const { duties } = world.query(Query.Duties, { node: player.node });
  const own = duties.find(({ kind }) => kind === DutyKind.DUTY_KIND_QUALIFY);
  return own && placeOf(own);
}

/** Runs blocks in which nobody does anything until the player's qualification begins. */
export function untilDrawn(world: World, player: Player): Place {
  for (let at = 0; at < 700; at += 1) {
    const place = qualificationOf(world, player);
    if (place !== undefined) return place;
    world.block();
  }
  throw new Error("no qualification began");
}

/** Plays until nothing of the present round is under way; answers come one block after the draw. */
export function finishRound(world: World, all: readonly Player[]): void {
  for (let at = 0; at < 250; at += 1) {
    world.block();
    for (const player of all) player.act();
    if (all.every((player) => standing(world, player).qualification.length === 0)) return;
  }
  throw new Error("the round does not end");
}
