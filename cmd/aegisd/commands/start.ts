/** `aegisd start`: runs the node, with CometBFT as its child unless told otherwise. */
import { type Command, Option } from "commander";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import type { LogFormat } from "../../lib/log.ts";
import { logOptions } from "../../lib/logOptions.ts";
import { makeCommand } from "../command.ts";
import { CommandError, EXIT, usageError } from "../exit.ts";
import type { AppSettings } from "../home/settings/index.ts";
import type { Io } from "../io.ts";
import { runNode } from "../node/run.ts";
import { homeOption } from "../options.ts";

interface StartOptions {
  readonly home: string;
  readonly comet: boolean;
  readonly address?: string;
  readonly rpcLaddr?: string;
  readonly p2pLaddr?: string;
  readonly minimumGasPrices?: string;
  readonly logLevel?: string;
  readonly logFormat?: LogFormat;
  readonly cometLogLevel?: string;
  readonly grpcAddress?: string;
  readonly metricsAddress?: string;
  readonly api: boolean;
  readonly apiAddress?: string;
}

const ALONE_ADDRESS = "tcp://127.0.0.1:26658";

const DETAILS = `\
Finds CometBFT by COMETBFT_BIN, then on the PATH, then where "npm start" has built it. When CometBFT
or the application ends, the other is stopped. Ctrl-C stops both; a second one ends CometBFT at
once. Logs go to standard error, CometBFT's with a prefix. Options that are left out have the values
of config/app.toml and config/config.toml.`;

/** The command. */
export function startCommand(io: Io): Command {
  return makeCommand<StartOptions>(io, {
    name: "start",
    summary: "run the node",
    details: DETAILS,
    options: [
      homeOption(),
      new Option("--no-comet", "run the application alone; CometBFT is started by somebody else"),
      new Option(
        "--address <address>",
        "where the application listens: unix:///path or tcp://host:port",
      ),
      new Option("--rpc-laddr <address>", "CometBFT's RPC, tcp://host:port").env(
        "AEGISD_RPC_LADDR",
      ),
      new Option("--p2p-laddr <address>", "for other nodes, tcp://host:port").env(
        "AEGISD_P2P_LADDR",
      ),
      new Option("--minimum-gas-prices <price>", "least price for the mempool").env(
        "AEGISD_MINIMUM_GAS_PRICES",
      ),
      ...logOptions("AEGISD"),
      new Option(
        "--comet-log-level <level>",
        "of CometBFT, such as info or consensus:debug,*:error",
      ),
      new Option("--grpc-address <address>", "host:port of the gRPC server; empty for none").env(
        "AEGISD_GRPC_ADDRESS",
      ),
      new Option("--metrics-address <address>", "host:port of a Prometheus endpoint").env(
        "AEGISD_METRICS_ADDRESS",
      ),
      new Option("--no-api", "serve no REST"),
      new Option("--api-address <address>", "host:port of the REST server").env(
        "AEGISD_API_ADDRESS",
      ),
    ],
    examples: ["aegisd start", "aegisd start --no-comet --address tcp://127.0.0.1:26658"],
    run: ({ options }) => start(io, options),
  });
}

async function start(io: Io, options: StartOptions): Promise<void> {
  const { home, comet, address } = options;
  const { reason, exitCode } = await runNode({
    home,
    withComet: comet,
    address: address ?? (comet ? undefined : ALONE_ADDRESS),
    settings: settingsOf(options),
    rpcAddress: options.rpcLaddr,
    p2pAddress: options.p2pLaddr,
    cometLogLevel: options.cometLogLevel,
    onLine: (line) => io.err(`${line}\n`),
  });
  if (exitCode !== EXIT.ok) throw new CommandError(`the node has stopped: ${reason}`, exitCode);
}

function checkedAddress(text: string): string {
  if (/^.+:\d{1,5}$/.test(text)) return text;
  throw usageError("--api-address must be host:port");
}

function settingsOf(options: StartOptions): Partial<AppSettings> {
  const { minimumGasPrices, logLevel, logFormat, metricsAddress, api } = options;
  const { apiAddress, grpcAddress } = options;
  let price: Partial<AppSettings> = {};
  if (minimumGasPrices !== undefined) {
    try {
      price = { minimumGasPrice: parseGasPrice(minimumGasPrices) };
    } catch (error) {
      throw usageError(error instanceof Error ? error.message : "not a price");
    }
  }
  return {
    ...price,
    ...(logLevel === undefined ? {} : { logLevel }),
    ...(logFormat === undefined ? {} : { logFormat }),
    ...(grpcAddress === undefined ? {} : { grpcAddress }),
    ...(metricsAddress === undefined ? {} : { metricsAddress }),
    ...(api ? {} : { apiEnable: false }),
    ...(apiAddress === undefined ? {} : { apiAddress: checkedAddress(apiAddress) }),
  };
}
