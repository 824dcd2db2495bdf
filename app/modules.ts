/**
 * The modules in dependency order, what each is given of the others, and the explicit order of
 * every hook. The only file of app/ that imports modules/.
 */
import { authModule } from "../modules/auth/index.ts";
import { bankModule } from "../modules/bank/index.ts";
import { type CheckpointsKeeper, checkpointsModule } from "../modules/checkpoints/index.ts";
import {
  DISTRIBUTION_ACCOUNT,
  FEE_COLLECTOR,
  POOL_ACCOUNT,
  REWARDS_ACCOUNT,
  type RewardsKeeper,
  rewardsModule,
} from "../modules/rewards/index.ts";
import {
  SLASHING_ACCOUNT,
  type SlashingKeeper,
  slashingModule,
} from "../modules/slashing/index.ts";
import {
  BONDED_POOL,
  LICENCES_ACCOUNT,
  NOT_BONDED_POOL,
  type StakingHooks,
  stakingModule,
} from "../modules/staking/index.ts";
import {
  DEPOSIT_ACCOUNT,
  ESCROW_ACCOUNT,
  STAKE_ACCOUNT,
  type TasksKeeper,
  tasksModule,
} from "../modules/tasks/index.ts";
import type { AnteDeps } from "./ante/deps.ts";
import type { BeaconStaking } from "./beacon/deps.ts";
import { chainModule } from "./chain/module.ts";
import { GAS_PER_SIGNATURE, GAS_PER_TX_BYTE, MEMO_BYTES_MAX, TX_SIGNERS_MAX } from "./constants.ts";
import { moduleAddress } from "./lib/address.ts";
import { present } from "./lib/assert.ts";
import { type HookOrder, type ModuleManager, moduleManager } from "./module/manager.ts";
import type { AnyModule } from "./module/module.ts";
import { verifySignature } from "./tx/signature.ts";

/** Accounts that modules hold coins in; "minter" and "burner" allow to change the supply there. */
const MODULE_ACCOUNTS = [
  { name: FEE_COLLECTOR, permissions: [] },
  { name: REWARDS_ACCOUNT, permissions: ["minter", "burner"] },
  { name: POOL_ACCOUNT, permissions: [] },
  { name: DISTRIBUTION_ACCOUNT, permissions: [] },
  { name: BONDED_POOL, permissions: ["burner"] },
  { name: NOT_BONDED_POOL, permissions: ["burner"] },
  { name: LICENCES_ACCOUNT, permissions: [] },
  { name: SLASHING_ACCOUNT, permissions: ["burner"] },
  { name: ESCROW_ACCOUNT, permissions: ["burner"] },
  { name: STAKE_ACCOUNT, permissions: ["burner"] },
  { name: DEPOSIT_ACCOUNT, permissions: [] },
] as const;

const ORDER: HookOrder = {
  // Accounts before coins, coins before everything that compares its books with a balance.
  genesis: ["app", "auth", "bank", "staking", "slashing", "rewards", "checkpoints", "tasks"],
  // Who is at fault is punished before anything is paid. Checkpoints close before the block's
  // messages. Draws happen before them too, from the registry as the last block left it.
  beginBlock: ["slashing", "checkpoints", "rewards", "tasks"],
  // Timed exits first: what becomes final in an epoch's last block is paid in that epoch. Validator
  // changes last, after everything that may jail.
  endBlock: ["tasks", "rewards", "staking"],
};

/** What the host takes from the modules. */
export interface Modules {
  readonly manager: ModuleManager;
  readonly anteDeps: AnteDeps;
  readonly staking: BeaconStaking;
}

/** Tells each listener in turn. They are made after staking, so that it asks for them late. */
function tellAll(listeners: () => readonly Partial<StakingHooks>[]): StakingHooks {
  const tell =
    <N extends keyof StakingHooks>(name: N) =>
    (...what: Parameters<StakingHooks[N]>): void => {
      for (const listener of listeners()) {
        (listener[name] as ((...all: typeof what) => void) | undefined)?.(...what);
      }
    };
  return {
    afterValidatorCreated: tell("afterValidatorCreated"),
    afterValidatorRemoved: tell("afterValidatorRemoved"),
    beforeValidatorModified: tell("beforeValidatorModified"),
    beforeDelegationCreated: tell("beforeDelegationCreated"),
    beforeDelegationSharesModified: tell("beforeDelegationSharesModified"),
    afterDelegationModified: tell("afterDelegationModified"),
    beforeDelegationRemoved: tell("beforeDelegationRemoved"),
    beforeValidatorSlashed: tell("beforeValidatorSlashed"),
    afterValidatorBonded: tell("afterValidatorBonded"),
    afterValidatorBeginUnbonding: tell("afterValidatorBeginUnbonding"),
  };
}

/** Makes and wires all modules. */
export function buildModules(): Modules {
  const chain = chainModule();
  const auth = authModule({
    moduleAccounts: MODULE_ACCOUNTS,
    limits: {
      memoBytesMax: MEMO_BYTES_MAX,
      signersMax: TX_SIGNERS_MAX,
      gasPerTxByte: GAS_PER_TX_BYTE,
      gasPerSignature: GAS_PER_SIGNATURE,
    },
  });
  const bank = bankModule({ auth: auth.keeper, moduleAccounts: MODULE_ACCOUNTS });
  // Staking and slashing call tasks, which calls them, and staking asks checkpoints: bound late.
  let stakes: TasksKeeper | undefined;
  let attested: CheckpointsKeeper | undefined;
  let earned: RewardsKeeper | undefined;
  let judge: SlashingKeeper | undefined;
  const holder = (): TasksKeeper => present(stakes, "the holder of stakes");
  const staking = stakingModule({
    bank: bank.keeper,
    nodes: {
      licencesChanged: (ctx, node, backing) => holder().licencesChanged(ctx, node, backing),
    },
    hooks: tellAll(() => [present(earned, "who earns").hooks, present(judge, "who judges").hooks]),
    checkpoints: {
      recentAttesters: (ctx) => present(attested, "who attested").recentAttesters(ctx),
    },
  });
  const rewards = rewardsModule({ bank: bank.keeper, staking: staking.keeper });
  earned = rewards.keeper;
  const slashing = slashingModule({
    bank: bank.keeper,
    staking: staking.keeper,
    licences: staking.keeper,
    rewards: rewards.keeper,
    stakes: {
      nodeStake: (ctx, node) => holder().nodeStake(ctx, node),
      nodeOperator: (ctx, node) => holder().nodeOperator(ctx, node),
      takeNodeStake: (ctx, node, amount, to) => holder().takeNodeStake(ctx, node, amount, to),
    },
  });
  judge = slashing.keeper;
  const checkpoints = checkpointsModule({
    staking: staking.keeper,
    rewards: rewards.keeper,
    slashing: slashing.keeper,
  });
  attested = checkpoints.keeper;
  const tasks = tasksModule({
    bank: bank.keeper,
    chain: chain.keeper,
    rewards: rewards.keeper,
    slashing: slashing.keeper,
    licences: staking.keeper,
    verifySignature,
  });
  stakes = tasks.keeper;
  const core = [chain, auth, bank, staking] as readonly unknown[];
  const modules = [...core, slashing, rewards, checkpoints, tasks] as readonly unknown[];
  return {
    manager: moduleManager(modules as readonly AnyModule[], ORDER),
    anteDeps: {
      auth: auth.keeper,
      bank: bank.keeper,
      feeCollector: moduleAddress(FEE_COLLECTOR),
    },
    staking: staking.keeper,
  };
}
