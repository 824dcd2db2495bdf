/** Parameters of staking. */
import { Params } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { BEACON_WINDOW_LIMIT, COMMITTEE_SIZE_LIMIT, UASI_PER_POWER } from "./constants.ts";
import { errors } from "./errors.ts";

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
  },
  validate: (params) => {
    within("committee_size", params.committeeSize, 1, COMMITTEE_SIZE_LIMIT);
    within("min_committee_size", params.minCommitteeSize, 1, params.committeeSize);
    within("beacon_window", params.beaconWindow, 2, BEACON_WINDOW_LIMIT);
    if (params.minSelfStake < UASI_PER_POWER || params.minSelfStake > AMOUNT_MAX) {
      throw errors.invalidParams(`min_self_stake must be at least ${UASI_PER_POWER}`);
    }
  },
};
