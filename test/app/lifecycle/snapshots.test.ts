/** Snapshots: taken from one node, restored by another, and refused when anything in them lies. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type App, createApp } from "../../../app/app.ts";
import { hex, sha256, uint32BigEndian } from "../../../app/lib/bytes.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { buildModules } from "../../../app/modules.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import type { Store } from "../../../app/store/multistore.ts";
import { SnapshotFolder, snapshotOf } from "../../../app/store/snapshotFolder.ts";
import { CHUNK_BYTES, SNAPSHOT_FORMAT } from "../../../app/store/snapshotRows.ts";
import { Snapshotter, takeSnapshot } from "../../../cmd/aegisd/node/snapshotter.ts";
import { SnapshotMetadata } from "../../../proto/gen/aegis/app/v1/app.ts";
import {
  RequestApplySnapshotChunk,
  RequestListSnapshots,
  RequestLoadSnapshotChunk,
  RequestOfferSnapshot,
  ResponseApplySnapshotChunkResult as Applied,
  ResponseOfferSnapshotResult as Offered,
  type Snapshot,
} from "../../../proto/gen/tendermint/abci/types.ts";
import { createChain } from "../../kit/chain.ts";
import { Prng } from "../../kit/prng.ts";

const storeNames = buildModules().manager.modules.map((module) => module.name);
const HEIGHT = 10n;
const MUTATIONS = 300;

describe("a snapshot", () => {
  const base = mkdtempSync(join(tmpdir(), "aegis-snapshot-"));
  const stores: Store[] = [];
  const chain = createChain({
    replicas: 1,
    openStore: (index) => {
      stores[index] ??= openMemoryStore({ storeNames });
      return stores[index];
    },
  });
  const folder = new SnapshotFolder(join(base, "source"));
  let snapshot: Snapshot;
  let appHash: Uint8Array;
  let chunks: Uint8Array[];
  let count = 0;

  before(() => {
    chain.mock.run(Number(HEIGHT) + 3);
    const store = stores[0] as Store;
    takeSnapshot(store, folder, HEIGHT);
    appHash = store.at(HEIGHT)?.appHash ?? new Uint8Array(0);
    const source = createApp({ store, logger: silentLogger, snapshots: folder });
    const [listed] = source.listSnapshots(RequestListSnapshots.create()).snapshots;
    snapshot = listed as Snapshot;
    chunks = Array.from({ length: snapshot.chunks }, (_, chunk) => {
      const asked = { height: HEIGHT, format: SNAPSHOT_FORMAT, chunk };
      return source.loadSnapshotChunk(RequestLoadSnapshotChunk.create(asked)).chunk;
    });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  interface Joining {
    readonly app: App;
    readonly store: Store;
    readonly folder: string;
  }

  function joining(): Joining {
    const store = openMemoryStore({ storeNames });
    const path = join(base, `joining${count++}`);
    const snapshots = new SnapshotFolder(path);
    return { app: createApp({ store, logger: silentLogger, snapshots }), store, folder: path };
  }

  const offer = (app: App, changed: Partial<Snapshot> = {}, hash = appHash): number =>
    app.offerSnapshot(
      RequestOfferSnapshot.create({ snapshot: { ...snapshot, ...changed }, appHash: hash }),
    ).result;
  const apply = (app: App, index: number, chunk: Uint8Array = chunks[index] as Uint8Array) =>
    app.applySnapshotChunk(RequestApplySnapshotChunk.create({ index, chunk, sender: "peer" }));

  it("gives a new node the state, which goes on with the others and can pass it on", () => {
    const { app, store, folder: own } = joining();
    expect(offer(app)).to.equal(Offered.ACCEPT);
    for (const index of chunks.keys()) expect(apply(app, index).result).to.equal(Applied.ACCEPT);
    expect(store.latest().height).to.equal(HEIGHT);
    expect(hex(store.latest().appHash)).to.equal(hex(appHash));
    expect([...store.export(HEIGHT)]).to.deep.equal([...(stores[0] as Store).export(HEIGHT)]);
    const [passed] = app.listSnapshots(RequestListSnapshots.create()).snapshots;
    expect(passed).to.deep.equal(snapshot);
    expect(readdirSync(own)).to.deep.equal([`${HEIGHT}-${SNAPSHOT_FORMAT}`]);
    stores[1] = store;
    // Replays what came after the snapshot, and compares every result.
    chain.mock.restart(1);
    chain.mock.run(5);
    expect(store.latest().height).to.equal(chain.mock.height);
  });

  it("is the same whichever node takes it, and however often", () => {
    const other = new SnapshotFolder(join(base, "other"));
    takeSnapshot(stores[0] as Store, other, HEIGHT);
    expect(other.list().map((one) => one.snapshot)).to.deep.equal([snapshot]);
  });

  it("is taken between blocks without keeping them waiting, and old ones go", async () => {
    const taken = new SnapshotFolder(join(base, "taken"));
    const store = stores[0] as Store;
    const snapshotter = new Snapshotter({
      ...{ store, folder: taken, interval: 2, keepRecent: 2 },
      logger: silentLogger,
    });
    for (let i = 0; i < 8; i += 1) {
      chain.mock.block();
      snapshotter.committed(store.latest().height);
      await snapshotter.settled();
    }
    await snapshotter.close();
    const heights = taken.list().map((one) => one.snapshot.height);
    expect(heights).to.have.length(2);
    for (const height of heights) expect(height % 2n).to.equal(0n);
    // The frozen versions are given back.
    chain.mock.run(120);
    expect(store.latest().height - store.oldestHeight).to.equal(99n);
  });

  it("is not offered while it is incomplete, as after a kill", () => {
    const path = join(base, "killed");
    const writer = new SnapshotFolder(path).writer(7n, SNAPSHOT_FORMAT);
    writer.writeChunk(0, new Uint8Array(10));
    expect(new SnapshotFolder(path).list()).to.deep.equal([]);
    expect(readdirSync(path)).to.deep.equal([]);
  });

  it("is refused when its description is not that of the chain", () => {
    const { app } = joining();
    const changed = (change: (metadata: SnapshotMetadata) => Partial<SnapshotMetadata>): number => {
      const metadata = SnapshotMetadata.decode(snapshot.metadata);
      const made = snapshotOf(HEIGHT, SNAPSHOT_FORMAT, { ...metadata, ...change(metadata) });
      return offer(app, made);
    };
    expect(offer(app, { format: 2 })).to.equal(Offered.REJECT_FORMAT);
    expect(offer(app, { hash: sha256(new Uint8Array(1)) })).to.equal(Offered.REJECT);
    expect(offer(app, { chunks: snapshot.chunks + 1 })).to.equal(Offered.REJECT);
    expect(offer(app, {}, sha256(appHash))).to.equal(Offered.REJECT);
    expect(offer(app, { metadata: new Uint8Array([255]) })).to.equal(Offered.REJECT);
    expect(changed(() => ({ stores: ["bank"] }))).to.equal(Offered.REJECT);
    expect(changed(() => ({ chunkHashes: [] }))).to.equal(Offered.REJECT);
    expect(changed(() => ({ chunkHashes: [new Uint8Array(5)] }))).to.equal(Offered.REJECT);
    expect(changed(() => ({ appHash: sha256(appHash) }))).to.equal(Offered.REJECT);
    const many = Array.from({ length: 10_001 }, (_, i) => sha256(uint32BigEndian(i)));
    expect(changed(() => ({ chunkHashes: many }))).to.equal(Offered.REJECT);
    expect(app.offerSnapshot(RequestOfferSnapshot.create({ appHash })).result).to.equal(
      Offered.REJECT,
    );
  });

  it("is not taken by a node that has a state, nor chunks that nobody asked for", () => {
    const app = chain.app(0);
    const withFolder = createApp({
      store: stores[0] as Store,
      logger: silentLogger,
      snapshots: folder,
    });
    expect(offer(app)).to.equal(Offered.ABORT);
    expect(offer(withFolder)).to.equal(Offered.ABORT);
    expect(apply(joining().app, 0).result).to.equal(Applied.ABORT);
  });

  it("wants a chunk again, from another peer, when it is not the promised one", () => {
    const { app, store } = joining();
    expect(offer(app)).to.equal(Offered.ACCEPT);
    const whole = chunks[0] as Uint8Array;
    const wrong = [
      whole.subarray(0, whole.length - 1),
      new Uint8Array(0),
      Uint8Array.from([...whole, 0]),
      new Uint8Array(CHUNK_BYTES + 1),
      Uint8Array.from(whole, (byte, i) => (i === 100 ? byte ^ 1 : byte)),
    ];
    for (const chunk of wrong) {
      expect(apply(app, 0, chunk)).to.deep.equal({
        result: Applied.RETRY,
        refetchChunks: [0],
        rejectSenders: ["peer"],
      });
    }
    expect(apply(app, snapshot.chunks, whole).result).to.equal(Applied.REJECT_SNAPSHOT);
    for (const index of [...chunks.keys()].reverse()) {
      expect(apply(app, index).result).to.equal(Applied.ACCEPT);
    }
    expect(hex(store.latest().appHash)).to.equal(hex(appHash));
  });

  it("that lies about the state is rejected, leaves nothing, and another one is taken", () => {
    const random = new Prng(5);
    const node = joining();
    const whole = Buffer.concat(chunks);
    for (let i = 0; i < MUTATIONS; i += 1) {
      const lie = Uint8Array.from(whole);
      // The heads of the first pairs too, in which there is no key or value.
      const at = i < 40 ? i : random.below(lie.length);
      lie[at] = (lie[at] as number) ^ (1 << random.below(8));
      const cut = random.below(10) === 0 ? lie.subarray(0, random.below(lie.length)) : lie;
      const metadata = {
        ...SnapshotMetadata.decode(snapshot.metadata),
        chunkHashes: [sha256(cut)],
      };
      // The peer describes its lie truthfully: only the tree can tell.
      expect(offer(node.app, snapshotOf(HEIGHT, SNAPSHOT_FORMAT, metadata))).to.equal(
        Offered.ACCEPT,
      );
      expect(apply(node.app, 0, cut).result, `byte ${at}`).to.equal(Applied.REJECT_SNAPSHOT);
      expect(node.store.latest().height).to.equal(0n);
    }
    expect(readdirSync(node.folder)).to.deep.equal([]);
    expect(offer(node.app)).to.equal(Offered.ACCEPT);
    for (const index of chunks.keys()) apply(node.app, index);
    expect(hex(node.store.latest().appHash)).to.equal(hex(appHash));
  });
});
