/** The errors of tasks. Codes are hashed into blocks: never changed, never reused. */
import { type ErrorTable, errorTable } from "../../app/module/error.ts";

type Name =
  | "unauthorized"
  | "invalidParams"
  | "invalidAddress"
  | "invalidModel"
  | "invalidNode"
  | "invalidTask"
  | "invalidItem"
  | "listEmpty"
  | "listTooLong"
  | "listOrder"
  | "unknownModel"
  | "notModelOwner"
  | "revisionPending"
  | "wrongDeposit"
  | "unknownNode"
  | "nodeExists"
  | "nodeSignature"
  | "stakeTooSmall"
  | "notNodeOperator"
  | "nodeUnbonding"
  | "nodeNotActive"
  | "unknownTask"
  | "unknownCalculation"
  | "unknownResult"
  | "wrongAttempt"
  | "wrongStage"
  | "windowClosed"
  | "tooEarly"
  | "alreadyCommitted"
  | "operatorCommitted"
  | "noRankLeft"
  | "exposureExceeded"
  | "notCommitted"
  | "alreadyRevealed"
  | "commitMismatch"
  | "invalidResult"
  | "kernelClass"
  | "notSoftFinal"
  | "ownResult"
  | "notDrawn"
  | "fingerprintLength"
  | "verdictMismatch"
  | "promptTooLong"
  | "tooManyOutputTokens"
  | "tooManyOpenTasks"
  | "feeTooSmall"
  | "schemaUnsupported"
  | "taskExists"
  | "unknownRevision"
  | "invalidGenesis"
  | "notMember"
  | "wrongRound"
  | "notDisputed"
  | "alreadyJudged"
  | "challengeMustBeInvalid"
  | "qualificationOfAnother"
  | "licenceShare"
  | "tooManyChallenges"
  | "drawnBefore"
  | "notPending"
  | "notStreamed"
  | "notRevealed"
  | "streamSignature"
  | "streamMatches"
  | "streamPunished";

/** Every refusal of the module. */
export const errors: ErrorTable<Name> = errorTable<Name>("tasks", {
  unauthorized: [2, "only the authority may do this"],
  invalidParams: [3, "invalid parameters"],
  invalidAddress: [4, "invalid account address"],
  invalidModel: [5, "invalid model"],
  invalidNode: [6, "invalid node"],
  invalidTask: [7, "invalid task"],
  invalidItem: [8, "malformed item"],
  listEmpty: [9, "the list is empty"],
  listTooLong: [10, "the list is too long"],
  listOrder: [11, "the list must be strictly ascending"],
  unknownModel: [12, "no such model"],
  notModelOwner: [13, "the model belongs to another account"],
  revisionPending: [14, "the last revision does not act yet"],
  wrongDeposit: [15, "wrong deposit"],
  unknownNode: [16, "no such node"],
  nodeExists: [17, "the node is registered already"],
  nodeSignature: [18, "the node key's signature does not verify"],
  stakeTooSmall: [19, "the stake is too small"],
  notNodeOperator: [20, "the node belongs to another operator"],
  nodeUnbonding: [21, "the node is unbonding"],
  nodeNotActive: [22, "the node is not active for the model"],
  unknownTask: [23, "no such task"],
  unknownCalculation: [24, "the task has no such calculation"],
  unknownResult: [25, "the calculation has no result of that executor"],
  wrongAttempt: [26, "the calculation is at another attempt"],
  wrongStage: [27, "the calculation is at another stage"],
  windowClosed: [28, "the window has closed"],
  tooEarly: [29, "the node's position may not commit yet"],
  alreadyCommitted: [30, "committed already"],
  operatorCommitted: [31, "another node of the operator has committed"],
  noRankLeft: [32, "every paid rank is taken by a better one"],
  exposureExceeded: [33, "unfinal work exceeds what the stake covers"],
  notCommitted: [34, "nothing committed that may be revealed"],
  alreadyRevealed: [35, "revealed already"],
  commitMismatch: [36, "the reveal does not match the commit"],
  invalidResult: [37, "the result breaks the task's limits"],
  kernelClass: [38, "not the node's registered kernel class"],
  notSoftFinal: [39, "only a soft final result can be challenged"],
  ownResult: [40, "a node may not verify a result of its own operator"],
  notDrawn: [41, "the node was not drawn to verify this result"],
  fingerprintLength: [42, "a fingerprint has 4 bytes per output token"],
  verdictMismatch: [43, "the verdict does not follow from the statistics"],
  promptTooLong: [44, "the prompt has too many bytes"],
  tooManyOutputTokens: [45, "too many output tokens"],
  tooManyOpenTasks: [46, "the account has too many open tasks"],
  feeTooSmall: [47, "max_fee is too small"],
  schemaUnsupported: [48, "this version has no schemas"],
  taskExists: [49, "the same task exists already"],
  unknownRevision: [50, "the model has no such revision"],
  invalidGenesis: [51, "invalid genesis"],
  notMember: [52, "the node has no seat in this committee"],
  wrongRound: [53, "the dispute is at another round"],
  notDisputed: [54, "the result is not disputed"],
  alreadyJudged: [55, "a committee has upheld the result"],
  challengeMustBeInvalid: [56, "a challenge says INVALID"],
  qualificationOfAnother: [57, "the task qualifies another node"],
  // 58 and 59 are not used: staking refuses licences that are unknown or in use.
  licenceShare: [60, "licences stand for too much of the stake"],
  tooManyChallenges: [64, "too many challenges of this result are under way"],
  drawnBefore: [65, "who was drawn to verify a result may not challenge it"],
  notPending: [66, "a task of that state is settled"],
  notStreamed: [67, "the task has no stream"],
  notRevealed: [68, "the result is not revealed"],
  streamSignature: [69, "the node's signature of the stream does not verify"],
  streamMatches: [70, "the stream is the beginning of the result"],
  streamPunished: [71, "the stream was proven wrong before"],
});
