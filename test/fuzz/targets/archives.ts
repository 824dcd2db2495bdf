/** Snapshots in files, which people give each other: `aegisd snapshots load` reads them. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concatBytes, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { SnapshotFolder, snapshotOf } from "../../../app/store/snapshotFolder.ts";
import { SNAPSHOT_FORMAT } from "../../../app/store/snapshotRows.ts";
import { archiveHead, loadArchive } from "../../../cmd/aegisd/commands/snapshots/archive.ts";
import { CommandError } from "../../../cmd/aegisd/exit.ts";
import { SnapshotMetadata } from "../../../proto/gen/aegis/app/v1/app.ts";
import { type FuzzTarget, refusing, require } from "../target.ts";

const HEIGHT = 10n;
/** What stands in a chunk is not looked at before the state is restored from it. */
const CHUNK = utf8("pairs of a state");

function archive(): Uint8Array {
  const metadata = SnapshotMetadata.create({
    stores: ["bank", "tasks"],
    appHash: sha256(CHUNK),
    pairs: 1n,
    chunkHashes: [sha256(CHUNK)],
  });
  const snapshot = snapshotOf(HEIGHT, SNAPSHOT_FORMAT, metadata);
  return concatBytes(archiveHead({ snapshot, metadata, bytes: CHUNK.length }), CHUNK);
}

/** The target. */
export function archiveTarget(): FuzzTarget {
  const folder = mkdtempSync(join(tmpdir(), "aegis-fuzz-"));
  const path = join(folder, "input");
  const home = join(folder, "snapshots");
  return {
    name: "snapshots in files",
    promise: "a sentence that names the file, and nothing kept; or a snapshot that is listed",
    seeds: [archive()],
    share: 0.05,
    run: (input) => {
      writeFileSync(path, input);
      rmSync(home, { recursive: true, force: true });
      const snapshots = new SnapshotFolder(home);
      const outcome = refusing(
        () => {
          const height = loadArchive(path, snapshots);
          const listed = snapshots.list().map(({ snapshot }) => snapshot.height);
          require(listed.length === 1 && listed[0] === height, "it was taken and is not listed");
        },
        (error) => error instanceof CommandError && error.message.includes(path),
      );
      const kept = existsSync(home) ? readdirSync(home).length : 0;
      require(kept === (outcome === "accepted" ? 1 : 0), "something of it was kept");
      return outcome;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
