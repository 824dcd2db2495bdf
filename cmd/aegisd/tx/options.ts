/** Options of every command that sends a transaction. */
import { InvalidArgumentError, Option } from "commander";
import { MEMO_BYTES_MAX } from "../../../app/constants.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { yesOption } from "../confirm.ts";
import type { KeyringBackend } from "../keyring/keyring.ts";
import {
  chainIdOption,
  homeOption,
  keyringOption,
  nodeOption,
  outputOption,
  parseHeight,
  secondsOption,
} from "../options.ts";
import type { OutputFormat } from "../output.ts";

/** Price that fees are computed with when neither --fees nor --gas-prices is given. */
export const DEFAULT_GAS_PRICES = "0.025uasi";

export interface TxOptions {
  readonly home: string;
  readonly keyringBackend: KeyringBackend;
  readonly node: string;
  readonly output: OutputFormat;
  readonly chainId?: string;
  readonly from?: string;
  /** In uasi. */
  readonly fees?: bigint;
  /** In uasi per million gas. */
  readonly gasPrices: bigint;
  readonly gas: bigint | "auto";
  /** In thousandths. */
  readonly gasAdjustment: bigint;
  readonly note: string;
  readonly timeoutHeight?: number;
  readonly broadcastMode: "sync" | "async";
  readonly wait?: boolean;
  readonly waitTimeout: number;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly generateOnly?: boolean;
}

function parsed<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : "not valid");
    }
  };
}

function parseFees(text: string): bigint {
  if (/^(0|[1-9]\d{0,18})uasi$/.test(text)) return BigInt(text.slice(0, -"uasi".length));
  throw new InvalidArgumentError('expected an amount such as "2000uasi"');
}

function parseGas(text: string): bigint | "auto" {
  if (text === "auto") return "auto";
  if (/^[1-9]\d{0,12}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('expected "auto" or a whole number');
}

function parseAdjustment(text: string): bigint {
  const thousandths = Math.round(Number(text) * 1000);
  if (thousandths >= 1000 && thousandths <= 10_000) return BigInt(thousandths);
  throw new InvalidArgumentError("expected a factor from 1 to 10");
}

function parseNote(text: string): string {
  if (Buffer.byteLength(text) <= MEMO_BYTES_MAX) return text;
  throw new InvalidArgumentError(`a note has at most ${MEMO_BYTES_MAX} bytes`);
}

/** Those on what happens to a signed transaction. */
export function deliveryOptions(): readonly Option[] {
  return [
    new Option("--broadcast-mode <mode>", "sync waits for the mempool's check, async does not")
      .choices(["sync", "async"])
      .default("sync"),
    new Option("--wait", "wait until a block has it, and print its result"),
    secondsOption("--wait-timeout", "longest time to wait", 60),
  ];
}

/** All of them, new for each command. */
export function txOptions(): readonly Option[] {
  return [
    new Option("--from <key>", "name or address of the key that signs").env("AEGISD_FROM"),
    new Option("--fees <coins>", "fee, such as 2000uasi (default: gas × gas prices)").argParser(
      parseFees,
    ),
    new Option("--gas-prices <price>", "price per gas")
      .env("AEGISD_GAS_PRICES")
      .argParser(parsed(parseGasPrice))
      .default(parseGasPrice(DEFAULT_GAS_PRICES), DEFAULT_GAS_PRICES),
    new Option("--gas <limit>", "gas limit, or auto: simulated × adjustment")
      .argParser(parseGas)
      .default("auto"),
    new Option("--gas-adjustment <factor>", "factor on simulated gas")
      .argParser(parseAdjustment)
      .default(1_100n, "1.1"),
    new Option("--note <text>", "memo of the transaction").argParser(parseNote).default(""),
    new Option("--timeout-height <height>", "last height that may include it").argParser(
      parseHeight,
    ),
    chainIdOption(),
    nodeOption(),
    ...deliveryOptions(),
    yesOption(),
    new Option("--dry-run", "only simulate, and print the gas that it needs"),
    new Option("--generate-only", "print the unsigned transaction as JSON; sends nothing"),
    homeOption(),
    keyringOption(),
    outputOption(),
  ];
}
