/** A transaction in a block as it is printed, with the names that Cosmos gives the facts. */
import { TxMsgData } from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { Tx } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { hex } from "../../../app/lib/bytes.ts";
import type { IncludedTx } from "../../../app/client/rpc.ts";

/** Plain JSON data. `responses` are the answers of the messages, `tx` what was signed. */
export function includedJson(included: IncludedTx): Record<string, unknown> {
  return {
    height: `${included.height}`,
    txhash: included.hash,
    code: included.code,
    codespace: included.codespace,
    raw_log: included.log,
    gas_wanted: `${included.gasWanted}`,
    gas_used: `${included.gasUsed}`,
    responses: responsesOf(included.data),
    events: included.events.map(({ type, attributes }) => ({
      type,
      attributes: attributes.map(({ key, value }) => ({ key, value })),
    })),
    tx: txJson(included.bytes),
  };
}

function responsesOf(data: Uint8Array): unknown {
  if (data.length === 0) return [];
  const json = TxMsgData.toJson(TxMsgData.decodeLenient(data));
  return (json as Readonly<Record<string, unknown>>)["msg_responses"];
}

/** The transaction as JSON; hex when these bytes are none that this version can read. */
export function txJson(bytes: Uint8Array): unknown {
  try {
    // TxRaw and Tx have one wire form: body and auth info are length-delimited in both.
    return Tx.toJson(Tx.decodeLenient(bytes));
  } catch {
    return { bytes: hex(bytes) };
  }
}
