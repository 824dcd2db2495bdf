/** Events of staking; operators watch them. */
import { BeaconWithheld, ValidatorJailed } from "../../proto/gen/aegis/staking/v1/event.ts";
import { type EventSpec, typedEvent } from "../../app/module/event.ts";

export const beaconWithheld: EventSpec<BeaconWithheld> = typedEvent(BeaconWithheld);
export const validatorJailed: EventSpec<ValidatorJailed> = typedEvent(ValidatorJailed, [
  "operator",
]);
