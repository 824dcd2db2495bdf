/**
 * A real CometBFT with one validator and hardly any pause between blocks, for tests of what it
 * talks to. Its RPC is on a unix socket, so that no port can be taken.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Child } from "./child.ts";

/** Settings of config.toml in the order of their tables, where a name alone would not do. */
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/^timeout_commit = .*$/m, 'timeout_commit = "0s"'],
  [/^skip_timeout_commit = .*$/m, "skip_timeout_commit = true"],
  [/^timeout_propose = .*$/m, 'timeout_propose = "10s"'],
  [/^addr_book_strict = .*$/m, "addr_book_strict = false"],
  [/^pprof_laddr = .*$/m, 'pprof_laddr = ""'],
];

/** Makes a home with a validator of its own. */
export function initComet(binary: string, home: string): void {
  const made = spawnSync(binary, ["init", "--home", home], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`cometbft init: ${made.stdout}${made.stderr}`);
  const file = join(home, "config", "config.toml");
  const text = SETTINGS.reduce(
    (toml, [pattern, line]) => {
      if (!pattern.test(toml)) throw new Error(`config.toml has no ${pattern.source}`);
      return toml.replace(pattern, line);
    },
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}

/** A running CometBFT. */
export class Comet extends Child {
  private readonly socketPath: string;

  /** Starts it in `home`, made by `initComet`, with the application at `proxyApp`. */
  constructor(binary: string, home: string, proxyApp: string) {
    const socketPath = join(home, "rpc.sock");
    super(binary, [
      "start",
      ...["--home", home, "--proxy_app", proxyApp, "--log_level", "error"],
      ...["--rpc.laddr", `unix://${socketPath}`, "--p2p.laddr", "tcp://127.0.0.1:0"],
    ]);
    this.socketPath = socketPath;
  }

  /** Calls a method of the RPC. @throws Error for an error answer, or when it does not listen. */
  rpc(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<CometResult> {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    return new Promise((resolve, reject) => {
      const call = request({ socketPath: this.socketPath, method: "POST", path: "/" }, (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => {
          text += chunk.toString("utf8");
        });
        answer.on("end", () => {
          const { result, error } = JSON.parse(text);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${JSON.stringify(error)}`));
        });
      });
      call.on("error", reject);
      call.setHeader("Content-Type", "application/json");
      call.end(body);
    });
  }

  /** The last block that was executed; 0 while it does not answer yet. */
  async height(): Promise<number> {
    try {
      const { sync_info: info } = await this.rpc("status");
      return Number(info.latest_block_height);
    } catch {
      return 0;
    }
  }
}

/** What an RPC method gives; its shape is in CometBFT's documents. */
// biome-ignore lint/suspicious/noExplicitAny: a shape per method; tests read a field or two
export type CometResult = any;
