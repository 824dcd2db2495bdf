/**
 * FinalizeBlock executes the decided block on a branch: beacon, begin hooks, transactions, end
 * hooks, application hash. Nothing is durable before Commit; the same block may come again.
 */
import type {
  RequestFinalizeBlock,
  ResponseFinalizeBlock,
} from "../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { recordBeacon } from "../beacon/record.ts";
import { readBeaconEntry } from "../beacon/entry.ts";
import { chainStore } from "../chain/state.ts";
import { assert } from "../lib/assert.ts";
import { equalBytes } from "../lib/bytes.ts";
import { type BlockInfo, NO_PREVIOUS_BLOCK, type QueryContext } from "../module/context.ts";
import type { AbciEvent } from "../module/event.ts";
import { Branch } from "../store/branch.ts";
import { execTxResult } from "./abciForm.ts";
import { blockContext } from "./context.ts";
import { committedState, type Host, lastBlock, nextBlock } from "./host.ts";
import { abciUpdates } from "./initChain.ts";
import { lastCommitVotes, misbehaviors } from "./evidence.ts";
import { runTx, type TxResult } from "./runTx.ts";
import { advanceClock, millis } from "./time.ts";
import { upgradeAt } from "./upgrade.ts";

const BEACON_RESULT: TxResult = {
  code: 0,
  codespace: "",
  data: new Uint8Array(0),
  log: "",
  gasWanted: 0n,
  gasUsed: 0n,
  events: [],
};

/** Writes the new height, clock, epoch and beacon; returns the block as handlers see it. */
function enterBlock(
  host: Host,
  state: Branch,
  request: RequestFinalizeBlock,
  beacon: Uint8Array,
): BlockInfo {
  const ctx = { state };
  const chain = chainStore.state.require(ctx);
  const params = chainStore.params.require(ctx);
  const { height } = request;
  assert(height === chain.height + 1n, `block ${height} does not follow ${chain.height}`);
  const timeMs = millis(request.time);
  const startsEpoch = height - chain.epochStartHeight >= params.epochBlocks;
  chainStore.state.set(ctx, {
    ...chain,
    height,
    timeMs,
    clockMs: advanceClock(chain.clockMs, chain.timeMs, timeMs, params.clockStepMaxMs),
    epoch: startsEpoch ? chain.epoch + 1n : chain.epoch,
    epochStartHeight: startsEpoch ? height : chain.epochStartHeight,
    beacon,
    blockHash: request.hash,
  });
  const { height: lastHeight, appHash } = host.store.latest();
  return {
    ...lastBlock(state),
    proposer: request.proposerAddress,
    lastCommit: lastCommitVotes(request.decidedLastCommit),
    misbehavior: misbehaviors(request.misbehavior),
    nextValidatorsHash: request.nextValidatorsHash,
    previous: lastHeight === 0n ? NO_PREVIOUS_BLOCK : { blockHash: chain.blockHash, appHash },
  };
}

/** @throws AssertionError and other bugs of hooks, which stop the node. */
export function finalizeBlock(host: Host, request: RequestFinalizeBlock): ResponseFinalizeBlock {
  const committed = committedState(host);
  const state = new Branch(committed);
  const before = { state: committed, block: nextBlock(committed) };
  // Catch-up has no ProcessProposal, so the entry is verified here again.
  const entry = readBeaconEntry(before, host.staking, request.txs[0]);
  if (!entry.isValid) {
    host.logger.error("decided block has no valid beacon entry", { reason: entry.reason });
  }
  const block = enterBlock(host, state, request, entry.beacon);
  const events: AbciEvent[] = [];
  const ctx = blockContext(state, block, events);
  recordBeacon(ctx, host.staking, entry);
  upgradeAt(host, ctx);
  const consensusBefore = chainStore.consensus.require(ctx);
  host.manager.beginBlock(ctx);
  const results = request.txs.map((bytes, index) => {
    if (index === 0 && entry.isValid) return BEACON_RESULT;
    return runTx(host, bytes, { state, block, mode: "finalize" });
  });
  const updates = host.manager.endBlock(ctx);
  if (host.checkInvariants) {
    const broken = host.manager.brokenInvariants(ctx);
    assert(broken.length === 0, `broken invariants at ${block.height}: ${broken.join("; ")}`);
  }
  const appHash = applyToStore(host, state, block.height);
  host.executed = { height: block.height };
  return {
    events,
    txResults: results.map(execTxResult),
    validatorUpdates: abciUpdates(updates),
    consensusParamUpdates: changedConsensus(ctx, consensusBefore),
    appHash,
  };
}

/** CometBFT's parameters when this block has changed them. */
function changedConsensus(
  ctx: Pick<QueryContext, "state">,
  before: ConsensusParams,
): ConsensusParams | undefined {
  const after = chainStore.consensus.require(ctx);
  const isSame = equalBytes(ConsensusParams.encode(before), ConsensusParams.encode(after));
  return isSame ? undefined : after;
}

/** Before the first Commit the writes of genesis and of the block are applied together. */
function applyToStore(host: Host, state: Branch, height: bigint): Uint8Array {
  if (host.genesis === undefined) return host.store.apply(state, height);
  const both = new Branch(host.store.latest());
  for (const branch of [host.genesis, state]) {
    for (const [store, changes] of branch.changes()) {
      for (const [key, value] of changes) {
        if (value === undefined) both.delete(store, key);
        else both.set(store, key, value);
      }
    }
  }
  return host.store.apply(both, height);
}
