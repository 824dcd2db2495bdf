/** Parameters of checkpoints. */
import { Params } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { ATTEST_EPOCHS_LIMIT, CHECKPOINTS_KEPT_LIMIT, MISSED_LIMIT } from "./constants.ts";
import { errors } from "./errors.ts";

function check(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) {
    throw errors.invalidParams(`${name} must be between ${least} and ${most}`);
  }
}

export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  // A day without electricity is 144 epochs of 10 minutes: three are half an hour, as for signers
  // of blocks. 100 epochs are long enough for a light client that asks once in half a day.
  defaults: { attestEpochs: 2, missedCheckpointsMax: 3, checkpointsKept: 100 },
  validate: ({ attestEpochs, missedCheckpointsMax, checkpointsKept }) => {
    check("attest_epochs", attestEpochs, 1, ATTEST_EPOCHS_LIMIT);
    check("missed_checkpoints_max", missedCheckpointsMax, 1, MISSED_LIMIT);
    // Beyond those that are open.
    check("checkpoints_kept", checkpointsKept, ATTEST_EPOCHS_LIMIT + 2, CHECKPOINTS_KEPT_LIMIT);
  },
};
