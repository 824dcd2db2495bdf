/**
 * State sync: which snapshots this node offers, and how it takes one from others. Peers are not
 * believed: a chunk must have the hash of the metadata, and the pairs must give the app hash that
 * CometBFT's light client has verified.
 */
import type { SnapshotMetadata } from "../../proto/gen/aegis/app/v1/app.ts";
import {
  type RequestApplySnapshotChunk,
  type RequestLoadSnapshotChunk,
  type RequestOfferSnapshot,
  type ResponseApplySnapshotChunk,
  ResponseApplySnapshotChunkResult as ApplyResult,
  type ResponseListSnapshots,
  type ResponseLoadSnapshotChunk,
  type ResponseOfferSnapshot,
  ResponseOfferSnapshotResult as OfferResult,
  type Snapshot,
} from "../../proto/gen/tendermint/abci/types.ts";
import { equalBytes, hex, sha256 } from "../lib/bytes.ts";
import { StoreError } from "../store/errors.ts";
import { judgeSnapshot, type SnapshotWriter } from "../store/snapshotFolder.ts";
import { CHUNK_BYTES, decodeRows, SNAPSHOT_FORMAT } from "../store/snapshotRows.ts";
import { type Host, isInitialised } from "./host.ts";

/** CometBFT asks nodes for so many. */
const LISTED_MAX = 10;

/** A snapshot that is being taken from peers. */
export interface Restoring {
  readonly snapshot: Snapshot;
  readonly metadata: SnapshotMetadata;
  readonly appHash: Uint8Array;
  readonly writer: SnapshotWriter;
  /** Chunks that have come, by index. */
  readonly have: Set<number>;
}

export function listSnapshots(host: Host): ResponseListSnapshots {
  const all = host.snapshots?.list() ?? [];
  const known = all.filter(({ snapshot }) => snapshot.format === SNAPSHOT_FORMAT);
  return { snapshots: known.slice(0, LISTED_MAX).map(({ snapshot }) => snapshot) };
}

export function loadSnapshotChunk(
  host: Host,
  { height, format, chunk }: RequestLoadSnapshotChunk,
): ResponseLoadSnapshotChunk {
  // An empty chunk is one that this node does not have.
  return { chunk: host.snapshots?.chunk(height, format, chunk) ?? new Uint8Array(0) };
}

/** The metadata of a snapshot that can be used, or what is wrong with it. */
function judge(host: Host, snapshot: Snapshot, appHash: Uint8Array): SnapshotMetadata | string {
  const metadata = judgeSnapshot(snapshot);
  if (typeof metadata === "string") return metadata;
  const { stores } = metadata;
  if (!equalBytes(metadata.appHash, appHash)) return "its app hash is not that of the chain";
  const names = host.store.storeNames;
  const isSame = names.length === stores.length && names.every((name, i) => name === stores[i]);
  return isSame ? metadata : `it has the stores "${stores.join(" ").slice(0, 200)}"`;
}

export function offerSnapshot(host: Host, request: RequestOfferSnapshot): ResponseOfferSnapshot {
  host.restoring?.writer.abandon();
  host.restoring = undefined;
  const { snapshot, appHash } = request;
  if (isInitialised(host) || host.snapshots === undefined) return { result: OfferResult.ABORT };
  if (snapshot === undefined) return { result: OfferResult.REJECT };
  if (snapshot.format !== SNAPSHOT_FORMAT) return { result: OfferResult.REJECT_FORMAT };
  const metadata = judge(host, snapshot, appHash);
  const facts = { height: `${snapshot.height}`, hash: hex(snapshot.hash).slice(0, 64) };
  if (typeof metadata === "string") {
    host.logger.warn("refused a snapshot that was offered", { ...facts, reason: metadata });
    return { result: OfferResult.REJECT };
  }
  const writer = host.snapshots.writer(snapshot.height, snapshot.format);
  host.restoring = { snapshot, metadata, appHash, writer, have: new Set() };
  host.logger.info("restoring a snapshot", { ...facts, chunks: snapshot.chunks });
  return { result: OfferResult.ACCEPT };
}

function answer(result: number): ResponseApplySnapshotChunk {
  return { result, refetchChunks: [], rejectSenders: [] };
}

export function applySnapshotChunk(
  host: Host,
  { index, chunk, sender }: RequestApplySnapshotChunk,
): ResponseApplySnapshotChunk {
  const { restoring } = host;
  if (restoring === undefined) return answer(ApplyResult.ABORT);
  const { metadata, snapshot, writer, have } = restoring;
  const hash = metadata.chunkHashes[index];
  if (hash === undefined) return answer(ApplyResult.REJECT_SNAPSHOT);
  if (chunk.length > CHUNK_BYTES || !equalBytes(sha256(chunk), hash)) {
    host.logger.warn("a peer has sent a wrong chunk", { chunk: index, sender });
    return { result: ApplyResult.RETRY, refetchChunks: [index], rejectSenders: [sender] };
  }
  if (!have.has(index)) writer.writeChunk(index, chunk);
  have.add(index);
  if (have.size < snapshot.chunks) return answer(ApplyResult.ACCEPT);
  host.restoring = undefined;
  return answer(restore(host, restoring) ? ApplyResult.ACCEPT : ApplyResult.REJECT_SNAPSHOT);
}

/** Puts all chunks into the store; false when they are not what the chain had. */
function restore(host: Host, { snapshot, metadata, appHash, writer }: Restoring): boolean {
  try {
    host.store.restore(snapshot.height, appHash, () => decodeRows(writer.chunks(snapshot.chunks)));
  } catch (error) {
    writer.abandon();
    if (!(error instanceof StoreError) || error.code !== "corrupt") throw error;
    host.logger.warn("refused a snapshot that lies", { reason: error.message });
    return false;
  }
  // Others can have it from here.
  writer.finish(metadata);
  host.check = undefined;
  host.logger.info("restored a snapshot", {
    height: `${snapshot.height}`,
    pairs: `${metadata.pairs}`,
  });
  return true;
}
