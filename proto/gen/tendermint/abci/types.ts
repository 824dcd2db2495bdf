// Generated from proto/tendermint/abci/types.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { PublicKey } from "../crypto/keys.ts";
import { ProofOps } from "../crypto/proof.ts";
import { ConsensusParams } from "../types/params.ts";
import { BlockIDFlag } from "../types/validator.ts";

export type CheckTxType = number;
export const CheckTxType = {
  NEW: 0,
  RECHECK: 1,
} as const;

export type ResponseOfferSnapshotResult = number;
export const ResponseOfferSnapshotResult = {
  UNKNOWN: 0,
  ACCEPT: 1,
  ABORT: 2,
  REJECT: 3,
  REJECT_FORMAT: 4,
  REJECT_SENDER: 5,
} as const;

export type ResponseApplySnapshotChunkResult = number;
export const ResponseApplySnapshotChunkResult = {
  UNKNOWN: 0,
  ACCEPT: 1,
  ABORT: 2,
  RETRY: 3,
  RETRY_SNAPSHOT: 4,
  REJECT_SNAPSHOT: 5,
} as const;

export type ResponseProcessProposalProposalStatus = number;
export const ResponseProcessProposalProposalStatus = {
  UNKNOWN: 0,
  ACCEPT: 1,
  REJECT: 2,
} as const;

export type ResponseVerifyVoteExtensionVerifyStatus = number;
export const ResponseVerifyVoteExtensionVerifyStatus = {
  UNKNOWN: 0,
  ACCEPT: 1,
  REJECT: 2,
} as const;

export type MisbehaviorType = number;
export const MisbehaviorType = {
  UNKNOWN: 0,
  DUPLICATE_VOTE: 1,
  LIGHT_CLIENT_ATTACK: 2,
} as const;

/** What CometBFT sends: exactly one of the requests. */
export interface Request {
  readonly echo: RequestEcho | undefined;
  readonly flush: RequestFlush | undefined;
  readonly info: RequestInfo | undefined;
  readonly initChain: RequestInitChain | undefined;
  readonly query: RequestQuery | undefined;
  readonly checkTx: RequestCheckTx | undefined;
  readonly commit: RequestCommit | undefined;
  readonly listSnapshots: RequestListSnapshots | undefined;
  readonly offerSnapshot: RequestOfferSnapshot | undefined;
  readonly loadSnapshotChunk: RequestLoadSnapshotChunk | undefined;
  readonly applySnapshotChunk: RequestApplySnapshotChunk | undefined;
  readonly prepareProposal: RequestPrepareProposal | undefined;
  readonly processProposal: RequestProcessProposal | undefined;
  readonly extendVote: RequestExtendVote | undefined;
  readonly verifyVoteExtension: RequestVerifyVoteExtension | undefined;
  readonly finalizeBlock: RequestFinalizeBlock | undefined;
}

function writeRequest(w: Writer, m: Request): void {
  if (m.echo !== undefined) {
    w.tag(10);
    { const s = w.open(); RequestEcho.write(w, m.echo); w.close(s); }
  }
  if (m.flush !== undefined) {
    w.tag(18);
    { const s = w.open(); RequestFlush.write(w, m.flush); w.close(s); }
  }
  if (m.info !== undefined) {
    w.tag(26);
    { const s = w.open(); RequestInfo.write(w, m.info); w.close(s); }
  }
  if (m.initChain !== undefined) {
    w.tag(42);
    { const s = w.open(); RequestInitChain.write(w, m.initChain); w.close(s); }
  }
  if (m.query !== undefined) {
    w.tag(50);
    { const s = w.open(); RequestQuery.write(w, m.query); w.close(s); }
  }
  if (m.checkTx !== undefined) {
    w.tag(66);
    { const s = w.open(); RequestCheckTx.write(w, m.checkTx); w.close(s); }
  }
  if (m.commit !== undefined) {
    w.tag(90);
    { const s = w.open(); RequestCommit.write(w, m.commit); w.close(s); }
  }
  if (m.listSnapshots !== undefined) {
    w.tag(98);
    { const s = w.open(); RequestListSnapshots.write(w, m.listSnapshots); w.close(s); }
  }
  if (m.offerSnapshot !== undefined) {
    w.tag(106);
    { const s = w.open(); RequestOfferSnapshot.write(w, m.offerSnapshot); w.close(s); }
  }
  if (m.loadSnapshotChunk !== undefined) {
    w.tag(114);
    { const s = w.open(); RequestLoadSnapshotChunk.write(w, m.loadSnapshotChunk); w.close(s); }
  }
  if (m.applySnapshotChunk !== undefined) {
    w.tag(122);
    { const s = w.open(); RequestApplySnapshotChunk.write(w, m.applySnapshotChunk); w.close(s); }
  }
  if (m.prepareProposal !== undefined) {
    w.tag(130);
    { const s = w.open(); RequestPrepareProposal.write(w, m.prepareProposal); w.close(s); }
  }
  if (m.processProposal !== undefined) {
    w.tag(138);
    { const s = w.open(); RequestProcessProposal.write(w, m.processProposal); w.close(s); }
  }
  if (m.extendVote !== undefined) {
    w.tag(146);
    { const s = w.open(); RequestExtendVote.write(w, m.extendVote); w.close(s); }
  }
  if (m.verifyVoteExtension !== undefined) {
    w.tag(154);
    { const s = w.open(); RequestVerifyVoteExtension.write(w, m.verifyVoteExtension); w.close(s); }
  }
  if (m.finalizeBlock !== undefined) {
    w.tag(162);
    { const s = w.open(); RequestFinalizeBlock.write(w, m.finalizeBlock); w.close(s); }
  }
}

function readRequest(r: Reader): Request {
  let f1: RequestEcho | undefined = undefined;
  let f2: RequestFlush | undefined = undefined;
  let f3: RequestInfo | undefined = undefined;
  let f5: RequestInitChain | undefined = undefined;
  let f6: RequestQuery | undefined = undefined;
  let f8: RequestCheckTx | undefined = undefined;
  let f11: RequestCommit | undefined = undefined;
  let f12: RequestListSnapshots | undefined = undefined;
  let f13: RequestOfferSnapshot | undefined = undefined;
  let f14: RequestLoadSnapshotChunk | undefined = undefined;
  let f15: RequestApplySnapshotChunk | undefined = undefined;
  let f16: RequestPrepareProposal | undefined = undefined;
  let f17: RequestProcessProposal | undefined = undefined;
  let f18: RequestExtendVote | undefined = undefined;
  let f19: RequestVerifyVoteExtension | undefined = undefined;
  let f20: RequestFinalizeBlock | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = RequestEcho.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = RequestFlush.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = RequestInfo.read(r);
        r.leave(outer);
        break;
      }
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = RequestInitChain.read(r);
        r.leave(outer);
        break;
      }
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = RequestQuery.read(r);
        r.leave(outer);
        break;
      }
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        f8 = RequestCheckTx.read(r);
        r.leave(outer);
        break;
      }
      case 90: {
        r.single(last, tag);
        const outer = r.enter();
        f11 = RequestCommit.read(r);
        r.leave(outer);
        break;
      }
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        f12 = RequestListSnapshots.read(r);
        r.leave(outer);
        break;
      }
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        f13 = RequestOfferSnapshot.read(r);
        r.leave(outer);
        break;
      }
      case 114: {
        r.single(last, tag);
        const outer = r.enter();
        f14 = RequestLoadSnapshotChunk.read(r);
        r.leave(outer);
        break;
      }
      case 122: {
        r.single(last, tag);
        const outer = r.enter();
        f15 = RequestApplySnapshotChunk.read(r);
        r.leave(outer);
        break;
      }
      case 130: {
        r.single(last, tag);
        const outer = r.enter();
        f16 = RequestPrepareProposal.read(r);
        r.leave(outer);
        break;
      }
      case 138: {
        r.single(last, tag);
        const outer = r.enter();
        f17 = RequestProcessProposal.read(r);
        r.leave(outer);
        break;
      }
      case 146: {
        r.single(last, tag);
        const outer = r.enter();
        f18 = RequestExtendVote.read(r);
        r.leave(outer);
        break;
      }
      case 154: {
        r.single(last, tag);
        const outer = r.enter();
        f19 = RequestVerifyVoteExtension.read(r);
        r.leave(outer);
        break;
      }
      case 162: {
        r.single(last, tag);
        const outer = r.enter();
        f20 = RequestFinalizeBlock.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { echo: f1, flush: f2, info: f3, initChain: f5, query: f6, checkTx: f8, commit: f11, listSnapshots: f12, offerSnapshot: f13, loadSnapshotChunk: f14, applySnapshotChunk: f15, prepareProposal: f16, processProposal: f17, extendVote: f18, verifyVoteExtension: f19, finalizeBlock: f20 };
}

export const Request: Codec<Request> = codec<Request>({
  typeUrl: "/tendermint.abci.Request",
  fields: [
    { name: "echo", jsonName: "echo", number: 1, kind: "message", repeated: false, optional: true, message: () => RequestEcho as Codec<never> },
    { name: "flush", jsonName: "flush", number: 2, kind: "message", repeated: false, optional: true, message: () => RequestFlush as Codec<never> },
    { name: "info", jsonName: "info", number: 3, kind: "message", repeated: false, optional: true, message: () => RequestInfo as Codec<never> },
    { name: "initChain", jsonName: "init_chain", number: 5, kind: "message", repeated: false, optional: true, message: () => RequestInitChain as Codec<never> },
    { name: "query", jsonName: "query", number: 6, kind: "message", repeated: false, optional: true, message: () => RequestQuery as Codec<never> },
    { name: "checkTx", jsonName: "check_tx", number: 8, kind: "message", repeated: false, optional: true, message: () => RequestCheckTx as Codec<never> },
    { name: "commit", jsonName: "commit", number: 11, kind: "message", repeated: false, optional: true, message: () => RequestCommit as Codec<never> },
    { name: "listSnapshots", jsonName: "list_snapshots", number: 12, kind: "message", repeated: false, optional: true, message: () => RequestListSnapshots as Codec<never> },
    { name: "offerSnapshot", jsonName: "offer_snapshot", number: 13, kind: "message", repeated: false, optional: true, message: () => RequestOfferSnapshot as Codec<never> },
    { name: "loadSnapshotChunk", jsonName: "load_snapshot_chunk", number: 14, kind: "message", repeated: false, optional: true, message: () => RequestLoadSnapshotChunk as Codec<never> },
    { name: "applySnapshotChunk", jsonName: "apply_snapshot_chunk", number: 15, kind: "message", repeated: false, optional: true, message: () => RequestApplySnapshotChunk as Codec<never> },
    { name: "prepareProposal", jsonName: "prepare_proposal", number: 16, kind: "message", repeated: false, optional: true, message: () => RequestPrepareProposal as Codec<never> },
    { name: "processProposal", jsonName: "process_proposal", number: 17, kind: "message", repeated: false, optional: true, message: () => RequestProcessProposal as Codec<never> },
    { name: "extendVote", jsonName: "extend_vote", number: 18, kind: "message", repeated: false, optional: true, message: () => RequestExtendVote as Codec<never> },
    { name: "verifyVoteExtension", jsonName: "verify_vote_extension", number: 19, kind: "message", repeated: false, optional: true, message: () => RequestVerifyVoteExtension as Codec<never> },
    { name: "finalizeBlock", jsonName: "finalize_block", number: 20, kind: "message", repeated: false, optional: true, message: () => RequestFinalizeBlock as Codec<never> },
  ],
  defaults: () => ({ echo: undefined, flush: undefined, info: undefined, initChain: undefined, query: undefined, checkTx: undefined, commit: undefined, listSnapshots: undefined, offerSnapshot: undefined, loadSnapshotChunk: undefined, applySnapshotChunk: undefined, prepareProposal: undefined, processProposal: undefined, extendVote: undefined, verifyVoteExtension: undefined, finalizeBlock: undefined }),
  write: writeRequest,
  read: readRequest,
});

