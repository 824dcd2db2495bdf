/** Parameters of slashing. */
import { Params } from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import type { ParamsSpec } from "../../app/module/module.ts";
import { errors } from "./errors.ts";

/** Less burned, and a node slashed in favour of a friend would lose nearly nothing. */
const BURN_MIN = 100_000;

export const paramsSpec: ParamsSpec<Params> = {
  codec: Params,
  defaults: { slashBurnMillionths: 500_000 },
  validate: ({ slashBurnMillionths }) => {
    if (slashBurnMillionths < BURN_MIN || slashBurnMillionths > 1_000_000) {
      throw errors.invalidParams(`slash_burn_millionths must be between ${BURN_MIN} and 1000000`);
    }
  },
};
