/** config.toml of a gateway's home: every setting, what it means, and how it is read. */
import { join } from "node:path";
import type { Certainty } from "../../../app/client/sdk/types.ts";
import {
  readBoolean,
  readChoice,
  readHostPort,
  readInteger,
  readText,
  readTexts,
  type Setting,
} from "../../aegisd/home/settings/setting.ts";
import {
  type InitialSettings,
  readSettings,
  readToml,
  tomlOf,
} from "../../aegisd/home/settings/table.ts";
import { KEYRING_BACKENDS, type KeyringBackend } from "../../aegisd/keyring/keyring.ts";
import { LOG_LEVELS, type LogLevel } from "../../lib/logLevels.ts";

const SECOND_MS = 1_000;
const KIBIBYTE = 1_024;
const UASI_PER_ASI = 1_000_000;

/** How sure an answer can be, the least sure first. */
export const CERTAINTIES: readonly Certainty[] = ["revealed", "soft_final", "final"];

function readUrl(value: unknown): string {
  const text = readText(value);
  if (/^https?:\/\/[^/\s]/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new RangeError("must be a URL such as http://127.0.0.1:1317");
}

function readOptionalUrl(value: unknown): string {
  return value === "" ? "" : readUrl(value);
}

function readAddress(value: unknown): string {
  const address = readHostPort(value);
  if (address === "") throw new RangeError("must be host:port");
  return address;
}

/** A gateway's settings, as the program works with them. */
export interface GatewayConfig {
  readonly chainId: string;
  readonly nodeUrl: string;
  readonly keyringBackend: KeyringBackend;
  readonly certainty: Certainty;
  readonly logLevel: LogLevel;
  readonly address: string;
  readonly publicUrl: string;
  readonly origins: readonly string[];
  readonly bodyBytesMax: number;
  readonly receiveMs: number;
  readonly answerMs: number;
  readonly connectionsMax: number;
  readonly runningMax: number;
  readonly waitingPerKey: number;
  readonly waitingMax: number;
  readonly requestsPerMinute: number;
  readonly keysPerOwner: number;
  readonly faucetUasi: number;
  readonly allowAnonymousModels: boolean;
}

type Table<N extends keyof GatewayConfig> = {
  readonly [K in N]: Setting<GatewayConfig[K]>;
};

const CHAIN: Table<"chainId" | "nodeUrl" | "keyringBackend" | "certainty" | "logLevel"> = {
  chainId: {
    name: "chain-id",
    about: "The chain; a node of another one is refused.",
    initial: "",
    read: readText,
  },
  nodeUrl: {
    name: "node",
    about: "HTTP server of a node (REST and JSON-RPC) that is trusted to tell the state.",
    initial: "http://127.0.0.1:1317",
    read: readUrl,
  },
  keyringBackend: {
    name: "keyring-backend",
    about:
      "file (encrypted; AEGIS_KEYRING_PASSPHRASE_FILE names its passphrase) or test (in clear, " +
      "for local networks). The key in it controls every deposit.",
    initial: "file",
    read: readChoice<KeyringBackend>(KEYRING_BACKENDS),
  },
  certainty: {
    name: "certainty",
    about:
      "How sure an answer is before it is given, where a request does not say: revealed (one " +
      "node says so), soft_final (verifiers agree) or final (the challenge window is over).",
    initial: "soft_final",
    read: readChoice<Certainty>(CERTAINTIES),
  },
  logLevel: {
    name: "log-level",
    about: "debug, info, warn, error or silent. Prompts, answers and keys are never logged.",
    initial: "info",
    read: readChoice<LogLevel>(LOG_LEVELS),
  },
};

const HTTP: Table<
  | "address"
  | "publicUrl"
  | "origins"
  | "bodyBytesMax"
  | "receiveMs"
  | "answerMs"
  | "connectionsMax"
  | "allowAnonymousModels"
> = {
  address: {
    name: "http.address",
    about: "host:port. It has no encryption: put a proxy with TLS before it for others.",
    initial: "127.0.0.1:8080",
    read: readAddress,
  },
  publicUrl: {
    name: "http.public-url",
    about: "Where others reach it, for links to receipts; empty: http:// and the address.",
    initial: "",
    read: readOptionalUrl,
  },
  origins: {
    name: "http.cors-allowed-origins",
    about: 'Web pages that may call it, such as "https://app.example"; "*" means all.',
    initial: [],
    read: readTexts,
  },
  bodyBytesMax: {
    name: "http.max-body-bytes",
    about: "Largest request body.",
    initial: 1_024 * KIBIBYTE,
    read: readInteger(KIBIBYTE, 16 * 1_024 * KIBIBYTE),
  },
  receiveMs: {
    name: "http.receive-timeout-ms",
    about: "Longest time in which a request, headers and body, must have arrived.",
    initial: 15 * SECOND_MS,
    read: readInteger(100, 120 * SECOND_MS),
  },
  answerMs: {
    name: "http.answer-timeout-ms",
    about:
      "Longest wait for an answer as sure as asked, from the moment that its turn came. The task " +
      "goes on without its client, and what it costs is settled all the same.",
    initial: 300 * SECOND_MS,
    read: readInteger(SECOND_MS, 3_600 * SECOND_MS),
  },
  connectionsMax: {
    name: "http.max-connections",
    about: "Connections at once; further ones are closed.",
    initial: 1_000,
    read: readInteger(1, 65_535),
  },
  allowAnonymousModels: {
    name: "http.models-without-key",
    about: "Whether models and their prices are shown to whoever has no key.",
    initial: true,
    read: readBoolean,
  },
};

const LIMITS: Table<
  "runningMax" | "waitingPerKey" | "waitingMax" | "requestsPerMinute" | "keysPerOwner"
> = {
  runningMax: {
    name: "limits.running",
    about: "Requests that are under way on the chain at once; others wait in line, key by key.",
    initial: 64,
    read: readInteger(1, 10_000),
  },
  waitingPerKey: {
    name: "limits.waiting-per-key",
    about: "Requests of one key that may wait; one more is refused with 429.",
    initial: 64,
    read: readInteger(1, 10_000),
  },
  waitingMax: {
    name: "limits.waiting",
    about: "Requests of all keys that may wait; one more is refused with 503.",
    initial: 1_024,
    read: readInteger(1, 100_000),
  },
  requestsPerMinute: {
    name: "limits.requests-per-minute",
    about: "Requests of one key in a minute, refilled evenly.",
    initial: 600,
    read: readInteger(1, 1_000_000),
  },
  keysPerOwner: {
    name: "limits.keys-per-owner",
    about: "Keys that are not revoked, for one wallet.",
    initial: 100,
    read: readInteger(1, 100_000),
  },
};

const FAUCET: Table<"faucetUasi"> = {
  faucetUasi: {
    name: "faucet.uasi",
    about:
      "uasi that POST /v1/aegis/faucet gives to whoever asks, from the gateway's own account. " +
      "0 switches it off; anything else is for local networks only.",
    initial: 0,
    read: readInteger(0, 1_000_000 * UASI_PER_ASI),
  },
};

const SETTINGS: Table<keyof GatewayConfig> = { ...CHAIN, ...HTTP, ...LIMITS, ...FAUCET };

const HEADER = "# Settings of an AegisAI gateway. What is left out has its default.\n";

/** Path of the settings in `home`. */
export function configPath(home: string): string {
  return join(home, "config.toml");
}

/** Text of config.toml. @throws RangeError for an unknown name in `initial`. */
export function configToml(initial: InitialSettings): string {
  return tomlOf(SETTINGS, HEADER, initial, "config.toml");
}

/** @throws RangeError naming the file and the setting that is missing, wrong or unknown. */
export function readConfig(home: string): GatewayConfig {
  const path = configPath(home);
  const config = readSettings(SETTINGS, path, readToml(path, "aegis-gateway init"));
  if (config.chainId === "") throw new RangeError(`${path}: chain-id is missing`);
  return config;
}