/** What the application answers: the response of the same kind, or an exception. */
export interface Response {
  readonly exception: ResponseException | undefined;
  readonly echo: ResponseEcho | undefined;
  readonly flush: ResponseFlush | undefined;
  readonly info: ResponseInfo | undefined;
  readonly initChain: ResponseInitChain | undefined;
  readonly query: ResponseQuery | undefined;
  readonly checkTx: ResponseCheckTx | undefined;
  readonly commit: ResponseCommit | undefined;
  readonly listSnapshots: ResponseListSnapshots | undefined;
  readonly offerSnapshot: ResponseOfferSnapshot | undefined;
  readonly loadSnapshotChunk: ResponseLoadSnapshotChunk | undefined;
  readonly applySnapshotChunk: ResponseApplySnapshotChunk | undefined;
  readonly prepareProposal: ResponsePrepareProposal | undefined;
  readonly processProposal: ResponseProcessProposal | undefined;
  readonly extendVote: ResponseExtendVote | undefined;
  readonly verifyVoteExtension: ResponseVerifyVoteExtension | undefined;
  readonly finalizeBlock: ResponseFinalizeBlock | undefined;
}

function writeResponse(w: Writer, m: Response): void {
  if (m.exception !== undefined) {
    w.tag(10);
    { const s = w.open(); ResponseException.write(w, m.exception); w.close(s); }
  }
  if (m.echo !== undefined) {
    w.tag(18);
    { const s = w.open(); ResponseEcho.write(w, m.echo); w.close(s); }
  }
  if (m.flush !== undefined) {
    w.tag(26);
    { const s = w.open(); ResponseFlush.write(w, m.flush); w.close(s); }
  }
  if (m.info !== undefined) {
    w.tag(34);
    { const s = w.open(); ResponseInfo.write(w, m.info); w.close(s); }
  }
  if (m.initChain !== undefined) {
    w.tag(50);
    { const s = w.open(); ResponseInitChain.write(w, m.initChain); w.close(s); }
  }
  if (m.query !== undefined) {
    w.tag(58);
    { const s = w.open(); ResponseQuery.write(w, m.query); w.close(s); }
  }
  if (m.checkTx !== undefined) {
    w.tag(74);
    { const s = w.open(); ResponseCheckTx.write(w, m.checkTx); w.close(s); }
  }
  if (m.commit !== undefined) {
    w.tag(98);
    { const s = w.open(); ResponseCommit.write(w, m.commit); w.close(s); }
  }
  if (m.listSnapshots !== undefined) {
    w.tag(106);
    { const s = w.open(); ResponseListSnapshots.write(w, m.listSnapshots); w.close(s); }
  }
  if (m.offerSnapshot !== undefined) {
    w.tag(114);
    { const s = w.open(); ResponseOfferSnapshot.write(w, m.offerSnapshot); w.close(s); }
  }
  if (m.loadSnapshotChunk !== undefined) {
    w.tag(122);
    { const s = w.open(); ResponseLoadSnapshotChunk.write(w, m.loadSnapshotChunk); w.close(s); }
  }
  if (m.applySnapshotChunk !== undefined) {
    w.tag(130);
    { const s = w.open(); ResponseApplySnapshotChunk.write(w, m.applySnapshotChunk); w.close(s); }
  }
  if (m.prepareProposal !== undefined) {
    w.tag(138);
    { const s = w.open(); ResponsePrepareProposal.write(w, m.prepareProposal); w.close(s); }
  }
  if (m.processProposal !== undefined) {
    w.tag(146);
    { const s = w.open(); ResponseProcessProposal.write(w, m.processProposal); w.close(s); }
  }
  if (m.extendVote !== undefined) {
    w.tag(154);
    { const s = w.open(); ResponseExtendVote.write(w, m.extendVote); w.close(s); }
  }
  if (m.verifyVoteExtension !== undefined) {
    w.tag(162);
    { const s = w.open(); ResponseVerifyVoteExtension.write(w, m.verifyVoteExtension); w.close(s); }
  }
  if (m.finalizeBlock !== undefined) {
    w.tag(170);
    { const s = w.open(); ResponseFinalizeBlock.write(w, m.finalizeBlock); w.close(s); }
  }
}

function readResponse(r: Reader): Response {
  let f1: ResponseException | undefined = undefined;
  let f2: ResponseEcho | undefined = undefined;
  let f3: ResponseFlush | undefined = undefined;
  let f4: ResponseInfo | undefined = undefined;
  let f6: ResponseInitChain | undefined = undefined;
  let f7: ResponseQuery | undefined = undefined;
  let f9: ResponseCheckTx | undefined = undefined;
  let f12: ResponseCommit | undefined = undefined;
  let f13: ResponseListSnapshots | undefined = undefined;
  let f14: ResponseOfferSnapshot | undefined = undefined;
  let f15: ResponseLoadSnapshotChunk | undefined = undefined;
  let f16: ResponseApplySnapshotChunk | undefined = undefined;
  let f17: ResponsePrepareProposal | undefined = undefined;
  let f18: ResponseProcessProposal | undefined = undefined;
  let f19: ResponseExtendVote | undefined = undefined;
  let f20: ResponseVerifyVoteExtension | undefined = undefined;
  let f21: ResponseFinalizeBlock | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ResponseException.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ResponseEcho.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ResponseFlush.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = ResponseInfo.read(r);
        r.leave(outer);
        break;
      }
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = ResponseInitChain.read(r);
        r.leave(outer);
        break;
      }
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        f7 = ResponseQuery.read(r);
        r.leave(outer);
        break;
      }
      case 74: {
        r.single(last, tag);
        const outer = r.enter();
        f9 = ResponseCheckTx.read(r);
        r.leave(outer);
        break;
      }
      case 98: {
        r.single(last, tag);
        const outer = r.enter();
        f12 = ResponseCommit.read(r);
        r.leave(outer);
        break;
      }
      case 106: {
        r.single(last, tag);
        const outer = r.enter();
        f13 = ResponseListSnapshots.read(r);
        r.leave(outer);
        break;
      }
      case 114: {
        r.single(last, tag);
        const outer = r.enter();
        f14 = ResponseOfferSnapshot.read(r);
        r.leave(outer);
        break;
      }
      case 122: {
        r.single(last, tag);
        const outer = r.enter();
        f15 = ResponseLoadSnapshotChunk.read(r);
        r.leave(outer);
        break;
      }
      case 130: {
        r.single(last, tag);
        const outer = r.enter();
        f16 = ResponseApplySnapshotChunk.read(r);
        r.leave(outer);
        break;
      }
      case 138: {
        r.single(last, tag);
        const outer = r.enter();
        f17 = ResponsePrepareProposal.read(r);
        r.leave(outer);
        break;
      }
      case 146: {
        r.single(last, tag);
        const outer = r.enter();
        f18 = ResponseProcessProposal.read(r);
        r.leave(outer);
        break;
      }
      case 154: {
        r.single(last, tag);
        const outer = r.enter();
        f19 = ResponseExtendVote.read(r);
        r.leave(outer);
        break;
      }
      case 162: {
        r.single(last, tag);
        const outer = r.enter();
        f20 = ResponseVerifyVoteExtension.read(r);
        r.leave(outer);
        break;
      }
      case 170: {
        r.single(last, tag);
        const outer = r.enter();
        f21 = ResponseFinalizeBlock.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { exception: f1, echo: f2, flush: f3, info: f4, initChain: f6, query: f7, checkTx: f9, commit: f12, listSnapshots: f13, offerSnapshot: f14, loadSnapshotChunk: f15, applySnapshotChunk: f16, prepareProposal: f17, processProposal: f18, extendVote: f19, verifyVoteExtension: f20, finalizeBlock: f21 };
}

