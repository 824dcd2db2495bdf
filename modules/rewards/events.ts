/** Events of rewards; explorers and operators' books read them. */
import {
  EmissionPaid,
  FeeSettled,
  PoolFunded,
  RewardsForfeited,
  ValidatorsPaid,
} from "../../proto/gen/aegis/rewards/v1/event.ts";
import { type EventSpec, typedEvent } from "../../app/module/event.ts";

export const feeSettled: EventSpec<FeeSettled> = typedEvent(FeeSettled);
export const emissionPaid: EventSpec<EmissionPaid> = typedEvent(EmissionPaid);
export const validatorsPaid: EventSpec<ValidatorsPaid> = typedEvent(ValidatorsPaid);
export const poolFunded: EventSpec<PoolFunded> = typedEvent(PoolFunded);
export const rewardsForfeited: EventSpec<RewardsForfeited> = typedEvent(RewardsForfeited, [
  "operator",
]);
