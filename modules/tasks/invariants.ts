/** Invariants: money, counts and indexes follow from the records. */
import { DisputeStage } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Node } from "../../proto/gen/aegis/tasks/v1/node.ts";
import {
  State,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { KeySet, Readable } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { Invariant } from "../../app/module/module.ts";
import {
  calculationsOf,
  isQualification,
  isStreamed,
  isTerminal,
  resultKeyOf,
  rulesOf,
  votesOf,
} from "./access.ts";
import { leastAdvanced } from "./calculation.ts";
import type { TasksDeps } from "./deps.ts";
import { holdings } from "./genesis.ts";
import { isHold, isOpen, openHolds } from "./holds.ts";
import { INDEXES, indexModel, indexNode, indexTask, isOwed } from "./indexes.ts";
import { licenceMismatch } from "./nodeLicences.ts";
import {
  models,
  nodes,
  openTasks,
  results,
  revealedResults,
  statuses,
  tasks,
  verifications,
  disputes,
  votes,
} from "./state.ts";

/** All invariants of the module. */
export function invariantsOf(deps: TasksDeps): readonly Invariant[] {
  return [
    { name: "accounts", check: (ctx) => checkAccounts(deps, ctx) },
    { name: "indexes", check: checkIndexes },
    { name: "node counts", check: checkNodes },
    { name: "holds", check: checkHolds },
    { name: "task states", check: checkTasks },
    { name: "open tasks", check: checkOpenTasks },
    { name: "disputes", check: checkDisputes },
    { name: "streams", check: checkStreams },
    { name: "node licences", check: (ctx) => licenceMismatch(deps, ctx) },
  ];
}

function checkAccounts(deps: TasksDeps, ctx: QueryContext): string | undefined {
  for (const [account, wanted] of holdings(ctx)) {
    const balance = deps.bank.balance(ctx, moduleAddress(account));
    if (balance !== wanted) return `${account} holds ${balance}, records say ${wanted}`;
  }
  return undefined;
}

function checkIndexes(ctx: QueryContext): string | undefined {
  const wanted = new Map<string, Set<string>>();
  const sink = <K>(index: KeySet<K>, key: K): void => {
    const keys = wanted.get(index.name) ?? new Set<string>();
    wanted.set(index.name, keys.add(hex(index.key.encode(key))));
  };
  for (const [, model] of models.entries(ctx)) indexModel(model, sink);
  for (const [, node] of nodes.entries(ctx)) indexNode(node, sink);
  for (const [hash] of tasks.entries(ctx)) indexTask(ctx, hash, sink);
  for (const index of INDEXES) {
    const keys = wanted.get(index.name) ?? new Set<string>();
    const held = [...index.keys(ctx)].map((key) => hex(index.key.encode(key)));
    const extra = held.find((key) => !keys.has(key));
    if (extra !== undefined) return `${index.name} has ${extra}, records do not`;
    if (held.length !== keys.size) {
      return `${index.name} has ${held.length} entries, records say ${keys.size}`;
    }
  }
  return undefined;
}

type Counts = Pick<Node, "exposure" | "unfinalResults" | "unfinalVerifications" | "duties">;

const NOTHING: Counts = { exposure: 0n, unfinalResults: 0, unfinalVerifications: 0, duties: 0 };

function countWork(ctx: Readable): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const add = (node: string, more: Partial<Counts>): void => {
    const before = counts.get(node) ?? NOTHING;
    counts.set(node, {
      exposure: before.exposure + (more.exposure ?? 0n),
      unfinalResults: before.unfinalResults + (more.unfinalResults ?? 0),
      unfinalVerifications: before.unfinalVerifications + (more.unfinalVerifications ?? 0),
      duties: before.duties + (more.duties ?? 0),
    });
  };
  for (const [, result] of results.entries(ctx)) {
    if (isTerminal(result)) continue;
    const exposure = tasks.require(ctx, result.taskHash).calculationFeeMax;
    add(result.executor, { exposure, unfinalResults: 1 });
  }
  for (const [, verification] of verifications.entries(ctx)) {
    const { state, verifier, commit } = verification;
    const isUnfinal = !isTerminal(results.require(ctx, resultKeyOf(verification)));
    if (isUnfinal && commit.length > 0) add(verifier, { unfinalVerifications: 1 });
    const isOpen =
      state === VerificationState.VERIFICATION_STATE_DRAWN ||
      state === VerificationState.VERIFICATION_STATE_COMMITTED;
    if (isOpen) add(verifier, { duties: 1 });
  }
  for (const [, vote] of votes.entries(ctx)) if (isOwed(vote)) add(vote.member, { duties: 1 });
  return counts;
}

function checkNodes(ctx: QueryContext): string | undefined {
  const counts = countWork(ctx);
  for (const [address, node] of nodes.entries(ctx)) {
    const wanted = counts.get(address) ?? NOTHING;
    counts.delete(address);
    for (const name of Object.keys(NOTHING) as (keyof Counts)[]) {
      if (node[name] !== wanted[name]) {
        return `${name} of ${address} is ${node[name]}, records say ${wanted[name]}`;
      }
    }
  }
  const [missing] = counts.keys();
  return missing === undefined ? undefined : `${missing} has open work and is no node`;
}

