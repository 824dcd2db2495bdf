/**
 * CheckTx: may a transaction wait in the mempool? Runs the ante chain on a branch that is thrown
 * away at each Commit. A recheck skips signatures, so that a full mempool costs little per block.
 */
import type { RequestCheckTx, ResponseCheckTx } from "../../proto/gen/tendermint/abci/types.ts";
import { CheckTxType } from "../../proto/gen/tendermint/abci/types.ts";
import { checkState, type Host, nextBlock } from "./host.ts";
import { runAnte } from "./runTx.ts";

/** Never throws for anything that a user can send. */
export function checkTx(host: Host, request: RequestCheckTx): ResponseCheckTx {
  const state = checkState(host);
  const mode = request.type === CheckTxType.RECHECK ? "recheck" : "check";
  const result = runAnte(host, request.tx, { state, block: nextBlock(state), mode });
  return {
    code: result.code,
    data: result.data,
    log: result.log,
    info: "",
    gasWanted: result.gasWanted,
    gasUsed: result.gasUsed,
    events: [],
    codespace: result.codespace,
  };
}
