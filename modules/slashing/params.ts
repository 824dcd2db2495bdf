/** Parameters of slashing. */
import { Params } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { type Dec, DEC_ONE, formatDec, mulDec, parseDec, parseDecText } from "../../app/lib/dec.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { WINDOW_LIMIT } from "./constants.ts";
import { errors } from "./errors.ts";

/** Less burned, and a node slashed in favour of a friend would lose nearly nothing. */
const BURN_MIN = 100_000;

const MINUTE_MS = 60_000n;

/** Ten years: every end of a jail stays far below the end of time. */
const JAIL_MAX_MS = 3_650n * 24n * 60n * MINUTE_MS;

/** Values that only the local network has: a minute without signatures jails, for half a minute. */
export const LOCAL_SIGNING: Pick<Params, "signedBlocksWindow" | "downtimeJailDurationMs"> = {
  signedBlocksWindow: 40,
  downtimeJailDurationMs: 30_000n,
};

/** Whether `wire` is a decimal from 0 to 1. */
export function isFraction(wire: string): boolean {
  try {
    return parseDec(wire) <= DEC_ONE;
  } catch {
    return false;
  }
}

function checkFraction(name: string, wire: string): void {
  if (!isFraction(wire)) throw errors.invalidParams(`${name} must be between 0 and 1`);
}

function validate(params: Params): void {
  const { slashBurnMillionths, signedBlocksWindow, downtimeJailDurationMs } = params;
  if (slashBurnMillionths < BURN_MIN || slashBurnMillionths > 1_000_000) {
    throw errors.invalidParams(`slash_burn_millionths must be between ${BURN_MIN} and 1000000`);
  }
  if (signedBlocksWindow < 1 || signedBlocksWindow > WINDOW_LIMIT) {
    throw errors.invalidParams(`signed_blocks_window must be between 1 and ${WINDOW_LIMIT}`);
  }
  if (downtimeJailDurationMs < 1n || downtimeJailDurationMs > JAIL_MAX_MS) {
    throw errors.invalidParams(`downtime_jail_duration_ms must be between 1 and ${JAIL_MAX_MS}`);
  }
  checkFraction("min_signed_per_window", params.minSignedPerWindow);
  checkFraction("slash_fraction_double_sign", params.slashFractionDoubleSign);
  checkFraction("slash_fraction_downtime", params.slashFractionDowntime);
}

export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  defaults: {
    slashBurnMillionths: 500_000,
    // Half of it missed is an hour and more of silence: a restart never is.
    signedBlocksWindow: 1_000,
    minSignedPerWindow: formatDec(parseDecText("0.5")),
    downtimeJailDurationMs: 10n * MINUTE_MS,
    slashFractionDoubleSign: formatDec(parseDecText("0.05")),
    slashFractionDowntime: formatDec(parseDecText("0.0001")),
  },
  validate,
};

/** Most heights of a window that may be missed: what must be signed is rounded half to even. */
export function mostMissed({ signedBlocksWindow, minSignedPerWindow }: Params): number {
  // A decimal whose scaled integer is the window: their product's scaled integer is the number.
  const window: Dec = parseDec(`${signedBlocksWindow}`);
  return signedBlocksWindow - Number(mulDec(parseDec(minSignedPerWindow), window));
}
