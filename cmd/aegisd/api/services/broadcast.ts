/** Gives transactions to the mempool of this node. */
import { status } from "@grpc/grpc-js";
import { hex, sha256 } from "../../../../app/lib/bytes.ts";
import { TX_BYTES_MAX } from "../../../../app/constants.ts";
import { RpcError } from "../../../../app/client/rpc.ts";
import { TxResponse } from "../../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import {
  BroadcastMode,
  type BroadcastTxRequest,
  type BroadcastTxResponse,
} from "../../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import { fromBase64 } from "../../../../app/lib/bytes.ts";
import type { Backend } from "../backend.ts";
import { ApiFault, cometReason, invalid } from "../fault.ts";

/** CometBFT's own refusals, under the codes that Cosmos gives them (codespace `sdk`). */
const MEMPOOL_CODES: readonly (readonly [RegExp, number])[] = [
  [/tx already exists in cache/, 19],
  [/mempool is full/, 20],
  [/tx too large/i, 21],
];

const METHODS: ReadonlyMap<number, string> = new Map([
  [BroadcastMode.BROADCAST_MODE_SYNC, "broadcast_tx_sync"],
  [BroadcastMode.BROADCAST_MODE_ASYNC, "broadcast_tx_async"],
]);

interface CheckJson {
  readonly code: number;
  readonly data: string | null;
  readonly log: string;
  readonly codespace: string;
  readonly hash: string;
}

/** SYNC waits for the check, ASYNC for nothing. @throws ApiFault for any other mode. */
export async function broadcastTx(
  backend: Backend,
  { txBytes, mode }: BroadcastTxRequest,
): Promise<BroadcastTxResponse> {
  if (txBytes.length === 0) throw invalid("tx_bytes is empty");
  if (txBytes.length > TX_BYTES_MAX) throw invalid(`tx_bytes has more than ${TX_BYTES_MAX} bytes`);
  const method = METHODS.get(mode);
  if (method === undefined) {
    const name = Object.entries(BroadcastMode).find(([, number]) => number === mode)?.[0] ?? mode;
    throw invalid(
      `mode ${name} is not supported: use BROADCAST_MODE_SYNC or BROADCAST_MODE_ASYNC, ` +
        "then ask for the transaction by its hash",
    );
  }
  const tx = Buffer.from(txBytes).toString("base64");
  try {
    const { code, data, log, codespace, hash } = (await backend.comet(method, {
      tx,
    })) as CheckJson;
    const shown = hex(fromBase64(data ?? "")).toUpperCase();
    const txResponse = TxResponse.create({
      txhash: hash,
      code,
      codespace,
      data: shown,
      rawLog: log,
    });
    return { txResponse };
  } catch (error) {
    return { txResponse: refusalOf(error, txBytes) };
  }
}

/** A refusal by the mempool itself is an answer, not a fault. */
function refusalOf(error: unknown, txBytes: Uint8Array): TxResponse {
  const reason = error instanceof RpcError ? cometReason(error) : undefined;
  if (reason === undefined) throw error;
  const code = MEMPOOL_CODES.find(([words]) => words.test(reason))?.[1];
  if (code === undefined) throw new ApiFault(status.UNKNOWN, reason);
  const txhash = hex(sha256(txBytes)).toUpperCase();
  return TxResponse.create({ txhash, code, codespace: "sdk", rawLog: reason });
}
