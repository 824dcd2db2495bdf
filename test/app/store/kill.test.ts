/** kill -9 at any moment: the file holds the last commit, whole, with the right hash. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { hex } from "../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { openStore } from "../../../app/store/multistore.ts";
import { changesAt, KILLED_KEPT, KILLED_STORES } from "./killedBlocks.ts";
import { drawFrom, temporaryFolder } from "./kit.ts";

const KILLS = 8;
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

describe("a store whose process is killed", () => {
  it("comes back to its last commit with the right hash, and goes on", async () => {
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
    const draw = drawFrom(7);
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const lines = await runAndKill(path, draw(60));
        const [last, printedHash] = (lines.at(-1) ?? "0 ").split(" ");
        const store = openStore({ path, storeNames: KILLED_STORES, keptVersions: KILLED_KEPT });
        const { height, appHash } = store.latest();
        judgeUpTo(height);
        // The next commit may have become durable before the process could say so.
        expect([BigInt(last ?? 0), BigInt(last ?? 0) + 1n]).to.include(height);
        expect(hashes.get(BigInt(last ?? 0))).to.equal(printedHash);
        expect(hex(appHash)).to.equal(hashes.get(height));
        for (let at = store.oldestHeight; at <= height; at += 1n) {
          expect(hex(store.at(at)?.appHash ?? new Uint8Array(0))).to.equal(hashes.get(at));
        }
        store.close();
      }
    } finally {
      folder.remove();
    }
  }).timeout(60_000);
});
