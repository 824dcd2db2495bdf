/**
 * Plays CometBFT in-process: InitChain, proposals, votes with extensions, FinalizeBlock, Commit,
 * recheck, absent validators, evidence, restarts and catch-up. Every node runs its own application;
 * after every block all of them must have the same application hash and the same results.
 */
import type { Application } from "../../app/abci/application.ts";
import { assert, present } from "../../app/lib/assert.ts";
import { equalBytes, hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import {
  CheckTxType,
  type ExtendedVoteInfo,
  type Misbehavior,
  RequestCheckTx,
  RequestExtendVote,
  RequestFinalizeBlock,
  RequestInfo,
  RequestInitChain,
  RequestPrepareProposal,
  RequestProcessProposal,
  RequestVerifyVoteExtension,
  type ResponseCheckTx,
  type ResponseFinalizeBlock,
  ResponseProcessProposalProposalStatus as ProposalStatus,
  ResponseVerifyVoteExtensionVerifyStatus as VerifyStatus,
} from "../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { BlockIDFlag } from "../../proto/gen/tendermint/types/validator.ts";
import type { Timestamp } from "../../proto/gen/google/protobuf/timestamp.ts";
import { assertSameResponse } from "./sameResponse.ts";

/** One replica. `start` opens its application anew, as a restarted process would. */
export interface MockNode {
  readonly start: () => Application;
  /** Ed25519 consensus key of a validating node, 32 bytes. */
  readonly consensusKey?: Uint8Array;
}

export interface MockOptions {
  readonly chainId: string;
  /** app_state of the genesis file. */
  readonly appState: unknown;
  readonly nodes: readonly MockNode[];
  readonly startTimeMs?: bigint;
  readonly txBytesMax?: bigint;
}

/** What a test varies from block to block. */
export interface BlockOptions {
  readonly timeStepMs?: bigint;
  /** Nodes whose precommit is missing from the commit of this block. */
  readonly absent?: ReadonlySet<number>;
  readonly proposer?: number;
  /** Whom the header names as proposer: CometBFT only checks that he is in the set. */
  readonly named?: number;
  readonly misbehavior?: readonly Misbehavior[];
  /** Replaces what the proposer would put into the block; ProcessProposal must still accept. */
  readonly txs?: readonly Uint8Array[];
  /** Stand behind the proposer's own first entry, and no node judges them: as in a catch-up. */
  readonly unjudged?: readonly Uint8Array[];
}

export interface MockBlock {
  readonly height: bigint;
  readonly request: RequestFinalizeBlock;
  readonly response: ResponseFinalizeBlock;
}

interface Vote {
  readonly node: number;
  readonly power: bigint;
  readonly extension: Uint8Array;
  readonly isAbsent: boolean;
}

const BLOCK_STEP_MS = 1_000n;
const START_TIME_MS = 1_700_000_000_000n;

function timestamp(ms: bigint): Timestamp {
  return { seconds: ms / 1000n, nanos: Number(ms % 1000n) * 1_000_000 };
}

/** CometBFT's address of an Ed25519 key. */
export function consensusAddress(key: Uint8Array): Uint8Array {
  return sha256(key).slice(0, 20);
}

export class MockConsensus {
  readonly blocks: MockBlock[] = [];
  readonly mempool: Uint8Array[] = [];
  timeMs: bigint;
  private readonly options: MockOptions;
  private readonly apps: Application[];
  private readonly powers = new Map<string, bigint>();
  /** Sets of this and the next height: updates of h act from h + 2. */
  private current = new Map<string, bigint>();
  private next = new Map<string, bigint>();
  private lastVotes: readonly Vote[] = [];

  constructor(options: MockOptions) {
    this.options = options;
    this.timeMs = options.startTimeMs ?? START_TIME_MS;
    this.apps = options.nodes.map((node) => node.start());
    for (const index of this.apps.keys()) this.handshake(index);
    this.next = new Map(this.powers);
    this.current = new Map(this.powers);
  }

  get height(): bigint {
    return BigInt(this.blocks.length);
  }

  get appHash(): Uint8Array {
    return this.blocks.at(-1)?.response.appHash ?? new Uint8Array(32);
  }

  app(index = 0): Application {
    return present(this.apps[index], "node");
  }

  /** Drops the node's application and opens it again from its store. */
  restart(index: number): void {
    this.apps[index] = present(this.options.nodes[index], "node").start();
    this.handshake(index);
  }

  /** What CometBFT does when it connects: InitChain on an empty application, then replay. */
  private handshake(index: number): void {
    const app = this.app(index);
    const { lastBlockHeight } = app.info(RequestInfo.create({ abciVersion: "2.0.0" }));
    assert(lastBlockHeight <= this.height, "the application is ahead of the engine");
    if (lastBlockHeight === 0n) this.initChain(app);
    for (const block of this.blocks.slice(Number(lastBlockHeight))) {
      const response = app.finalizeBlock(block.request);
      assertSameResponse(block.response, response);
      app.commit();
    }
  }

  private initChain(app: Application): void {
    const response = app.initChain(
      RequestInitChain.create({
        time: timestamp(this.options.startTimeMs ?? START_TIME_MS),
        chainId: this.options.chainId,
        consensusParams: ConsensusParams.create({
          block: { maxBytes: 4_194_304n, maxGas: -1n },
          abci: { voteExtensionsEnableHeight: 1n },
        }),
        appStateBytes: utf8(JSON.stringify(this.options.appState)),
        initialHeight: 1n,
      }),
    );
    for (const { pubKey, power } of response.validators) {
      this.powers.set(hex(present(pubKey?.ed25519, "an Ed25519 key")), power);
    }
  }

  /** Offers a transaction to every node's mempool; the first node's answer is returned. */
  broadcast(tx: Uint8Array): ResponseCheckTx {
    const request = RequestCheckTx.create({ tx, type: CheckTxType.NEW });
    const response = present(this.apps.map((app) => app.checkTx(request))[0], "a node");
    if (response.code === 0) this.mempool.push(tx);
    return response;
  }

  private powerOf(node: number, set: ReadonlyMap<string, bigint>): bigint {
    const key = this.options.nodes[node]?.consensusKey;
    return key === undefined ? 0n : (set.get(hex(key)) ?? 0n);
  }

  private addressOf(node: number): Uint8Array {
    return consensusAddress(present(this.options.nodes[node]?.consensusKey, "a key"));
  }
  private validatorsOf(set: ReadonlyMap<string, bigint>): number[] {
    return [...this.apps.keys()].filter((node) => this.powerOf(node, set) > 0n);
  }

  private voteInfos(withExtension: boolean): ExtendedVoteInfo[] {
    return this.lastVotes.map(({ node, power, extension, isAbsent }) => ({
      validator: { address: this.addressOf(node), power },
      voteExtension: withExtension && !isAbsent ? extension : new Uint8Array(0),
      extensionSignature: new Uint8Array(0),
      blockIdFlag: isAbsent ? BlockIDFlag.BLOCK_ID_FLAG_ABSENT : BlockIDFlag.BLOCK_ID_FLAG_COMMIT,
    }));
  }

  /** Proposes, votes on, executes and commits one block on every node. */
  block(options: BlockOptions = {}): MockBlock {
    const height = this.height + 1n;
    this.timeMs += options.timeStepMs ?? BLOCK_STEP_MS;
    const validators = this.validatorsOf(this.current);
    const turn = validators[Number(height) % validators.length];
    const proposer = options.proposer ?? present(turn, "a validator");
    const request = this.propose(height, proposer, options);
    const votes = this.vote(request, validators, options.absent ?? new Set());
    const responses = this.apps.map((app) => app.finalizeBlock(request));
    const response = present(responses[0], "a node");
    for (const other of responses.slice(1)) assertSameResponse(response, other);
    for (const app of this.apps) app.commit();
    this.lastVotes = votes;
    this.updateSets(response);
    const block = { height, request, response };
    this.blocks.push(block);
    this.recheck(request.txs);
    return block;
  }

  run(count: number, options: BlockOptions = {}): void {
    for (let i = 0; i < count; i++) this.block(options);
  }

  private propose(height: bigint, proposer: number, options: BlockOptions): RequestFinalizeBlock {
    const place = {
      height,
      time: timestamp(this.timeMs),
      proposerAddress: this.addressOf(options.named ?? proposer),
      misbehavior: options.misbehavior ?? [],
    };
    const prepared = this.app(proposer).prepareProposal(
      RequestPrepareProposal.create({
        ...place,
        maxTxBytes: this.options.txBytesMax ?? 4_000_000n,
        txs: [...this.mempool],
        localLastCommit: { round: 0, votes: this.voteInfos(true) },
      }),
    );
    const votes = this.voteInfos(false).map(({ validator, blockIdFlag }) => ({
      validator,
      blockIdFlag,
    }));
    const { unjudged } = options;
    const own = unjudged === undefined ? prepared.txs : [...prepared.txs.slice(0, 1), ...unjudged];
    const request = RequestFinalizeBlock.create({
      ...place,
      txs: options.txs ?? own,
      decidedLastCommit: { round: 0, votes },
      hash: sha256(utf8(`${this.options.chainId}/${height}`)),
    });
    if (unjudged !== undefined) return request;
    const judged = RequestProcessProposal.create({
      ...place,
      txs: request.txs,
      proposedLastCommit: { round: 0, votes },
      hash: request.hash,
    });
    for (const app of this.apps) {
      assert(
        app.processProposal(judged).status === ProposalStatus.ACCEPT,
        `a node refuses the proposal of height ${height}`,
      );
    }
    return request;
  }

  private vote(
    request: RequestFinalizeBlock,
    validators: readonly number[],
    absent: ReadonlySet<number>,
  ): readonly Vote[] {
    const { height, hash, txs, time } = request;
    return validators.map((node) => {
      const isAbsent = absent.has(node);
      const asked = RequestExtendVote.create({ height, hash, txs, time });
      const extension = isAbsent
        ? new Uint8Array(0)
        : this.app(node).extendVote(asked).voteExtension;
      const judged = RequestVerifyVoteExtension.create({
        height,
        hash,
        validatorAddress: this.addressOf(node),
        voteExtension: extension,
      });
      for (const app of this.apps) {
        assert(app.verifyVoteExtension(judged).status === VerifyStatus.ACCEPT, "extension refused");
      }
      return { node, power: this.powerOf(node, this.current), extension, isAbsent };
    });
  }

  private updateSets(response: ResponseFinalizeBlock): void {
    this.current = new Map(this.next);
    for (const { pubKey, power } of response.validatorUpdates) {
      const key = hex(present(pubKey?.ed25519, "an Ed25519 key"));
      if (power === 0n) this.next.delete(key);
      else this.next.set(key, power);
    }
    assert(this.next.size > 0, "the validator set is empty");
  }

  private recheck(included: readonly Uint8Array[]): void {
    const rest = this.mempool.filter((tx) => !included.some((one) => equalBytes(one, tx)));
    this.mempool.length = 0;
    for (const tx of rest) {
      const request = RequestCheckTx.create({ tx, type: CheckTxType.RECHECK });
      const [response] = this.apps.map((app) => app.checkTx(request));
      if (response?.code === 0) this.mempool.push(tx);
    }
  }
}
