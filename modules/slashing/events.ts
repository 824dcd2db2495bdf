/** Events of slashing: the Cosmos SDK's that explorers know by name, and ours. */
import { NodeSlashed, ValidatorTombstoned } from "../../proto/gen/aegis/slashing/v1/event.ts";
import { type EventSpec, plainEvent, typedEvent } from "../../app/module/event.ts";

type Keys<K extends string> = EventSpec<Readonly<Record<K, string>>>;

export const nodeSlashed: EventSpec<NodeSlashed> = typedEvent(NodeSlashed, ["node", "operator"]);

export const validatorTombstoned: EventSpec<ValidatorTombstoned> = typedEvent(ValidatorTombstoned, [
  "operator",
]);

/** Validators are `aegisvalcons…` in these. */
export const slashed: Keys<"address" | "power" | "reason" | "jailed" | "burned_coins"> = plainEvent(
  "slash",
  ["address", "power", "reason", "jailed", "burned_coins"],
  ["address"],
);
export const liveness: Keys<"address" | "missed_blocks" | "height"> = plainEvent("liveness", [
  "address",
  "missed_blocks",
  "height",
]);
