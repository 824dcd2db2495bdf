/** What a chain says no with, as codes that do not depend on how it was asked. */
import { TxFailure, TxTimeout } from "../../../app/client/broadcast.ts";
import { CollectError } from "../../../app/client/receipt/collect.ts";
import { QueryError } from "../../../app/client/query.ts";
import { RpcError } from "../../../app/client/rpc.ts";
import { tasksErrors } from "../../../modules/tasks/index.ts";

/** Codes of the SDK's table that accounts and fees are refused with. */
const INSUFFICIENT_FUNDS = 5;
const INSUFFICIENT_FEE = 13;
const UNKNOWN_ACCOUNT = 9;

/** What went wrong, by its code. */
export class AegisError extends Error {
  override readonly name = "AegisError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The refusal of a transaction, of a task in it, or of a query. */
export function refusal(codespace: string, code: number, message: string): AegisError {
  const isOfMoney = codespace === "sdk" || codespace === "bank";
  if (isOfMoney && (code === INSUFFICIENT_FUNDS || code === INSUFFICIENT_FEE)) {
    return new AegisError("insufficient_funds", "the account has not enough uasi.");
  }
  if (codespace === "sdk" && code === UNKNOWN_ACCOUNT) return noAccount();
  if (codespace === "tasks") {
    if (code === tasksErrors.unknownTask.code) return new AegisError("task_unknown", message);
    if (code === tasksErrors.unknownModel.code) return new AegisError("model_unknown", message);
    if (code === tasksErrors.tooManyOpenTasks.code) {
      return new AegisError("too_many_open_tasks", "the account has too many open tasks.");
    }
  }
  return new AegisError("refused", `the chain refused: ${message} (${codespace} code ${code})`);
}

/** An account that nothing was ever sent to is none. */
export function noAccount(): AegisError {
  return new AegisError("insufficient_funds", "nothing was deposited yet.");
}

/** Whatever a call of the node threw. */
export function asAegisError(error: unknown): unknown {
  if (error instanceof TxFailure || error instanceof QueryError) {
    return refusal(error.codespace, error.code, error.message);
  }
  if (error instanceof RpcError) return new AegisError("network", error.message, { cause: error });
  if (error instanceof TxTimeout) return new AegisError("timeout", error.message);
  if (error instanceof CollectError) return new AegisError("not_provable", error.message);
  return error;
}
