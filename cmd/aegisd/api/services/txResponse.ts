/** A transaction in a block as Cosmos clients read it. */
import { fromBase64, hex } from "../../../../app/lib/bytes.ts";
import { TxResponse } from "../../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { Event } from "../../../../proto/gen/tendermint/abci/types.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import type { Backend } from "../backend.ts";

/** A transaction as CometBFT's `tx` and `tx_search` give it. */
export interface TxJson {
  readonly hash: string;
  readonly height: string;
  readonly tx_result: {
    readonly code: number;
    readonly data: string | null;
    readonly log: string;
    readonly info: string;
    readonly gas_wanted: string;
    readonly gas_used: string;
    readonly events: readonly unknown[] | null;
    readonly codespace: string;
  };
  readonly tx: string;
}

/**
 * The transaction that `bytes` are. A block may hold bytes that are none: a proposer chose them and
 * they failed. They are shown as an empty one.
 */
export function decodedTx(bytes: Uint8Array): Tx {
  try {
    // TxRaw and Tx have one wire form: body and auth info are length-delimited in both.
    return Tx.decodeLenient(bytes);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return Tx.create();
  }
}

/** RFC 3339 times of blocks, each asked for once. */
export function blockTimes(backend: Backend): (height: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const ask = async (height: string): Promise<string> => {
    const answer = (await backend.comet("header", { height })) as {
      readonly header: { readonly time: string };
    };
    // To the second, as Cosmos tells it.
    return answer.header.time.replace(/\.\d+Z$/, "Z");
  };
  return (height) => {
    const time = known.get(height) ?? ask(height);
    known.set(height, time);
    return time;
  };
}

/** What Cosmos tells of a transaction that a block has; `timestamp` is that block's time. */
export function txResponse(json: TxJson, timestamp: string): TxResponse {
  const { tx_result: result } = json;
  const bytes = fromBase64(json.tx);
  return TxResponse.create({
    height: BigInt(json.height),
    txhash: json.hash,
    codespace: result.codespace,
    code: result.code,
    data: hex(fromBase64(result.data ?? "")).toUpperCase(),
    rawLog: result.log,
    info: result.info,
    gasWanted: BigInt(result.gas_wanted),
    gasUsed: BigInt(result.gas_used),
    tx: { typeUrl: Tx.typeUrl, value: Tx.encode(decodedTx(bytes)) },
    timestamp,
    events: (result.events ?? []).map((event) => Event.fromJson(event)),
  });
}
