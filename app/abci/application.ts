/**
 * The contract with CometBFT (ABCI 2.0, v0.38 dialect): names as ABCI has them, grouped by the
 * connection that a method comes in on. Methods are synchronous: the next request of a connection
 * waits for the answer to the one before.
 */
import {
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
    prepareProposal: (request) => ResponsePrepareProposal.create({ txs: request.txs }),
    processProposal: () =>
      ResponseProcessProposal.create({ status: ResponseProcessProposalProposalStatus.ACCEPT }),
    extendVote: () => ResponseExtendVote.create(),
    verifyVoteExtension: () =>
      ResponseVerifyVoteExtension.create({
        status: ResponseVerifyVoteExtensionVerifyStatus.ACCEPT,
      }),
    finalizeBlock: () => ResponseFinalizeBlock.create(),
    commit: () => ResponseCommit.create(),
    listSnapshots: () => ResponseListSnapshots.create(),
    offerSnapshot: () =>
      ResponseOfferSnapshot.create({ result: ResponseOfferSnapshotResult.REJECT }),
    loadSnapshotChunk: () => ResponseLoadSnapshotChunk.create(),
    applySnapshotChunk: () =>
      ResponseApplySnapshotChunk.create({ result: ResponseApplySnapshotChunkResult.ABORT }),
  };
}