export const Response: Codec<Response> = codec<Response>({
  typeUrl: "/tendermint.abci.Response",
  fields: [
    { name: "exception", jsonName: "exception", number: 1, kind: "message", repeated: false, optional: true, message: () => ResponseException as Codec<never> },
    { name: "echo", jsonName: "echo", number: 2, kind: "message", repeated: false, optional: true, message: () => ResponseEcho as Codec<never> },
    { name: "flush", jsonName: "flush", number: 3, kind: "message", repeated: false, optional: true, message: () => ResponseFlush as Codec<never> },
    { name: "info", jsonName: "info", number: 4, kind: "message", repeated: false, optional: true, message: () => ResponseInfo as Codec<never> },
    { name: "initChain", jsonName: "init_chain", number: 6, kind: "message", repeated: false, optional: true, message: () => ResponseInitChain as Codec<never> },
    { name: "query", jsonName: "query", number: 7, kind: "message", repeated: false, optional: true, message: () => ResponseQuery as Codec<never> },
    { name: "checkTx", jsonName: "check_tx", number: 9, kind: "message", repeated: false, optional: true, message: () => ResponseCheckTx as Codec<never> },
    { name: "commit", jsonName: "commit", number: 12, kind: "message", repeated: false, optional: true, message: () => ResponseCommit as Codec<never> },
    { name: "listSnapshots", jsonName: "list_snapshots", number: 13, kind: "message", repeated: false, optional: true, message: () => ResponseListSnapshots as Codec<never> },
    { name: "offerSnapshot", jsonName: "offer_snapshot", number: 14, kind: "message", repeated: false, optional: true, message: () => ResponseOfferSnapshot as Codec<never> },
    { name: "loadSnapshotChunk", jsonName: "load_snapshot_chunk", number: 15, kind: "message", repeated: false, optional: true, message: () => ResponseLoadSnapshotChunk as Codec<never> },
    { name: "applySnapshotChunk", jsonName: "apply_snapshot_chunk", number: 16, kind: "message", repeated: false, optional: true, message: () => ResponseApplySnapshotChunk as Codec<never> },
    { name: "prepareProposal", jsonName: "prepare_proposal", number: 17, kind: "message", repeated: false, optional: true, message: () => ResponsePrepareProposal as Codec<never> },
    { name: "processProposal", jsonName: "process_proposal", number: 18, kind: "message", repeated: false, optional: true, message: () => ResponseProcessProposal as Codec<never> },
    { name: "extendVote", jsonName: "extend_vote", number: 19, kind: "message", repeated: false, optional: true, message: () => ResponseExtendVote as Codec<never> },
    { name: "verifyVoteExtension", jsonName: "verify_vote_extension", number: 20, kind: "message", repeated: false, optional: true, message: () => ResponseVerifyVoteExtension as Codec<never> },
    { name: "finalizeBlock", jsonName: "finalize_block", number: 21, kind: "message", repeated: false, optional: true, message: () => ResponseFinalizeBlock as Codec<never> },
  ],
  defaults: () => ({ exception: undefined, echo: undefined, flush: undefined, info: undefined, initChain: undefined, query: undefined, checkTx: undefined, commit: undefined, listSnapshots: undefined, offerSnapshot: undefined, loadSnapshotChunk: undefined, applySnapshotChunk: undefined, prepareProposal: undefined, processProposal: undefined, extendVote: undefined, verifyVoteExtension: undefined, finalizeBlock: undefined }),
  write: writeResponse,
  read: readResponse,
});

export interface RequestEcho {
  readonly message: string;
}

function writeRequestEcho(w: Writer, m: RequestEcho): void {
  if (m.message !== "") {
    w.tag(10);
    w.string(m.message);
  }
}

function readRequestEcho(r: Reader): RequestEcho {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { message: f1 };
}

export const RequestEcho: Codec<RequestEcho> = codec<RequestEcho>({
  typeUrl: "/tendermint.abci.RequestEcho",
  fields: [
    { name: "message", jsonName: "message", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ message: "" }),
  write: writeRequestEcho,
  read: readRequestEcho,
});

/** Asks for everything answered so far. */
export interface RequestFlush {
}

function writeRequestFlush(_w: Writer, _m: RequestFlush): void {
}

function readRequestFlush(r: Reader): RequestFlush {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const RequestFlush: Codec<RequestFlush> = codec<RequestFlush>({
  typeUrl: "/tendermint.abci.RequestFlush",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeRequestFlush,
  read: readRequestFlush,
});

export interface RequestInfo {
  readonly version: string;
  readonly blockVersion: bigint;
  readonly p2pVersion: bigint;
  readonly abciVersion: string;
}

function writeRequestInfo(w: Writer, m: RequestInfo): void {
  if (m.version !== "") {
    w.tag(10);
    w.string(m.version);
  }
  if (m.blockVersion !== 0n) {
    w.tag(16);
    w.uint64(m.blockVersion);
  }
  if (m.p2pVersion !== 0n) {
    w.tag(24);
    w.uint64(m.p2pVersion);
  }
  if (m.abciVersion !== "") {
    w.tag(34);
    w.string(m.abciVersion);
  }
}

function readRequestInfo(r: Reader): RequestInfo {
  let f1: string = "";
  let f2: bigint = 0n;
  let f3: bigint = 0n;
  let f4: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint64());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { version: f1, blockVersion: f2, p2pVersion: f3, abciVersion: f4 };
}

export const RequestInfo: Codec<RequestInfo> = codec<RequestInfo>({
  typeUrl: "/tendermint.abci.RequestInfo",
  fields: [
    { name: "version", jsonName: "version", number: 1, kind: "string", repeated: false, optional: false },
    { name: "blockVersion", jsonName: "block_version", number: 2, kind: "uint64", repeated: false, optional: false },
    { name: "p2pVersion", jsonName: "p2p_version", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "abciVersion", jsonName: "abci_version", number: 4, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ version: "", blockVersion: 0n, p2pVersion: 0n, abciVersion: "" }),
  write: writeRequestInfo,
  read: readRequestInfo,
});

export interface RequestInitChain {
  readonly time: Timestamp | undefined;
  readonly chainId: string;
  readonly consensusParams: ConsensusParams | undefined;
  readonly validators: readonly ValidatorUpdate[];
  readonly appStateBytes: Uint8Array;
  readonly initialHeight: bigint;
}

function writeRequestInitChain(w: Writer, m: RequestInitChain): void {
  if (m.time !== undefined) {
    w.tag(10);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.chainId !== "") {
    w.tag(18);
    w.string(m.chainId);
  }
  if (m.consensusParams !== undefined) {
    w.tag(26);
    { const s = w.open(); ConsensusParams.write(w, m.consensusParams); w.close(s); }
  }
  for (const v of m.validators) {
    w.tag(34);
    { const s = w.open(); ValidatorUpdate.write(w, v); w.close(s); }
  }
  if (m.appStateBytes.length > 0) {
    w.tag(42);
    w.bytes(m.appStateBytes);
  }
  if (m.initialHeight !== 0n) {
    w.tag(48);
    w.int64(m.initialHeight);
  }
}

function readRequestInitChain(r: Reader): RequestInitChain {
  let f1: Timestamp | undefined = undefined;
  let f2: string = "";
  let f3: ConsensusParams | undefined = undefined;
  const f4: ValidatorUpdate[] = [];
  let f5: Uint8Array = new Uint8Array(0);
  let f6: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ConsensusParams.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(ValidatorUpdate.read(r));
        r.leave(outer);
        break;
      }
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { time: f1, chainId: f2, consensusParams: f3, validators: f4, appStateBytes: f5, initialHeight: f6 };
}

export const RequestInitChain: Codec<RequestInitChain> = codec<RequestInitChain>({
  typeUrl: "/tendermint.abci.RequestInitChain",
  fields: [
    { name: "time", jsonName: "time", number: 1, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "chainId", jsonName: "chain_id", number: 2, kind: "string", repeated: false, optional: false },
    { name: "consensusParams", jsonName: "consensus_params", number: 3, kind: "message", repeated: false, optional: true, message: () => ConsensusParams as Codec<never> },
    { name: "validators", jsonName: "validators", number: 4, kind: "message", repeated: true, optional: false, message: () => ValidatorUpdate as Codec<never> },
    { name: "appStateBytes", jsonName: "app_state_bytes", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "initialHeight", jsonName: "initial_height", number: 6, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ time: undefined, chainId: "", consensusParams: undefined, validators: [], appStateBytes: new Uint8Array(0), initialHeight: 0n }),
  write: writeRequestInitChain,
  read: readRequestInitChain,
});

export interface RequestQuery {
  readonly data: Uint8Array;
  readonly path: string;
  readonly height: bigint;
  readonly prove: boolean;
}

function writeRequestQuery(w: Writer, m: RequestQuery): void {
  if (m.data.length > 0) {
    w.tag(10);
    w.bytes(m.data);
  }
  if (m.path !== "") {
    w.tag(18);
    w.string(m.path);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.prove) {
    w.tag(32);
    w.bool(m.prove);
  }
}

function readRequestQuery(r: Reader): RequestQuery {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { data: f1, path: f2, height: f3, prove: f4 };
}

export const RequestQuery: Codec<RequestQuery> = codec<RequestQuery>({
  typeUrl: "/tendermint.abci.RequestQuery",
  fields: [
    { name: "data", jsonName: "data", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "path", jsonName: "path", number: 2, kind: "string", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "prove", jsonName: "prove", number: 4, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ data: new Uint8Array(0), path: "", height: 0n, prove: false }),
  write: writeRequestQuery,
  read: readRequestQuery,
});

export interface RequestCheckTx {
  readonly tx: Uint8Array;
  readonly type: CheckTxType;
}

function writeRequestCheckTx(w: Writer, m: RequestCheckTx): void {
  if (m.tx.length > 0) {
    w.tag(10);
    w.bytes(m.tx);
  }
  if (m.type !== 0) {
    w.tag(16);
    w.int32(m.type);
  }
}

function readRequestCheckTx(r: Reader): RequestCheckTx {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: CheckTxType = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tx: f1, type: f2 };
}

export const RequestCheckTx: Codec<RequestCheckTx> = codec<RequestCheckTx>({
  typeUrl: "/tendermint.abci.RequestCheckTx",
  fields: [
    { name: "tx", jsonName: "tx", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "type", jsonName: "type", number: 2, kind: "enum", repeated: false, optional: false, values: CheckTxType },
  ],
  defaults: () => ({ tx: new Uint8Array(0), type: 0 }),
  write: writeRequestCheckTx,
  read: readRequestCheckTx,
});

export interface RequestCommit {
}

function writeRequestCommit(_w: Writer, _m: RequestCommit): void {
}

function readRequestCommit(r: Reader): RequestCommit {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const RequestCommit: Codec<RequestCommit> = codec<RequestCommit>({
  typeUrl: "/tendermint.abci.RequestCommit",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeRequestCommit,
  read: readRequestCommit,
});

export interface RequestListSnapshots {
}

function writeRequestListSnapshots(_w: Writer, _m: RequestListSnapshots): void {
}

function readRequestListSnapshots(r: Reader): RequestListSnapshots {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const RequestListSnapshots: Codec<RequestListSnapshots> = codec<RequestListSnapshots>({
  typeUrl: "/tendermint.abci.RequestListSnapshots",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeRequestListSnapshots,
  read: readRequestListSnapshots,
});

export interface RequestOfferSnapshot {
  readonly snapshot: Snapshot | undefined;
  readonly appHash: Uint8Array;
}

function writeRequestOfferSnapshot(w: Writer, m: RequestOfferSnapshot): void {
  if (m.snapshot !== undefined) {
    w.tag(10);
    { const s = w.open(); Snapshot.write(w, m.snapshot); w.close(s); }
  }
  if (m.appHash.length > 0) {
    w.tag(18);
    w.bytes(m.appHash);
  }
}

function readRequestOfferSnapshot(r: Reader): RequestOfferSnapshot {
  let f1: Snapshot | undefined = undefined;
  let f2: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Snapshot.read(r);
        r.leave(outer);
        break;
      }
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { snapshot: f1, appHash: f2 };
}

export const RequestOfferSnapshot: Codec<RequestOfferSnapshot> = codec<RequestOfferSnapshot>({
  typeUrl: "/tendermint.abci.RequestOfferSnapshot",
  fields: [
    { name: "snapshot", jsonName: "snapshot", number: 1, kind: "message", repeated: false, optional: true, message: () => Snapshot as Codec<never> },
    { name: "appHash", jsonName: "app_hash", number: 2, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ snapshot: undefined, appHash: new Uint8Array(0) }),
  write: writeRequestOfferSnapshot,
  read: readRequestOfferSnapshot,
});

export interface RequestLoadSnapshotChunk {
  readonly height: bigint;
  readonly format: number;
  readonly chunk: number;
}

function writeRequestLoadSnapshotChunk(w: Writer, m: RequestLoadSnapshotChunk): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.format !== 0) {
    w.tag(16);
    w.uint32(m.format);
  }
  if (m.chunk !== 0) {
    w.tag(24);
    w.uint32(m.chunk);
  }
}

