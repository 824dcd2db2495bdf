/** The faults by name, as the reporting module writes them, and by number, as state keeps them. */
import { SlashReason } from "../../proto/gen/aegis/slashing/v1/slashing.ts";

/** Name of a fault. */
export type SlashReasonName =
  | "result_not_revealed"
  | "fingerprint_not_revealed"
  | "verification_not_revealed"
  | "verification_missed";

/** Number of each fault. */
export const slashReasons: Readonly<Record<SlashReasonName, SlashReason>> = {
  result_not_revealed: SlashReason.SLASH_REASON_RESULT_NOT_REVEALED,
  fingerprint_not_revealed: SlashReason.SLASH_REASON_FINGERPRINT_NOT_REVEALED,
  verification_not_revealed: SlashReason.SLASH_REASON_VERIFICATION_NOT_REVEALED,
  verification_missed: SlashReason.SLASH_REASON_VERIFICATION_MISSED,
};
