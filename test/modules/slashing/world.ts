/** Validators with staking and slashing as the chain wires them: votes, evidence, blocks. */
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { LastCommitVote, Misbehavior } from "../../../app/module/context.ts";
import type { Module } from "../../../app/module/module.ts";
import {
  type SlashingDeps,
  type SlashingKeeper,
  slashingModule,
} from "../../../modules/slashing/index.ts";
import { noHooks } from "../staking/noHooks.ts";
import type { StakingHooks } from "../../../modules/staking/deps.ts";
import type { GenesisState } from "../../../proto/gen/aegis/slashing/v1/genesis.ts";
import type { Params, ValidatorSlash } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { Query } from "../../../proto/gen/aegis/slashing/v1/query.ts";
import { Query as CosmosQuery } from "../../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import type { ValidatorSigningInfo } from "../../../proto/gen/cosmos/slashing/v1beta1/slashing.ts";
import { MsgUnjail } from "../../../proto/gen/cosmos/slashing/v1beta1/tx.ts";
import { MsgRotateConsPubKey } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { consensusAddress } from "../../../app/lib/address.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import type { TestContext } from "../../kit/context.ts";
import { ask, brokenInvariants, deliver } from "../../kit/modules.ts";
import { anyKey, rate, StakingWorld, valoper, type WorldOptions } from "../staking/world.ts";

export type SlashingModule = Module<SlashingKeeper, Params, GenesisState>;

/** Ten heights, of which half must be signed; round fractions. */
const SIGNING: Partial<Params> = {
  signedBlocksWindow: 10,
  minSignedPerWindow: rate("0.5"),
  downtimeJailDurationMs: 8_000n,
  slashFractionDoubleSign: rate("0.05"),
  slashFractionDowntime: rate("0.01"),
};

const GENESIS_MS = 1_700_000_000_000n;

/** Staking's listener, which is made after staking. */
function lateHooks(judge: { hooks?: Partial<StakingHooks> }): StakingHooks {
  const names = Object.keys(noHooks) as (keyof StakingHooks)[];
  const tell =
    (name: keyof StakingHooks) =>
    (...about: readonly unknown[]): void => {
      (judge.hooks?.[name] as ((...all: readonly unknown[]) => void) | undefined)?.(...about);
    };
  return Object.fromEntries(names.map((name) => [name, tell(name)])) as unknown as StakingHooks;
}

const NO_NODES: Pick<SlashingDeps, "licences" | "stakes"> = {
  licences: {
    slashableNodeStake: () => 0n,
    penaliseNode: () => ({ liquidated: [], suspended: [], tokens: 0n }),
  },
  stakes: {
    nodeStake: () => undefined,
    nodeOperator: () => undefined,
    takeNodeStake: () => 0n,
  },
};

export class SlashingWorld extends StakingWorld {
  readonly slashing: SlashingModule;
  /** Operators whose precommit the next commits lack. */
  readonly absent: Set<string> = new Set();
  private reported: readonly Misbehavior[] = [];

  constructor(options: WorldOptions & { readonly slashing?: Partial<Params> } = {}) {
    const judge: { hooks?: Partial<StakingHooks> } = {};
    super({ ...options, deps: { hooks: lateHooks(judge), ...options.deps } });
    this.slashing = slashingModule({
      bank: this.chain.bank.keeper,
      staking: this.staking.keeper,
      rewards: { fundPool: () => undefined, forfeit: () => undefined },
      ...NO_NODES,
    });
    judge.hooks = this.slashing.keeper.hooks;
    const { defaults } = this.slashing.genesis;
    const params = { ...(defaults.params as Params), ...SIGNING, ...options.slashing };
    this.slashing.genesis.init(this.chain.ctx.at({ height: 0n }), { ...defaults, params });
    this.slashing.beginBlock?.(this.ctx);
  }

  /** The running block, whose block time is the protocol clock's. */
  override get ctx(): TestContext {
    const ctx = super.ctx;
    const { height, clockMs } = ctx.block;
    const timeMs = GENESIS_MS + clockMs;
    return ctx.at({ timeMs, lastCommit: this.votes(ctx, height), misbehavior: this.reported });
  }

  /** The last commit: everybody with a seat, present unless absent. */
  private votes(ctx: TestContext, height: bigint): readonly LastCommitVote[] {
    if (height < 2n || this.slashing === undefined) return [];
    const { keeper } = this.staking;
    const members = keeper.committee(ctx, height - 1n)?.members ?? [];
    return members.map(({ consensusAddress: address, power }) => {
      const operator = keeper.validatorByConsensusAddress(ctx, address)?.operator ?? "";
      const present = !this.absent.has(operator);
      // A precommit for nil is one: nothing here looks at what it was for.
      return { address, power, present, isForBlock: false };
    });
  }

  /** Ends the block and begins the next one, which reports `evidence`. */
  override end(count = 1, evidence: readonly Misbehavior[] = []): void {
    for (let at = 0; at < count; at += 1) {
      super.end();
      this.reported = evidence;
      const { ctx } = this;
      this.slashing.beginBlock?.(ctx);
      this.reported = [];
      const broken = brokenInvariants(ctx, this.staking, this.slashing);
      if (broken.length > 0) throw new Error(broken.join("; "));
    }
  }

  /** Evidence that the key at `address` signed twice at `height`, as CometBFT tells it. */
  evidence(address: Uint8Array, height: bigint, change: Partial<Misbehavior> = {}): Misbehavior {
    const ago = (this.height - height) * 1_000n;
    const timeMs = this.ctx.block.timeMs - ago;
    const powers = { power: 10n, totalPower: 41n };
    return { kind: "duplicate_vote", address, height, timeMs, ...powers, ...change };
  }

  /** Consensus address of test validator `index` at genesis. */
  address(index: number): Uint8Array {
    const found = this.given[index];
    if (found === undefined) throw new Error(`no validator ${index}`);
    return found.address;
  }

  info(address: Uint8Array): ValidatorSigningInfo {
    const asked = { consAddress: consensusAddress(address) };
    const answer = ask(this.slashing, this.ctx, CosmosQuery.SigningInfo, asked);
    if (answer.valSigningInfo === undefined) throw new Error("no signing info");
    return answer.valSigningInfo;
  }

  slashes(operator: string): readonly ValidatorSlash[] {
    return ask(this.slashing, this.ctx, Query.ValidatorSlashes, { operator }).slashes;
  }

  unjail(operator: string): string {
    return this.judge(MsgUnjail, { validatorAddr: valoper(operator) });
  }

  rotate(operator: string, name: string): string {
    const newPubkey = anyKey(sha256(utf8(name)));
    return this.send(MsgRotateConsPubKey, { validatorAddress: valoper(operator), newPubkey });
  }

  /** Delivers a message of slashing: "ok" or the code of its refusal. */
  judge<M>(codec: Codec<M>, value: Partial<M>): string {
    const { ctx } = this;
    const error = ctx.attempt((inner) => {
      deliver(this.slashing, { ...ctx, ...inner }, codec, value);
    });
    return error === undefined ? "ok" : `${error.codespace}/${error.code}`;
  }
}
