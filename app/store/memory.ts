/** The store without a file, for tests and simulation. */
import { KEPT_VERSIONS_DEFAULT } from "./limits.ts";
import { Store, type StoreOptions } from "./multistore.ts";
import { sortedStoreNames, VersionedTrees } from "./versions.ts";

/** A store whose versions live as long as the process. */
export function openMemoryStore(options: StoreOptions): Store {
  const trees = new VersionedTrees(sortedStoreNames(options.storeNames));
  return new Store(trees, options.keptVersions ?? KEPT_VERSIONS_DEFAULT, undefined);
}
