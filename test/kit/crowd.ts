/**
 * A chain of up to 48,000 validators whose keys follow from a seed, on one application: plays the
 * part of CometBFT with all their keys in hand. Seats sign beacons and commits; updates of the
 * validator set are applied as CometBFT does, two heights later.
 */
import { type App, createApp } from "../../app/app.ts";
import { beaconEntry, beaconPlace } from "../../app/beacon/entry.ts";
import { beaconMessage } from "../../app/beacon/message.ts";
import { type Signer, signTx } from "../../app/client/sign.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { blsPublicKey, blsSign } from "../../app/lib/bls.ts";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import { type Logger, silentLogger } from "../../app/lib/log.ts";
import { committedState, lastBlock, nextBlock } from "../../app/lifecycle/host.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { buildModules, type Modules } from "../../app/modules.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import type { Store } from "../../app/store/multistore.ts";
import type { AppState } from "../../cmd/aegisd/genesis/document.ts";
import { addSeeded, seededBlsSecret } from "../../cmd/aegisd/genesis/seededValidators.ts";
import type { StakingKeeper } from "../../modules/staking/index.ts";
import { GenesisState as ChainGenesis } from "../../proto/gen/aegis/app/v1/app.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import {
  type Misbehavior,
  RequestFinalizeBlock,
  RequestInitChain,
  type ResponseFinalizeBlock,
  type ValidatorUpdate,
} from "../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { BlockIDFlag } from "../../proto/gen/tendermint/types/validator.ts";
import { consensusAddress } from "./mockConsensus.ts";

export const CROWD_CHAIN_ID = "aegis-crowd-1";
const START_MS = 1_700_000_000_000n;
const BLOCK_MS = 1_000n;
const GAS_LIMIT = 20_000_000n;

export interface CrowdOptions {
  readonly validators: number;
  readonly delegations?: number;
  readonly seed?: string;
  readonly epochBlocks?: bigint;
  readonly authority?: string;
  readonly checkInvariants?: boolean;
  /** In memory when left out. */
  readonly store?: Store;
  readonly logger?: Logger;
  /** Changes what the genesis says. */
  readonly change?: (state: AppState) => AppState;
}

/** What a test varies from block to block. */
export interface CrowdBlock {
  readonly txs?: readonly Uint8Array[];
  readonly timeStepMs?: bigint;
  /** Seats, by consensus address in hex, whose precommit is missing. */
  readonly absent?: ReadonlySet<string>;
  readonly misbehavior?: readonly Misbehavior[];
}

/** A chain as CometBFT knows it: consensus key in hex → power. */
type Powers = ReadonlyMap<string, bigint>;

export class Crowd {
  readonly app: App;
  readonly modules: Modules = buildModules();
  readonly seed: string;
  timeMs: bigint = START_MS;
  /** What CometBFT would have as the set of the next block, and of the one after it. */
  current: Powers;
  next: Powers;
  private last: Powers;
  private readonly sequences = new Map<string, bigint>();

  constructor(options: CrowdOptions) {
    this.seed = options.seed ?? "crowd";
    const { manager } = this.modules;
    const storeNames = manager.modules.map((module) => module.name);
    this.app = createApp({
      store: options.store ?? openMemoryStore({ storeNames }),
      logger: options.logger ?? silentLogger,
      checkInvariants: options.checkInvariants ?? false,
    });
    const { validators } = this.app.initChain(this.genesis(options));
    this.current = changed(new Map(), validators);
    this.next = this.current;
    this.last = new Map();
  }

  private genesis(options: CrowdOptions): RequestInitChain {
    const defaults = this.modules.manager.defaultGenesis();
    const app = {
      ...ChainGenesis.fromJson(defaults["app"]),
      params: {
        authority: options.authority ?? "",
        epochBlocks: options.epochBlocks ?? 10n,
        clockStepMaxMs: 10_000n,
      },
    };
    const seeded = addSeeded(
      { ...defaults, app: ChainGenesis.toJson(app) },
      {
        seed: this.seed,
        chainId: CROWD_CHAIN_ID,
        validators: options.validators,
        delegations: options.delegations ?? 0,
        progress: () => undefined,
      },
    );
    const state = options.change?.(seeded) ?? seeded;
    return RequestInitChain.create({
      time: timestamp(START_MS),
      chainId: CROWD_CHAIN_ID,
      consensusParams: ConsensusParams.create({
        block: { maxBytes: 4_194_304n, maxGas: -1n },
        abci: { voteExtensionsEnableHeight: 1n },
      }),
      appStateBytes: utf8(JSON.stringify(state)),
      initialHeight: 1n,
    });
  }

  get staking(): StakingKeeper {
    return this.keeper<StakingKeeper>("staking");
  }

  /** The keeper of a module. */
  keeper<K>(name: string): K {
    const found = this.modules.manager.modules.find((module) => module.name === name);
    return present(found, "a module").keeper as K;
  }

