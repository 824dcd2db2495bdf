/**
 * The process that kills.ts kills: commits one block after the other and prints each
 * height and app hash once it is durable. The blocks depend on the height only.
 */
import { openStore } from "../../../app/store/multistore.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { changesAt, KILLED_KEPT, KILLED_STORES } from "./killedBlocks.ts";

const store = openStore({
  path: process.argv[2] as string,
  storeNames: KILLED_STORES,
  keptVersions: KILLED_KEPT,
});
for (;;) {
  const height = store.latest().height + 1n;
  const appHash = store.apply(changesAt(height), height);
  store.commit();
  // Synchronous on a pipe, so that what the parent reads was durable before.
  process.stdout.write(`${height} ${hex(appHash)}\n`);
}
