/** A chain of checkpoints whose validators have known BLS keys; everything around it is noted. */
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { type Checkpoint, checkpointMessage } from "../../../app/checkpoint/message.ts";
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import type { ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { sha256, uint64BigEndian } from "../../../app/lib/bytes.ts";
import type { Module } from "../../../app/module/module.ts";
import {
  type CheckpointsKeeper,
  checkpointsModule,
  type FinalAttesters,
} from "../../../modules/checkpoints/index.ts";
import type {
  Checkpoint as Kept,
  Params,
} from "../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import type { GenesisState } from "../../../proto/gen/aegis/checkpoints/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgAttest } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { BondStatus } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { setOf, signAll } from "../../kit/checkpointSet.ts";
import { type TestContext, testContext } from "../../kit/context.ts";
import { addressFor, ask, deliver } from "../../kit/modules.ts";

/** Blocks of an epoch. */
const BLOCKS = 10n;
export const aggregator: string = addressFor("aggregator");
export const authority: string = addressFor("authority");

/** What the module asked of others. */
export interface Calls {
  readonly paid: FinalAttesters[];
  readonly returned: bigint[];
  readonly included: (readonly [string, number])[];
  readonly doubles: { readonly operator: string; readonly epoch: bigint }[];
  readonly missed: string[];
}

export interface World {
  readonly module: Module<CheckpointsKeeper, Params, GenesisState>;
  readonly calls: Calls;
  /** Power by slot, of epochs whose set was not asked for yet. */
  powers: ReadonlyMap<number, number>;
  /** Slots that nobody has any more, and those of validators that are jailed. */
  readonly freed: Set<number>;
  readonly jailed: Set<number>;
  /** The context of the block that runs. */
  ctx: TestContext;
  /** Runs the first block of an epoch, which may be any later one. */
  begin(epoch: bigint): void;
  /** Runs another block of the running epoch. */
  next(): void;
}

/** Who has a slot in tests. */
export function operatorOf(slot: number): string {
  return addressFor(`operator ${slot}`);
}

function previousOf(height: bigint): TestContext["block"]["previous"] {
  const hash = sha256(uint64BigEndian(height));
  return { blockHash: hash, appHash: sha256(hash) };
}

/** So many validators with a power of 10. */
export function equals(slots: number): Map<number, number> {
  return new Map(Array.from({ length: slots }, (_, slot) => [slot, 10]));
}

/** A chain in the first block of its first epoch. */
export function world(
  powers: ReadonlyMap<number, number>,
  genesis: Partial<GenesisState> = {},
  special?: (epoch: bigint) => ValidatorSet,
): World {
  const setAt = (epoch: bigint): ValidatorSet => special?.(epoch) ?? setOf(made.powers, epoch);
  const sets = new Map<bigint, ValidatorSet>();
  const calls: Calls = { paid: [], returned: [], included: [], doubles: [], missed: [] };
  const module = checkpointsModule({
    staking: {
      validatorSet: (ctx, epoch) => {
        const { epoch: running } = ctx.block;
        if (epoch > running || epoch + 3n < running) return undefined;
        const set = sets.get(epoch) ?? setAt(epoch);
        sets.set(epoch, set);
        return set;
      },
      operatorOfSlot: (_, slot) => (made.freed.has(slot) ? undefined : operatorOf(slot)),
      validator: (_, operator) => {
        const slot = [...made.powers.keys()].find((one) => operatorOf(one) === operator);
        if (slot === undefined) return undefined;
        const { BOND_STATUS_BONDED, BOND_STATUS_UNBONDING } = BondStatus;
        const status = made.jailed.has(slot) ? BOND_STATUS_UNBONDING : BOND_STATUS_BONDED;
        return { slot, status };
      },
    },
    rewards: {
      payAttesters: (_, final) => calls.paid.push(final),
      returnStandby: (_, epoch) => calls.returned.push(epoch),
      payIncluder: (_, { account, newSigners }) => calls.included.push([account, newSigners]),
    },
    slashing: {
      doubleAttestation: (_, fault) => calls.doubles.push(fault),
      missedCheckpoints: (_, operator) => calls.missed.push(operator),
    },
  });
  const run = (epoch: bigint, height: bigint): void => {
    made.ctx = made.ctx.at({ epoch, height, previous: previousOf(height - 1n) });
    // Staking notes the set with which an epoch begins.
    sets.set(epoch, sets.get(epoch) ?? setAt(epoch));
    module.beginBlock?.(made.ctx);
  };
  const made: World = {
    module,
    calls,
    powers,
    freed: new Set(),
    jailed: new Set(),
    ctx: testContext({ authority }),
    begin: (epoch) => run(epoch, epoch * BLOCKS + 1n),
    next: () => run(made.ctx.block.epoch, made.ctx.block.height + 1n),
  };
  module.genesis.init(made.ctx, { ...module.genesis.defaults, ...genesis });
  made.begin(0n);
  return made;
}

/** What the chain keeps of an epoch's checkpoint. */
export function kept({ module, ctx }: World, epoch: bigint): Kept {
  return ask(module, ctx, Query.Checkpoint, { epoch }).checkpoint as Kept;
}

/** What is signed of an epoch's checkpoint, or of another one in its place. */
export function messageOf(
  chain: World,
  epoch: bigint,
  other: Partial<Checkpoint> = {},
): Uint8Array {
  const { height, blockHash, appHash, commitment } = kept(chain, epoch);
  const { chainId } = chain.ctx.block;
  return checkpointMessage({ chainId, epoch, height, blockHash, appHash, commitment, ...other });
}

/** The partial of `slots` over a bitfield of `of` slots; all of them sign. */
export function partialOf(
  slots: readonly number[],
  message: Uint8Array,
  of: number,
): PartialSignature {
  return { signers: bitfieldOf(of, slots), signature: signAll(slots, message) };
}

/** Sends the signatures of `slots`. */
export function attest(chain: World, epoch: bigint, slots: readonly number[]): unknown {
  const partial = partialOf(slots, messageOf(chain, epoch), kept(chain, epoch).slots);
  return deliver(chain.module, chain.ctx, MsgAttest, { sender: aggregator, epoch, ...partial });
}

/** Numbers from `from` to below `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
