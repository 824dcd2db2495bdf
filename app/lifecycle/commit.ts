/** Commit makes the executed block durable: one SQLite transaction, then memory is let go. */
import type { ResponseCommit } from "../../proto/gen/tendermint/abci/types.ts";
import { assert } from "../lib/assert.ts";
import type { Host } from "./host.ts";

/** @throws StoreError when the disk fails; the node stops and restarts at the last commit. */
export function commit(host: Host): ResponseCommit {
  assert(host.executed !== undefined, "Commit without an executed block");
  host.store.commit();
  host.executed = undefined;
  host.genesis = undefined;
  host.check = undefined;
  const { height } = host.store.latest();
  host.onCommit?.(height);
  return { retainHeight: host.retainHeight(height) };
}
