/** Kills a committing process again and again and judges what its file holds then. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { hex } from "../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { openStore } from "../../../app/store/multistore.ts";
import { changesAt, KILLED_KEPT, KILLED_STORES } from "./killedBlocks.ts";
import { drawFrom, temporaryFolder } from "./kit.ts";

/** Longest life of a process after its first commit. */
const DELAY_MS_MAX = 300;
const child = fileURLToPath(new URL("./killed.ts", import.meta.url));

/** Kills a committing process `delayMs` after its first commit, and returns what it printed. */
function runAndKill(path: string, delayMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, ["--import=tsx", child, path], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let errors = "";
    run.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (out === "") setTimeout(() => run.kill("SIGKILL"), delayMs);
      out += text;
    });
    run.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    run.on("error", reject);
    run.on("close", (_code, signal) => {
      if (signal === "SIGKILL") resolve(out.split("\n").slice(0, -1));
      else reject(new Error(`the process ended by itself: ${errors}`));
    });
  });
}

/**
 * Kills a process `kills` times at moments drawn from `seed`, and requires its file to hold the
 * last commit, whole, with the right hash. Returns the height it came to.
 */
export async function killRepeatedly(kills: number, seed: number): Promise<bigint> {
  const folder = temporaryFolder();
  const path = join(folder.path, "state.db");
  const judge = openMemoryStore({ storeNames: KILLED_STORES, keptVersions: KILLED_KEPT });
  const hashes = new Map<bigint, string>();
  const judgeUpTo = (height: bigint): void => {
    for (let at = judge.latest().height + 1n; at <= height; at += 1n) {
      hashes.set(at, hex(judge.apply(changesAt(at), at)));
      judge.commit();
    }
  };
  const draw = drawFrom(seed);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const lines = await runAndKill(path, draw(DELAY_MS_MAX));
      const [last = "0", printedHash] = (lines.at(-1) ?? "0").split(" ");
      const store = openStore({ path, storeNames: KILLED_STORES, keptVersions: KILLED_KEPT });
      const { height, appHash } = store.latest();
      judgeUpTo(height);
      // The next commit may have become durable before the process could say so.
      expect([BigInt(last), BigInt(last) + 1n]).to.include(height);
      expect(hashes.get(BigInt(last))).to.equal(printedHash);
      expect(hex(appHash)).to.equal(hashes.get(height));
      for (let at = store.oldestHeight; at <= height; at += 1n) {
        expect(hex(store.at(at)?.appHash ?? new Uint8Array(0))).to.equal(hashes.get(at));
      }
      store.close();
    }
    return judge.latest().height;
  } finally {
    folder.remove();
  }
}
