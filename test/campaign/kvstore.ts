/** The kvstore example on our ABCI server under real CometBFT, for many blocks. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { base64, utf8 } from "../../app/lib/bytes.ts";
import { ensureCometbft } from "../../cmd/setup/cometbft.mjs";
import { createLog } from "../../cmd/setup/log.mjs";
import { pause } from "../../localnet/stop.ts";
import { AbciServers } from "../kit/abciServer.ts";
import { Comet, initComet } from "../kit/comet.ts";
import { kvstore, kvstoreHash } from "../kit/kvstore.ts";
import type { Campaign, Report } from "./report.ts";

const BLOCKS = 10_000;
const TELL_EVERY_BLOCKS = 500;
const POLL_MS = 10;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const blocks = Number(args[0] ?? BLOCKS);
  const folder = mkdtempSync(join(tmpdir(), "kvstore-"));
  const servers = new AbciServers();
  let comet: Comet | undefined;
  try {
    const binary = await ensureCometbft({ log: createLog() });
    initComet(binary, folder);
    const server = await servers.start({}, { application: kvstore() });
    comet = new Comet(binary, folder, server.address);
    const sent = await feed(report, comet, blocks);
    const { response } = await comet.rpc("abci_info");
    report.figure("blocks", await comet.height());
    report.figure("transactions", sent);
    report.figure("log lines and faults of the server", server.lines.length + server.fatal.length);
    if (response.last_block_app_hash !== base64(kvstoreHash(sent))) {
      throw new Error(`the app hash is not that of ${sent} transactions`);
    }
    if (server.lines.length + server.fatal.length > 0) throw new Error(server.lines.join("\n"));
  } finally {
    await comet?.stop();
    await servers.stop();
    servers.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sends a transaction for every new height until `blocks` are made; resolves to their number. */
async function feed(report: Report, comet: Comet, blocks: number): Promise<number> {
  let sent = 0;
  let told = 0;
  for (let height = 0; height < blocks; ) {
    const now = await comet.height();
    if (now === height) {
      await pause(POLL_MS);
      continue;
    }
    height = now;
    const { code } = await comet.rpc("broadcast_tx_sync", { tx: base64(utf8(`k${sent}=v`)) });
    if (code !== 0) throw new Error(`transaction ${sent} was refused with code ${code}`);
    sent += 1;
    if (height >= told + TELL_EVERY_BLOCKS) {
      told = height;
      report.progress(`height ${height} of ${blocks}`);
    }
  }
  // What was sent last is in a block, and its hash in the next.
  const last = await comet.height();
  while ((await comet.height()) < last + 3) await pause(POLL_MS);
  return sent;
}

/** `npm run campaign -- kvstore [BLOCKS]`. */
export const campaign: Campaign = {
  name: "kvstore",
  summary: "The kvstore example runs under real CometBFT for 10,000 blocks, and its hash is right.",
  run,
};
