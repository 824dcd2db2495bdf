/**
 * What became of a transaction, proven: its block's header commits to all transactions of the block
 * and the next header to their results. Log, events and the name of a code's space are in no hash.
 */
import { ExecTxResult } from "../../../proto/gen/tendermint/abci/types.ts";
import type { Header } from "../../../proto/gen/tendermint/types/types.ts";
import { fromBase64, sha256 } from "../../lib/bytes.ts";
import { bytesEqual, ProofError, requireProof } from "../ics23Bytes.ts";
import type { IncludedTx } from "../rpc.ts";
import { merkleRoot } from "./hash.ts";
import type { RpcCall } from "./provider.ts";

/** Verified headers: of the transaction's block, and the one after it. */
export interface TxHeaders {
  readonly own: Header;
  readonly next: Header;
}

interface BlockJson {
  readonly block?: { readonly data?: { readonly txs?: readonly string[] | null } };
}

interface ResultJson {
  readonly code?: number;
  readonly data?: string | null;
  readonly gas_wanted?: string;
  readonly gas_used?: string;
}

interface ResultsJson {
  readonly txs_results?: readonly ResultJson[] | null;
}

/**
 * `found` with what is proven of it: its bytes, its code, its data and its gas.
 * @throws ProofError when the block has no such transaction, or another result of it; RpcError.
 */
export async function provenTx(
  call: RpcCall,
  hash: Uint8Array,
  found: IncludedTx,
  { own, next }: TxHeaders,
): Promise<IncludedTx> {
  const height = `${own.height}`;
  const block = (await call("block", { height })) as BlockJson;
  const txs = read(() => (block.block?.data?.txs ?? []).map(fromBase64));
  const hashes = txs.map(sha256);
  const isOwn = bytesEqual(merkleRoot(hashes), own.dataHash);
  requireProof(isOwn, "the transactions are not those of the block");
  const answer = (await call("block_results", { height })) as ResultsJson;
  const results = read(() => (answer.txs_results ?? []).map(resultOf));
  const root = merkleRoot(results.map((result) => ExecTxResult.encode(result)));
  const areOwn = bytesEqual(root, next.lastResultsHash);
  requireProof(areOwn, "the results are not those of the block");
  const at = hashes.findIndex((one) => bytesEqual(one, hash));
  const [bytes, result] = [txs[at], results[at]];
  if (bytes === undefined || result === undefined) {
    throw new ProofError("the block does not have the transaction");
  }
  const { code, data, gasWanted, gasUsed } = result;
  return { ...found, bytes, code, data, gasWanted, gasUsed };
}

/** Only with the fields that are hashed. */
function resultOf({ code = 0, data, gas_wanted = "0", gas_used = "0" }: ResultJson): ExecTxResult {
  return ExecTxResult.create({
    code,
    data: fromBase64(data ?? ""),
    gasWanted: BigInt(gas_wanted),
    gasUsed: BigInt(gas_used),
  });
}

function read<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ProofError("the node's answer is no block", { cause: error });
  }
}
