/** Our results in ABCI's own messages. */
import type { Event, ExecTxResult } from "../../proto/gen/tendermint/abci/types.ts";
import type { AbciEvent } from "../module/event.ts";
import type { TxResult } from "./runTx.ts";

/** Events as ABCI carries them: the shapes are the same. */
export function abciEvents(events: readonly AbciEvent[]): readonly Event[] {
  return events;
}

/** A transaction's result in a block. */
export function execTxResult(result: TxResult): ExecTxResult {
  return {
    code: result.code,
    data: result.data,
    log: result.log,
    info: "",
    gasWanted: result.gasWanted,
    gasUsed: result.gasUsed,
    events: abciEvents(result.events),
    codespace: result.codespace,
  };
}
