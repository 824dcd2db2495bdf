/** Resource nodes: registration, the way out, and the stake that slashing may take. */
import {
  Node,
  NodeModel,
  NodeModelState,
  NodeStatus,
  PendingReason,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import type { MsgRegisterNode, NodeModelRequest } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { addressBytes, addressOfPublicKey, moduleAddress } from "../../app/lib/address.ts";
import { hashOf } from "../../app/lib/bytes.ts";
import { smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { requireNode, rulesOf } from "./access.ts";
import { STAKE_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { nodeRegistered, nodeReleased, nodeStakeTaken, nodeUnregistered } from "./events.ts";
import { actingRevision } from "./models.ts";
import { checkLicenceShare } from "./nodeLicences.ts";
import { takeDue } from "./queue.ts";
import { nodes, nodesByModel, paramsItem, unbondings } from "./state.ts";

/** What a node's own key signs: `SHA-256("aegis/node/v1" ‖ chain_id ‖ operator)`. */
export function nodeDigest(chainId: string, operator: string): Uint8Array {
  return hashOf(
    { domain: "aegis/node/v1" },
    { text: chainId },
    { address: addressBytes(operator) },
  );
}

/** @throws ModuleError as the module's README lists for MsgRegisterNode. */
export function registerNode(deps: TasksDeps, ctx: BlockContext, msg: MsgRegisterNode): string {
  const { operator, publicKey, endpoint, stake, licences } = msg;
  const address = addressOfPublicKey(publicKey);
  if (address === operator) throw errors.invalidNode("the node needs a key of its own");
  if (nodes.has(ctx, address)) throw errors.nodeExists();
  const { minNodeStake } = paramsItem.require(ctx);
  checkLicenceShare(deps, ctx, stake, licences.length);
  const licensed = BigInt(licences.length) * deps.licences.licenceStake(ctx);
  if (stake + licensed < minNodeStake) throw errors.stakeTooSmall(`at least ${minNodeStake} uasi`);
  const digest = nodeDigest(ctx.block.chainId, operator);
  if (!deps.verifySignature(msg.signature, digest, publicKey)) throw errors.nodeSignature();
  const models = msg.models.map((request) => pendingModel(ctx, request));

  deps.bank.send(ctx, operator, moduleAddress(STAKE_ACCOUNT), stake);
  const node = Node.create({
    address,
    operator,
    publicKey,
    endpoint,
    status: NodeStatus.NODE_STATUS_BONDED,
    stake,
    models,
    registeredHeight: ctx.block.height,
    servesCommittees: msg.servesCommittees,
  });
  nodes.set(ctx, address, node);
  deps.licences.backNode(ctx, operator, address, licences);
  for (const { model } of models) nodesByModel.add(ctx, [model, address]);
  ctx.emit(nodeRegistered, { node: address, operator, stake, models });
  return address;
}

function pendingModel(ctx: QueryContext, request: NodeModelRequest): NodeModel {
  const { model, kernelClass } = request;
  const { kernelClasses } = actingRevision(ctx, model);
  if (!kernelClasses.some((one) => one.name === kernelClass)) throw errors.kernelClass(model);
  return NodeModel.create({
    model,
    state: NodeModelState.NODE_MODEL_STATE_PENDING,
    pendingReason: PendingReason.PENDING_REASON_NOT_QUALIFIED,
    kernelClass,
  });
}

/**
 * Begins a node's way out; returns the clock at which its stake may be released.
 * @throws ModuleError unknownNode, notNodeOperator or nodeUnbonding.
 */
export function unregisterNode(ctx: BlockContext, address: string, operator: string): bigint {
  const node = requireNode(ctx, address);
  if (node.operator !== operator) throw errors.notNodeOperator();
  if (node.status === NodeStatus.NODE_STATUS_UNBONDING) throw errors.nodeUnbonding();
  const unbondingEndMs = ctx.block.clockMs + paramsItem.require(ctx).unbondingTimeMs;
  const status = NodeStatus.NODE_STATUS_UNBONDING;
  nodes.set(ctx, address, { ...node, status, unbondingEndMs });
  unbondings.add(ctx, [unbondingEndMs, address]);
  ctx.emit(nodeUnregistered, { node: address, unbondingEndMs });
  return unbondingEndMs;
}

/** End of a block: releases stake whose time is over, unless work of the node is not final yet. */
export function releaseNodes(deps: TasksDeps, ctx: BlockContext, max: number): void {
  for (const key of takeDue(ctx, unbondings, ctx.block.clockMs, max)) {
    unbondings.delete(ctx, key);
    const node = requireNode(ctx, key[1]);
    const isBusy = node.unfinalResults + node.unfinalVerifications + node.duties > 0;
    if (isBusy) waitLonger(ctx, node);
    else releaseNode(deps, ctx, node);
  }
}

function waitLonger(ctx: BlockContext, node: Node): void {
  const rules = rulesOf(paramsItem.require(ctx));
  const unbondingEndMs = ctx.block.clockMs + rules.revealWindowMs;
  nodes.set(ctx, node.address, { ...node, unbondingEndMs });
  unbondings.add(ctx, [unbondingEndMs, node.address]);
}

function releaseNode(deps: TasksDeps, ctx: BlockContext, node: Node): void {
  const { address, operator, stake } = node;
  nodes.delete(ctx, address);
  for (const { model } of node.models) nodesByModel.delete(ctx, [model, address]);
  if (stake > 0n) deps.bank.send(ctx, moduleAddress(STAKE_ACCOUNT), operator, stake);
  deps.licences.freeNode(ctx, address);
  ctx.emit(nodeReleased, { node: address, operator, stake });
}

/**
 * Takes up to `amount` of a node's stake, bonded or unbonding, to the account of `toModule`.
 * Returns what was taken.
 */
export function takeNodeStake(
  deps: TasksDeps,
  ctx: BlockContext,
  address: string,
  amount: bigint,
  toModule: string,
): bigint {
  const node = requireNode(ctx, address);
  const taken = smallerAmount(amount, node.stake);
  if (taken === 0n) return 0n;
  const remaining = node.stake - taken;
  nodes.set(ctx, address, { ...node, stake: remaining });
  deps.bank.send(ctx, moduleAddress(STAKE_ACCOUNT), moduleAddress(toModule), taken);
  ctx.emit(nodeStakeTaken, { node: address, amount: taken, remaining });
  return taken;
}
