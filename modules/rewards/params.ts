/** Parameters of rewards. */
import { Params } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { errors } from "./errors.ts";

/** Emission of ten years of the shortest epochs stays far below what an amount can hold. */
const EMISSION_MAX = 10n ** 12n;

function within(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw errors.invalidParams(`${name} must be between ${least} and ${most}`);
}

export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  defaults: {
    alphaMillionths: 700_000,
    feeBurnMillionths: 50_000,
    // 100 ASI in an epoch of ten minutes: 5.3 million in a year at most.
    epochEmission: 100_000_000n,
    // A task never earns more emission than it would have cost: washing cannot pay.
    rewardCapMillionths: 1_000_000,
    // Most of the emission is for inference; what its caps leave over is not minted.
    validatorsShareMillionths: 300_000,
    // One liquidated licence feeds ten epochs.
    poolEpochMax: 100_000_000n,
    // A seat earns seven times as much by signing as by proposing: it signs every block.
    proposerShareMillionths: 50_000,
    // About 100 validators do the work of blocks; all of them may attest.
    committeeShareMillionths: 350_000,
    // Bringing 24,000 signatures in earns 0.24 ASI, of the 18 that their validators share.
    includerReward: 10n,
    includerShareMillionths: 20_000,
  },
  validate: (params) => {
    // At 0 or 1 either those who compute or those who verify would work for nothing.
    within("alpha_millionths", params.alphaMillionths, 1, 999_999);
    within("fee_burn_millionths", params.feeBurnMillionths, 0, 999_999);
    within("reward_cap_millionths", params.rewardCapMillionths, 0, 10_000_000);
    within("validators_share_millionths", params.validatorsShareMillionths, 0, 1_000_000);
    const { proposerShareMillionths, committeeShareMillionths } = params;
    if (proposerShareMillionths + committeeShareMillionths > 1_000_000) {
      throw errors.invalidParams("proposer_share and committee_share are more than everything");
    }
    within("includer_share_millionths", params.includerShareMillionths, 0, 1_000_000);
    if (params.includerReward > EMISSION_MAX) {
      throw errors.invalidParams(`includer_reward must be at most ${EMISSION_MAX}`);
    }
    if (params.epochEmission > EMISSION_MAX) {
      throw errors.invalidParams(`epoch_emission must be at most ${EMISSION_MAX}`);
    }
    if (params.poolEpochMax > EMISSION_MAX) {
      throw errors.invalidParams(`pool_epoch_max must be at most ${EMISSION_MAX}`);
    }
  },
};