function readRequestLoadSnapshotChunk(r: Reader): RequestLoadSnapshotChunk {
  let f1: bigint = 0n;
  let f2: number = 0;
  let f3: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, format: f2, chunk: f3 };
}

export const RequestLoadSnapshotChunk: Codec<RequestLoadSnapshotChunk> = codec<RequestLoadSnapshotChunk>({
  typeUrl: "/tendermint.abci.RequestLoadSnapshotChunk",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "format", jsonName: "format", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "chunk", jsonName: "chunk", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n, format: 0, chunk: 0 }),
  write: writeRequestLoadSnapshotChunk,
  read: readRequestLoadSnapshotChunk,
});

export interface RequestApplySnapshotChunk {
  readonly index: number;
  readonly chunk: Uint8Array;
  readonly sender: string;
}

function writeRequestApplySnapshotChunk(w: Writer, m: RequestApplySnapshotChunk): void {
  if (m.index !== 0) {
    w.tag(8);
    w.uint32(m.index);
  }
  if (m.chunk.length > 0) {
    w.tag(18);
    w.bytes(m.chunk);
  }
  if (m.sender !== "") {
    w.tag(26);
    w.string(m.sender);
  }
}

function readRequestApplySnapshotChunk(r: Reader): RequestApplySnapshotChunk {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { index: f1, chunk: f2, sender: f3 };
}

export const RequestApplySnapshotChunk: Codec<RequestApplySnapshotChunk> = codec<RequestApplySnapshotChunk>({
  typeUrl: "/tendermint.abci.RequestApplySnapshotChunk",
  fields: [
    { name: "index", jsonName: "index", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "chunk", jsonName: "chunk", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "sender", jsonName: "sender", number: 3, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ index: 0, chunk: new Uint8Array(0), sender: "" }),
  write: writeRequestApplySnapshotChunk,
  read: readRequestApplySnapshotChunk,
});

export interface RequestPrepareProposal {
  readonly maxTxBytes: bigint;
  readonly txs: readonly Uint8Array[];
  readonly localLastCommit: ExtendedCommitInfo | undefined;
  readonly misbehavior: readonly Misbehavior[];
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly nextValidatorsHash: Uint8Array;
  readonly proposerAddress: Uint8Array;
}

function writeRequestPrepareProposal(w: Writer, m: RequestPrepareProposal): void {
  if (m.maxTxBytes !== 0n) {
    w.tag(8);
    w.int64(m.maxTxBytes);
  }
  for (const v of m.txs) {
    w.tag(18);
    w.bytes(v);
  }
  if (m.localLastCommit !== undefined) {
    w.tag(26);
    { const s = w.open(); ExtendedCommitInfo.write(w, m.localLastCommit); w.close(s); }
  }
  for (const v of m.misbehavior) {
    w.tag(34);
    { const s = w.open(); Misbehavior.write(w, v); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(50);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(58);
    w.bytes(m.nextValidatorsHash);
  }
  if (m.proposerAddress.length > 0) {
    w.tag(66);
    w.bytes(m.proposerAddress);
  }
}

function readRequestPrepareProposal(r: Reader): RequestPrepareProposal {
  let f1: bigint = 0n;
  const f2: Uint8Array[] = [];
  let f3: ExtendedCommitInfo | undefined = undefined;
  const f4: Misbehavior[] = [];
  let f5: bigint = 0n;
  let f6: Timestamp | undefined = undefined;
  let f7: Uint8Array = new Uint8Array(0);
  let f8: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18:
        f2.push(r.bytes());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ExtendedCommitInfo.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        const outer = r.enter();
        f4.push(Misbehavior.read(r));
        r.leave(outer);
        break;
      }
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { maxTxBytes: f1, txs: f2, localLastCommit: f3, misbehavior: f4, height: f5, time: f6, nextValidatorsHash: f7, proposerAddress: f8 };
}

export const RequestPrepareProposal: Codec<RequestPrepareProposal> = codec<RequestPrepareProposal>({
  typeUrl: "/tendermint.abci.RequestPrepareProposal",
  fields: [
    { name: "maxTxBytes", jsonName: "max_tx_bytes", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "txs", jsonName: "txs", number: 2, kind: "bytes", repeated: true, optional: false },
    { name: "localLastCommit", jsonName: "local_last_commit", number: 3, kind: "message", repeated: false, optional: true, message: () => ExtendedCommitInfo as Codec<never> },
    { name: "misbehavior", jsonName: "misbehavior", number: 4, kind: "message", repeated: true, optional: false, message: () => Misbehavior as Codec<never> },
    { name: "height", jsonName: "height", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 6, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proposerAddress", jsonName: "proposer_address", number: 8, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ maxTxBytes: 0n, txs: [], localLastCommit: undefined, misbehavior: [], height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  write: writeRequestPrepareProposal,
  read: readRequestPrepareProposal,
});

export interface RequestProcessProposal {
  readonly txs: readonly Uint8Array[];
  readonly proposedLastCommit: CommitInfo | undefined;
  readonly misbehavior: readonly Misbehavior[];
  readonly hash: Uint8Array;
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly nextValidatorsHash: Uint8Array;
  readonly proposerAddress: Uint8Array;
}

function writeRequestProcessProposal(w: Writer, m: RequestProcessProposal): void {
  for (const v of m.txs) {
    w.tag(10);
    w.bytes(v);
  }
  if (m.proposedLastCommit !== undefined) {
    w.tag(18);
    { const s = w.open(); CommitInfo.write(w, m.proposedLastCommit); w.close(s); }
  }
  for (const v of m.misbehavior) {
    w.tag(26);
    { const s = w.open(); Misbehavior.write(w, v); w.close(s); }
  }
  if (m.hash.length > 0) {
    w.tag(34);
    w.bytes(m.hash);
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(50);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(58);
    w.bytes(m.nextValidatorsHash);
  }
  if (m.proposerAddress.length > 0) {
    w.tag(66);
    w.bytes(m.proposerAddress);
  }
}

function readRequestProcessProposal(r: Reader): RequestProcessProposal {
  const f1: Uint8Array[] = [];
  let f2: CommitInfo | undefined = undefined;
  const f3: Misbehavior[] = [];
  let f4: Uint8Array = new Uint8Array(0);
  let f5: bigint = 0n;
  let f6: Timestamp | undefined = undefined;
  let f7: Uint8Array = new Uint8Array(0);
  let f8: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = CommitInfo.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(Misbehavior.read(r));
        r.leave(outer);
        break;
      }
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1, proposedLastCommit: f2, misbehavior: f3, hash: f4, height: f5, time: f6, nextValidatorsHash: f7, proposerAddress: f8 };
}

export const RequestProcessProposal: Codec<RequestProcessProposal> = codec<RequestProcessProposal>({
  typeUrl: "/tendermint.abci.RequestProcessProposal",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "bytes", repeated: true, optional: false },
    { name: "proposedLastCommit", jsonName: "proposed_last_commit", number: 2, kind: "message", repeated: false, optional: true, message: () => CommitInfo as Codec<never> },
    { name: "misbehavior", jsonName: "misbehavior", number: 3, kind: "message", repeated: true, optional: false, message: () => Misbehavior as Codec<never> },
    { name: "hash", jsonName: "hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 6, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proposerAddress", jsonName: "proposer_address", number: 8, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ txs: [], proposedLastCommit: undefined, misbehavior: [], hash: new Uint8Array(0), height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  write: writeRequestProcessProposal,
  read: readRequestProcessProposal,
});

export interface RequestExtendVote {
  readonly hash: Uint8Array;
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly txs: readonly Uint8Array[];
  readonly proposedLastCommit: CommitInfo | undefined;
  readonly misbehavior: readonly Misbehavior[];
  readonly nextValidatorsHash: Uint8Array;
  readonly proposerAddress: Uint8Array;
}

function writeRequestExtendVote(w: Writer, m: RequestExtendVote): void {
  if (m.hash.length > 0) {
    w.tag(10);
    w.bytes(m.hash);
  }
  if (m.height !== 0n) {
    w.tag(16);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(26);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  for (const v of m.txs) {
    w.tag(34);
    w.bytes(v);
  }
  if (m.proposedLastCommit !== undefined) {
    w.tag(42);
    { const s = w.open(); CommitInfo.write(w, m.proposedLastCommit); w.close(s); }
  }
  for (const v of m.misbehavior) {
    w.tag(50);
    { const s = w.open(); Misbehavior.write(w, v); w.close(s); }
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(58);
    w.bytes(m.nextValidatorsHash);
  }
  if (m.proposerAddress.length > 0) {
    w.tag(66);
    w.bytes(m.proposerAddress);
  }
}

function readRequestExtendVote(r: Reader): RequestExtendVote {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: bigint = 0n;
  let f3: Timestamp | undefined = undefined;
  const f4: Uint8Array[] = [];
  let f5: CommitInfo | undefined = undefined;
  const f6: Misbehavior[] = [];
  let f7: Uint8Array = new Uint8Array(0);
  let f8: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 34:
        f4.push(r.bytes());
        break;
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = CommitInfo.read(r);
        r.leave(outer);
        break;
      }
      case 50: {
        const outer = r.enter();
        f6.push(Misbehavior.read(r));
        r.leave(outer);
        break;
      }
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, height: f2, time: f3, txs: f4, proposedLastCommit: f5, misbehavior: f6, nextValidatorsHash: f7, proposerAddress: f8 };
}

