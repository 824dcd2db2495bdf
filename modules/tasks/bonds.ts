/**
 * Bonds of challenges: bound in the challenger's stake, so their coins stay in the same account
 * until they are returned or lost.
 */
import type { Verification } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import type { BlockContext } from "../../app/module/context.ts";
import { updateNode, verificationKeyOf } from "./access.ts";
import { STAKE_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { bondLost, bondReturned } from "./events.ts";
import { withFresh } from "./nodeLicences.ts";
import { verifications } from "./state.ts";

/** The bond is stake again. Nothing happens when there is none. */
export function returnBond(ctx: BlockContext, verification: Verification): Verification {
  const { verifier, bond: amount } = verification;
  if (amount === 0n) return verification;
  updateNode(ctx, verifier, (node) => ({
    ...withFresh(ctx, node, amount),
    stake: node.stake + amount,
  }));
  ctx.emit(bondReturned, { ...challengeOf(verification), amount });
  return unbound(ctx, verification);
}

/**
 * The bond goes in equal parts to `beneficiaries` (operators), the remainder to the first; without
 * any it is burned. Nothing happens when there is none.
 */
export function loseBond(
  deps: TasksDeps,
  ctx: BlockContext,
  verification: Verification,
  beneficiaries: readonly string[],
): Verification {
  const { bond: amount } = verification;
  if (amount === 0n) return verification;
  const sharers = [...new Set(beneficiaries)];
  if (sharers.length === 0) deps.bank.burn(ctx, STAKE_ACCOUNT, amount);
  else share(deps, ctx, amount, sharers);
  ctx.emit(bondLost, { ...challengeOf(verification), amount, beneficiaries: sharers });
  return unbound(ctx, verification);
}

function share(
  deps: TasksDeps,
  ctx: BlockContext,
  amount: bigint,
  sharers: readonly string[],
): void {
  const each = amount / BigInt(sharers.length);
  const rest = amount - each * BigInt(sharers.length);
  for (const [at, operator] of sharers.entries()) {
    const part = at === 0 ? each + rest : each;
    if (part > 0n) deps.bank.send(ctx, moduleAddress(STAKE_ACCOUNT), operator, part);
  }
}

function challengeOf(verification: Verification): {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly challenger: string;
} {
  const { taskHash, calculation, attempt, executor, verifier } = verification;
  return { taskHash, calculation, attempt, executor, challenger: verifier };
}

function unbound(ctx: BlockContext, verification: Verification): Verification {
  const changed: Verification = { ...verification, bond: 0n };
  verifications.set(ctx, verificationKeyOf(verification), changed);
  return changed;
}
