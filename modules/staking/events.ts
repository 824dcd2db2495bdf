/** Events of staking; operators watch them. */
import * as event from "../../proto/gen/aegis/staking/v1/event.ts";
import { type AnyEvent, type EventSpec, typedEvent } from "../../app/module/event.ts";

export const beaconWithheld: EventSpec<event.BeaconWithheld> = typedEvent(event.BeaconWithheld);
export const validatorJailed: EventSpec<event.ValidatorJailed> = typedEvent(event.ValidatorJailed, [
  "operator",
]);
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
  beaconWithheld,
  validatorJailed,
  licenceUsed,
  licenceReleasing,
  licenceReleased,
  licenceSuspended,
  licenceReinstated,
  licenceLiquidated,
  licenceRedeemed,
];
