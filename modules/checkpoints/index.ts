/** What others may import of checkpoints. */
export { BITFIELD_BYTES_MAX } from "./constants.ts";
export type { CheckpointsDeps, FinalAttesters } from "./deps.ts";
export { errors as checkpointsErrors } from "./errors.ts";
export {
  checkpointClosed,
  checkpointFinal,
  checkpointOpened,
  doubleAttestationFound,
} from "./events.ts";
export type { CheckpointsKeeper } from "./keeper.ts";
export { attestationGas } from "./messages/checks.ts";
export { checkpointsModule } from "./module.ts";
