/** config.toml of a resource node's home: what is written by `init` and read by everything else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "smol-toml";
import type { KeyringBackend } from "../../aegisd/keyring/keyring.ts";
import { KERNEL_CLASS, KERNEL_CLASSES } from "../engine/profile.ts";
import { readTrustText } from "../../lib/lightTrust.ts";
import { LOG_FORMATS, type LogFormat } from "../../lib/log.ts";
import { parseLogLevels } from "../../lib/logLevels.ts";

/** Settings of a resource node. */
export interface ResourceConfig {
  readonly chainId: string;
  /** RPC address of a CometBFT node, http://host:port. */
  readonly nodeUrl: string;
  /** Path of the GGUF file. */
  readonly modelPath: string;
  /** Threads per evaluation. */
  readonly threads: number;
  /** Kernel class that it computes in: the one of its registration. */
  readonly kernelClass: string;
  /** What is paid per gas, such as "0.025uasi". */
  readonly gasPrices: string;
  readonly keyringBackend: KeyringBackend;
  /** `host:port` of a Prometheus endpoint; empty means none. */
  readonly metricsAddress: string;
  /** One level, or one for each part: `runner:debug,*:info`. */
  readonly logLevel: string;
  readonly logFormat: LogFormat;
  /** Whether prompts and answers appear in logs. */
  readonly logPrompts: boolean;
  /** Percent of soft final results that an idle node checks again, and challenges if wrong. */
  readonly challengeSharePercent: number;
  /** Time between two looks at the chain's height, in milliseconds. */
  readonly pollMs: number;
  /** Whether the node's word is taken for nothing that state says. */
  readonly verify: boolean;
  /** "HEIGHT:HASH" of a header that is trusted; empty when none is. */
  readonly trust: string;
  /** RPC addresses of nodes that must agree on headers. */
  readonly witnesses: readonly string[];
}

/** What a setting is when it is left out. */
export const CONFIG_DEFAULTS: Omit<ResourceConfig, "chainId" | "nodeUrl" | "modelPath"> = {
  threads: 1,
  kernelClass: KERNEL_CLASS,
  gasPrices: "0.025uasi",
  keyringBackend: "file",
  metricsAddress: "",
  logLevel: "info",
  logFormat: "json",
  logPrompts: false,
  challengeSharePercent: 2,
  pollMs: 250,
  verify: false,
  trust: "",
  witnesses: [],
};

const THREADS_MAX = 256;
const POLL_MS_MIN = 20;
const POLL_MS_MAX = 60_000;

/** Path of the settings in `home`. */
export function configPath(home: string): string {
  return join(home, "config.toml");
}

/** Text of config.toml. */
export function configToml(config: ResourceConfig): string {
  const body = stringify({
    chain_id: config.chainId,
    node: config.nodeUrl,
    model: config.modelPath,
    threads: config.threads,
    kernel_class: config.kernelClass,
    gas_prices: config.gasPrices,
    keyring_backend: config.keyringBackend,
    metrics_address: config.metricsAddress,
    log_level: config.logLevel,
    log_format: config.logFormat,
    log_prompts: config.logPrompts,
    challenge_share_percent: config.challengeSharePercent,
    poll_ms: config.pollMs,
    verify: config.verify,
    trust: config.trust,
    witnesses: [...config.witnesses],
  });
  const head = "# Settings of a resource node; cmd/aegis-resource/README.md says what they do.";
  return `${head}\n\n${body}\n`;
}

/** Reads one setting after the other and names the one that is wrong. */
class Settings {
  readonly #path: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(path: string, values: Readonly<Record<string, unknown>>) {
    this.#path = path;
    this.#values = values;
  }

  wrong(name: string, expected: string): RangeError {
    return new RangeError(`${this.#path}: ${name} must be ${expected}`);
  }

  text(name: string, otherwise?: string): string {
    const value = this.#values[name] ?? otherwise;
    if (typeof value !== "string") throw this.wrong(name, "text");
    return value;
  }

  integer(name: string, otherwise: number, least: number, most: number): number {
    const value = this.#values[name] ?? otherwise;
    const isRight = typeof value === "number" && Number.isInteger(value);
    if (isRight && value >= least && value <= most) return value;
    throw this.wrong(name, `an integer from ${least} to ${most}`);
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name] ?? [];
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
    throw this.wrong(name, "a list of texts");
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#values[name] ?? otherwise;
    if (typeof value !== "boolean") throw this.wrong(name, "true or false");
    return value;
  }
}

function readLevels(settings: Settings): string {
  const text = settings.text("log_level", CONFIG_DEFAULTS.logLevel);
  try {
    parseLogLevels(text);
  } catch (error) {
    throw settings.wrong("log_level", `levels (${error instanceof Error ? error.message : ""})`);
  }
  return text;
}

/** @throws RangeError naming the setting that is missing or wrong. */
export function readConfig(home: string): ResourceConfig {
  const path = configPath(home);
  const settings = new Settings(path, readToml(path));
  const backend = settings.text("keyring_backend", CONFIG_DEFAULTS.keyringBackend);
  if (backend !== "file" && backend !== "test") {
    throw settings.wrong("keyring_backend", '"file" or "test"');
  }
  const kernelClass = settings.text("kernel_class", CONFIG_DEFAULTS.kernelClass);
  if (!KERNEL_CLASSES.includes(kernelClass)) {
    throw settings.wrong("kernel_class", KERNEL_CLASSES.join(" or "));
  }
  const trust = settings.text("trust", CONFIG_DEFAULTS.trust);
  if (trust !== "" && readTrustText(trust) === undefined) {
    throw settings.wrong("trust", '"HEIGHT:HASH" with 64 hex digits');
  }
  const logFormat = LOG_FORMATS.find(
    (format) => format === settings.text("log_format", CONFIG_DEFAULTS.logFormat),
  );
  if (logFormat === undefined) throw settings.wrong("log_format", LOG_FORMATS.join(" or "));
  return {
    chainId: settings.text("chain_id"),
    nodeUrl: settings.text("node"),
    modelPath: settings.text("model"),
    threads: settings.integer("threads", CONFIG_DEFAULTS.threads, 1, THREADS_MAX),
    kernelClass,
    gasPrices: settings.text("gas_prices", CONFIG_DEFAULTS.gasPrices),
    keyringBackend: backend,
    metricsAddress: settings.text("metrics_address", CONFIG_DEFAULTS.metricsAddress),
    logLevel: readLevels(settings),
    logFormat,
    logPrompts: settings.flag("log_prompts", CONFIG_DEFAULTS.logPrompts),
    challengeSharePercent: settings.integer(
      "challenge_share_percent",
      CONFIG_DEFAULTS.challengeSharePercent,
      0,
      100,
    ),
    pollMs: settings.integer("poll_ms", CONFIG_DEFAULTS.pollMs, POLL_MS_MIN, POLL_MS_MAX),
    verify: settings.flag("verify", CONFIG_DEFAULTS.verify),
    trust,
    witnesses: settings.texts("witnesses"),
  };
}

function readToml(path: string): Readonly<Record<string, unknown>> {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new RangeError(`${path} is missing: run "aegis-resource init"`);
    throw new RangeError(`${path}: ${message.split("\n")[0]}`);
  }
}
