/** What the machine must have: CometBFT, memory, open files, clock. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { COMETBFT_VERSION, findCometbft } from "../../setup/cometbft.mjs";
import { type Finding, failed, looking, ok, warning } from "./finding.ts";

const GIB = 2 ** 30;
const MEMORY_MIN = 2 * GIB;
const OPEN_FILES_MIN = 4_096;

/** Looks at the machine. */
export async function machineFindings(): Promise<readonly Finding[]> {
  const parts = await Promise.all([
    looking("CometBFT", "Set COMETBFT_BIN to a program that runs.", comet),
    looking("memory", "", memory),
    looking("open files", "", openFiles),
  ]);
  return parts.flat();
}

function comet(): Finding {
  const binary = findCometbft();
  if (binary === undefined) {
    const advice = `Set COMETBFT_BIN, or put cometbft v${COMETBFT_VERSION} on the PATH.`;
    return failed("CometBFT", "was not found", advice);
  }
  const said = execFileSync(binary, ["version"], { encoding: "utf8", timeout: 20_000 });
  const version = said.trim().replace(/^v/, "").split("+")[0] ?? "";
  if (version.startsWith("0.38.")) return ok("CometBFT", `${version} in ${binary}`);
  return warning(
    "CometBFT",
    `${version} in ${binary}`,
    `Tested with ${COMETBFT_VERSION}; wallets know only 0.38 by its number.`,
  );
}

function memory(): Finding {
  const bytes = totalmem();
  const detail = `${(bytes / GIB).toFixed(1)} GiB`;
  if (bytes >= MEMORY_MIN) return ok("memory", detail);
  return warning("memory", detail, "The whole state is in memory: 2 GiB are the least.");
}

function openFiles(): Finding {
  const limits = "/proc/self/limits";
  if (!existsSync(limits)) return ok("open files", "not known on this system");
  const match = /Max open files\s+(\d+|unlimited)/.exec(readFileSync(limits, "utf8"));
  const most = match?.[1] === "unlimited" ? Number.POSITIVE_INFINITY : Number(match?.[1] ?? 0);
  if (most >= OPEN_FILES_MIN) return ok("open files", `${most}`);
  const advice = `Raise the limit to ${OPEN_FILES_MIN}: LimitNOFILE in the unit, or ulimit -n.`;
  return warning("open files", `${most}`, advice);
}