export const RequestExtendVote: Codec<RequestExtendVote> = codec<RequestExtendVote>({
  typeUrl: "/tendermint.abci.RequestExtendVote",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 2, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 3, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "txs", jsonName: "txs", number: 4, kind: "bytes", repeated: true, optional: false },
    { name: "proposedLastCommit", jsonName: "proposed_last_commit", number: 5, kind: "message", repeated: false, optional: true, message: () => CommitInfo as Codec<never> },
    { name: "misbehavior", jsonName: "misbehavior", number: 6, kind: "message", repeated: true, optional: false, message: () => Misbehavior as Codec<never> },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proposerAddress", jsonName: "proposer_address", number: 8, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: new Uint8Array(0), height: 0n, time: undefined, txs: [], proposedLastCommit: undefined, misbehavior: [], nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  write: writeRequestExtendVote,
  read: readRequestExtendVote,
});

export interface RequestVerifyVoteExtension {
  readonly hash: Uint8Array;
  readonly validatorAddress: Uint8Array;
  readonly height: bigint;
  readonly voteExtension: Uint8Array;
}

function writeRequestVerifyVoteExtension(w: Writer, m: RequestVerifyVoteExtension): void {
  if (m.hash.length > 0) {
    w.tag(10);
    w.bytes(m.hash);
  }
  if (m.validatorAddress.length > 0) {
    w.tag(18);
    w.bytes(m.validatorAddress);
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.voteExtension.length > 0) {
    w.tag(34);
    w.bytes(m.voteExtension);
  }
}

function readRequestVerifyVoteExtension(r: Reader): RequestVerifyVoteExtension {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
  let f4: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { hash: f1, validatorAddress: f2, height: f3, voteExtension: f4 };
}

export const RequestVerifyVoteExtension: Codec<RequestVerifyVoteExtension> = codec<RequestVerifyVoteExtension>({
  typeUrl: "/tendermint.abci.RequestVerifyVoteExtension",
  fields: [
    { name: "hash", jsonName: "hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "validatorAddress", jsonName: "validator_address", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "voteExtension", jsonName: "vote_extension", number: 4, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ hash: new Uint8Array(0), validatorAddress: new Uint8Array(0), height: 0n, voteExtension: new Uint8Array(0) }),
  write: writeRequestVerifyVoteExtension,
  read: readRequestVerifyVoteExtension,
});

export interface RequestFinalizeBlock {
  readonly txs: readonly Uint8Array[];
  readonly decidedLastCommit: CommitInfo | undefined;
  readonly misbehavior: readonly Misbehavior[];
  readonly hash: Uint8Array;
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly nextValidatorsHash: Uint8Array;
  readonly proposerAddress: Uint8Array;
}

function writeRequestFinalizeBlock(w: Writer, m: RequestFinalizeBlock): void {
  for (const v of m.txs) {
    w.tag(10);
    w.bytes(v);
  }
  if (m.decidedLastCommit !== undefined) {
    w.tag(18);
    { const s = w.open(); CommitInfo.write(w, m.decidedLastCommit); w.close(s); }
  }
  for (const v of m.misbehavior) {
    w.tag(26);
    { const s = w.open(); Misbehavior.write(w, v); w.close(s); }
  }
  if (m.hash.length > 0) {
    w.tag(34);
    w.bytes(m.hash);
  }
  if (m.height !== 0n) {
    w.tag(40);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(50);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.nextValidatorsHash.length > 0) {
    w.tag(58);
    w.bytes(m.nextValidatorsHash);
  }
  if (m.proposerAddress.length > 0) {
    w.tag(66);
    w.bytes(m.proposerAddress);
  }
}

function readRequestFinalizeBlock(r: Reader): RequestFinalizeBlock {
  const f1: Uint8Array[] = [];
  let f2: CommitInfo | undefined = undefined;
  const f3: Misbehavior[] = [];
  let f4: Uint8Array = new Uint8Array(0);
  let f5: bigint = 0n;
  let f6: Timestamp | undefined = undefined;
  let f7: Uint8Array = new Uint8Array(0);
  let f8: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = CommitInfo.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(Misbehavior.read(r));
        r.leave(outer);
        break;
      }
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1, decidedLastCommit: f2, misbehavior: f3, hash: f4, height: f5, time: f6, nextValidatorsHash: f7, proposerAddress: f8 };
}

export const RequestFinalizeBlock: Codec<RequestFinalizeBlock> = codec<RequestFinalizeBlock>({
  typeUrl: "/tendermint.abci.RequestFinalizeBlock",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "bytes", repeated: true, optional: false },
    { name: "decidedLastCommit", jsonName: "decided_last_commit", number: 2, kind: "message", repeated: false, optional: true, message: () => CommitInfo as Codec<never> },
    { name: "misbehavior", jsonName: "misbehavior", number: 3, kind: "message", repeated: true, optional: false, message: () => Misbehavior as Codec<never> },
    { name: "hash", jsonName: "hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "height", jsonName: "height", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 6, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "nextValidatorsHash", jsonName: "next_validators_hash", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proposerAddress", jsonName: "proposer_address", number: 8, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ txs: [], decidedLastCommit: undefined, misbehavior: [], hash: new Uint8Array(0), height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  write: writeRequestFinalizeBlock,
  read: readRequestFinalizeBlock,
});

export interface ResponseException {
  readonly error: string;
}

function writeResponseException(w: Writer, m: ResponseException): void {
  if (m.error !== "") {
    w.tag(10);
    w.string(m.error);
  }
}

function readResponseException(r: Reader): ResponseException {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { error: f1 };
}

export const ResponseException: Codec<ResponseException> = codec<ResponseException>({
  typeUrl: "/tendermint.abci.ResponseException",
  fields: [
    { name: "error", jsonName: "error", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ error: "" }),
  write: writeResponseException,
  read: readResponseException,
});

export interface ResponseEcho {
  readonly message: string;
}

function writeResponseEcho(w: Writer, m: ResponseEcho): void {
  if (m.message !== "") {
    w.tag(10);
    w.string(m.message);
  }
}

function readResponseEcho(r: Reader): ResponseEcho {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { message: f1 };
}

export const ResponseEcho: Codec<ResponseEcho> = codec<ResponseEcho>({
  typeUrl: "/tendermint.abci.ResponseEcho",
  fields: [
    { name: "message", jsonName: "message", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ message: "" }),
  write: writeResponseEcho,
  read: readResponseEcho,
});

export interface ResponseFlush {
}

function writeResponseFlush(_w: Writer, _m: ResponseFlush): void {
}

function readResponseFlush(r: Reader): ResponseFlush {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const ResponseFlush: Codec<ResponseFlush> = codec<ResponseFlush>({
  typeUrl: "/tendermint.abci.ResponseFlush",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeResponseFlush,
  read: readResponseFlush,
});

export interface ResponseInfo {
  readonly data: string;
  readonly version: string;
  readonly appVersion: bigint;
  readonly lastBlockHeight: bigint;
  readonly lastBlockAppHash: Uint8Array;
}

function writeResponseInfo(w: Writer, m: ResponseInfo): void {
  if (m.data !== "") {
    w.tag(10);
    w.string(m.data);
  }
  if (m.version !== "") {
    w.tag(18);
    w.string(m.version);
  }
  if (m.appVersion !== 0n) {
    w.tag(24);
    w.uint64(m.appVersion);
  }
  if (m.lastBlockHeight !== 0n) {
    w.tag(32);
    w.int64(m.lastBlockHeight);
  }
  if (m.lastBlockAppHash.length > 0) {
    w.tag(42);
    w.bytes(m.lastBlockAppHash);
  }
}

function readResponseInfo(r: Reader): ResponseInfo {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
  let f4: bigint = 0n;
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.int64());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { data: f1, version: f2, appVersion: f3, lastBlockHeight: f4, lastBlockAppHash: f5 };
}

export const ResponseInfo: Codec<ResponseInfo> = codec<ResponseInfo>({
  typeUrl: "/tendermint.abci.ResponseInfo",
  fields: [
    { name: "data", jsonName: "data", number: 1, kind: "string", repeated: false, optional: false },
    { name: "version", jsonName: "version", number: 2, kind: "string", repeated: false, optional: false },
    { name: "appVersion", jsonName: "app_version", number: 3, kind: "uint64", repeated: false, optional: false },
    { name: "lastBlockHeight", jsonName: "last_block_height", number: 4, kind: "int64", repeated: false, optional: false },
    { name: "lastBlockAppHash", jsonName: "last_block_app_hash", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ data: "", version: "", appVersion: 0n, lastBlockHeight: 0n, lastBlockAppHash: new Uint8Array(0) }),
  write: writeResponseInfo,
  read: readResponseInfo,
});

export interface ResponseInitChain {
  readonly consensusParams: ConsensusParams | undefined;
  readonly validators: readonly ValidatorUpdate[];
  readonly appHash: Uint8Array;
}

function writeResponseInitChain(w: Writer, m: ResponseInitChain): void {
  if (m.consensusParams !== undefined) {
    w.tag(10);
    { const s = w.open(); ConsensusParams.write(w, m.consensusParams); w.close(s); }
  }
  for (const v of m.validators) {
    w.tag(18);
    { const s = w.open(); ValidatorUpdate.write(w, v); w.close(s); }
  }
  if (m.appHash.length > 0) {
    w.tag(26);
    w.bytes(m.appHash);
  }
}

function readResponseInitChain(r: Reader): ResponseInitChain {
  let f1: ConsensusParams | undefined = undefined;
  const f2: ValidatorUpdate[] = [];
  let f3: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = ConsensusParams.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(ValidatorUpdate.read(r));
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { consensusParams: f1, validators: f2, appHash: f3 };
}

export const ResponseInitChain: Codec<ResponseInitChain> = codec<ResponseInitChain>({
  typeUrl: "/tendermint.abci.ResponseInitChain",
  fields: [
    { name: "consensusParams", jsonName: "consensus_params", number: 1, kind: "message", repeated: false, optional: true, message: () => ConsensusParams as Codec<never> },
    { name: "validators", jsonName: "validators", number: 2, kind: "message", repeated: true, optional: false, message: () => ValidatorUpdate as Codec<never> },
    { name: "appHash", jsonName: "app_hash", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ consensusParams: undefined, validators: [], appHash: new Uint8Array(0) }),
  write: writeResponseInitChain,
  read: readResponseInitChain,
});

export interface ResponseQuery {
  readonly code: number;
  readonly log: string;
  readonly info: string;
  readonly index: bigint;
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly proofOps: ProofOps | undefined;
  readonly height: bigint;
  readonly codespace: string;
}

