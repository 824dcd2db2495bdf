/** What others may import of slashing. */
export { SLASHING_ACCOUNT } from "./constants.ts";
export type { SlashingDeps } from "./deps.ts";
export { errors as slashingErrors } from "./errors.ts";
export { nodeSlashed } from "./events.ts";
export type { SlashingKeeper } from "./keeper.ts";
export { slashingModule } from "./module.ts";
export type { SlashReasonName } from "./reasons.ts";
export type { NodeFault } from "./slash.ts";
