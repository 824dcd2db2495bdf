/** A later version of the program: an upgrade "v2" that changes what bank says of a coin. */
import { buildModules, type Modules } from "../../app/modules.ts";
import type { AnyModule } from "../../app/module/module.ts";
import type { ProgramVersion } from "../../cmd/aegisd/node/application.ts";
import { metadata } from "../../modules/bank/state.ts";
import { Metadata } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";

export const UPGRADE_NAME = "v2";
/** What the migration writes, and nothing else. */
export const MIGRATED_SYMBOL = "ASI2";

function newer(module: AnyModule): AnyModule {
  if (module.name !== "bank") return module;
  return {
    ...module,
    version: module.version + 1,
    migrations: {
      [module.version]: (ctx) => {
        const before = metadata.get(ctx, "uasi") ?? Metadata.create({ base: "uasi" });
        metadata.set(ctx, "uasi", { ...before, symbol: MIGRATED_SYMBOL });
      },
    },
  };
}

/** The later version. Hooks and messages are those of this one. */
export function newerProgram(): ProgramVersion {
  const { manager, ...rest } = buildModules();
  const modules: Modules = {
    ...rest,
    manager: { ...manager, modules: manager.modules.map(newer) },
  };
  return { modules, upgrades: [UPGRADE_NAME] };
}