function writeResponseQuery(w: Writer, m: ResponseQuery): void {
  if (m.code !== 0) {
    w.tag(8);
    w.uint32(m.code);
  }
  if (m.log !== "") {
    w.tag(26);
    w.string(m.log);
  }
  if (m.info !== "") {
    w.tag(34);
    w.string(m.info);
  }
  if (m.index !== 0n) {
    w.tag(40);
    w.int64(m.index);
  }
  if (m.key.length > 0) {
    w.tag(50);
    w.bytes(m.key);
  }
  if (m.value.length > 0) {
    w.tag(58);
    w.bytes(m.value);
  }
  if (m.proofOps !== undefined) {
    w.tag(66);
    { const s = w.open(); ProofOps.write(w, m.proofOps); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(72);
    w.int64(m.height);
  }
  if (m.codespace !== "") {
    w.tag(82);
    w.string(m.codespace);
  }
}

function readResponseQuery(r: Reader): ResponseQuery {
  let f1: number = 0;
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: Uint8Array = new Uint8Array(0);
  let f8: ProofOps | undefined = undefined;
  let f9: bigint = 0n;
  let f10: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.bytes());
        break;
      case 66: {
        r.single(last, tag);
        const outer = r.enter();
        f8 = ProofOps.read(r);
        r.leave(outer);
        break;
      }
      case 72:
        r.single(last, tag);
        f9 = r.value(r.int64());
        break;
      case 82:
        r.single(last, tag);
        f10 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { code: f1, log: f3, info: f4, index: f5, key: f6, value: f7, proofOps: f8, height: f9, codespace: f10 };
}

export const ResponseQuery: Codec<ResponseQuery> = codec<ResponseQuery>({
  typeUrl: "/tendermint.abci.ResponseQuery",
  fields: [
    { name: "code", jsonName: "code", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 3, kind: "string", repeated: false, optional: false },
    { name: "info", jsonName: "info", number: 4, kind: "string", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 7, kind: "bytes", repeated: false, optional: false },
    { name: "proofOps", jsonName: "proof_ops", number: 8, kind: "message", repeated: false, optional: true, message: () => ProofOps as Codec<never> },
    { name: "height", jsonName: "height", number: 9, kind: "int64", repeated: false, optional: false },
    { name: "codespace", jsonName: "codespace", number: 10, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ code: 0, log: "", info: "", index: 0n, key: new Uint8Array(0), value: new Uint8Array(0), proofOps: undefined, height: 0n, codespace: "" }),
  write: writeResponseQuery,
  read: readResponseQuery,
});

export interface ResponseCheckTx {
  readonly code: number;
  readonly data: Uint8Array;
  readonly log: string;
  readonly info: string;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly events: readonly Event[];
  readonly codespace: string;
}

function writeResponseCheckTx(w: Writer, m: ResponseCheckTx): void {
  if (m.code !== 0) {
    w.tag(8);
    w.uint32(m.code);
  }
  if (m.data.length > 0) {
    w.tag(18);
    w.bytes(m.data);
  }
  if (m.log !== "") {
    w.tag(26);
    w.string(m.log);
  }
  if (m.info !== "") {
    w.tag(34);
    w.string(m.info);
  }
  if (m.gasWanted !== 0n) {
    w.tag(40);
    w.int64(m.gasWanted);
  }
  if (m.gasUsed !== 0n) {
    w.tag(48);
    w.int64(m.gasUsed);
  }
  for (const v of m.events) {
    w.tag(58);
    { const s = w.open(); Event.write(w, v); w.close(s); }
  }
  if (m.codespace !== "") {
    w.tag(66);
    w.string(m.codespace);
  }
}

function readResponseCheckTx(r: Reader): ResponseCheckTx {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  const f7: Event[] = [];
  let f8: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int64());
        break;
      case 58: {
        const outer = r.enter();
        f7.push(Event.read(r));
        r.leave(outer);
        break;
      }
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { code: f1, data: f2, log: f3, info: f4, gasWanted: f5, gasUsed: f6, events: f7, codespace: f8 };
}

export const ResponseCheckTx: Codec<ResponseCheckTx> = codec<ResponseCheckTx>({
  typeUrl: "/tendermint.abci.ResponseCheckTx",
  fields: [
    { name: "code", jsonName: "code", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 3, kind: "string", repeated: false, optional: false },
    { name: "info", jsonName: "info", number: 4, kind: "string", repeated: false, optional: false },
    { name: "gasWanted", jsonName: "gas_wanted", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "gasUsed", jsonName: "gas_used", number: 6, kind: "int64", repeated: false, optional: false },
    { name: "events", jsonName: "events", number: 7, kind: "message", repeated: true, optional: false, message: () => Event as Codec<never> },
    { name: "codespace", jsonName: "codespace", number: 8, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ code: 0, data: new Uint8Array(0), log: "", info: "", gasWanted: 0n, gasUsed: 0n, events: [], codespace: "" }),
  write: writeResponseCheckTx,
  read: readResponseCheckTx,
});

export interface ResponseCommit {
  readonly retainHeight: bigint;
}

function writeResponseCommit(w: Writer, m: ResponseCommit): void {
  if (m.retainHeight !== 0n) {
    w.tag(24);
    w.int64(m.retainHeight);
  }
}

function readResponseCommit(r: Reader): ResponseCommit {
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { retainHeight: f3 };
}

export const ResponseCommit: Codec<ResponseCommit> = codec<ResponseCommit>({
  typeUrl: "/tendermint.abci.ResponseCommit",
  fields: [
    { name: "retainHeight", jsonName: "retain_height", number: 3, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ retainHeight: 0n }),
  write: writeResponseCommit,
  read: readResponseCommit,
});

export interface ResponseListSnapshots {
  readonly snapshots: readonly Snapshot[];
}

function writeResponseListSnapshots(w: Writer, m: ResponseListSnapshots): void {
  for (const v of m.snapshots) {
    w.tag(10);
    { const s = w.open(); Snapshot.write(w, v); w.close(s); }
  }
}

