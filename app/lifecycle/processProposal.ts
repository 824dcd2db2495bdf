/**
 * ProcessProposal: rejects a block whose first entry is not a valid beacon entry, that has one
 * elsewhere, or that carries a transaction which fails the ante chain on the state before it. All
 * of it depends on committed state and the block alone, so every honest node says the same.
 */
import {
  type RequestProcessProposal,
  type ResponseProcessProposal,
  ResponseProcessProposalProposalStatus as Status,
} from "../../proto/gen/tendermint/abci/types.ts";
import { readBeaconEntry } from "../beacon/entry.ts";
import { chainStore } from "../chain/state.ts";
import { Branch } from "../store/branch.ts";
import { committedState, type Host, nextBlock } from "./host.ts";
import { runAnte } from "./runTx.ts";

/** Why a proposal is refused, or undefined. */
function refusal(host: Host, txs: readonly Uint8Array[]): string | undefined {
  const committed = committedState(host);
  const state = new Branch(committed);
  const block = nextBlock(state);
  const entry = readBeaconEntry({ state: committed, block }, host.staking, txs[0]);
  if (!entry.isValid) return `beacon entry: ${entry.reason}`;
  const gasMax = chainStore.state.require({ state }).blockGasMax;
  let gas = 0n;
  for (const bytes of txs.slice(1)) {
    const result = runAnte(host, bytes, { state, block, mode: "proposal" });
    if (result.code !== 0) return `transaction: ${result.log}`;
    gas += result.gasWanted;
  }
  return gasMax > 0n && gas > gasMax ? "more gas than a block may use" : undefined;
}

export function processProposal(
  host: Host,
  request: RequestProcessProposal,
): ResponseProcessProposal {
  const reason = refusal(host, request.txs);
  if (reason === undefined) return { status: Status.ACCEPT };
  host.logger.warn("refused a proposal", { height: `${request.height}`, reason });
  return { status: Status.REJECT };
}
