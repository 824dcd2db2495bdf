/** Events of checkpoints; aggregators and operators watch them. */
import * as event from "../../proto/gen/aegis/checkpoints/v1/event.ts";
import { type AnyEvent, type EventSpec, typedEvent } from "../../app/module/event.ts";

export const checkpointOpened: EventSpec<event.CheckpointOpened> = typedEvent(
  event.CheckpointOpened,
  ["epoch"],
);
export const checkpointAttested: EventSpec<event.CheckpointAttested> = typedEvent(
  event.CheckpointAttested,
  ["epoch", "sender"],
);
export const checkpointFinal: EventSpec<event.CheckpointFinal> = typedEvent(event.CheckpointFinal, [
  "epoch",
]);
export const checkpointClosed: EventSpec<event.CheckpointClosed> = typedEvent(
  event.CheckpointClosed,
  ["epoch"],
);
export const doubleAttestationFound: EventSpec<event.DoubleAttestationFound> = typedEvent(
  event.DoubleAttestationFound,
  ["epoch"],
);

export const allEvents: readonly AnyEvent[] = [
  checkpointOpened,
  checkpointAttested,
  checkpointFinal,
  checkpointClosed,
  doubleAttestationFound,
];