function readResponseListSnapshots(r: Reader): ResponseListSnapshots {
  const f1: Snapshot[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Snapshot.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { snapshots: f1 };
}

export const ResponseListSnapshots: Codec<ResponseListSnapshots> = codec<ResponseListSnapshots>({
  typeUrl: "/tendermint.abci.ResponseListSnapshots",
  fields: [
    { name: "snapshots", jsonName: "snapshots", number: 1, kind: "message", repeated: true, optional: false, message: () => Snapshot as Codec<never> },
  ],
  defaults: () => ({ snapshots: [] }),
  write: writeResponseListSnapshots,
  read: readResponseListSnapshots,
});

export interface ResponseOfferSnapshot {
  readonly result: ResponseOfferSnapshotResult;
}

function writeResponseOfferSnapshot(w: Writer, m: ResponseOfferSnapshot): void {
  if (m.result !== 0) {
    w.tag(8);
    w.int32(m.result);
  }
}

function readResponseOfferSnapshot(r: Reader): ResponseOfferSnapshot {
  let f1: ResponseOfferSnapshotResult = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { result: f1 };
}

export const ResponseOfferSnapshot: Codec<ResponseOfferSnapshot> = codec<ResponseOfferSnapshot>({
  typeUrl: "/tendermint.abci.ResponseOfferSnapshot",
  fields: [
    { name: "result", jsonName: "result", number: 1, kind: "enum", repeated: false, optional: false, values: ResponseOfferSnapshotResult },
  ],
  defaults: () => ({ result: 0 }),
  write: writeResponseOfferSnapshot,
  read: readResponseOfferSnapshot,
});

export interface ResponseLoadSnapshotChunk {
  readonly chunk: Uint8Array;
}

function writeResponseLoadSnapshotChunk(w: Writer, m: ResponseLoadSnapshotChunk): void {
  if (m.chunk.length > 0) {
    w.tag(10);
    w.bytes(m.chunk);
  }
}

function readResponseLoadSnapshotChunk(r: Reader): ResponseLoadSnapshotChunk {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { chunk: f1 };
}

export const ResponseLoadSnapshotChunk: Codec<ResponseLoadSnapshotChunk> = codec<ResponseLoadSnapshotChunk>({
  typeUrl: "/tendermint.abci.ResponseLoadSnapshotChunk",
  fields: [
    { name: "chunk", jsonName: "chunk", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ chunk: new Uint8Array(0) }),
  write: writeResponseLoadSnapshotChunk,
  read: readResponseLoadSnapshotChunk,
});

export interface ResponseApplySnapshotChunk {
  readonly result: ResponseApplySnapshotChunkResult;
  readonly refetchChunks: readonly number[];
  readonly rejectSenders: readonly string[];
}

function writeResponseApplySnapshotChunk(w: Writer, m: ResponseApplySnapshotChunk): void {
  if (m.result !== 0) {
    w.tag(8);
    w.int32(m.result);
  }
  if (m.refetchChunks.length > 0) {
    w.tag(18);
    const s = w.open();
    for (const v of m.refetchChunks) w.uint32(v);
    w.close(s);
  }
  for (const v of m.rejectSenders) {
    w.tag(26);
    w.string(v);
  }
}

function readResponseApplySnapshotChunk(r: Reader): ResponseApplySnapshotChunk {
  let f1: ResponseApplySnapshotChunkResult = 0;
  const f2: number[] = [];
  const f3: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f2.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 16:
        if (r.strict) r.unknown(tag);
        f2.push(r.uint32());
        break;
      case 26:
        f3.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { result: f1, refetchChunks: f2, rejectSenders: f3 };
}

export const ResponseApplySnapshotChunk: Codec<ResponseApplySnapshotChunk> = codec<ResponseApplySnapshotChunk>({
  typeUrl: "/tendermint.abci.ResponseApplySnapshotChunk",
  fields: [
    { name: "result", jsonName: "result", number: 1, kind: "enum", repeated: false, optional: false, values: ResponseApplySnapshotChunkResult },
    { name: "refetchChunks", jsonName: "refetch_chunks", number: 2, kind: "uint32", repeated: true, optional: false },
    { name: "rejectSenders", jsonName: "reject_senders", number: 3, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ result: 0, refetchChunks: [], rejectSenders: [] }),
  write: writeResponseApplySnapshotChunk,
  read: readResponseApplySnapshotChunk,
});

export interface ResponsePrepareProposal {
  readonly txs: readonly Uint8Array[];
}

function writeResponsePrepareProposal(w: Writer, m: ResponsePrepareProposal): void {
  for (const v of m.txs) {
    w.tag(10);
    w.bytes(v);
  }
}

function readResponsePrepareProposal(r: Reader): ResponsePrepareProposal {
  const f1: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { txs: f1 };
}

export const ResponsePrepareProposal: Codec<ResponsePrepareProposal> = codec<ResponsePrepareProposal>({
  typeUrl: "/tendermint.abci.ResponsePrepareProposal",
  fields: [
    { name: "txs", jsonName: "txs", number: 1, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ txs: [] }),
  write: writeResponsePrepareProposal,
  read: readResponsePrepareProposal,
});

export interface ResponseProcessProposal {
  readonly status: ResponseProcessProposalProposalStatus;
}

function writeResponseProcessProposal(w: Writer, m: ResponseProcessProposal): void {
  if (m.status !== 0) {
    w.tag(8);
    w.int32(m.status);
  }
}

function readResponseProcessProposal(r: Reader): ResponseProcessProposal {
  let f1: ResponseProcessProposalProposalStatus = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { status: f1 };
}

export const ResponseProcessProposal: Codec<ResponseProcessProposal> = codec<ResponseProcessProposal>({
  typeUrl: "/tendermint.abci.ResponseProcessProposal",
  fields: [
    { name: "status", jsonName: "status", number: 1, kind: "enum", repeated: false, optional: false, values: ResponseProcessProposalProposalStatus },
  ],
  defaults: () => ({ status: 0 }),
  write: writeResponseProcessProposal,
  read: readResponseProcessProposal,
});

export interface ResponseExtendVote {
  readonly voteExtension: Uint8Array;
}

function writeResponseExtendVote(w: Writer, m: ResponseExtendVote): void {
  if (m.voteExtension.length > 0) {
    w.tag(10);
    w.bytes(m.voteExtension);
  }
}

function readResponseExtendVote(r: Reader): ResponseExtendVote {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { voteExtension: f1 };
}

export const ResponseExtendVote: Codec<ResponseExtendVote> = codec<ResponseExtendVote>({
  typeUrl: "/tendermint.abci.ResponseExtendVote",
  fields: [
    { name: "voteExtension", jsonName: "vote_extension", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ voteExtension: new Uint8Array(0) }),
  write: writeResponseExtendVote,
  read: readResponseExtendVote,
});

export interface ResponseVerifyVoteExtension {
  readonly status: ResponseVerifyVoteExtensionVerifyStatus;
}

function writeResponseVerifyVoteExtension(w: Writer, m: ResponseVerifyVoteExtension): void {
  if (m.status !== 0) {
    w.tag(8);
    w.int32(m.status);
  }
}

function readResponseVerifyVoteExtension(r: Reader): ResponseVerifyVoteExtension {
  let f1: ResponseVerifyVoteExtensionVerifyStatus = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { status: f1 };
}

export const ResponseVerifyVoteExtension: Codec<ResponseVerifyVoteExtension> = codec<ResponseVerifyVoteExtension>({
  typeUrl: "/tendermint.abci.ResponseVerifyVoteExtension",
  fields: [
    { name: "status", jsonName: "status", number: 1, kind: "enum", repeated: false, optional: false, values: ResponseVerifyVoteExtensionVerifyStatus },
  ],
  defaults: () => ({ status: 0 }),
  write: writeResponseVerifyVoteExtension,
  read: readResponseVerifyVoteExtension,
});

export interface ResponseFinalizeBlock {
  readonly events: readonly Event[];
  readonly txResults: readonly ExecTxResult[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  readonly consensusParamUpdates: ConsensusParams | undefined;
  readonly appHash: Uint8Array;
}

function writeResponseFinalizeBlock(w: Writer, m: ResponseFinalizeBlock): void {
  for (const v of m.events) {
    w.tag(10);
    { const s = w.open(); Event.write(w, v); w.close(s); }
  }
  for (const v of m.txResults) {
    w.tag(18);
    { const s = w.open(); ExecTxResult.write(w, v); w.close(s); }
  }
  for (const v of m.validatorUpdates) {
    w.tag(26);
    { const s = w.open(); ValidatorUpdate.write(w, v); w.close(s); }
  }
  if (m.consensusParamUpdates !== undefined) {
    w.tag(34);
    { const s = w.open(); ConsensusParams.write(w, m.consensusParamUpdates); w.close(s); }
  }
  if (m.appHash.length > 0) {
    w.tag(42);
    w.bytes(m.appHash);
  }
}

function readResponseFinalizeBlock(r: Reader): ResponseFinalizeBlock {
  const f1: Event[] = [];
  const f2: ExecTxResult[] = [];
  const f3: ValidatorUpdate[] = [];
  let f4: ConsensusParams | undefined = undefined;
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Event.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        const outer = r.enter();
        f2.push(ExecTxResult.read(r));
        r.leave(outer);
        break;
      }
      case 26: {
        const outer = r.enter();
        f3.push(ValidatorUpdate.read(r));
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = ConsensusParams.read(r);
        r.leave(outer);
        break;
      }
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { events: f1, txResults: f2, validatorUpdates: f3, consensusParamUpdates: f4, appHash: f5 };
}

export const ResponseFinalizeBlock: Codec<ResponseFinalizeBlock> = codec<ResponseFinalizeBlock>({
  typeUrl: "/tendermint.abci.ResponseFinalizeBlock",
  fields: [
    { name: "events", jsonName: "events", number: 1, kind: "message", repeated: true, optional: false, message: () => Event as Codec<never> },
    { name: "txResults", jsonName: "tx_results", number: 2, kind: "message", repeated: true, optional: false, message: () => ExecTxResult as Codec<never> },
    { name: "validatorUpdates", jsonName: "validator_updates", number: 3, kind: "message", repeated: true, optional: false, message: () => ValidatorUpdate as Codec<never> },
    { name: "consensusParamUpdates", jsonName: "consensus_param_updates", number: 4, kind: "message", repeated: false, optional: true, message: () => ConsensusParams as Codec<never> },
    { name: "appHash", jsonName: "app_hash", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ events: [], txResults: [], validatorUpdates: [], consensusParamUpdates: undefined, appHash: new Uint8Array(0) }),
  write: writeResponseFinalizeBlock,
  read: readResponseFinalizeBlock,
});

export interface CommitInfo {
  readonly round: number;
  readonly votes: readonly VoteInfo[];
}

function writeCommitInfo(w: Writer, m: CommitInfo): void {
  if (m.round !== 0) {
    w.tag(8);
    w.int32(m.round);
  }
  for (const v of m.votes) {
    w.tag(18);
    { const s = w.open(); VoteInfo.write(w, v); w.close(s); }
  }
}

function readCommitInfo(r: Reader): CommitInfo {
  let f1: number = 0;
  const f2: VoteInfo[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(VoteInfo.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { round: f1, votes: f2 };
}

export const CommitInfo: Codec<CommitInfo> = codec<CommitInfo>({
  typeUrl: "/tendermint.abci.CommitInfo",
  fields: [
    { name: "round", jsonName: "round", number: 1, kind: "int32", repeated: false, optional: false },
    { name: "votes", jsonName: "votes", number: 2, kind: "message", repeated: true, optional: false, message: () => VoteInfo as Codec<never> },
  ],
  defaults: () => ({ round: 0, votes: [] }),
  write: writeCommitInfo,
  read: readCommitInfo,
});

export interface ExtendedCommitInfo {
  readonly round: number;
  readonly votes: readonly ExtendedVoteInfo[];
}

function writeExtendedCommitInfo(w: Writer, m: ExtendedCommitInfo): void {
  if (m.round !== 0) {
    w.tag(8);
    w.int32(m.round);
  }
  for (const v of m.votes) {
    w.tag(18);
    { const s = w.open(); ExtendedVoteInfo.write(w, v); w.close(s); }
  }
}

function readExtendedCommitInfo(r: Reader): ExtendedCommitInfo {
  let f1: number = 0;
  const f2: ExtendedVoteInfo[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(ExtendedVoteInfo.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { round: f1, votes: f2 };
}

export const ExtendedCommitInfo: Codec<ExtendedCommitInfo> = codec<ExtendedCommitInfo>({
  typeUrl: "/tendermint.abci.ExtendedCommitInfo",
  fields: [
    { name: "round", jsonName: "round", number: 1, kind: "int32", repeated: false, optional: false },
    { name: "votes", jsonName: "votes", number: 2, kind: "message", repeated: true, optional: false, message: () => ExtendedVoteInfo as Codec<never> },
  ],
  defaults: () => ({ round: 0, votes: [] }),
  write: writeExtendedCommitInfo,
  read: readExtendedCommitInfo,
});

export interface Event {
  readonly type: string;
  readonly attributes: readonly EventAttribute[];
}

function writeEvent(w: Writer, m: Event): void {
  if (m.type !== "") {
    w.tag(10);
    w.string(m.type);
  }
  for (const v of m.attributes) {
    w.tag(18);
    { const s = w.open(); EventAttribute.write(w, v); w.close(s); }
  }
}

function readEvent(r: Reader): Event {
  let f1: string = "";
  const f2: EventAttribute[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(EventAttribute.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, attributes: f2 };
}

export const Event: Codec<Event> = codec<Event>({
  typeUrl: "/tendermint.abci.Event",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "attributes", jsonName: "attributes", number: 2, kind: "message", repeated: true, optional: false, message: () => EventAttribute as Codec<never> },
  ],
  defaults: () => ({ type: "", attributes: [] }),
  write: writeEvent,
  read: readEvent,
});

export interface EventAttribute {
  readonly key: string;
  readonly value: string;
  readonly index: boolean;
}

function writeEventAttribute(w: Writer, m: EventAttribute): void {
  if (m.key !== "") {
    w.tag(10);
    w.string(m.key);
  }
  if (m.value !== "") {
    w.tag(18);
    w.string(m.value);
  }
  if (m.index) {
    w.tag(24);
    w.bool(m.index);
  }
}

function readEventAttribute(r: Reader): EventAttribute {
  let f1: string = "";
  let f2: string = "";
  let f3: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { key: f1, value: f2, index: f3 };
}

export const EventAttribute: Codec<EventAttribute> = codec<EventAttribute>({
  typeUrl: "/tendermint.abci.EventAttribute",
  fields: [
    { name: "key", jsonName: "key", number: 1, kind: "string", repeated: false, optional: false },
    { name: "value", jsonName: "value", number: 2, kind: "string", repeated: false, optional: false },
    { name: "index", jsonName: "index", number: 3, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ key: "", value: "", index: false }),
  write: writeEventAttribute,
  read: readEventAttribute,
});

/** Code, data and gas are hashed into the next header; log, info and events are not. */
export interface ExecTxResult {
  readonly code: number;
  readonly data: Uint8Array;
  readonly log: string;
  readonly info: string;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly events: readonly Event[];
  readonly codespace: string;
}

function writeExecTxResult(w: Writer, m: ExecTxResult): void {
  if (m.code !== 0) {
    w.tag(8);
    w.uint32(m.code);
  }
  if (m.data.length > 0) {
    w.tag(18);
    w.bytes(m.data);
  }
  if (m.log !== "") {
    w.tag(26);
    w.string(m.log);
  }
  if (m.info !== "") {
    w.tag(34);
    w.string(m.info);
  }
  if (m.gasWanted !== 0n) {
    w.tag(40);
    w.int64(m.gasWanted);
  }
  if (m.gasUsed !== 0n) {
    w.tag(48);
    w.int64(m.gasUsed);
  }
  for (const v of m.events) {
    w.tag(58);
    { const s = w.open(); Event.write(w, v); w.close(s); }
  }
  if (m.codespace !== "") {
    w.tag(66);
    w.string(m.codespace);
  }
}

function readExecTxResult(r: Reader): ExecTxResult {
  let f1: number = 0;
  let f2: Uint8Array = new Uint8Array(0);
  let f3: string = "";
  let f4: string = "";
  let f5: bigint = 0n;
  let f6: bigint = 0n;
  const f7: Event[] = [];
  let f8: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.int64());
        break;
      case 58: {
        const outer = r.enter();
        f7.push(Event.read(r));
        r.leave(outer);
        break;
      }
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { code: f1, data: f2, log: f3, info: f4, gasWanted: f5, gasUsed: f6, events: f7, codespace: f8 };
}

export const ExecTxResult: Codec<ExecTxResult> = codec<ExecTxResult>({
  typeUrl: "/tendermint.abci.ExecTxResult",
  fields: [
    { name: "code", jsonName: "code", number: 1, kind: "uint32", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "log", jsonName: "log", number: 3, kind: "string", repeated: false, optional: false },
    { name: "info", jsonName: "info", number: 4, kind: "string", repeated: false, optional: false },
    { name: "gasWanted", jsonName: "gas_wanted", number: 5, kind: "int64", repeated: false, optional: false },
    { name: "gasUsed", jsonName: "gas_used", number: 6, kind: "int64", repeated: false, optional: false },
    { name: "events", jsonName: "events", number: 7, kind: "message", repeated: true, optional: false, message: () => Event as Codec<never> },
    { name: "codespace", jsonName: "codespace", number: 8, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ code: 0, data: new Uint8Array(0), log: "", info: "", gasWanted: 0n, gasUsed: 0n, events: [], codespace: "" }),
  write: writeExecTxResult,
  read: readExecTxResult,
});

export interface Validator {
  readonly address: Uint8Array;
  readonly power: bigint;
}

function writeValidator(w: Writer, m: Validator): void {
  if (m.address.length > 0) {
    w.tag(10);
    w.bytes(m.address);
  }
  if (m.power !== 0n) {
    w.tag(24);
    w.int64(m.power);
  }
}

function readValidator(r: Reader): Validator {
  let f1: Uint8Array = new Uint8Array(0);
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, power: f3 };
}

export const Validator: Codec<Validator> = codec<Validator>({
  typeUrl: "/tendermint.abci.Validator",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "power", jsonName: "power", number: 3, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: new Uint8Array(0), power: 0n }),
  write: writeValidator,
  read: readValidator,
});

