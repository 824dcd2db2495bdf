/** Kills a committing process again and again and judges what its file holds then. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { hex } from "../../../app/lib/bytes.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { openStore } from "../../../app/store/multistore.ts";
import { isDurableAt, KILL_POINTS, type KillPlan, killArgs, killEnv } from "../../kit/killPlan.ts";
import { changesAt, KILLED_KEPT, KILLED_STORES } from "./killedBlocks.ts";
import { drawFrom, temporaryFolder } from "./kit.ts";

const STORE_FILE = fileURLToPath(new URL("../../../app/store/multistore.ts", import.meta.url));
/** Longest life of a process after its first commit. */
const DELAY_MS_MAX = 300;
const child = fileURLToPath(new URL("./killed.ts", import.meta.url));

/** When a process dies: so long after its first commit, or by itself at a named point. */
export type Death = { readonly delayMs: number } | KillPlan;

/** Runs a committing process until it is killed, and returns what it printed. */
function runAndKill(path: string, death: Death): Promise<string[]> {
  const isTimed = "delayMs" in death;
  const points = isTimed ? [] : killArgs();
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, ["--import=tsx", ...points, child, path], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(isTimed ? {} : killEnv(death, STORE_FILE)) },
    });
    let out = "";
    let errors = "";
    run.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (out === "" && isTimed) setTimeout(() => run.kill("SIGKILL"), death.delayMs);
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

/** `kills` deaths at moments drawn from `seed`. */
export function randomDeaths(kills: number, seed: number): Death[] {
  const draw = drawFrom(seed);
  return Array.from({ length: kills }, () => ({ delayMs: draw(DELAY_MS_MAX) }));
}

/** One death at each named point, when old versions are folded away too. */
export function namedDeaths(): Death[] {
  return KILL_POINTS.map((point, i) => ({ point, count: KILLED_KEPT + 2 + i }));
}

/**
 * Lets a process die each of `deaths`, and requires its file to hold the last commit, whole, with
 * the right hash, after each. Returns the height it came to.
 */
export async function killRepeatedly(deaths: readonly Death[]): Promise<bigint> {
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
  // What the process before has left, for one that dies in its first commit.
  let before = "0";
  try {
    for (const death of deaths) {
      const lines = await runAndKill(path, death);
      const [last = "0", printedHash] = (lines.at(-1) ?? before).split(" ");
      const store = openStore({ path, storeNames: KILLED_STORES, keptVersions: KILLED_KEPT });
      const { height, appHash } = store.latest();
      judgeUpTo(height);
      // The next commit may have become durable before the process could say so.
      const next = BigInt(last) + 1n;
      if ("delayMs" in death) expect([BigInt(last), next]).to.include(height);
      else expect(height, death.point).to.equal(isDurableAt(death.point) ? next : BigInt(last));
      if (last !== "0") expect(hashes.get(BigInt(last))).to.equal(printedHash);
      expect(hex(appHash)).to.equal(hashes.get(height));
      for (let at = store.oldestHeight; at <= height; at += 1n) {
        expect(hex(store.at(at)?.appHash ?? new Uint8Array(0))).to.equal(hashes.get(at));
      }
      before = `${height} ${hex(appHash)}`;
      store.close();
    }
    return judge.latest().height;
  } finally {
    folder.remove();
  }
}
