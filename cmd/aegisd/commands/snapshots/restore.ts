/** `aegisd snapshots restore`: the state from a snapshot of the same home. */
import { existsSync, renameSync } from "node:fs";
import type { Command } from "commander";
import { decodeRows } from "../../../../app/store/snapshotRows.ts";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import { homePaths } from "../../home/paths.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { folderOf, openState, requireSnapshot } from "./shared.ts";

const SIDE_FILES = ["", "-wal", "-shm"];

const DETAILS = `\
For a state that is damaged or lost beside CometBFT's data that are whole: the state is put back
to the snapshot's height, and at the next start CometBFT has the blocks after it executed again.
The old state is moved aside, not deleted. The node must be stopped. A new node without CometBFT's
data joins by state sync instead: aegisd statesync-config.`;

/** The command. */
export function restoreCommand(io: Io): Command {
  return makeCommand<{ readonly home: string }>(io, {
    name: "restore",
    summary: "put the state back to a snapshot",
    details: DETAILS,
    args: [{ name: "height", about: "height of the snapshot" }],
    options: [homeOption()],
    examples: ["aegisd snapshots restore 1000"],
    run: ({ args, options }) => restore(io, options.home, args[0] ?? ""),
  });
}

function restore(io: Io, home: string, height: string): void {
  const folder = folderOf(home);
  const listed = requireSnapshot(folder, height);
  // All chunks are read and checked before anything is moved.
  for (const _ of folder.checkedChunks(listed));
  const { state } = homePaths(home);
  const aside = `${state}.before-restore`;
  if (existsSync(aside)) {
    throw new CommandError(`${aside} is there from an earlier restore: move or delete it first`);
  }
  for (const ending of SIDE_FILES) {
    if (existsSync(`${state}${ending}`)) renameSync(`${state}${ending}`, `${aside}${ending}`);
  }
  const store = openState(home);
  try {
    const { snapshot, metadata } = listed;
    store.restore(snapshot.height, metadata.appHash, () =>
      decodeRows(folder.checkedChunks(listed)),
    );
    io.err(
      `aegisd: the state is that of height ${snapshot.height}; the old one is in ${aside}\n` +
        "aegisd: start the node: CometBFT has the blocks since then executed again\n",
    );
  } finally {
    store.close();
  }
}
