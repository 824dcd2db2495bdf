/**
 * InitChain: genesis → first state. Nothing is durable before the first Commit, so CometBFT may
 * call it again after a crash. A genesis that cannot be used stops the node with what is wrong in
 * it.
 */
import type {
  RequestInitChain,
  ResponseInitChain,
  ValidatorUpdate as AbciValidatorUpdate,
} from "../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { chainStore } from "../chain/state.ts";
import { assert } from "../lib/assert.ts";
import { EMPTY_BYTES, equalBytes, utf8Text } from "../lib/bytes.ts";
import { type BlockInfo, NO_PREVIOUS_BLOCK } from "../module/context.ts";
import type { GenesisJson } from "../module/manager.ts";
import type { ValidatorUpdate } from "../module/module.ts";
import { Branch } from "../store/branch.ts";
import { blockContext } from "./context.ts";
import { type Host, latestHeight } from "./host.ts";
import { millis } from "./time.ts";

/** Thrown when the genesis file cannot start a chain; the message says what to correct. */
export class GenesisError extends Error {
  override readonly name = "GenesisError";
}

function parseAppState(bytes: Uint8Array): GenesisJson {
  try {
    return JSON.parse(utf8Text(bytes)) as GenesisJson;
  } catch (error) {
    throw new GenesisError(`app_state is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

/** The ABCI form of validator updates. */
export function abciUpdates(updates: readonly ValidatorUpdate[]): readonly AbciValidatorUpdate[] {
  return updates.map(({ publicKey, power }) => ({
    pubKey: { ed25519: publicKey, secp256k1: undefined },
    power,
  }));
}

/** @throws GenesisError. */
export function initChain(host: Host, request: RequestInitChain): ResponseInitChain {
  assert(latestHeight(host) === 0n, "InitChain on a chain that has blocks: wrong home?");
  const genesis = parseAppState(request.appStateBytes);
  const params = request.consensusParams;
  if ((params?.abci?.voteExtensionsEnableHeight ?? 0n) !== 1n) {
    throw new GenesisError("consensus_params.abci.vote_extensions_enable_height must be 1");
  }
  const branch = new Branch(host.store.latest());
  const block: BlockInfo = {
    chainId: request.chainId,
    height: 0n,
    timeMs: millis(request.time),
    clockMs: 0n,
    epoch: 0n,
    isEpochEnd: false,
    beacon: new Uint8Array(32),
    authority: "",
    proposer: new Uint8Array(0),
    lastCommit: [],
    misbehavior: [],
    nextValidatorsHash: EMPTY_BYTES,
    previous: NO_PREVIOUS_BLOCK,
  };
  let updates: readonly ValidatorUpdate[];
  try {
    updates = host.manager.initGenesis(blockContext(branch, block, []), genesis);
  } catch (error) {
    throw new GenesisError(error instanceof Error ? error.message : "unknown reason");
  }
  if (updates.length === 0) throw new GenesisError("no validators in app_state.staking");
  finishState(host, branch, request);
  checkAgainstFile(updates, request.validators);
  host.genesis = branch;
  host.check = undefined;
  const appHash = host.store.apply(branch, request.initialHeight);
  return { consensusParams: undefined, validators: abciUpdates(updates), appHash };
}

function finishState(host: Host, branch: Branch, request: RequestInitChain): void {
  const ctx = { state: branch };
  const state = chainStore.state.require(ctx);
  const gas = request.consensusParams?.block?.maxGas ?? -1n;
  chainStore.state.set(ctx, {
    ...state,
    height: request.initialHeight - 1n,
    epochStartHeight: request.initialHeight,
    blockGasMax: gas < 0n ? 0n : gas,
  });
  chainStore.consensus.set(ctx, ConsensusParams.create(request.consensusParams ?? {}));
  for (const { name, version } of host.manager.modules) {
    chainStore.versions.set(ctx, name, { name, version: BigInt(version) });
  }
}

/** The file's own validator list, when it has one, must be the one of `app_state.staking`. */
function checkAgainstFile(
  updates: readonly ValidatorUpdate[],
  listed: readonly AbciValidatorUpdate[],
): void {
  if (listed.length === 0) return;
  const isSame =
    listed.length === updates.length &&
    listed.every((one) => {
      const key = one.pubKey?.ed25519;
      return updates.some(
        (update) =>
          key !== undefined && equalBytes(update.publicKey, key) && update.power === one.power,
      );
    });
  if (!isSame) throw new GenesisError("the validators list differs from app_state.staking");
}
