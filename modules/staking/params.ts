/** Parameters of staking. */
import { Params } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { DEC_ONE, parseDec } from "../../app/lib/dec.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { BEACON_WINDOW_LIMIT, COMMITTEE_SIZE_LIMIT, MILLION, UASI_PER_POWER } from "./constants.ts";
import { errors } from "./errors.ts";

const DAY_MS = 86_400_000n;

/** Longest time and most epochs: every end stays far below 2^63. */
const UNBONDING_MAX_MS = 3_650n * DAY_MS;
const SUSPENSION_EPOCHS_MAX = 1_000_000;

const ENTRIES_MAX = 100;
const HISTORICAL_ENTRIES_MAX = 10_000;

function within(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw errors.invalidParams(`${name} must be between ${least} and ${most}`);
}

export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  defaults: {
    committeeSize: 100,
    // Less stake would round to no voting power.
    minSelfStake: UASI_PER_POWER,
    beaconWindow: 40,
    // Of n validators one that always withholds spoils 2/(2n − 1) of an honest one's draws: 2/7 of
    // four, far from half, but 2/5 of three. So the last jailing is the one that leaves three.
    minCommitteeSize: 3,
    unbondingTimeMs: 21n * DAY_MS,
    testnet: false,
    licenceSuspensionEpochs: 144,
    redemptionEnabled: false,
    maxEntries: 7,
    historicalEntries: 100,
    minCommissionRate: "0",
    // With three quarters of the seats unchanged a light client can skip an epoch.
    committeeChurnMillionths: 250_000,
  },
  validate: (params) => {
    within("committee_size", params.committeeSize, 1, COMMITTEE_SIZE_LIMIT);
    within("min_committee_size", params.minCommitteeSize, 1, params.committeeSize);
    within("beacon_window", params.beaconWindow, 2, BEACON_WINDOW_LIMIT);
    within("licence_suspension_epochs", params.licenceSuspensionEpochs, 1, SUSPENSION_EPOCHS_MAX);
    within("committee_churn_millionths", params.committeeChurnMillionths, 0, Number(MILLION));
    within("max_entries", params.maxEntries, 1, ENTRIES_MAX);
    within("historical_entries", params.historicalEntries, 0, HISTORICAL_ENTRIES_MAX);
    if (!isRate(params.minCommissionRate)) {
      throw errors.invalidParams("min_commission_rate must be between 0 and 1");
    }
    if (params.unbondingTimeMs < 1n || params.unbondingTimeMs > UNBONDING_MAX_MS) {
      throw errors.invalidParams(`unbonding_time_ms must be between 1 and ${UNBONDING_MAX_MS}`);
    }
    if (params.minSelfStake < UASI_PER_POWER || params.minSelfStake > AMOUNT_MAX) {
      throw errors.invalidParams(`min_self_stake must be at least ${UASI_PER_POWER}`);
    }
  },
};

/** Whether `wire` is a decimal from 0 to 1. */
export function isRate(wire: string): boolean {
  try {
    return parseDec(wire) <= DEC_ONE;
  } catch {
    return false;
  }
}
