/** Which blocks CometBFT may forget. */
import { existsSync } from "node:fs";
import type { SnapshotFolder } from "../../../app/store/snapshotFolder.ts";
import { readGenesis } from "../genesis/document.ts";

/** Blocks for which evidence can be brought, as genesis says. */
function evidenceBlocks(genesis: string): bigint {
  if (!existsSync(genesis)) return 0n;
  return BigInt(readGenesis(genesis).consensus_params.evidence.max_age_num_blocks);
}

/**
 * The oldest height that CometBFT keeps after a commit, 0 for all. `keptBlocks` is what the
 * operator wants, 0 for all.
 */
export function retention(
  genesis: string,
  keptBlocks: number,
  snapshots: SnapshotFolder,
): (height: bigint) => bigint {
  if (keptBlocks === 0) return () => 0n;
  const evidence = evidenceBlocks(genesis);
  const kept = BigInt(keptBlocks) > evidence ? BigInt(keptBlocks) : evidence;
  return (height) => {
    const wanted = height - kept + 1n;
    if (wanted <= 1n) return 0n;
    // Who joins from a snapshot needs the blocks after it.
    const oldest = snapshots.list().at(-1)?.snapshot.height ?? wanted;
    return oldest < wanted ? oldest : wanted;
  };
}
