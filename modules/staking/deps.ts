/** What staking needs of others. */
import type { Dec } from "../../app/lib/dec.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

/** Who keeps books on delegations and validators, told in the Cosmos SDK's order. */
export interface StakingHooks {
  readonly afterValidatorCreated: (ctx: BlockContext, operator: string) => void;
  readonly afterValidatorRemoved: (
    ctx: BlockContext,
    operator: string,
    consensusAddress: Uint8Array,
  ) => void;
  /** Its commission, or what licences stand for behind it, is about to change. */
  readonly beforeValidatorModified: (ctx: BlockContext, operator: string) => void;
  readonly beforeDelegationCreated: DelegationHook;
  readonly beforeDelegationSharesModified: DelegationHook;
  readonly afterDelegationModified: DelegationHook;
  readonly beforeDelegationRemoved: DelegationHook;
  /** The validator still has all its tokens; `fraction` of them go. */
  readonly beforeValidatorSlashed: (ctx: BlockContext, operator: string, fraction: Dec) => void;
  readonly afterValidatorBonded: ValidatorHook;
  readonly afterValidatorBeginUnbonding: ValidatorHook;
}

type DelegationHook = (ctx: BlockContext, delegator: string, operator: string) => void;
type ValidatorHook = (ctx: BlockContext, consensusAddress: Uint8Array, operator: string) => void;

export interface StakingDeps {
  readonly bank: {
    /** Stakes lie in a module account; books are compared with it. */
    readonly balance: (ctx: QueryContext, address: string) => bigint;
    /** @throws ModuleError when `from` holds less. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
    /** Destroys coins in a module's account. */
    readonly burn: (ctx: BlockContext, moduleName: string, amount: bigint) => void;
  };
  readonly hooks: StakingHooks;
  /** Who keeps what validators attest. */
  readonly checkpoints: {
    /**
     * Bitfield over slots: who attested at least one of the last two final checkpoints; undefined
     * until two are final.
     */
    readonly recentAttesters: (ctx: QueryContext) => Uint8Array | undefined;
  };
  /** Who keeps the resource nodes that licences stand behind. */
  readonly nodes: {
    /** How many are behind `node`, and what those that count stand for, in uasi. */
    readonly licencesChanged: (
      ctx: BlockContext,
      node: string,
      backing: { readonly licences: number; readonly stake: bigint },
    ) => void;
  };
}
