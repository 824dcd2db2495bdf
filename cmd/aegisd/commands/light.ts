/** `aegisd light`: follows a chain by signatures alone, and asks its state with proofs. */
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { LightClient } from "../../../app/client/light/client.ts";
import { ForkError, LightError } from "../../../app/client/light/error.ts";
import { provenValue, rpcProvider } from "../../../app/client/light/provider.ts";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { TRUSTING_PERIOD_MS } from "../../../app/client/receipt/trust.ts";
import type { ReceiptBlock } from "../../../app/client/receipt/header.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { callComet } from "../api/backend.ts";
import {
  keepFork,
  readTrustText,
  rememberedTrust,
  rememberTrust,
  type Trust,
} from "../../lib/lightTrust.ts";
import { makeCommand } from "../command.ts";
import { CommandError, usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { homePaths } from "../home/paths.ts";
import { homeOption, nodeOption, outputOption, parseHeight } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

/** Options of `aegisd light`. */
export interface LightOptions {
  readonly node: string;
  readonly witness: readonly string[];
  readonly trust?: Trust;
  readonly height?: number;
  readonly follow?: boolean;
  readonly store?: string;
  readonly key?: Uint8Array;
  readonly home: string;
  readonly output: OutputFormat;
}

const FOLLOW_PAUSE_MS = 1_000;

const DETAILS = `\
HEIGHT:HASH is all that is believed: take it from a source that you trust. Every header after it
must be signed by more than two thirds of its validators and by more than a third of those trusted
before. What was verified last is kept in the home's data/light.json, so that later calls need no
--trust. Witnesses are asked for the same headers; two signed headers of one height are a fork,
which ends with code 1 and writes both to data/light-fork.json.`;

/** The command. */
export function lightCommand(io: Io): Command {
  return makeCommand<LightOptions>(io, {
    name: "light",
    summary: "verify headers and state without trusting a node",
    details: DETAILS,
    options: [
      nodeOption(),
      witnessOption(),
      new Option("--trust <height:hash>", "a header that you trust").argParser(parseTrust),
      new Option("--height <height>", "verify this header (default: the latest)").argParser(
        parseHeight,
      ),
      new Option("--follow", "go on with every new header until Ctrl-C"),
      new Option("--store <name>", "with --key: prove a value of this store"),
      new Option("--key <hex>", "the key in the store").argParser(parseKey),
      homeOption(),
      outputOption(),
    ],
    examples: [
      "aegisd light --trust 1:6F0C... --witness http://other:26657",
      "aegisd light --store bank --key 01...",
    ],
    run: ({ options }) => runLight(io, options),
  });
}

/** `--witness URL`, several times. */
export function witnessOption(): Option {
  return new Option("--witness <url>", "another node that must agree; may be given several times")
    .argParser((url: string, all: readonly string[]) => [...all, url])
    .default([], "none");
}

/** Reads HEIGHT:HASH. @throws InvalidArgumentError */
export function parseTrust(text: string): Trust {
  const trust = readTrustText(text);
  if (trust === undefined) throw new InvalidArgumentError("expected HEIGHT:HASH, 64 hex digits");
  return trust;
}

/** Reads a key in hex. @throws InvalidArgumentError */
export function parseKey(text: string): Uint8Array {
  if (/^([0-9a-fA-F]{2}){1,4096}$/.test(text)) return fromHex(text);
  throw new InvalidArgumentError("expected bytes in hex");
}

/** Where a home keeps what was verified last. */
export function stateFile(home: string): string {
  return join(homePaths(home).data, "light.json");
}

function remembered(home: string, chainId: string): Trust | undefined {
  try {
    return rememberedTrust(stateFile(home), chainId);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message);
    throw error;
  }
}

/** Follows headers, or proves a value. @throws CommandError */
export async function runLight(io: Io, options: LightOptions): Promise<void> {
  if ((options.store === undefined) !== (options.key === undefined)) {
    throw usageError("--store and --key go together");
  }
  const { chainId } = await httpRpc(options.node).status();
  const trust = options.trust ?? remembered(options.home, chainId);
  if (trust === undefined) throw usageError("--trust is needed the first time");
  try {
    const client = await LightClient.start({
      chainId,
      primary: rpcProvider(options.node),
      witnesses: options.witness.map(rpcProvider),
      trust,
      trustingPeriodMs: TRUSTING_PERIOD_MS,
      nowMs: () => Date.now(),
      onDropped: (url, reason) => io.err(`aegisd: the witness ${url} is dropped: ${reason}\n`),
    });
    if (options.store === undefined) await headers(io, client, options);
    else await state(io, client, options);
    rememberTrust(stateFile(options.home), client.latest.fact);
  } catch (error) {
    throw explainedLight(options.home, error);
  }
}

async function headers(io: Io, client: LightClient, options: LightOptions): Promise<void> {
  const show = (block: ReceiptBlock): void => print(io, options.output, headerJson(client, block));
  const { height } = options;
  show(height === undefined ? await client.update() : await client.verify(BigInt(height)));
  if (options.follow !== true) return;
  let isStopped = false;
  process.once("SIGINT", () => {
    isStopped = true;
  });
  while (!isStopped) {
    await new Promise((resolve) => setTimeout(resolve, FOLLOW_PAUSE_MS));
    const before = client.latest.fact.height;
    const block = await client.update();
    if (block.fact.height > before) show(block);
  }
}

function headerJson(client: LightClient, { fact }: ReceiptBlock): object {
  return {
    chain_id: fact.chainId,
    height: `${fact.height}`,
    hash: fact.hash.toUpperCase(),
    app_hash: fact.appHash.toUpperCase(),
    validators_hash: fact.validatorsHash.toUpperCase(),
    time: fact.time,
    witnesses: client.witnessUrls,
  };
}

async function state(io: Io, client: LightClient, options: LightOptions): Promise<void> {
  const latest = (await client.update()).fact.height;
  const height = BigInt(options.height ?? latest - 1n);
  const { store = "", key = new Uint8Array(0) } = options;
  const call = (method: string, params: object): Promise<unknown> =>
    callComet(httpRpc(options.node).url, method, params);
  const proven = await provenValue(client, call, { store, key, height });
  print(io, options.output, {
    store,
    key: hex(key),
    value: proven.value === undefined ? null : hex(proven.value),
    height: `${proven.height}`,
    time: proven.header.time,
    header: {
      height: `${proven.header.height}`,
      hash: proven.header.hash.toUpperCase(),
      app_hash: proven.header.appHash.toUpperCase(),
    },
  });
}

/** Where a home keeps both headers of a fork. */
export function forkFile(home: string): string {
  return join(homePaths(home).data, "light-fork.json");
}

/** The error in words for an operator; evidence of a fork is kept. */
export function explainedLight(home: string, error: unknown): unknown {
  if (error instanceof LightError) return new CommandError(`${error.message} [${error.code}]`);
  if (error instanceof ProofError) {
    return new CommandError(`the node's answer is not what the chain has: ${error.message}`);
  }
  if (!(error instanceof ForkError)) return error;
  const path = forkFile(home);
  keepFork(path, error);
  return new CommandError(`FORK: ${error.message}; both headers are in ${path}`);
}
