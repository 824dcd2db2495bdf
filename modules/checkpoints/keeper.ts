/** What other modules may ask of checkpoints. */
import type { QueryContext } from "../../app/module/context.ts";
import { recentAttesters } from "./recent.ts";

export interface CheckpointsKeeper {
  /**
   * Bitfield over slots: who attested at least one of the last two final checkpoints; undefined
   * until two are final.
   */
  readonly recentAttesters: (ctx: QueryContext) => Uint8Array | undefined;
}

export const keeper: CheckpointsKeeper = { recentAttesters };
