/** The face of tasks: the only file of the module that others import. */
export { tasksModule } from "./module.ts";
export type { TasksKeeper } from "./keeper.ts";
export type { CalculationFee, FinalCalculation, NodeFault, TasksDeps } from "./deps.ts";
export {
  DEPOSIT_ACCOUNT,
  ESCROW_ACCOUNT,
  GAS as gasTable,
  STAKE_ACCOUNT,
  STREAM_KEY_BYTES,
  tasksGas,
} from "./constants.ts";
export { DEFAULT_PARAMS, LOCAL_PARAMS } from "./params.ts";
export { type GenesisNode, genesisNode } from "./genesisChecks.ts";
export { nodeDigest } from "./nodes.ts";
export { asliTolerances, toleranceMessage } from "./tolerances.ts";
export { streamFraudGas } from "./messages/submitStreamFraud.ts";
export { errors as tasksErrors } from "./errors.ts";
export {
  modelRegistered,
  modelRewardSet,
  nodeRegistered,
  nodeUnregistered,
  nodeReleased,
  nodeStakeTaken,
  nodeStakeAdded,
  taskSubmitted,
  taskStarted,
  resultCommitted,
  commitsClosed,
  resultOutranked,
  resultRevealed,
  revealsClosed,
  verifiersDrawn,
  drawRepeated,
  verificationCommitted,
  verificationMissed,
  verificationReleased,
  verificationsClosed,
  fingerprintRevealed,
  verificationRevealed,
  verificationWithheld,
  resultSoftFinal,
  resultDisputed,
  resultFinal,
  resultRejected,
  resultVoid,
  calculationReopened,
  calculationClosed,
  taskStateChanged,
  taskSettled,
} from "./events.ts";
