/** What others may import of slashing. */
export { SLASHING_ACCOUNT } from "./constants.ts";
export type { SlashingDeps } from "./deps.ts";
export { errors as slashingErrors } from "./errors.ts";
export { liveness, nodeSlashed, slashed, validatorTombstoned } from "./events.ts";
export type { SlashingKeeper } from "./keeper.ts";
export { slashingModule } from "./module.ts";
export { LOCAL_SIGNING } from "./params.ts";
export type { SlashReasonName } from "./reasons.ts";
export type { NodeFault } from "./slash.ts";
