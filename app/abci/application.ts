/**
 * The contract with CometBFT (ABCI 2.0, v0.38 dialect): names as ABCI has them, grouped by the
 * connection that a method comes in on. Consensus methods are synchronous, so that nothing runs
 * between two of them; the server takes promises from the others (`ServedApplication`).
 */
import {
  ExecTxResult,
  type RequestApplySnapshotChunk,
  type RequestCheckTx,
  type RequestCommit,
  type RequestExtendVote,
  type RequestFinalizeBlock,
  type RequestInfo,
  type RequestInitChain,
  type RequestListSnapshots,
  type RequestLoadSnapshotChunk,
  type RequestOfferSnapshot,
  type RequestPrepareProposal,
  type RequestProcessProposal,
  type RequestQuery,
  type RequestVerifyVoteExtension,
  ResponseApplySnapshotChunk,
  ResponseApplySnapshotChunkResult,
  ResponseCheckTx,
  ResponseCommit,
  ResponseExtendVote,
  ResponseFinalizeBlock,
  ResponseInfo,
  ResponseInitChain,
  ResponseListSnapshots,
  ResponseLoadSnapshotChunk,
  ResponseOfferSnapshot,
  ResponseOfferSnapshotResult,
  ResponsePrepareProposal,
  ResponseProcessProposal,
  ResponseProcessProposalProposalStatus,
  ResponseQuery,
  ResponseVerifyVoteExtension,
  ResponseVerifyVoteExtensionVerifyStatus,
} from "../../proto/gen/tendermint/abci/types.ts";

/** Every method of ABCI 2.0, as the state machine implements it. */
export interface Application {
  // Query connection.
  info(request: RequestInfo): ResponseInfo;
  query(request: RequestQuery): ResponseQuery;

  // Mempool connection.
  checkTx(request: RequestCheckTx): ResponseCheckTx;

  // Consensus connection.
  initChain(request: RequestInitChain): ResponseInitChain;
  prepareProposal(request: RequestPrepareProposal): ResponsePrepareProposal;
  processProposal(request: RequestProcessProposal): ResponseProcessProposal;
  extendVote(request: RequestExtendVote): ResponseExtendVote;
  verifyVoteExtension(request: RequestVerifyVoteExtension): ResponseVerifyVoteExtension;
  finalizeBlock(request: RequestFinalizeBlock): ResponseFinalizeBlock;
  commit(request?: RequestCommit): ResponseCommit;

  // Snapshot connection.
  listSnapshots(request: RequestListSnapshots): ResponseListSnapshots;
  offerSnapshot(request: RequestOfferSnapshot): ResponseOfferSnapshot;
  loadSnapshotChunk(request: RequestLoadSnapshotChunk): ResponseLoadSnapshotChunk;
  applySnapshotChunk(request: RequestApplySnapshotChunk): ResponseApplySnapshotChunk;
}

type ConsensusMethod =
  | "initChain"
  | "prepareProposal"
  | "processProposal"
  | "extendVote"
  | "verifyVoteExtension"
  | "finalizeBlock"
  | "commit";

type MayWait<F> = F extends (request: infer Q) => infer A ? (request: Q) => A | Promise<A> : never;

/**
 * What the server serves: an `Application` whose methods outside the consensus connection may also
 * answer later. A connection's next requests are started meanwhile; answers keep their order.
 */
export type ServedApplication = Pick<Application, ConsensusMethod> & {
  readonly [M in Exclude<keyof Application, ConsensusMethod>]: MayWait<Application[M]>;
};

/**
 * An application that accepts everything and keeps nothing: harmless defaults to spread and
 * override. Snapshots are neither offered nor accepted.
 */
export function baseApplication(): Application {
  return {
    info: () => ResponseInfo.create(),
    query: () => ResponseQuery.create(),
    checkTx: () => ResponseCheckTx.create(),
    initChain: () => ResponseInitChain.create(),
    prepareProposal: ({ txs, maxTxBytes }) =>
      ResponsePrepareProposal.create({ txs: firstTxsWithin(txs, maxTxBytes) }),
    processProposal: () =>
      ResponseProcessProposal.create({ status: ResponseProcessProposalProposalStatus.ACCEPT }),
    extendVote: () => ResponseExtendVote.create(),
    verifyVoteExtension: () =>
      ResponseVerifyVoteExtension.create({
        status: ResponseVerifyVoteExtensionVerifyStatus.ACCEPT,
      }),
    // CometBFT panics when there are fewer results than transactions.
    finalizeBlock: ({ txs }) =>
      ResponseFinalizeBlock.create({ txResults: txs.map(() => ExecTxResult.create()) }),
    commit: () => ResponseCommit.create(),
    listSnapshots: () => ResponseListSnapshots.create(),
    offerSnapshot: () =>
      ResponseOfferSnapshot.create({ result: ResponseOfferSnapshotResult.REJECT }),
    loadSnapshotChunk: () => ResponseLoadSnapshotChunk.create(),
    applySnapshotChunk: () =>
      ResponseApplySnapshotChunk.create({ result: ResponseApplySnapshotChunkResult.ABORT }),
  };
}

/** A transaction in a block costs its bytes, a tag and a length of at most five bytes. */
const TX_OVERHEAD_BYTES = 6n;

/** The longest head of `txs` that surely fits into `bytesMax` of a block. */
function firstTxsWithin(txs: readonly Uint8Array[], bytesMax: bigint): readonly Uint8Array[] {
  let room = bytesMax;
  const end = txs.findIndex((tx) => {
    room -= BigInt(tx.length) + TX_OVERHEAD_BYTES;
    return room < 0n;
  });
  return end === -1 ? txs : txs.slice(0, end);
}
