/** The auditor's duty: its commit, its end by time, and its pay. */
import {
  type Result,
  type Verification,
  VerificationKind,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { resultKeyOf, rulesOf, taskOf, verificationsOf } from "./access.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { verificationCommitted, verificationMissed, verificationWithheld } from "./events.ts";
import { endHold, followHolds, storeHold } from "./holds.ts";
import { bindVerification } from "./nodeWork.ts";
import { penaliseMissedVerification, penaliseWithheldVerification } from "./penalties.ts";
import { payReplay } from "./replayPay.ts";
import { nameOf } from "./results.ts";
import { results } from "./state.ts";

/** The auditor commits; it has reveal_window to reveal. @throws ModuleError windowClosed. */
export function commitAudit(ctx: BlockContext, audit: Verification, commit: Uint8Array): void {
  const isDrawn = audit.state === VerificationState.VERIFICATION_STATE_DRAWN;
  if (!isDrawn || ctx.block.clockMs > audit.deadlineMs) throw errors.windowClosed();
  const state = VerificationState.VERIFICATION_STATE_COMMITTED;
  const commitHeight = ctx.block.height;
  const { revealWindowMs } = rulesOf(taskOf(ctx, audit.taskHash));
  const committed: Verification = { ...audit, state, commit, commitHeight };
  storeHold(ctx, committed, ctx.block.clockMs + revealWindowMs);
  bindVerification(ctx, audit.verifier);
  const { taskHash, calculation, attempt, executor, verifier } = audit;
  ctx.emit(verificationCommitted, { taskHash, calculation, attempt, executor, verifier });
}

/** The time of an audit is over. It has no second auditor: a result is audited once. */
export function expireAudit(deps: TasksDeps, ctx: BlockContext, audit: Verification): void {
  const { verifier } = audit;
  const name = nameOf(results.require(ctx, resultKeyOf(audit)));
  if (audit.state === VerificationState.VERIFICATION_STATE_DRAWN) {
    endHold(ctx, { ...audit, state: VerificationState.VERIFICATION_STATE_NO_SHOW });
    penaliseMissedVerification(deps, ctx, audit);
    ctx.emit(verificationMissed, { ...name, verifier });
  } else {
    endHold(ctx, { ...audit, state: VerificationState.VERIFICATION_STATE_WITHHELD });
    const result = results.require(ctx, resultKeyOf(audit));
    const agreeing = verificationsOf(ctx, result).filter((one) => one.agrees);
    const beneficiaries = agreeing.map((one) => one.operator);
    penaliseWithheldVerification(deps, ctx, audit, beneficiaries);
    ctx.emit(verificationWithheld, { ...name, verifier });
  }
  followHolds(ctx, audit);
}

/** The network pays for the audits that a final result has passed. */
export function payAuditors(deps: TasksDeps, ctx: BlockContext, result: Result): void {
  for (const { kind, agrees, operator } of verificationsOf(ctx, result)) {
    const isAudit = kind === VerificationKind.VERIFICATION_KIND_AUDIT;
    if (isAudit && agrees) payReplay(deps, ctx, result, operator);
  }
}