/** Audits and challenges: counted, with a deadline while open, and no bond is forgotten. */
function checkHolds(ctx: QueryContext): string | undefined {
  for (const [, result] of results.entries(ctx)) {
    const open = openHolds(ctx, result).length;
    if (result.holds !== open) return `a result counts ${result.holds} holds of ${open}`;
    const { state, deadlineMs, holds, windowLeftMs } = result;
    const stands = state === State.STATE_SOFT_FINAL && deadlineMs === 0n;
    if (stands && holds === 0) return "a challenge window stands still for nobody";
    if (deadlineMs > 0n && windowLeftMs > 0n) return "a window runs and stands still";
  }
  for (const [, one] of verifications.entries(ctx)) {
    const isUnderWay = isHold(one) && isOpen(one);
    if (one.deadlineMs > 0n !== isUnderWay) return "a deadline is of an audit or challenge";
    const isOver = isTerminal(results.require(ctx, resultKeyOf(one)));
    const isChallenge = one.kind === VerificationKind.VERIFICATION_KIND_CHALLENGE;
    if (one.bond > 0n && (isOver || !isChallenge)) return "a bond is of a challenge under way";
  }
  return undefined;
}

function checkTasks(ctx: QueryContext): string | undefined {
  for (const [hash, status] of statuses.entries(ctx)) {
    const all = calculationsOf(ctx, hash);
    const state = leastAdvanced(all.map((one) => one.state));
    if (state !== status.state) {
      return `task ${hex(hash)} is ${status.state}, its calculations say ${state}`;
    }
    const open = all.filter((one) => !isClosed(one.state)).length;
    if (open !== status.openCalculations) {
      return `task ${hex(hash)} counts ${status.openCalculations} open calculations of ${open}`;
    }
    if ((status.openCalculations === 0) !== (status.settlement !== undefined)) {
      return `task ${hex(hash)}: settled exactly when no calculation is open`;
    }
  }
  return undefined;
}

function isClosed(state: State): boolean {
  return state === State.STATE_FINAL || state === State.STATE_VOID || state === State.STATE_EXPIRED;
}

function checkOpenTasks(ctx: QueryContext): string | undefined {
  const counts = new Map<string, bigint>();
  for (const [hash, task] of tasks.entries(ctx)) {
    if (isQualification(task) || statuses.require(ctx, hash).settlement !== undefined) continue;
    const sender = task.identity?.sender ?? "";
    counts.set(sender, (counts.get(sender) ?? 0n) + 1n);
  }
  for (const [sender, count] of openTasks.entries(ctx)) {
    const wanted = counts.get(sender) ?? 0n;
    if (count !== wanted) return `${sender} has ${count} open tasks, records say ${wanted}`;
    counts.delete(sender);
  }
  return counts.size === 0 ? undefined : "an account with open tasks is not counted";
}

/** A result is disputed exactly while its dispute is open, and a dispute's seats are taken. */
function checkDisputes(ctx: QueryContext): string | undefined {
  const open = new Set<string>();
  for (const [key, dispute] of disputes.entries(ctx)) {
    const { stage, seats } = dispute;
    const name = `dispute on ${hex(dispute.taskHash)} of ${dispute.executor}`;
    const isOpen = stage !== DisputeStage.DISPUTE_STAGE_CLOSED;
    const isDisputed = results.require(ctx, key).state === State.STATE_DISPUTED;
    if (isOpen !== isDisputed) return `${name} is at stage ${stage}, its result is not`;
    if (isOpen) open.add(hex(results.key.encode(key)));
    const taken = votesOf(ctx, dispute)
      .filter((vote) => vote.round === dispute.round)
      .reduce((sum, vote) => sum + vote.seats, 0);
    if (taken !== seats) return `${name} has ${seats} seats, ${taken} of them taken`;
  }
  for (const [key, { state }] of results.entries(ctx)) {
    const name = hex(results.key.encode(key));
    if (state === State.STATE_DISPUTED && !open.has(name)) return `${name} has no open dispute`;
  }
  return undefined;
}

/** One rank of one calculation streams, and only a result that is revealed can contradict it. */
function checkStreams(ctx: QueryContext): string | undefined {
  for (const [hash, task] of tasks.entries(ctx)) {
    if (!isStreamed(task)) continue;
    const isOne = rulesOf(task).rewardRanks === 1 && task.identity?.targetCount === 1;
    if (!isOne) return `task ${hex(hash)} streams and pays more than one`;
  }
  for (const [key, result] of results.entries(ctx)) {
    if (!result.streamFraud) continue;
    const isTold = isStreamed(tasks.require(ctx, result.taskHash));
    if (!isTold || !revealedResults.has(ctx, key)) {
      return `a stream of task ${hex(result.taskHash)} is proven wrong, and there is none`;
    }
  }
  return undefined;
}
