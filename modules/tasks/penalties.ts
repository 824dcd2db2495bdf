/** Faults, provable or by verdict: each is reported to slashing with its part of the stake. */
import type { Vote } from "../../proto/gen/aegis/tasks/v1/dispute.ts";
import type { Result, Verification } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { smallerAmount } from "../../app/lib/coin.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { requireNode, rulesOf, taskOf, updateNode } from "./access.ts";
import { MILLION } from "./constants.ts";
import type { SlashReason, TasksDeps } from "./deps.ts";
import { nodes } from "./state.ts";

interface Fault {
  readonly node: string;
  readonly reason: SlashReason;
  readonly fraction: bigint;
  readonly beneficiaries: readonly string[];
  readonly taskHash: Uint8Array;
}

function slash(deps: TasksDeps, ctx: BlockContext, fault: Fault): void {
  if (fault.fraction === 0n) return;
  deps.slashing.slashNode(ctx, {
    node: fault.node,
    reason: fault.reason,
    fractionMillionths: smallerAmount(fault.fraction, MILLION),
    beneficiaries: fault.beneficiaries,
    reference: fault.taskHash,
  });
}

/** A result that was committed and not revealed: doubled for each further one in an epoch. */
export function penaliseMissingResult(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  const { executor, taskHash } = result;
  const rules = rulesOf(taskOf(ctx, taskHash));
  const { epoch } = ctx.block;
  const node = requireNode(ctx, executor);
  const earlier = node.noShowEpoch === epoch ? node.noShows : 0;
  updateNode(ctx, executor, (one) => ({ ...one, noShows: earlier + 1, noShowEpoch: epoch }));
  // 2^20 exceeds a million: beyond that the whole stake is taken anyway.
  const fraction = BigInt(rules.slashNoShow) << BigInt(Math.min(earlier, 20));
  const reason = "result_not_revealed";
  slash(deps, ctx, { node: executor, reason, fraction, beneficiaries: [], taskHash });
}

/** A fingerprint that was not revealed counts as a wrong result. */
export function penaliseMissingFingerprint(
  deps: TasksDeps,
  ctx: BlockContext,
  result: Result,
  beneficiaries: readonly string[],
): void {
  const { executor: node, taskHash } = result;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongResult);
  slash(deps, ctx, { node, reason: "fingerprint_not_revealed", fraction, beneficiaries, taskHash });
}

/** A verification that was committed and not revealed counts as a wrong one. */
export function penaliseWithheldVerification(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
  beneficiaries: readonly string[],
): void {
  const { verifier: node, taskHash } = verification;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongVerification);
  const reason = "verification_not_revealed";
  slash(deps, ctx, { node, reason, fraction, beneficiaries, taskHash });
}

/** A drawn verifier that did not commit. Not doubled: it did not choose the duty. */
export function penaliseMissedVerification(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
): void {
  const { verifier: node, taskHash } = verification;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashNoShow);
  slash(deps, ctx, { node, reason: "verification_missed", fraction, beneficiaries: [], taskHash });
}

/** A result that a committee rejected; `isMarginal` when only an exact replay could show it. */
export function penaliseWrongResult(
  deps: TasksDeps,
  ctx: BlockContext,
  result: Result,
  isMarginal: boolean,
  beneficiaries: readonly string[],
): void {
  const { executor: node, taskHash } = result;
  const { slashMarginal, slashWrongResult } = rulesOf(taskOf(ctx, taskHash));
  const fraction = BigInt(isMarginal ? slashMarginal : slashWrongResult);
  const reason = isMarginal ? "marginal_result" : "wrong_result";
  slash(deps, ctx, { node, reason, fraction, beneficiaries, taskHash });
}

/** A verification that is not that of an honest run, by a committee's verdict. */
export function penaliseWrongVerification(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
  beneficiaries: readonly string[],
): void {
  const { verifier: node, taskHash } = verification;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongVerification);
  slash(deps, ctx, { node, reason: "wrong_verification", fraction, beneficiaries, taskHash });
}

/** A vote that is not the committee's. Its member may have gone since an earlier round. */
export function penaliseWrongVote(
  deps: TasksDeps,
  ctx: BlockContext,
  vote: Vote,
  beneficiaries: readonly string[],
): void {
  const { member: node, taskHash } = vote;
  if (!nodes.has(ctx, node)) return;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongVerification);
  slash(deps, ctx, { node, reason: "wrong_vote", fraction, beneficiaries, taskHash });
}

/** A vote that was committed and not revealed counts as a wrong one. */
export function penaliseWithheldVote(
  deps: TasksDeps,
  ctx: BlockContext,
  vote: Vote,
  beneficiaries: readonly string[],
): void {
  const { member: node, taskHash } = vote;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongVerification);
  slash(deps, ctx, { node, reason: "vote_not_revealed", fraction, beneficiaries, taskHash });
}

/** A member that did not commit. Not doubled: it did not choose the seat. */
export function penaliseMissedVote(deps: TasksDeps, ctx: BlockContext, vote: Vote): void {
  const { member: node, taskHash } = vote;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashNoShow);
  slash(deps, ctx, { node, reason: "vote_missed", fraction, beneficiaries: [], taskHash });
}

/** A stream that is not the beginning of its node's result: as bad as a wrong result. */
export function penaliseWrongStream(
  deps: TasksDeps,
  ctx: BlockContext,
  result: Result,
  beneficiaries: readonly string[],
): void {
  const { executor: node, taskHash } = result;
  const fraction = BigInt(rulesOf(taskOf(ctx, taskHash)).slashWrongResult);
  slash(deps, ctx, { node, reason: "wrong_stream", fraction, beneficiaries, taskHash });
}
