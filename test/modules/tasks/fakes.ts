/**
 * Stand-ins for what tasks depends on. They keep their books in the same state, so that a discarded
 * branch takes them along, and they account exactly: a sum over all balances is the supply.
 */
import { moduleAddress } from "../../../app/lib/address.ts";
import { mulDiv } from "../../../app/lib/coin.ts";
import { addressKey, integerValue } from "../../../app/module/collections/codecs.ts";
import { StateSchema } from "../../../app/module/collections/schema.ts";
import type { BlockContext, QueryContext } from "../../../app/module/context.ts";
import { ModuleError } from "../../../app/module/error.ts";
import { verifySignature } from "../../../app/tx/signature.ts";
import type { TasksDeps, FinalCalculation, NodeFault } from "../../../modules/tasks/deps.ts";
import type { TasksKeeper } from "../../../modules/tasks/keeper.ts";

const schema = new StateSchema("bank");
const balances = schema.map(1, "balances", addressKey, integerValue);
const supplyItem = schema.item(2, "supply", integerValue);

export function balanceOf(ctx: QueryContext, address: string): bigint {
  return balances.get(ctx, address) ?? 0n;
}

export function supplyOf(ctx: QueryContext): bigint {
  return supplyItem.get(ctx) ?? 0n;
}

/** Sum over all accounts: must be the supply. */
export function sumOfBalances(ctx: QueryContext): bigint {
  return [...balances.entries(ctx)].reduce((sum, [, amount]) => sum + amount, 0n);
}

function add(ctx: BlockContext, address: string, amount: bigint): void {
  balances.set(ctx, address, balanceOf(ctx, address) + amount);
}

/** Makes coins: genesis of the tests. */
export function mint(ctx: BlockContext, address: string, amount: bigint): void {
  add(ctx, address, amount);
  supplyItem.set(ctx, supplyOf(ctx) + amount);
}

function send(ctx: BlockContext, from: string, to: string, amount: bigint): void {
  if (amount <= 0n) throw new Error("the keeper is never asked to send nothing");
  if (balanceOf(ctx, from) < amount) throw new ModuleError("bank", 5, "insufficient funds");
  add(ctx, from, -amount);
  add(ctx, to, amount);
}

function burn(ctx: BlockContext, moduleName: string, amount: bigint): void {
  const from = moduleAddress(moduleName);
  if (balanceOf(ctx, from) < amount) throw new ModuleError("bank", 5, "insufficient funds");
  add(ctx, from, -amount);
  supplyItem.set(ctx, supplyOf(ctx) - amount);
}

/** What the fakes were told. */
export interface Record {
  readonly faults: NodeFault[];
  readonly final: FinalCalculation[];
}

/** A chain without licences. */
const noLicences: TasksDeps["licences"] = {
  licenceStake: () => 1_000_000_000n,
  nodeLicences: () => ({ licences: 0, stake: 0n }),
  licensedNodes: () => [],
  backNode: () => undefined,
  releaseNodeLicence: () => undefined,
  freeNode: () => undefined,
};

/** Dependencies of a world; `keeper` is asked for late, because slashing needs tasks itself. */
export function fakeDeps(
  record: Record,
  keeper: () => TasksKeeper,
  clockStepMaxMs: bigint,
): TasksDeps {
  return {
    bank: {
      balance: balanceOf,
      send,
      burn,
      isBlocked: (address) => address === moduleAddress("tasks_escrow"),
    },
    chain: { params: () => ({ clockStepMaxMs }) },
    verifySignature,
    licences: noLicences,
    rewards: {
      settleCalculation: (ctx, { escrow, fee, executors, verifiers }) => {
        const burned = mulDiv(fee, 5n, 100n);
        const executorPool = mulDiv(fee - burned, 7n, 10n);
        const pools = [
          { role: "executor", pool: executorPool, who: executors },
          { role: "verifier", pool: fee - burned - executorPool, who: verifiers },
        ] as const;
        const payments = pools.flatMap(({ role, pool, who }) =>
          who.map((address, rank) => {
            const part = pool / BigInt(who.length);
            const amount = rank === 0 ? pool - part * BigInt(who.length - 1) : part;
            if (amount > 0n) send(ctx, moduleAddress(escrow), address, amount);
            return { address, role, rank, amount };
          }),
        );
        burn(ctx, escrow, burned);
        return { burned, payments };
      },
      recordFinal: (_, calculation) => record.final.push(calculation),
    },
    slashing: {
      slashNode: (ctx, fault) => {
        record.faults.push(fault);
        const stake = keeper().nodeStake(ctx, fault.node) ?? 0n;
        const amount = mulDiv(stake, fault.fractionMillionths, 1_000_000n);
        const taken = keeper().takeNodeStake(ctx, fault.node, amount, "slashing");
        const share =
          fault.beneficiaries.length === 0 ? 0n : taken / 2n / BigInt(fault.beneficiaries.length);
        for (const one of fault.beneficiaries) {
          if (share > 0n) send(ctx, moduleAddress("slashing"), one, share);
        }
        burn(ctx, "slashing", taken - share * BigInt(fault.beneficiaries.length));
        return taken;
      },
    },
  };
}
