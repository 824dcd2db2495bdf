/** What the commands of `aegisd snapshots` share. */
import { existsSync } from "node:fs";
import { openStore, type Store } from "../../../../app/store/multistore.ts";
import { type ListedSnapshot, SnapshotFolder } from "../../../../app/store/snapshotFolder.ts";
import { SNAPSHOT_FORMAT } from "../../../../app/store/snapshotRows.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import { CommandError, usageError } from "../../exit.ts";
import { homePaths } from "../../home/paths.ts";
import { readAppSettings } from "../../home/settings/index.ts";
import { keptVersionsOf } from "../../home/settings/state.ts";
import { storeNames } from "../../node/application.ts";

/** The snapshots of a home. */
export function folderOf(home: string): SnapshotFolder {
  return new SnapshotFolder(homePaths(home).snapshots);
}

/** Its state, which a running node has locked. @throws StoreError. */
export function openState(home: string): Store {
  const { state, appToml } = homePaths(home);
  const { pruning, keptVersions } = readAppSettings(appToml);
  const kept = keptVersionsOf(pruning, keptVersions);
  return openStore({ path: state, storeNames: storeNames(), keptVersions: kept });
}

/** The snapshot at the height that was typed. @throws CommandError when there is none. */
export function requireSnapshot(folder: SnapshotFolder, height: string): ListedSnapshot {
  if (!/^[1-9]\d{0,15}$/.test(height)) throw usageError(`"${height}" is not a height`);
  const found = existsSync(folder.path) ? folder.read(BigInt(height), SNAPSHOT_FORMAT) : undefined;
  if (found === undefined) {
    throw new CommandError(`there is no snapshot at height ${height}: see aegisd snapshots list`);
  }
  return found;
}

/** A snapshot for people and programs. */
export function snapshotJson({ snapshot, metadata, bytes }: ListedSnapshot): object {
  return {
    height: `${snapshot.height}`,
    format: snapshot.format,
    chunks: snapshot.chunks,
    pairs: `${metadata.pairs}`,
    bytes,
    app_hash: hex(metadata.appHash).toUpperCase(),
    hash: hex(snapshot.hash).toUpperCase(),
  };
}
