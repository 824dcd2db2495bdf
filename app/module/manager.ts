/**
 * Runs the hooks of all modules in explicit order. A list that forgets a module which has the hook
 * stops the program when it starts, so that adding a module cannot silently change nothing.
 */
import { assert } from "../lib/assert.ts";
import type { BlockContext, QueryContext } from "./context.ts";
import type { AnyModule, ValidatorUpdate } from "./module.ts";

/** Module names in the order of each hook. */
export interface HookOrder {
  readonly genesis: readonly string[];
  readonly beginBlock: readonly string[];
  readonly endBlock: readonly string[];
}

/** JSON of a genesis file's `app_state`: module name → its GenesisState. */
export type GenesisJson = Readonly<Record<string, unknown>>;

export interface ModuleManager {
  readonly modules: readonly AnyModule[];
  /** Default genesis of every module. */
  defaultGenesis(): Record<string, unknown>;
  /** @throws ModuleError, RangeError or WireError naming what is wrong. */
  validateGenesis(genesis: GenesisJson): void;
  /** Validates, then initialises all modules in order. */
  initGenesis(ctx: BlockContext, genesis: GenesisJson): readonly ValidatorUpdate[];
  exportGenesis(ctx: QueryContext): Record<string, unknown>;
  beginBlock(ctx: BlockContext): void;
  endBlock(ctx: BlockContext): readonly ValidatorUpdate[];
  /** Names and findings of all broken invariants. */
  brokenInvariants(ctx: QueryContext): readonly string[];
}

type Loose = AnyModule & {
  readonly genesis: {
    readonly codec: { fromJson(json: unknown): never; toJson(value: unknown): unknown };
    readonly export: (ctx: QueryContext) => unknown;
  };
};

/** @throws AssertionError when `order` is incomplete or names an unknown module. */
export function moduleManager(modules: readonly AnyModule[], order: HookOrder): ModuleManager {
  const byName = new Map(modules.map((module) => [module.name, module as Loose]));
  assert(byName.size === modules.length, "module names are unique");
  const inOrder = (hook: keyof HookOrder, has: (module: AnyModule) => boolean): Loose[] => {
    const wanted = modules.filter(has).map((module) => module.name);
    for (const name of wanted) assert(order[hook].includes(name), `${hook} forgets ${name}`);
    assert(order[hook].length === wanted.length, `${hook} names a module without that hook`);
    return order[hook].map((name) => byName.get(name) as Loose);
  };
  const genesisOrder = inOrder("genesis", () => true);
  const beginOrder = inOrder("beginBlock", (module) => module.beginBlock !== undefined);
  const endOrder = inOrder("endBlock", (module) => module.endBlock !== undefined);

  const validateGenesis = (genesis: GenesisJson): void => {
    for (const name of Object.keys(genesis)) {
      if (!byName.has(name)) throw new RangeError(`app_state: unknown module ${name}`);
    }
    for (const module of genesisOrder) {
      if (genesis[module.name] === undefined) {
        throw new RangeError(`app_state.${module.name} is missing`);
      }
      module.genesis.validate(module.genesis.codec.fromJson(genesis[module.name]));
    }
  };

  return {
    modules,
    defaultGenesis: () =>
      Object.fromEntries(
        genesisOrder.map((m) => [m.name, m.genesis.codec.toJson(m.genesis.defaults)]),
      ),
    validateGenesis,
    initGenesis: (ctx, genesis) => {
      validateGenesis(genesis);
      return oneUpdater(genesisOrder, (module) =>
        module.genesis.init(ctx, module.genesis.codec.fromJson(genesis[module.name])),
      );
    },
    exportGenesis: (ctx) =>
      Object.fromEntries(
        genesisOrder.map((m) => [m.name, m.genesis.codec.toJson(m.genesis.export(ctx))]),
      ),
    beginBlock: (ctx) => {
      for (const module of beginOrder) module.beginBlock?.(ctx);
    },
    endBlock: (ctx) => oneUpdater(endOrder, (module) => module.endBlock?.(ctx) ?? []),
    brokenInvariants: (ctx) =>
      modules.flatMap((module) =>
        module.invariants.flatMap(({ name, check }) => {
          const broken = check(ctx);
          return broken === undefined ? [] : [`${module.name}/${name}: ${broken}`];
        }),
      ),
  };
}

/** CometBFT accepts one change per key and block, so only one module may speak. */
function oneUpdater(
  modules: readonly Loose[],
  run: (module: Loose) => readonly ValidatorUpdate[],
): readonly ValidatorUpdate[] {
  let updates: readonly ValidatorUpdate[] = [];
  for (const module of modules) {
    const own = run(module);
    if (own.length === 0) continue;
    assert(updates.length === 0, "two modules return validator updates");
    updates = own;
  }
  return updates;
}
