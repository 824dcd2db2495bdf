/** The faults by name, as the reporting module writes them, and by number, as state keeps them. */
import { SlashReason } from "../../proto/gen/aegis/slashing/v1/slashing.ts";

/** Name of a fault. */
export type SlashReasonName =
  | "result_not_revealed"
  | "fingerprint_not_revealed"
  | "verification_not_revealed"
  | "verification_missed"
  | "vote_missed"
  | "vote_not_revealed"
  | "wrong_result"
  | "marginal_result"
  | "wrong_verification"
  | "wrong_vote"
  | "wrong_stream";

/** Number of each fault. */
export const slashReasons: Readonly<Record<SlashReasonName, SlashReason>> = {
  result_not_revealed: SlashReason.SLASH_REASON_RESULT_NOT_REVEALED,
  fingerprint_not_revealed: SlashReason.SLASH_REASON_FINGERPRINT_NOT_REVEALED,
  verification_not_revealed: SlashReason.SLASH_REASON_VERIFICATION_NOT_REVEALED,
  verification_missed: SlashReason.SLASH_REASON_VERIFICATION_MISSED,
  vote_missed: SlashReason.SLASH_REASON_VOTE_MISSED,
  vote_not_revealed: SlashReason.SLASH_REASON_VOTE_NOT_REVEALED,
  wrong_result: SlashReason.SLASH_REASON_WRONG_RESULT,
  marginal_result: SlashReason.SLASH_REASON_MARGINAL_RESULT,
  wrong_verification: SlashReason.SLASH_REASON_WRONG_VERIFICATION,
  wrong_vote: SlashReason.SLASH_REASON_WRONG_VOTE,
  wrong_stream: SlashReason.SLASH_REASON_WRONG_STREAM,
};
