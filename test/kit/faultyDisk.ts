/** A store on a disk of its own that fills up and is made read-only; needs the right to mount. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import type { Changes } from "../../app/store/changes.ts";
import { StoreError } from "../../app/store/errors.ts";
import { openStore, type Store } from "../../app/store/multistore.ts";

const DISK_BYTES = 4_000_000;
const BALLAST_BYTES = 1_500_000;
const VALUE_BYTES = 20_000;
const COMMITS_MAX = 1_000;

/** What the store said of each fault, and that it went on afterwards. */
export interface DiskFaults {
  readonly full: string;
  readonly readOnly: string;
  readonly heightWhenFull: bigint;
  readonly heightAtEnd: bigint;
}

function changesAt(height: bigint): Changes {
  const key = sha256(utf8(`key ${height}`));
  return new Map([["bank", [[key, new Uint8Array(VALUE_BYTES).fill(Number(height % 250n) + 1)]]]]);
}

function commitNext(store: Store): void {
  const height = store.latest().height + 1n;
  store.apply(changesAt(height), height);
  store.commit();
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return "no error";
}

/**
 * Fills a small disk, frees some space, makes it read-only and writable again.
 * @throws Error when the state afterwards is not that of the last commit.
 */
export function sufferDiskFaults(): DiskFaults {
  const folder = mkdtempSync(join(tmpdir(), "aegis-disk-"));
  const mount = (...args: string[]): unknown =>
    execFileSync("mount", [...args, folder], { stdio: "pipe" });
  mount("-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs");
  try {
    const ballast = join(folder, "ballast");
    writeFileSync(ballast, new Uint8Array(BALLAST_BYTES));
    const open = (): Store => openStore({ path: join(folder, "state.db"), storeNames: ["bank"] });
    let store = open();
    let full = "no error";
    for (let i = 0; i < COMMITS_MAX && full === "no error"; i += 1) {
      full = refusalOf(() => commitNext(store));
    }
    const { height: heightWhenFull, appHash } = store.latest();
    refusalOf(() => store.close());
    rmSync(ballast);
    store = open();
    const found = store.latest();
    if (found.height !== heightWhenFull || hex(found.appHash) !== hex(appHash)) {
      throw new Error(`height ${found.height} came back instead of ${heightWhenFull}`);
    }
    commitNext(store);
    store.close();
    mount("-o", "remount,ro");
    const readOnly = refusalOf(open);
    mount("-o", "remount,rw");
    store = open();
    commitNext(store);
    const heightAtEnd = store.latest().height;
    store.close();
    return { full, readOnly, heightWhenFull, heightAtEnd };
  } finally {
    execFileSync("umount", [folder], { stdio: "pipe" });
    rmSync(folder, { recursive: true });
  }
}
