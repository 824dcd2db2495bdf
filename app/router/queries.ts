/** Query path ("/package.Service/Method") → query declaration, derived from the modules. */
import { assert } from "../lib/assert.ts";
import type { AnyModule, QuerySpec } from "../module/module.ts";

export type QueryRouter = ReadonlyMap<string, QuerySpec<unknown, unknown>>;

/** @throws AssertionError when two modules declare one path. */
export function queryRouter(modules: readonly AnyModule[]): QueryRouter {
  const routes = new Map<string, QuerySpec<unknown, unknown>>();
  for (const module of modules) {
    for (const declared of module.queries) {
      const spec = declared as unknown as QuerySpec<unknown, unknown>;
      assert(!routes.has(spec.method.path), `${spec.method.path} is declared twice`);
      routes.set(spec.method.path, spec);
    }
  }
  return routes;
}
