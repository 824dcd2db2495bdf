/** Licences behind nodes: staking keeps them, the node carries what they stand for. */
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { NodeStatus } from "../../proto/gen/aegis/tasks/v1/node.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { addAmount } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { requireNode, stakeOf, updateNode } from "./access.ts";
import { DRAW_DELAY, LICENCE_SHARE_TENTHS, STAKE_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { nodeStakeAdded } from "./events.ts";
import { nodes, paramsItem } from "./state.ts";

/**
 * Licences may stand for up to 90 % of a stake, so that every fault costs tokens first.
 * @throws ModuleError licenceShare.
 */
export function checkLicenceShare(
  deps: TasksDeps,
  ctx: QueryContext,
  stake: bigint,
  licences: number,
): void {
  const licensed = BigInt(licences) * deps.licences.licenceStake(ctx);
  if (licensed * 10n <= (stake + licensed) * LICENCE_SHARE_TENTHS) return;
  throw errors.licenceShare(`${licensed} of ${stake + licensed} uasi, at most 90 %`);
}

/** @throws ModuleError unknownNode, notNodeOperator or nodeUnbonding. */
function requireBonded(ctx: BlockContext, address: string, operator: string): Node {
  const node = requireNode(ctx, address);
  if (node.operator !== operator) throw errors.notNodeOperator();
  if (node.status === NodeStatus.NODE_STATUS_UNBONDING) throw errors.nodeUnbonding();
  return node;
}

/** Marks an addition as fresh; one before it that some draw still leaves out stays so. */
export function withFresh(ctx: BlockContext, node: Node, added: bigint): Node {
  const { height } = ctx.block;
  const earlier = node.freshHeight + DRAW_DELAY >= height ? node.freshStake : 0n;
  return { ...node, freshStake: addAmount(earlier, added), freshHeight: height };
}

/** Raises a bonded node's own stake. @throws ModuleError as the module's README lists. */
export function addNodeStake(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  operator: string,
  amount: bigint,
): void {
  const stake = addAmount(requireBonded(ctx, address, operator).stake, amount);
  deps.bank.send(ctx, operator, moduleAddress(STAKE_ACCOUNT), amount);
  updateNode(ctx, address, (node) => ({ ...withFresh(ctx, node, amount), stake }));
  ctx.emit(nodeStakeAdded, { node: address, amount, stake });
}

/** Puts one licence behind a bonded node. @throws ModuleError as the module's README lists. */
export function addNodeLicence(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  operator: string,
  licence: number,
): void {
  const { stake, licences } = requireBonded(ctx, address, operator);
  checkLicenceShare(deps, ctx, stake, licences + 1);
  deps.licences.backNode(ctx, operator, address, [licence]);
}

/**
 * Begins to take one licence back from a bonded node, which must keep `min_node_stake`; returns the
 * clock at which it is free. @throws ModuleError as the module's README lists.
 */
export function removeNodeLicence(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  operator: string,
  licence: number,
): bigint {
  requireBonded(ctx, address, operator);
  const { unbondingTimeMs, minNodeStake } = paramsItem.require(ctx);
  const untilMs = ctx.block.clockMs + unbondingTimeMs;
  deps.licences.releaseNodeLicence(ctx, operator, address, licence, untilMs);
  const left = stakeOf(ctx, requireNode(ctx, address));
  if (left < minNodeStake) throw errors.stakeTooSmall(`at least ${minNodeStake} uasi must stay`);
  return untilMs;
}

/** Staking's word that the licences behind a node have changed. */
export function licencesChanged(
  ctx: BlockContext,
  address: string,
  backing: { readonly licences: number; readonly stake: bigint },
): void {
  const { licences, stake: licenceStake } = backing;
  updateNode(ctx, address, (node) => {
    const added = licenceStake - node.licenceStake;
    const next = added > 0n ? withFresh(ctx, node, added) : node;
    return { ...next, licences, licenceStake };
  });
}

/** Where nodes and the records of licences differ, or undefined. */
export function licenceMismatch(deps: TasksDeps, ctx: QueryContext): string | undefined {
  for (const [address, { licences, licenceStake }] of nodes.entries(ctx)) {
    const behind = deps.licences.nodeLicences(ctx, address);
    if (licences === behind.licences && licenceStake === behind.stake) continue;
    return (
      `node ${address} says ${licences} licences for ${licenceStake}, ` +
      `their records ${behind.licences} for ${behind.stake}`
    );
  }
  const stranger = deps.licences.licensedNodes(ctx).find((address) => !nodes.has(ctx, address));
  return stranger === undefined ? undefined : `licences back ${stranger}, which is no node`;
}
