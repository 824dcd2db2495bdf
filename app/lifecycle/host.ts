/**
 * What the ABCI methods share: the store, the derived tables, and the few things a node remembers
 * between calls. Everything here is rebuilt from the store when a node starts.
 */
import type { Ante } from "../ante/index.ts";
import { chainStore } from "../chain/state.ts";
import type { BeaconSigner } from "../beacon/extension.ts";
import type { BeaconStaking } from "../beacon/deps.ts";
import type { Logger } from "../lib/log.ts";
import { type BlockInfo, NO_PREVIOUS_BLOCK } from "../module/context.ts";
import type { ModuleManager } from "../module/manager.ts";
import type { QueryRouter } from "../router/queries.ts";
import { Branch } from "../store/branch.ts";
import type { Store } from "../store/multistore.ts";
import type { ReadState } from "../store/store.ts";
import type { TxDecoder } from "../tx/decode.ts";
import type { SnapshotFolder } from "../store/snapshotFolder.ts";
import { assert } from "../lib/assert.ts";
import { EMPTY_BYTES } from "../lib/bytes.ts";
import type { Restoring } from "./snapshots.ts";

/** Parts that do not change while a node runs. */
export interface HostParts {
  readonly store: Store;
  readonly manager: ModuleManager;
  readonly decode: TxDecoder;
  readonly queries: QueryRouter;
  readonly ante: Ante;
  readonly staking: BeaconStaking;
  /** This validator's BLS key; undefined on a node that does not validate. */
  readonly beaconSigner: BeaconSigner | undefined;
  /** Names of the upgrades that this program can make. */
  readonly upgrades: readonly string[];
  readonly logger: Logger;
  /** Where snapshots are; undefined on a node that neither offers nor takes any. */
  readonly snapshots: SnapshotFolder | undefined;
  /** Hears of each commit, when it is durable. */
  readonly onCommit: ((height: bigint) => void) | undefined;
  /** Blocks after the returned height are kept by CometBFT; 0 for all. */
  readonly retainHeight: (height: bigint) => bigint;
  /** Checks all invariants after every block. Costs O(state): tests and the local network only. */
  readonly checkInvariants: boolean;
}

/** Where transactions are checked: a branch of the committed state, and the block after it. */
export interface CheckBase {
  readonly state: Branch;
  readonly block: BlockInfo;
}

/** The parts plus what changes from block to block. */
export interface Host extends HostParts {
  /** Written by InitChain and kept until the first block is executed. */
  genesis: Branch | undefined;
  /** The executed block that waits for Commit. */
  executed: { readonly height: bigint } | undefined;
  /** What CheckTx works on; thrown away at each Commit. */
  check: CheckBase | undefined;
  /** The snapshot that is being taken from peers. */
  restoring: Restoring | undefined;
}

/** Makes a host over an opened store. */
export function createHost(parts: HostParts): Host {
  return {
    ...parts,
    genesis: undefined,
    executed: undefined,
    check: undefined,
    restoring: undefined,
  };
}

/** Height of the last commit; 0 before the first. */
export function latestHeight(host: Host): bigint {
  return host.store.latest().height;
}

/** Last committed state, or genesis before the first block. */
export function committedState(host: Host): ReadState {
  return host.genesis ?? host.store.latest();
}

/** Whether InitChain has run or a block is committed. */
export function isInitialised(host: Host): boolean {
  return host.genesis !== undefined || latestHeight(host) > 0n;
}

/** The block that `state` stands after, as queries and CheckTx see it. */
export function lastBlock(state: ReadState): BlockInfo {
  const chain = chainStore.state.require({ state });
  const params = chainStore.params.require({ state });
  return {
    chainId: chain.chainId,
    height: chain.height,
    timeMs: chain.timeMs,
    clockMs: chain.clockMs,
    epoch: chain.epoch,
    isEpochEnd: chain.height - chain.epochStartHeight + 1n === params.epochBlocks,
    beacon: chain.beacon,
    authority: params.authority,
    proposer: new Uint8Array(0),
    lastCommit: [],
    misbehavior: [],
    nextValidatorsHash: EMPTY_BYTES,
    previous: NO_PREVIOUS_BLOCK,
  };
}

/** The block after `state` as proposals and CheckTx see it: next height, clock of the last one. */
export function nextBlock(state: ReadState): BlockInfo {
  const last = lastBlock(state);
  return { ...last, height: last.height + 1n };
}

/** What CheckTx works on, made once between two Commits. */
export function checkBase(host: Host): CheckBase {
  assert(isInitialised(host), "CheckTx needs a chain");
  if (host.check === undefined) {
    const state = new Branch(committedState(host));
    host.check = { state, block: nextBlock(state) };
  }
  return host.check;
}
