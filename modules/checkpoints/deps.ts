/** What checkpoints need of others. */
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";

/** What a final checkpoint pays for. */
export interface FinalAttesters {
  readonly epoch: bigint;
  readonly set: ValidatorSet;
  /** Bitfield over the slots of `set`. */
  readonly signers: Uint8Array;
}

export interface CheckpointsDeps {
  /** Who keeps the validators. */
  readonly staking: {
    /** The set of the running epoch, or of one of the SETS_KEPT before it. */
    readonly validatorSet: (ctx: QueryContext, epoch: bigint) => ValidatorSet | undefined;
    /** Who has a slot now. Nobody else gets it as long as a set is kept that has it. */
    readonly operatorOfSlot: (ctx: QueryContext, slot: number) => string | undefined;
    readonly validator: (
      ctx: QueryContext,
      operator: string,
    ) => Pick<Validator, "slot" | "status"> | undefined;
  };
  /** Who pays for attesting. */
  readonly rewards: {
    /** Pays the standby part of an epoch to who attested its checkpoint. */
    readonly payAttesters: (ctx: BlockContext, final: FinalAttesters) => void;
    /** The checkpoint never was final: its epoch's standby part goes to a later epoch. */
    readonly returnStandby: (ctx: BlockContext, epoch: bigint) => void;
    /** Pays the account that brought signatures in. */
    readonly payIncluder: (
      ctx: BlockContext,
      inclusion: {
        readonly epoch: bigint;
        readonly account: string;
        readonly newSigners: number;
      },
    ) => void;
  };
  /** Who punishes. */
  readonly slashing: {
    readonly doubleAttestation: (
      ctx: BlockContext,
      fault: { readonly operator: string; readonly epoch: bigint },
    ) => void;
    /** The validator is bonded. */
    readonly missedCheckpoints: (ctx: BlockContext, operator: string) => void;
  };
}
