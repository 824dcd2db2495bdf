/** Events of slashing; operators watch them. */
import { NodeSlashed } from "../../proto/gen/aegis/slashing/v1/event.ts";
import { type EventSpec, typedEvent } from "../../app/module/event.ts";

export const nodeSlashed: EventSpec<NodeSlashed> = typedEvent(NodeSlashed, ["node", "operator"]);
