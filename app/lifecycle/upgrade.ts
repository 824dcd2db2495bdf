/**
 * What a program does at the height of an upgrade, and which programs may start at all. One that
 * does not know the upgrade stops before the block; one that does migrates, in that block, each
 * module from its recorded version.
 */
import type { Plan } from "../../proto/gen/cosmos/upgrade/v1beta1/upgrade.ts";
import { chainStore } from "../chain/state.ts";
import { present } from "../lib/assert.ts";
import type { BlockContext } from "../module/context.ts";
import type { Readable } from "../module/collections/schema.ts";
import type { AnyModule } from "../module/module.ts";
import { committedState, type Host, isInitialised, latestHeight } from "./host.ts";

/** The chain goes on with another program. Stops this one; the block before is committed. */
export class UpgradeNeeded extends Error {
  override readonly name = "UpgradeNeeded";
  readonly plan: Plan;

  constructor(plan: Plan) {
    const info = plan.info === "" ? "" : ` (${plan.info})`;
    super(`UPGRADE "${plan.name}" NEEDED at height ${plan.height}${info}: install that program`);
    this.plan = plan;
  }
}

/** @throws UpgradeNeeded at the height of an upgrade that this program does not know. */
export function upgradeAt(host: Host, ctx: BlockContext): void {
  const plan = chainStore.plan.get(ctx);
  if (plan === undefined || plan.height !== ctx.block.height) return;
  if (!host.upgrades.includes(plan.name)) throw new UpgradeNeeded(plan);
  for (const module of host.manager.modules) migrate(module, ctx);
  chainStore.plan.delete(ctx);
  chainStore.applied.set(ctx, plan.name, ctx.block.height);
  host.logger.info("upgraded", { plan: plan.name, height: `${plan.height}` });
}

function migrate(module: AnyModule, ctx: BlockContext): void {
  const { name, version } = module;
  for (let from = recorded(ctx, name); from < version; from += 1) {
    const step = present(module.migrations?.[from], `a migration of ${name} from version ${from}`);
    step(ctx);
  }
  chainStore.versions.set(ctx, name, { name, version: BigInt(version) });
}

function recorded(ctx: Readable, name: string): number {
  return Number(chainStore.versions.require(ctx, name).version);
}

/** Why this program must not go on with the state that it has opened; undefined when it may. */
export function versionComplaint(host: Host): string | undefined {
  if (!isInitialised(host)) return undefined;
  const ctx = { state: committedState(host) };
  const plan = chainStore.plan.get(ctx);
  const next = latestHeight(host) + 1n;
  for (const { name, version } of host.manager.modules) {
    const had = recorded(ctx, name);
    if (had === version) continue;
    if (had > version) {
      return `the state of ${name} has version ${had}, this program's is ${version}: it is too old`;
    }
    const isPlanned = plan !== undefined && host.upgrades.includes(plan.name);
    if (!isPlanned) {
      return (
        `the state of ${name} has version ${had}, this program's is ${version}, and no upgrade ` +
        "is planned that it knows"
      );
    }
    if (plan.height !== next) {
      return (
        `this program is for upgrade "${plan.name}" at height ${plan.height}, and the next block ` +
        `is ${next}: run the one before until then`
      );
    }
  }
  return undefined;
}
