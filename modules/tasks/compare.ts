/** How far a revealed verification is from the executor's result. */
import { type Result, Verdict, type Verification } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { fingerprintDistance } from "../../app/asli/statistics.ts";
import { judgeDistance } from "../../app/asli/verdict.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { isQualification, resultKeyOf, taskOf, verificationKeyOf } from "./access.ts";
import { fingerprints, verifications } from "./state.ts";
import { judgementOf, tolerancesFor } from "./verdict.ts";

/** Computes and stores how far a verification's fingerprint is from the executor's. */
export function compare(
  ctx: BlockContext,
  result: Result,
  verification: Verification,
): Verification {
  const { content } = verification;
  const executor = fingerprints.get(ctx, resultKeyOf(result))?.fingerprint;
  const isValid = content?.verdict === Verdict.VERDICT_VALID;
  if (executor === undefined || content === undefined || content.fingerprint.length === 0) {
    // An unservable result has no fingerprints: there the verdict alone agrees or not.
    return store(ctx, { ...verification, agrees: isValid && executor !== undefined });
  }
  if (isQualification(taskOf(ctx, result.taskHash))) {
    const isSame = equalBytes(executor, content.fingerprint);
    return store(ctx, { ...verification, agrees: isValid && isSame });
  }
  const { length, temperatureMilli, tolerances } = judgementOf(ctx, result);
  const pair = { executor, verifier: content.fingerprint, length };
  const distance = fingerprintDistance(pair, tolerances.probeBound);
  const between = tolerancesFor(ctx, result, verification.verifier, tolerances);
  const broken = judgeDistance(distance, { length, temperatureMilli }, between);
  return store(ctx, {
    ...verification,
    chosenSum: BigInt(distance.chosenSum),
    probeSum: BigInt(distance.probeSum),
    probeCount: distance.probeCount,
    agrees: isValid && broken.length === 0,
  });
}

function store(ctx: BlockContext, verification: Verification): Verification {
  verifications.set(ctx, verificationKeyOf(verification), verification);
  return verification;
}