  /** State after the last block. */
  get context(): QueryContext {
    const state = committedState(this.app.host);
    return { state, block: lastBlock(state) };
  }

  get height(): bigint {
    return this.context.block.height;
  }

  /** The request of the next block; the same for every replica. */
  request({
    txs = [],
    timeStepMs = BLOCK_MS,
    absent,
    misbehavior = [],
  }: CrowdBlock = {}): RequestFinalizeBlock {
    const { context } = this;
    const height = context.block.height + 1n;
    const time = timestamp(this.timeMs + timeStepMs);
    const seats = [...this.current.keys()].sort();
    const proposer = present(seats[Number(height) % seats.length], "a proposer");
    const votes = [...this.last].map(([key, power]) => {
      const address = consensusAddress(Buffer.from(key, "hex"));
      const isAbsent = absent?.has(hex(address)) === true;
      const { BLOCK_ID_FLAG_ABSENT, BLOCK_ID_FLAG_COMMIT } = BlockIDFlag;
      return {
        validator: { address, power },
        blockIdFlag: isAbsent ? BLOCK_ID_FLAG_ABSENT : BLOCK_ID_FLAG_COMMIT,
      };
    });
    return RequestFinalizeBlock.create({
      height,
      time,
      proposerAddress: consensusAddress(Buffer.from(proposer, "hex")),
      hash: sha256(utf8(`${CROWD_CHAIN_ID}/${height}`)),
      decidedLastCommit: { round: 0, votes },
      misbehavior: [...misbehavior],
      txs: [beaconEntry(height, this.beaconSignature(context)), ...txs],
    });
  }

  /** Empty when nobody signs, as in the first block. */
  private beaconSignature({ state }: QueryContext): Uint8Array {
    const context = { state, block: nextBlock(state) };
    const { height, beacon } = context.block;
    const signer = this.staking.beaconSigner(context, height, beacon);
    if (height === 1n || signer === undefined) return new Uint8Array(0);
    const secret = seededBlsSecret(this.seed, this.slotOf(context, signer.consensusAddress));
    // A validator that came later has another key: it withholds.
    if (hex(blsPublicKey(secret)) !== hex(signer.blsPublicKey)) return new Uint8Array(0);
    return blsSign(secret, beaconMessage(beaconPlace(context)));
  }

  private slotOf(context: QueryContext, address: Uint8Array): number {
    return present(this.staking.validatorByConsensusAddress(context, address), "a seat").slot;
  }

  /** Executes and commits the next block. */
  block(options: CrowdBlock = {}): ResponseFinalizeBlock {
    return this.execute(this.request(options));
  }

  /** Executes and commits a block of `request`; `response` when somebody has executed it. */
  execute(
    request: RequestFinalizeBlock,
    response: ResponseFinalizeBlock = this.app.finalizeBlock(request),
  ): ResponseFinalizeBlock {
    this.sequences.clear();
    this.app.commit();
    const { seconds, nanos } = present(request.time, "a time");
    this.timeMs = seconds * 1_000n + BigInt(nanos / 1_000_000);
    this.last = this.current;
    this.current = this.next;
    this.next = changed(this.next, response.validatorUpdates);
    return response;
  }

  /** Blocks up to and with the last one of the running epoch. */
  endEpoch(options: CrowdBlock = {}): ResponseFinalizeBlock {
    for (;;) {
      const response = this.block(options);
      if (this.context.block.isEpochEnd) return response;
    }
  }

  /** Signs at the account's next sequence, counting what was signed since the last block. */
  sign(signer: Signer, messages: readonly Any[], gasLimit: bigint = GAS_LIMIT): Uint8Array {
    const account = present(
      this.modules.anteDeps.auth.account(this.context, signer.address),
      "an account",
    );
    const known = this.sequences.get(signer.address) ?? 0n;
    const sequence = known > account.sequence ? known : account.sequence;
    this.sequences.set(signer.address, sequence + 1n);
    const place = { chainId: CROWD_CHAIN_ID, accountNumber: account.accountNumber, sequence };
    return signTx(signer, { messages, fee: 0n, gasLimit }, place);
  }
}

function timestamp(ms: bigint): { seconds: bigint; nanos: number } {
  return { seconds: ms / 1_000n, nanos: Number(ms % 1_000n) * 1_000_000 };
}

/** CometBFT's rules: power 0 removes somebody who is there, and somebody is always left. */
function changed(before: Powers, updates: readonly ValidatorUpdate[]): Powers {
  const after = new Map(before);
  const seen = new Set<string>();
  for (const { pubKey, power } of updates) {
    const key = hex(present(pubKey?.ed25519, "an Ed25519 key"));
    assert(!seen.has(key), "a key is changed once in a block");
    seen.add(key);
    assert(power >= 0n, "power is not negative");
    if (power > 0n) after.set(key, power);
    else assert(after.delete(key), "only who is there can be removed");
  }
  assert(after.size > 0, "the validator set is never empty");
  return after;
}
