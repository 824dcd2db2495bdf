/** All of cosmos.tx.v1beta1.Service that this chain has: simulate, send, find, encode. */
import {
  type SimulateRequest,
  type SimulateResponse,
  Service as TxService,
} from "../../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import { Tx, TxRaw } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Backend } from "../backend.ts";
import { invalid } from "../fault.ts";
import { queryHere } from "./queryHere.ts";
import { broadcastTx } from "./broadcast.ts";
import { type Service, service } from "./service.ts";
import { getBlockWithTxs, getTx, getTxsEvent } from "./txSearch.ts";

const PREFIX = "/cosmos/tx/v1beta1";

/** Runs a transaction on a copy of the state; signatures are not checked. */
function simulate(backend: Backend, { tx, txBytes }: SimulateRequest): SimulateResponse {
  const bytes = txBytes.length > 0 || tx === undefined ? txBytes : Tx.encode(tx);
  if (bytes.length === 0) throw invalid("tx_bytes is empty");
  return queryHere(backend, TxService.Simulate, { txBytes: bytes });
}

/** The methods. */
export const TX_SERVICES: readonly Service[] = [
  service({
    method: TxService.Simulate,
    rest: `POST ${PREFIX}/simulate`,
    summary: "the gas that a transaction would use; signatures are not checked",
    answer: simulate,
  }),
  service({
    method: TxService.BroadcastTx,
    rest: `POST ${PREFIX}/txs`,
    summary: "gives a signed transaction to the mempool; mode SYNC or ASYNC",
    answer: broadcastTx,
  }),
  service({
    method: TxService.GetTxsEvent,
    rest: `${PREFIX}/txs`,
    summary: "transactions with certain events, such as message.sender='aegis1...'",
    answer: getTxsEvent,
  }),
  service({
    method: TxService.GetTx,
    rest: `${PREFIX}/txs/{hash}`,
    summary: "a transaction in a block, by its hash in hex",
    answer: getTx,
  }),
  service({
    method: TxService.GetBlockWithTxs,
    rest: `${PREFIX}/txs/block/{height}`,
    summary: "a block and its transactions, decoded",
    answer: getBlockWithTxs,
  }),
  service({
    method: TxService.TxDecode,
    rest: `POST ${PREFIX}/decode`,
    summary: "a transaction's bytes as JSON",
    answer: (_backend, { txBytes }) => {
      if (txBytes.length === 0) throw invalid("tx_bytes is empty");
      // Strict: what the chain would refuse as malformed is refused here too.
      TxRaw.decode(txBytes);
      return { tx: Tx.decode(txBytes) };
    },
  }),
  service({
    method: TxService.TxEncode,
    rest: `POST ${PREFIX}/encode`,
    summary: "the bytes of a transaction in JSON",
    answer: (_backend, { tx }) => {
      if (tx === undefined) throw invalid("tx is missing");
      return { txBytes: Tx.encode(tx) };
    },
  }),
];