export interface ValidatorUpdate {
  readonly pubKey: PublicKey | undefined;
  readonly power: bigint;
}

function writeValidatorUpdate(w: Writer, m: ValidatorUpdate): void {
  if (m.pubKey !== undefined) {
    w.tag(10);
    { const s = w.open(); PublicKey.write(w, m.pubKey); w.close(s); }
  }
  if (m.power !== 0n) {
    w.tag(16);
    w.int64(m.power);
  }
}

function readValidatorUpdate(r: Reader): ValidatorUpdate {
  let f1: PublicKey | undefined = undefined;
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PublicKey.read(r);
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pubKey: f1, power: f2 };
}

export const ValidatorUpdate: Codec<ValidatorUpdate> = codec<ValidatorUpdate>({
  typeUrl: "/tendermint.abci.ValidatorUpdate",
  fields: [
    { name: "pubKey", jsonName: "pub_key", number: 1, kind: "message", repeated: false, optional: true, message: () => PublicKey as Codec<never> },
    { name: "power", jsonName: "power", number: 2, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ pubKey: undefined, power: 0n }),
  write: writeValidatorUpdate,
  read: readValidatorUpdate,
});

export interface VoteInfo {
  readonly validator: Validator | undefined;
  readonly blockIdFlag: BlockIDFlag;
}

function writeVoteInfo(w: Writer, m: VoteInfo): void {
  if (m.validator !== undefined) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
  if (m.blockIdFlag !== 0) {
    w.tag(24);
    w.int32(m.blockIdFlag);
  }
}

function readVoteInfo(r: Reader): VoteInfo {
  let f1: Validator | undefined = undefined;
  let f3: BlockIDFlag = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Validator.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validator: f1, blockIdFlag: f3 };
}

export const VoteInfo: Codec<VoteInfo> = codec<VoteInfo>({
  typeUrl: "/tendermint.abci.VoteInfo",
  fields: [
    { name: "validator", jsonName: "validator", number: 1, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
    { name: "blockIdFlag", jsonName: "block_id_flag", number: 3, kind: "enum", repeated: false, optional: false, values: BlockIDFlag },
  ],
  defaults: () => ({ validator: undefined, blockIdFlag: 0 }),
  write: writeVoteInfo,
  read: readVoteInfo,
});

export interface ExtendedVoteInfo {
  readonly validator: Validator | undefined;
  readonly voteExtension: Uint8Array;
  readonly extensionSignature: Uint8Array;
  readonly blockIdFlag: BlockIDFlag;
}

function writeExtendedVoteInfo(w: Writer, m: ExtendedVoteInfo): void {
  if (m.validator !== undefined) {
    w.tag(10);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
  if (m.voteExtension.length > 0) {
    w.tag(26);
    w.bytes(m.voteExtension);
  }
  if (m.extensionSignature.length > 0) {
    w.tag(34);
    w.bytes(m.extensionSignature);
  }
  if (m.blockIdFlag !== 0) {
    w.tag(40);
    w.int32(m.blockIdFlag);
  }
}

function readExtendedVoteInfo(r: Reader): ExtendedVoteInfo {
  let f1: Validator | undefined = undefined;
  let f3: Uint8Array = new Uint8Array(0);
  let f4: Uint8Array = new Uint8Array(0);
  let f5: BlockIDFlag = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Validator.read(r);
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { validator: f1, voteExtension: f3, extensionSignature: f4, blockIdFlag: f5 };
}

export const ExtendedVoteInfo: Codec<ExtendedVoteInfo> = codec<ExtendedVoteInfo>({
  typeUrl: "/tendermint.abci.ExtendedVoteInfo",
  fields: [
    { name: "validator", jsonName: "validator", number: 1, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
    { name: "voteExtension", jsonName: "vote_extension", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "extensionSignature", jsonName: "extension_signature", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "blockIdFlag", jsonName: "block_id_flag", number: 5, kind: "enum", repeated: false, optional: false, values: BlockIDFlag },
  ],
  defaults: () => ({ validator: undefined, voteExtension: new Uint8Array(0), extensionSignature: new Uint8Array(0), blockIdFlag: 0 }),
  write: writeExtendedVoteInfo,
  read: readExtendedVoteInfo,
});

export interface Misbehavior {
  readonly type: MisbehaviorType;
  readonly validator: Validator | undefined;
  readonly height: bigint;
  readonly time: Timestamp | undefined;
  readonly totalVotingPower: bigint;
}

function writeMisbehavior(w: Writer, m: Misbehavior): void {
  if (m.type !== 0) {
    w.tag(8);
    w.int32(m.type);
  }
  if (m.validator !== undefined) {
    w.tag(18);
    { const s = w.open(); Validator.write(w, m.validator); w.close(s); }
  }
  if (m.height !== 0n) {
    w.tag(24);
    w.int64(m.height);
  }
  if (m.time !== undefined) {
    w.tag(34);
    { const s = w.open(); Timestamp.write(w, m.time); w.close(s); }
  }
  if (m.totalVotingPower !== 0n) {
    w.tag(40);
    w.int64(m.totalVotingPower);
  }
}

function readMisbehavior(r: Reader): Misbehavior {
  let f1: MisbehaviorType = 0;
  let f2: Validator | undefined = undefined;
  let f3: bigint = 0n;
  let f4: Timestamp | undefined = undefined;
  let f5: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int32());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Validator.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = Timestamp.read(r);
        r.leave(outer);
        break;
      }
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, validator: f2, height: f3, time: f4, totalVotingPower: f5 };
}

export const Misbehavior: Codec<Misbehavior> = codec<Misbehavior>({
  typeUrl: "/tendermint.abci.Misbehavior",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "enum", repeated: false, optional: false, values: MisbehaviorType },
    { name: "validator", jsonName: "validator", number: 2, kind: "message", repeated: false, optional: true, message: () => Validator as Codec<never> },
    { name: "height", jsonName: "height", number: 3, kind: "int64", repeated: false, optional: false },
    { name: "time", jsonName: "time", number: 4, kind: "message", repeated: false, optional: true, message: () => Timestamp as Codec<never> },
    { name: "totalVotingPower", jsonName: "total_voting_power", number: 5, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ type: 0, validator: undefined, height: 0n, time: undefined, totalVotingPower: 0n }),
  write: writeMisbehavior,
  read: readMisbehavior,
});

export interface Snapshot {
  readonly height: bigint;
  readonly format: number;
  readonly chunks: number;
  readonly hash: Uint8Array;
  readonly metadata: Uint8Array;
}

function writeSnapshot(w: Writer, m: Snapshot): void {
  if (m.height !== 0n) {
    w.tag(8);
    w.uint64(m.height);
  }
  if (m.format !== 0) {
    w.tag(16);
    w.uint32(m.format);
  }
  if (m.chunks !== 0) {
    w.tag(24);
    w.uint32(m.chunks);
  }
  if (m.hash.length > 0) {
    w.tag(34);
    w.bytes(m.hash);
  }
  if (m.metadata.length > 0) {
    w.tag(42);
    w.bytes(m.metadata);
  }
}

function readSnapshot(r: Reader): Snapshot {
  let f1: bigint = 0n;
  let f2: number = 0;
  let f3: number = 0;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { height: f1, format: f2, chunks: f3, hash: f4, metadata: f5 };
}

export const Snapshot: Codec<Snapshot> = codec<Snapshot>({
  typeUrl: "/tendermint.abci.Snapshot",
  fields: [
    { name: "height", jsonName: "height", number: 1, kind: "uint64", repeated: false, optional: false },
    { name: "format", jsonName: "format", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "chunks", jsonName: "chunks", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "hash", jsonName: "hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "metadata", jsonName: "metadata", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ height: 0n, format: 0, chunks: 0, hash: new Uint8Array(0), metadata: new Uint8Array(0) }),
  write: writeSnapshot,
  read: readSnapshot,
});
