/** `aegisd statesync-config`: tells CometBFT to begin with a snapshot of other nodes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { parse, stringify } from "smol-toml";
import { hex } from "../../../app/lib/bytes.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import { makeCommand } from "../command.ts";
import { CommandError, usageError } from "../exit.ts";
import { homePaths } from "../home/paths.ts";
import type { Io } from "../io.ts";
import { homeOption, parseHeight } from "../options.ts";

/** Snapshots of the last hours are younger than the trusted header. */
const TRUST_BLOCKS_BACK = 200;
const TRUST_PERIOD = "168h0m0s";

interface StatesyncOptions {
  readonly home: string;
  readonly rpc?: string;
  readonly trustHeight?: number;
  readonly trustHash?: string;
  readonly off?: boolean;
}

const DETAILS = `\
Writes [statesync] of config/config.toml; the next start of an empty home takes the state from a
snapshot, whose app hash CometBFT's light client checks from the trusted header on. Without
--trust-height and --trust-hash they are asked of the first server and printed: compare them with
somebody you trust before you start.`;

/** The command. */
export function statesyncConfigCommand(io: Io): Command {
  return makeCommand<StatesyncOptions>(io, {
    name: "statesync-config",
    summary: "join a network by state sync at the next start",
    details: DETAILS,
    options: [
      new Option("--rpc <urls>", "RPC addresses of two nodes or more, with commas between"),
      new Option("--trust-height <height>", "height of a header that you trust").argParser(
        parseHeight,
      ),
      new Option("--trust-hash <hash>", "its hash, in hex"),
      new Option("--off", "begin with the first block again"),
      homeOption(),
    ],
    examples: [
      "aegisd statesync-config --rpc http://one:26657,http://two:26657",
      "aegisd statesync-config --off",
    ],
    run: ({ options }) => configure(io, options),
  });
}

async function configure(io: Io, options: StatesyncOptions): Promise<void> {
  const { configToml, state } = homePaths(options.home);
  if (!existsSync(configToml))
    throw new CommandError(`${configToml} is missing: aegisd init first`);
  if (options.off === true) {
    write(configToml, { enable: false });
    return;
  }
  if (existsSync(state)) {
    throw new CommandError(`${state} is there: only a node without any state can sync it`);
  }
  const servers = (options.rpc ?? "").split(",").filter((url) => url !== "");
  if (servers.length < 2) throw usageError("--rpc needs two addresses: each checks the other");
  const trust = await trustOf(options, servers[0] as string);
  write(configToml, {
    enable: true,
    rpc_servers: servers.join(","),
    trust_height: trust.height,
    trust_hash: trust.hash,
    trust_period: TRUST_PERIOD,
  });
  io.err(`aegisd: trusting the header of height ${trust.height}, hash ${trust.hash}\n`);
}

async function trustOf(
  { trustHeight, trustHash }: StatesyncOptions,
  server: string,
): Promise<{ readonly height: number; readonly hash: string }> {
  if (trustHash !== undefined && !/^[0-9a-fA-F]{64}$/.test(trustHash)) {
    throw usageError("--trust-hash is 64 hex digits");
  }
  if ((trustHeight === undefined) !== (trustHash === undefined)) {
    throw usageError("--trust-height and --trust-hash go together");
  }
  if (trustHeight !== undefined && trustHash !== undefined) {
    return { height: trustHeight, hash: trustHash.toUpperCase() };
  }
  const rpc = httpRpc(server);
  const { height } = await rpc.status();
  const trusted = Math.max(1, height - TRUST_BLOCKS_BACK);
  const { hash } = await rpc.block(trusted);
  return { height: trusted, hash: hex(hash).toUpperCase() };
}

function write(path: string, statesync: Readonly<Record<string, unknown>>): void {
  const text = readFileSync(path, "utf8");
  const header = /^(#.*\n)+/.exec(text)?.[0] ?? "";
  writeFileSync(path, `${header}\n${stringify({ ...parse(text), statesync })}`);
}
