/**
 * Events of rewards, which operators' books read, and those of the Cosmos SDK's distribution by the
 * names and keys under which wallets and explorers look for them.
 */
import {
  EmissionPaid,
  FeeSettled,
  IncluderPaid,
  PoolFunded,
  RewardsForfeited,
  StandbyPaid,
  ValidatorsPaid,
} from "../../proto/gen/aegis/rewards/v1/event.ts";
import { type AnyEvent, type EventSpec, plainEvent, typedEvent } from "../../app/module/event.ts";

export const feeSettled: EventSpec<FeeSettled> = typedEvent(FeeSettled);
export const emissionPaid: EventSpec<EmissionPaid> = typedEvent(EmissionPaid);
export const validatorsPaid: EventSpec<ValidatorsPaid> = typedEvent(ValidatorsPaid);
export const poolFunded: EventSpec<PoolFunded> = typedEvent(PoolFunded);
export const rewardsForfeited: EventSpec<RewardsForfeited> = typedEvent(RewardsForfeited, [
  "operator",
]);
export const standbyPaid: EventSpec<StandbyPaid> = typedEvent(StandbyPaid);
export const includerPaid: EventSpec<IncluderPaid> = typedEvent(IncluderPaid, ["account"]);

type Keys<K extends string> = EventSpec<Readonly<Record<K, string>>>;

/** Validators are `aegisvaloper…` in these, amounts coins such as "12uasi". */
export const rewardsWithdrawn: Keys<"amount" | "validator" | "delegator"> = plainEvent(
  "withdraw_rewards",
  ["amount", "validator", "delegator"],
  ["validator", "delegator"],
);
export const commissionWithdrawn: Keys<"amount"> = plainEvent("withdraw_commission", ["amount"]);
export const withdrawAddressSet: Keys<"withdraw_address"> = plainEvent("set_withdraw_address", [
  "withdraw_address",
]);

/** All of them, as the module declares them. */
export const allEvents: readonly AnyEvent[] = [
  feeSettled,
  emissionPaid,
  validatorsPaid,
  poolFunded,
  rewardsForfeited,
  standbyPaid,
  includerPaid,
  rewardsWithdrawn,
  commissionWithdrawn,
  withdrawAddressSet,
];
