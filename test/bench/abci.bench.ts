/**
 * Cost of the ABCI socket alone: an application that answers at once, loaded from another process.
 *
 * Last: Node 20.20.2, two busy AMD EPYC cores, 2026-11-23, requests per second over unix / tcp:
 * one at a time 36,000 / 25,000, at most 256 at once 194,000 / 180,000, 10,000 at once
 * 219,000 / 195,000, at 3 to 5 µs of the server's CPU each; InitChain of 256 MB 1.0 s.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { baseApplication } from "../../app/abci/application.ts";
import { frame } from "../../app/abci/framing.ts";
import { type AbciServer, serve } from "../../app/abci/server.ts";
import { silentLogger } from "../../app/lib/log.ts";
import { Request, RequestInitChain } from "../../proto/gen/tendermint/abci/types.ts";
import { AbciPeer } from "../kit/abciPeer.ts";

const LOADER = fileURLToPath(new URL("../kit/abciLoad.ts", import.meta.url));
const TX_BYTES = 300;
const STATE_BYTES = 256 * 2 ** 20;

/** Seconds that another process needs for `count` requests, `window` of them at once. */
function load(address: string, count: number, window: number): Promise<number> {
  const args = ["--import=tsx", LOADER, address, `${count}`, `${window}`, `${TX_BYTES}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(Number(text));
      else reject(new Error(`the loader ended with ${code}`));
    });
  });
}

async function checkTxRates(server: AbciServer, name: string): Promise<void> {
  for (const [count, window] of [
    [20_000, 1],
    [200_000, 256],
    [400_000, 10_000],
  ] as const) {
    const before = process.cpuUsage();
    const seconds = await load(server.address, count, window);
    const { user, system } = process.cpuUsage(before);
    const rate = Math.round(count / seconds).toLocaleString("en");
    const cost = ((user + system) / count).toFixed(1);
    console.log(`  ${name}, ${window} at once`.padEnd(28), `${rate}/s, ${cost} µs of CPU each`);
  }
}

async function initChainTime(server: AbciServer): Promise<void> {
  const peer = await AbciPeer.connect(server.address);
  const initChain = RequestInitChain.create({ appStateBytes: new Uint8Array(STATE_BYTES) });
  const parts = frame(Request.encode(Request.create({ initChain })));
  const start = process.hrtime.bigint();
  for (const part of parts) peer.write(part);
  await peer.take(1);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  peer.close();
  console.log("  InitChain of 256 MB".padEnd(28), `${seconds.toFixed(2)} s`);
}

/** Prints CheckTx per second over both kinds of socket, and how long the largest frame takes. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "abci-"));
  console.log(`ABCI socket, CheckTx of ${TX_BYTES} bytes`);
  try {
    for (const address of [`unix://${join(folder, "abci.sock")}`, "tcp://127.0.0.1:0"]) {
      const server = await serve({
        application: baseApplication(),
        address,
        logger: silentLogger,
        onFatal: (error) => {
          throw error;
        },
      });
      const name = address.slice(0, address.indexOf(":"));
      await checkTxRates(server, name);
      if (name === "unix") await initChainTime(server);
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
