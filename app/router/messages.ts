/** Type URL → message declaration, derived from the modules. */
import { assert } from "../lib/assert.ts";
import type { AnyModule, MessageSpec } from "../module/module.ts";

/** A message declaration with its types forgotten. */
export type RoutedMessage = MessageSpec<unknown, unknown> & { readonly module: string };

export type MessageRouter = ReadonlyMap<string, RoutedMessage>;

/** @throws AssertionError when two modules declare one type. */
export function messageRouter(modules: readonly AnyModule[]): MessageRouter {
  const routes = new Map<string, RoutedMessage>();
  for (const module of modules) {
    for (const declared of module.messages) {
      const spec = declared as unknown as MessageSpec<unknown, unknown>;
      const { typeUrl } = spec.request;
      assert(!routes.has(typeUrl), `${typeUrl} is declared twice`);
      routes.set(typeUrl, { ...spec, module: module.name });
    }
  }
  return routes;
}
