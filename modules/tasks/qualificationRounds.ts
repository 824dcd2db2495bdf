/**
 * When and for whom qualifications run: once an epoch, at one height for all nodes of a model that
 * are due, so that one machine cannot answer for several of them one after the other.
 */
import type { ModelRevision } from "../../proto/gen/aegis/tasks/v1/model.ts";
import {
  type Node,
  type NodeModel,
  NodeModelState,
  PendingReason,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import { addressBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { compareBytes, hashOf } from "../../app/lib/bytes.ts";
import { textKey } from "../../app/module/collections/codecs.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isBonded, nodeModel, rulesOf } from "./access.ts";
import {
  BOOTSTRAP_NODES,
  DRAW_DELAY,
  QUALIFICATIONS_MAX,
  RETRY_EPOCHS_MAX,
  VERIFIERS_FACTOR,
} from "./constants.ts";
import { actingRevision } from "./models.ts";
import { suspendNode } from "./nodeStates.ts";
import { createQualification } from "./qualificationTask.ts";
import { takeDue } from "./queue.ts";
import { activeNodes } from "./start.ts";
import { models, nodes, nodesByModel, paramsItem, qualificationQueue } from "./state.ts";

/** A node and what it is for the model in question. */
interface Candidate {
  readonly node: Node;
  readonly own: NodeModel;
}

function isActiveFor({ own }: Candidate): boolean {
  return own.state === NodeModelState.NODE_MODEL_STATE_ACTIVE;
}

function hasClass(revision: ModelRevision, { own }: Candidate): boolean {
  return revision.kernelClasses.some(({ name }) => name === own.kernelClass);
}

/**
 * Whether a node must qualify: it is not ACTIVE, or has qualified for another revision, or not in
 * this period of requalification_epochs. All nodes' periods begin together: were they counted from
 * each node's own qualification, one machine could answer for many nodes in turn for ever.
 */
function isDue(ctx: BlockContext, revision: ModelRevision, candidate: Candidate): boolean {
  const { node, own } = candidate;
  if (!isBonded(ctx, node) || own.qualification.length > 0) return false;
  if (!isActiveFor(candidate)) {
    return hasClass(revision, candidate) && ctx.block.epoch % retryEpochs(own) === 0n;
  }
  if (own.qualifiedRevision !== revision.number) return true;
  const period = BigInt(paramsItem.require(ctx).requalificationEpochs);
  return ctx.block.epoch / period > own.qualifiedEpoch / period;
}

/** A node that goes on failing tries in every epoch, then in every 2nd, 4th, … */
function retryEpochs({ failures }: NodeModel): bigint {
  let epochs = 1n;
  for (let at = 1; at < failures && epochs < RETRY_EPOCHS_MAX; at += 1) epochs *= 2n;
  return epochs;
}

/** Nodes of a model that were registered before `height` and are due, by address. */
function dueNodes(ctx: BlockContext, revision: ModelRevision, height: bigint): Candidate[] {
  const prefix = textKey.encode(revision.model);
  return [...nodesByModel.keys(ctx, { prefix })]
    .map(([, address]): Candidate => {
      const node = nodes.require(ctx, address);
      return { node, own: present(nodeModel(node, revision.model), "model of a node") };
    })
    .filter((one) => one.node.registeredHeight < height && isDue(ctx, revision, one));
}

/** Sets the height at which the qualifications of a model are drawn; 0 for none. */
function setHeight(ctx: BlockContext, id: string, qualificationHeight: bigint): void {
  const model = models.require(ctx, id);
  if (model.qualificationHeight > 0n)
    qualificationQueue.delete(ctx, [model.qualificationHeight, id]);
  if (qualificationHeight > 0n) qualificationQueue.add(ctx, [qualificationHeight, id]);
  models.set(ctx, id, { ...model, qualificationHeight });
}

/** End of an epoch's last block: drawn at the next one, for every model that has nodes. */
export function scheduleQualifications(ctx: BlockContext): void {
  if (!ctx.block.isEpochEnd) return;
  const height = ctx.block.height + 1n;
  for (const [id, model] of [...models.entries(ctx)]) {
    const [first] = nodesByModel.keys(ctx, { prefix: textKey.encode(id) });
    const isWaiting = first === undefined || model.qualificationHeight > 0n;
    if (!isWaiting) setHeight(ctx, id, height + DRAW_DELAY);
  }
}

/** Begin of a block: begins the qualifications that are due. */
export function drawQualifications(ctx: BlockContext): void {
  let begun = 0;
  for (const [, id] of takeDue(ctx, qualificationQueue, ctx.block.height, QUALIFICATIONS_MAX)) {
    const drawn = drawModel(ctx, id);
    // The whole model waits for the next block, and its beacon, rather than a part of it.
    if (begun > 0 && begun + drawn.length > QUALIFICATIONS_MAX) {
      setHeight(ctx, id, ctx.block.height + 1n);
      continue;
    }
    setHeight(ctx, id, 0n);
    const revision = actingRevision(ctx, id);
    for (const { node } of drawn.slice(0, QUALIFICATIONS_MAX)) {
      createQualification(ctx, node, revision, begun);
      begun += 1;
    }
  }
}

/** Whom the beacon lets qualify for a model now. */
function drawModel(ctx: BlockContext, id: string): Candidate[] {
  const revision = actingRevision(ctx, id);
  const due = dueNodes(ctx, revision, ctx.block.height - DRAW_DELAY);
  for (const candidate of due.filter((one) => !hasClass(revision, one))) {
    suspendNode(ctx, candidate.node.address, id, PendingReason.PENDING_REASON_NOT_QUALIFIED);
  }
  const active = activeNodes(ctx, id, ctx.block.height - DRAW_DELAY);
  return revision.kernelClasses.flatMap(({ name }) =>
    drawClass(ctx, id, {
      active: active.filter((node) => nodeModel(node, id)?.kernelClass === name),
      due: due.filter(({ own }) => own.kernelClass === name),
    }),
  );
}

/** Nodes of one model and kernel class. */
interface ClassNodes {
  readonly active: readonly Node[];
  readonly due: readonly Candidate[];
}

/** Those of a kernel class for whom there are verifiers, ACTIVE ones first. */
function drawClass(ctx: BlockContext, model: string, { active, due }: ClassNodes): Candidate[] {
  const params = paramsItem.require(ctx);
  const { softFinalityVerifications: needed } = rulesOf(params);
  const operators = new Set(active.map(({ operator }) => operator));
  const isBootstrap = operators.size < needed;
  // At most half of the places for duties, so that users' results find verifiers too.
  const places = Math.floor((active.length * params.maxDuties) / (2 * VERIFIERS_FACTOR * needed));
  const some = isBootstrap
    ? firstOfOperators(due)
    : inDrawnOrder(ctx, due).slice(0, Math.max(BOOTSTRAP_NODES, places));
  for (const { node } of some) operators.add(node.operator);
  return some.filter((candidate) => {
    const others = operators.has(candidate.node.operator) ? operators.size - 1 : operators.size;
    if (others >= needed) return true;
    noteNobodyVerifies(ctx, model, candidate);
    return false;
  });
}

/** One node of each of the first operators, by registration: who came first did not know more. */
function firstOfOperators(due: readonly Candidate[]): Candidate[] {
  const first = new Map<string, Candidate>();
  const byAge = [...due].sort((a, b) => Number(a.node.registeredHeight - b.node.registeredHeight));
  for (const one of byAge) {
    const { operator } = one.node;
    if (first.size < BOOTSTRAP_NODES && !first.has(operator)) first.set(operator, one);
  }
  return [...first.values()];
}

/** ACTIVE nodes first, since all of them are to be measured at once; then as the beacon says. */
function inDrawnOrder(ctx: BlockContext, due: readonly Candidate[]): Candidate[] {
  const { beacon } = ctx.block;
  const keyed = due.map((candidate) => ({
    candidate,
    key: hashOf(
      { domain: "aegis/qualification-order/v1" },
      { address: addressBytes(candidate.node.address) },
      { hash: beacon },
    ),
  }));
  const group = ({ candidate }: { readonly candidate: Candidate }): number =>
    isActiveFor(candidate) ? 0 : 1;
  keyed.sort((a, b) => group(a) - group(b) || compareBytes(a.key, b.key));
  return keyed.map(({ candidate }) => candidate);
}

/** Fewer operators than a verification needs: nothing begins, and the node is told once. */
function noteNobodyVerifies(ctx: BlockContext, model: string, candidate: Candidate): void {
  const reason = PendingReason.PENDING_REASON_NOT_VERIFIED;
  if (isActiveFor(candidate) || candidate.own.pendingReason === reason) return;
  suspendNode(ctx, candidate.node.address, model, reason);
}
