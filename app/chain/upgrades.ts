/**
 * Upgrades in Cosmos' form: the authority names a height, at which programs that do not know the
 * upgrade stop, and those that do migrate every module from its recorded version to theirs.
 */
import {
  MsgCancelUpgrade,
  MsgCancelUpgradeResponse,
  MsgSoftwareUpgrade,
  MsgSoftwareUpgradeResponse,
} from "../../proto/gen/cosmos/upgrade/v1beta1/tx.ts";
import { Query as UpgradeQuery } from "../../proto/gen/cosmos/upgrade/v1beta1/query.ts";
import type { Plan } from "../../proto/gen/cosmos/upgrade/v1beta1/upgrade.ts";
import { present } from "../lib/assert.ts";
import type { TxContext } from "../module/context.ts";
import { type Message, message, type Query, query } from "../module/module.ts";
import { errors } from "./errors.ts";
import { chainStore } from "./state.ts";

const UPGRADE_GAS = 20_000n;
const NAME_MAX = 100;
const INFO_MAX = 10_000;
const HEIGHT_MAX = BigInt(Number.MAX_SAFE_INTEGER);

function validatePlan(plan: Plan | undefined): Plan {
  if (plan === undefined) throw errors.invalidPlan("plan is missing");
  const { name, height, info, time, upgradedClientState } = plan;
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(name) || name.length > NAME_MAX) {
    throw errors.invalidPlan("name must be letters, digits, dots and dashes");
  }
  if (height < 1n || height > HEIGHT_MAX) throw errors.invalidPlan("height must be at least 1");
  if (info.length > INFO_MAX) throw errors.invalidPlan(`info has at most ${INFO_MAX} characters`);
  if (time !== undefined && (time.nanos !== 0 || !isZeroTime(time.seconds))) {
    throw errors.invalidPlan("upgrades are by height, not by time");
  }
  if (upgradedClientState !== undefined) throw errors.invalidPlan("there are no IBC clients");
  return plan;
}

/** Clients write Go's zero time, the first second of year 1, or nothing. */
function isZeroTime(seconds: bigint): boolean {
  return seconds === 0n || seconds === -62_135_596_800n;
}

function requireAuthority(ctx: TxContext, authority: string): void {
  if (authority !== ctx.block.authority) throw errors.unauthorized();
}

const softwareUpgrade: Message = message<MsgSoftwareUpgrade, MsgSoftwareUpgradeResponse>({
  request: MsgSoftwareUpgrade,
  response: MsgSoftwareUpgradeResponse,
  amino: { name: "cosmos-sdk/MsgSoftwareUpgrade" },
  signer: (msg) => msg.authority,
  gas: () => UPGRADE_GAS,
  validate: (msg) => {
    validatePlan(msg.plan);
  },
  execute: (ctx, msg) => {
    requireAuthority(ctx, msg.authority);
    const plan = present(msg.plan, "a plan");
    if (plan.height <= ctx.block.height) throw errors.invalidPlan("height must be in the future");
    if (chainStore.applied.has(ctx, plan.name)) throw errors.planApplied(plan.name);
    // A later plan replaces one that has not come.
    chainStore.plan.set(ctx, { ...plan, time: undefined });
    return {};
  },
  commandLine: {
    summary: "stop all programs at a height that do not know an upgrade (authority only)",
    example:
      "aegisd tx app software-upgrade --name v2 --height 1000 --info https://... --from authority",
    flat: ["plan"],
  },
});

const cancelUpgrade: Message = message<MsgCancelUpgrade, MsgCancelUpgradeResponse>({
  request: MsgCancelUpgrade,
  response: MsgCancelUpgradeResponse,
  amino: { name: "cosmos-sdk/MsgCancelUpgrade" },
  signer: (msg) => msg.authority,
  gas: () => UPGRADE_GAS,
  validate: () => {},
  execute: (ctx, msg) => {
    requireAuthority(ctx, msg.authority);
    if (chainStore.plan.get(ctx) === undefined) throw errors.noPlan();
    chainStore.plan.delete(ctx);
    return {};
  },
  commandLine: {
    summary: "take an upgrade back that has not come (authority only)",
    example: "aegisd tx app cancel-upgrade --from authority",
  },
});

export const upgradeMessages: readonly Message[] = [softwareUpgrade, cancelUpgrade];

export const upgradeQueries: readonly Query[] = [
  query({
    method: UpgradeQuery.CurrentPlan,
    rest: "/cosmos/upgrade/v1beta1/current_plan",
    handle: (ctx) => ({ plan: chainStore.plan.get(ctx) }),
    commandLine: {
      summary: "the upgrade that is to come",
      example: "aegisd query app current-plan",
    },
  }),
  query({
    method: UpgradeQuery.AppliedPlan,
    rest: "/cosmos/upgrade/v1beta1/applied_plan/{name}",
    handle: (ctx, { name }) => ({ height: chainStore.applied.get(ctx, name) ?? 0n }),
    commandLine: {
      summary: "the height at which an upgrade was made, 0 when it was not",
      example: "aegisd query app applied-plan v2",
      positional: ["name"],
    },
  }),
  query({
    method: UpgradeQuery.ModuleVersions,
    rest: "/cosmos/upgrade/v1beta1/module_versions",
    handle: (ctx, { moduleName }) => {
      const all = [...chainStore.versions.entries(ctx)].map(([, version]) => version);
      const some = all.filter(({ name }) => moduleName === "" || name === moduleName);
      return { moduleVersions: some };
    },
    commandLine: {
      summary: "versions of the modules' state",
      example: "aegisd query app module-versions",
    },
  }),
  query({
    method: UpgradeQuery.Authority,
    rest: "/cosmos/upgrade/v1beta1/authority",
    handle: (ctx) => ({ address: chainStore.params.require(ctx).authority }),
    commandLine: {
      summary: "the account that may upgrade and change parameters",
      example: "aegisd query app authority",
    },
  }),
];
