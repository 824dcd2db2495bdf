/**
 * The application: each ABCI method is one call into lifecycle/. It knows nothing of sockets, so
 * tests drive it in-process exactly as CometBFT does.
 */
import { type Application, baseApplication } from "./abci/application.ts";
import { anteChain } from "./ante/index.ts";
import type { BeaconSigner } from "./beacon/extension.ts";
import type { Logger } from "./lib/log.ts";
import { checkTx } from "./lifecycle/checkTx.ts";
import { commit } from "./lifecycle/commit.ts";
import { extendVote, verifyVoteExtension } from "./lifecycle/extendVote.ts";
import { finalizeBlock } from "./lifecycle/finalizeBlock.ts";
import { createHost, type Host } from "./lifecycle/host.ts";
import { info } from "./lifecycle/info.ts";
import { initChain } from "./lifecycle/initChain.ts";
import { prepareProposal } from "./lifecycle/prepareProposal.ts";
import { processProposal } from "./lifecycle/processProposal.ts";
import { query } from "./lifecycle/query.ts";
import {
  applySnapshotChunk,
  listSnapshots,
  loadSnapshotChunk,
  offerSnapshot,
} from "./lifecycle/snapshots.ts";
import { buildModules, type Modules } from "./modules.ts";
import { UPGRADES } from "./upgrades.ts";
import { messageRouter } from "./router/messages.ts";
import { queryRouter } from "./router/queries.ts";
import type { Store } from "./store/multistore.ts";
import type { SnapshotFolder } from "./store/snapshotFolder.ts";
import { txDecoder } from "./tx/decode.ts";
import type { GasPrice } from "./tx/fee.ts";
import { assertNativeSecp256k1 } from "./tx/signature.ts";

/** How a node runs the application. */
export interface AppOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** This validator's BLS key; leave out on a node that does not validate. */
  readonly beaconSigner?: BeaconSigner | undefined;
  /** Least fee that CheckTx accepts, in uasi per million gas. */
  readonly minimumGasPrice?: GasPrice | undefined;
  /** Checks every invariant after every block; O(state). */
  readonly checkInvariants?: boolean | undefined;
  /** The modules and upgrades of another version of this program, in tests of upgrades. */
  readonly modules?: Modules | undefined;
  readonly upgrades?: readonly string[] | undefined;
  /** Where snapshots are; leave out on a node without. */
  readonly snapshots?: SnapshotFolder | undefined;
  /** Hears of each commit, when it is durable. */
  readonly onCommit?: ((height: bigint) => void) | undefined;
  /** Below which height CometBFT may forget blocks; 0 for none. */
  readonly retainHeight?: ((height: bigint) => bigint) | undefined;
}

/** The application and, for tools and tests, what it runs on. */
export interface App extends Application {
  readonly host: Host;
}

/** @throws AssertionError when the native signature library is missing. */
export function createApp(options: AppOptions): App {
  assertNativeSecp256k1();
  const { manager, anteDeps, staking } = options.modules ?? buildModules();
  const host = createHost({
    store: options.store,
    manager,
    decode: txDecoder(messageRouter(manager.modules)),
    queries: queryRouter(manager.modules),
    ante: anteChain(anteDeps, options.minimumGasPrice ?? 0n),
    staking,
    beaconSigner: options.beaconSigner,
    logger: options.logger,
    checkInvariants: options.checkInvariants ?? false,
    upgrades: options.upgrades ?? UPGRADES,
    snapshots: options.snapshots,
    onCommit: options.onCommit,
    retainHeight: options.retainHeight ?? (() => 0n),
  });
  return {
    ...baseApplication(),
    host,
    info: (request) => info(host, request),
    query: (request) => query(host, request),
    checkTx: (request) => checkTx(host, request),
    initChain: (request) => initChain(host, request),
    prepareProposal: (request) => prepareProposal(host, request),
    processProposal: (request) => processProposal(host, request),
    extendVote: (request) => extendVote(host, request),
    verifyVoteExtension: (request) => verifyVoteExtension(request),
    finalizeBlock: (request) => finalizeBlock(host, request),
    commit: () => commit(host),
    listSnapshots: () => listSnapshots(host),
    offerSnapshot: (request) => offerSnapshot(host, request),
    loadSnapshotChunk: (request) => loadSnapshotChunk(host, request),
    applySnapshotChunk: (request) => applySnapshotChunk(host, request),
  };
}
