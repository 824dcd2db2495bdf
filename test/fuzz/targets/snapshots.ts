/** Snapshots from peers: their metadata, and the pairs in their chunks. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../../app/app.ts";
import { concatBytes, sha256, uint32BigEndian } from "../../../app/lib/bytes.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { buildModules } from "../../../app/modules.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import type { Store } from "../../../app/store/multistore.ts";
import { SnapshotFolder } from "../../../app/store/snapshotFolder.ts";
import { SNAPSHOT_FORMAT } from "../../../app/store/snapshotRows.ts";
import { takeSnapshot } from "../../../cmd/aegisd/node/snapshotter.ts";
import { SnapshotMetadata } from "../../../proto/gen/aegis/app/v1/app.ts";
import {
  RequestApplySnapshotChunk,
  RequestOfferSnapshot,
  ResponseApplySnapshotChunkResult as Applied,
  ResponseOfferSnapshotResult as Offered,
} from "../../../proto/gen/tendermint/abci/types.ts";
import { createChain } from "../../kit/chain.ts";
import { type FuzzTarget, require } from "../target.ts";

const HEIGHT = 3n;
const LENGTH_BYTES = 4;

/**
 * A peer that lies about metadata and chunk alike, so that every hash fits: only the app hash,
 * which CometBFT has verified, is left. An input is the length of the metadata, these, and a chunk.
 */
export function snapshotTarget(): FuzzTarget {
  const folder = mkdtempSync(join(tmpdir(), "aegis-fuzz-"));
  const storeNames = buildModules().manager.modules.map(({ name }) => name);
  const stores: Store[] = [];
  const openStore = (index: number): Store => (stores[index] ??= openMemoryStore({ storeNames }));
  createChain({ replicas: 1, openStore }).mock.run(Number(HEIGHT) + 2);
  const kept = new SnapshotFolder(join(folder, "source"));
  takeSnapshot(openStore(0), kept, HEIGHT);
  const [listed] = kept.list();
  const metadata = listed?.metadata as SnapshotMetadata;
  const chunk = kept.chunk(HEIGHT, SNAPSHOT_FORMAT, 0) as Uint8Array;
  const encoded = SnapshotMetadata.encode(metadata);
  let made = 0;

  /** A chunk that has the hash of the metadata, if these can be read at all. */
  function fitting(bytes: Uint8Array, rows: Uint8Array): Uint8Array {
    try {
      const read = SnapshotMetadata.decode(bytes);
      return SnapshotMetadata.encode({ ...read, chunkHashes: [sha256(rows)] });
    } catch {
      return bytes;
    }
  }

  return {
    name: "snapshots",
    promise: "a peer whose hashes fit and whose pairs do not is refused, and nothing is kept",
    seeds: [concatBytes(uint32BigEndian(encoded.length), encoded, chunk)],
    share: 0.02,
    run: (input) => {
      const store = openMemoryStore({ storeNames });
      const path = join(folder, `${made++}`);
      const snapshots = new SnapshotFolder(path);
      const app = createApp({ store, logger: silentLogger, snapshots });
      const length = Buffer.from(input.buffer, input.byteOffset, input.length);
      const end = LENGTH_BYTES + (input.length < LENGTH_BYTES ? 0 : length.readUInt32BE(0));
      const rows = input.slice(end);
      const about = fitting(input.slice(LENGTH_BYTES, end), rows);
      const offered = {
        snapshot: {
          ...{ height: HEIGHT, format: SNAPSHOT_FORMAT },
          chunks: 1,
          hash: sha256(about),
        },
        appHash: metadata.appHash,
      };
      const snapshot = { ...offered.snapshot, metadata: about };
      const { result } = app.offerSnapshot(RequestOfferSnapshot.create({ ...offered, snapshot }));
      let isTaken = false;
      if (result === Offered.ACCEPT) {
        const part = { index: 0, chunk: rows, sender: "peer" };
        const applied = app.applySnapshotChunk(RequestApplySnapshotChunk.create(part));
        isTaken = applied.result === Applied.ACCEPT;
      }
      rmSync(path, { recursive: true, force: true });
      require(isTaken === (store.latest().height === HEIGHT), "a state without its snapshot");
      const isSame = Buffer.compare(store.latest().appHash, metadata.appHash) === 0;
      require(!isTaken || isSame, "another state was believed");
      return isTaken ? "accepted" : "refused";
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
