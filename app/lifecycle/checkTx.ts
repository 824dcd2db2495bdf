/**
 * CheckTx: may a transaction wait in the mempool? Runs the ante chain on a branch that is thrown
 * away at each Commit. A recheck skips signatures, so that a full mempool costs little per block.
 */
import {
  CheckTxType,
  type RequestCheckTx,
  type ResponseCheckTx,
} from "../../proto/gen/tendermint/abci/types.ts";
import { execTxResult } from "./abciForm.ts";
import { checkBase, type Host } from "./host.ts";
import { runAnte } from "./runTx.ts";

/** Never throws for anything that a user can send. */
export function checkTx(host: Host, request: RequestCheckTx): ResponseCheckTx {
  const mode = request.type === CheckTxType.RECHECK ? "recheck" : "check";
  return execTxResult(runAnte(host, request.tx, { ...checkBase(host), mode }));
}
