/** What tasks needs of other modules, and no more. */
import type { BlockContext, QueryContext } from "../../app/module/context.ts";

/** Escrow, stake and deposits are moved by it. */
export interface BankKeeper {
  balance(ctx: QueryContext, address: string): bigint;
  /** @throws ModuleError when `from` has less than `amount`. */
  send(ctx: BlockContext, from: string, to: string, amount: bigint): void;
  /** Burns from a module's account. */
  burn(ctx: BlockContext, moduleName: string, amount: bigint): void;
  /** Whether an address is a module's account: a refund there would break that module's books. */
  isBlocked(address: string): boolean;
}

/** Windows must be long against the largest step of the clock. */
export interface ChainKeeper {
  params(ctx: QueryContext): { readonly clockStepMaxMs: bigint };
}

/** A calculation that is paid: operators by rank and by position in the draw. */
export interface CalculationFee {
  /** Name of the module account that holds the fee. */
  readonly escrow: string;
  readonly fee: bigint;
  readonly executors: readonly string[];
  readonly verifiers: readonly string[];
}

/** Who got what of a calculation's fee. */
export interface CalculationPayments {
  readonly burned: bigint;
  readonly payments: readonly {
    readonly address: string;
    readonly role: "executor" | "verifier";
    readonly rank: number;
    readonly amount: bigint;
  }[];
}

/** A final calculation of a rewarded model, which earns emission at the epoch's end. */
export interface FinalCalculation {
  readonly fee: bigint;
  /** What it would have cost at the reference price: the cap. */
  readonly referenceFee: bigint;
  readonly executors: readonly string[];
  readonly verifiers: readonly string[];
}

/** Splits fees and keeps account of emission. */
export interface RewardsKeeper {
  /** Moves exactly `fee` out of the escrow account. */
  settleCalculation(ctx: BlockContext, fee: CalculationFee): CalculationPayments;
  recordFinal(ctx: BlockContext, calculation: FinalCalculation): void;
}

/** Faults that tasks reports: provable ones, those that a committee's verdict shows, a stream. */
export type SlashReason =
  | "result_not_revealed"
  | "fingerprint_not_revealed"
  | "verification_not_revealed"
  | "verification_missed"
  | "vote_missed"
  | "vote_not_revealed"
  | "wrong_result"
  | "marginal_result"
  | "wrong_verification"
  | "wrong_vote"
  | "wrong_stream";

/** One fault of one node. */
export interface NodeFault {
  readonly node: string;
  readonly reason: SlashReason;
  /** Part of the node's stake, in millionths. */
  readonly fractionMillionths: bigint;
  /** Operators, or who proved it, who share what is not burned. */
  readonly beneficiaries: readonly string[];
  /** Hash of the task. */
  readonly reference: Uint8Array;
}

/** The one function that takes stake. It asks `takeNodeStake` of this module's keeper. */
export interface SlashingKeeper {
  slashNode(ctx: BlockContext, fault: NodeFault): bigint;
}

/** Keeps licences; the one who calls says for which node, by address. */
export interface LicenceKeeper {
  /** What each stands for, in uasi. */
  licenceStake(ctx: QueryContext): bigint;
  /** How many are behind a node, and what those that count stand for. */
  nodeLicences(
    ctx: QueryContext,
    node: string,
  ): { readonly licences: number; readonly stake: bigint };
  /** Every node that has any. */
  licensedNodes(ctx: QueryContext): readonly string[];
  /** @throws ModuleError when one is not the owner's, backs something or is suspended. */
  backNode(ctx: BlockContext, owner: string, node: string, numbers: readonly number[]): void;
  /** @throws ModuleError when it is not the owner's, not behind the node or taken back already. */
  releaseNodeLicence(
    ctx: BlockContext,
    owner: string,
    node: string,
    number: number,
    untilMs: bigint,
  ): void;
  /** The node is gone: its licences are free. */
  freeNode(ctx: BlockContext, node: string): void;
}

/** Whether `signature` (64 bytes, low s) is `publicKey`'s over `digest`. Never throws. */
export type VerifySignature = (
  signature: Uint8Array,
  digest: Uint8Array,
  publicKey: Uint8Array,
) => boolean;

/** Everything that tasks depends on. */
export interface TasksDeps {
  readonly bank: BankKeeper;
  readonly chain: ChainKeeper;
  readonly rewards: RewardsKeeper;
  readonly slashing: SlashingKeeper;
  readonly licences: LicenceKeeper;
  readonly verifySignature: VerifySignature;
}
