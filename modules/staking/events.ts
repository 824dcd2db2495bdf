/**
 * Events of staking: those of the Cosmos SDK by the names and keys under which wallets and
 * explorers look for them, then our own, which operators watch.
 */
import * as event from "../../proto/gen/aegis/staking/v1/event.ts";
import { type AnyEvent, type EventSpec, plainEvent, typedEvent } from "../../app/module/event.ts";

type Keys<K extends string> = EventSpec<Readonly<Record<K, string>>>;

/** Validators are `aegisvaloper…` in these, amounts coins such as "12uasi". */
export const createValidator: Keys<"validator" | "amount"> = plainEvent(
  "create_validator",
  ["validator", "amount"],
  ["validator"],
);
export const editValidator: Keys<"commission_rate" | "min_self_delegation"> = plainEvent(
  "edit_validator",
  ["commission_rate", "min_self_delegation"],
);
export const delegated: Keys<"validator" | "delegator" | "amount" | "new_shares"> = plainEvent(
  "delegate",
  ["validator", "delegator", "amount", "new_shares"],
  ["validator", "delegator"],
);
export const unbonded: Keys<"validator" | "delegator" | "amount" | "completion_time"> = plainEvent(
  "unbond",
  ["validator", "delegator", "amount", "completion_time"],
  ["validator", "delegator"],
);
export const unbondingCancelled: Keys<"amount" | "validator" | "delegator" | "creation_height"> =
  plainEvent(
    "cancel_unbonding_delegation",
    ["amount", "validator", "delegator", "creation_height"],
    ["validator", "delegator"],
  );
export const redelegated: Keys<
  "source_validator" | "destination_validator" | "delegator" | "amount" | "completion_time"
> = plainEvent(
  "redelegate",
  ["source_validator", "destination_validator", "delegator", "amount", "completion_time"],
  ["source_validator", "destination_validator", "delegator"],
);
export const unbondingCompleted: Keys<"amount" | "validator" | "delegator"> = plainEvent(
  "complete_unbonding",
  ["amount", "validator", "delegator"],
  ["validator", "delegator"],
);
export const redelegationCompleted: Keys<
  "amount" | "delegator" | "source_validator" | "destination_validator"
> = plainEvent("complete_redelegation", [
  "amount",
  "delegator",
  "source_validator",
  "destination_validator",
]);

export const beaconWithheld: EventSpec<event.BeaconWithheld> = typedEvent(event.BeaconWithheld);
export const validatorJailed: EventSpec<event.ValidatorJailed> = typedEvent(event.ValidatorJailed, [
  "operator",
]);
export const validatorUnjailed: EventSpec<event.ValidatorUnjailed> = typedEvent(
  event.ValidatorUnjailed,
  ["operator"],
);
export const validatorSlashed: EventSpec<event.ValidatorSlashed> = typedEvent(
  event.ValidatorSlashed,
  ["operator"],
);
export const blsKeyRegistered: EventSpec<event.BlsKeyRegistered> = typedEvent(
  event.BlsKeyRegistered,
);
export const consensusKeyRotated: EventSpec<event.ConsensusKeyRotated> = typedEvent(
  event.ConsensusKeyRotated,
);
export const committeeRotated: EventSpec<event.CommitteeRotated> = typedEvent(
  event.CommitteeRotated,
);
export const licenceUsed: EventSpec<event.LicenceUsed> = typedEvent(event.LicenceUsed, ["backs"]);
export const licenceReleasing: EventSpec<event.LicenceReleasing> = typedEvent(
  event.LicenceReleasing,
  ["backs"],
);
export const licenceReleased: EventSpec<event.LicenceReleased> = typedEvent(event.LicenceReleased, [
  "owner",
]);
export const licenceSuspended: EventSpec<event.LicenceSuspended> = typedEvent(
  event.LicenceSuspended,
  ["owner"],
);
export const licenceReinstated: EventSpec<event.LicenceReinstated> = typedEvent(
  event.LicenceReinstated,
);
export const licenceLiquidated: EventSpec<event.LicenceLiquidated> = typedEvent(
  event.LicenceLiquidated,
  ["owner"],
);
export const licenceRedeemed: EventSpec<event.LicenceRedeemed> = typedEvent(event.LicenceRedeemed, [
  "owner",
]);

/** All of them, as the module declares them. */
export const allEvents: readonly AnyEvent[] = [
  createValidator,
  editValidator,
  delegated,
  unbonded,
  unbondingCancelled,
  redelegated,
  unbondingCompleted,
  redelegationCompleted,
  beaconWithheld,
  validatorJailed,
  validatorUnjailed,
  validatorSlashed,
  blsKeyRegistered,
  consensusKeyRotated,
  committeeRotated,
  licenceUsed,
  licenceReleasing,
  licenceReleased,
  licenceSuspended,
  licenceReinstated,
  licenceLiquidated,
  licenceRedeemed,
];
