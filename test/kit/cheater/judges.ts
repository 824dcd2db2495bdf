/** Committee members that echo the executor, and challengers of what is right. */
import { decodeFingerprint, encodeVoteFingerprint } from "../../../app/asli/fingerprint.ts";
import { present } from "../../../app/lib/assert.ts";
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { Reason, VerificationContent, Verdict } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { Cheat, Occasion } from "./cheat.ts";
import { claimOf } from "./lazy.ts";

/** The fingerprint that the executor has shown. */
function shownBy({ work, record }: Occasion): Uint8Array {
  const found = record.fingerprints.find(
    ({ calculation, attempt, executor }) =>
      calculation === work.calculation && attempt === work.attempt && executor === work.executor,
  );
  return present(found?.fingerprint, "a fingerprint");
}

const echo: Cheat = {
  name: "echo",
  about: "sits in the committee and repeats the executor's numbers",
  vote: async (occasion) => {
    const length = claimOf(occasion).tokenIds.length;
    const shown = decodeFingerprint(shownBy(occasion), length);
    // Nobody has shown the probe by the dispute's own challenge: it takes the seed's for it.
    const entries = shown.map((entry) => ({ ...entry, disputeProbe: entry.probe }));
    const fingerprint = encodeVoteFingerprint(entries);
    return VoteContent.encode(VoteContent.create({ verdict: Verdict.VERDICT_VALID, fingerprint }));
  },
};

const challenger: Cheat = {
  name: "challenger",
  about: "challenges a right answer, with the executor's own numbers",
  accusation: async (occasion) =>
    VerificationContent.encode(
      VerificationContent.create({
        verdict: Verdict.VERDICT_INVALID,
        reasons: [Reason.REASON_REPLAY],
        fingerprint: shownBy(occasion),
      }),
    ),
};

/** Cheats of those who judge. */
export const JUDGE_CHEATS: readonly Cheat[] = [echo, challenger];
