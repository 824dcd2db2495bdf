/** Our results in ABCI's own messages. */
import type { ExecTxResult } from "../../proto/gen/tendermint/abci/types.ts";
import type { TxResult } from "./runTx.ts";

/** A transaction's result as a block and CheckTx carry it; events have the same shape. */
export function execTxResult(result: TxResult): ExecTxResult {
  return { ...result, info: "" };
}
