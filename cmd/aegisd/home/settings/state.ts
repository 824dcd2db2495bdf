/** Settings of the state and its history. */
import { readChoice, readInteger, type Setting } from "./setting.ts";

const PRUNING = ["default", "nothing", "everything", "custom"] as const;

export type Pruning = (typeof PRUNING)[number];

/** Committed heights that stay answerable under each mode but `custom`. */
const KEPT: Readonly<Record<Exclude<Pruning, "custom">, number>> = {
  default: 100,
  nothing: 1_000_000,
  everything: 2,
};

/** How many committed heights stay answerable. */
export function keptVersionsOf(pruning: Pruning, keptVersions: number): number {
  return pruning === "custom" ? keptVersions : KEPT[pruning];
}

/** Their table. */
export const STATE_SETTINGS: {
  readonly pruning: Setting<Pruning>;
  readonly keptVersions: Setting<number>;
  readonly minRetainBlocks: Setting<number>;
  readonly snapshotInterval: Setting<number>;
  readonly snapshotKeepRecent: Setting<number>;
} = {
  pruning: {
    name: "pruning",
    about:
      "Which committed heights queries can ask for: default (the last 100), everything (the last " +
      "2), nothing (a million; each costs memory in proportion to what its block changed), or " +
      "custom, which is what kept-versions says.",
    initial: "default",
    read: readChoice(PRUNING),
  },
  keptVersions: {
    name: "kept-versions",
    about: "Committed heights that stay answerable when pruning is custom.",
    initial: 100,
    read: readInteger(1, 1_000_000),
  },
  minRetainBlocks: {
    name: "min-retain-blocks",
    about:
      "Blocks that CometBFT keeps, 0 for all. Never fewer than evidence can be brought for, nor " +
      "those after the oldest snapshot.",
    initial: 0,
    read: readInteger(0, 1_000_000_000),
  },
  snapshotInterval: {
    name: "snapshot.interval",
    about: "Take a snapshot for state sync every so many heights; 0 for never.",
    initial: 0,
    read: readInteger(0, 1_000_000_000),
  },
  snapshotKeepRecent: {
    name: "snapshot.keep-recent",
    about: "Snapshots that are kept; 0 for all.",
    initial: 2,
    read: readInteger(0, 1_000_000),
  },
};
