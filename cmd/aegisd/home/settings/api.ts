/** Settings of the HTTP server: REST, JSON-RPC and what else is mounted on it. */
import {
  readBoolean,
  readHostPort,
  readInteger,
  readText,
  readTexts,
  type Setting,
} from "./setting.ts";

const KIBIBYTE = 1_024;
const SECOND_MS = 1_000;

function readOrigins(value: unknown): readonly string[] {
  const origins = readTexts(value);
  for (const origin of origins) {
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin;
    if (origin !== "*" && !isOrigin) {
      throw new RangeError('must be a list of "*" or origins such as "https://wallet.example"');
    }
  }
  return origins;
}

function readAddress(value: unknown): string {
  const address = readHostPort(value);
  if (address === "") throw new RangeError("must be host:port; api.enable switches it off");
  return address;
}

function readUrl(value: unknown): string {
  const text = readText(value);
  if (text === "" || (/^(https?|wss?):\/\//.test(text) && URL.canParse(text))) {
    return text.replace(/\/+$/, "");
  }
  throw new RangeError("must be a URL such as https://rest.example, or empty");
}

/** Their table. */
export const API_SETTINGS: {
  readonly apiEnable: Setting<boolean>;
  readonly apiAddress: Setting<string>;
  readonly apiOrigins: Setting<readonly string[]>;
  readonly apiBodyBytesMax: Setting<number>;
  readonly apiTimeoutMs: Setting<number>;
  readonly apiConnectionsMax: Setting<number>;
  readonly apiPublicRest: Setting<string>;
  readonly apiPublicRpc: Setting<string>;
} = {
  apiEnable: {
    name: "api.enable",
    about: "Serve REST, as wallets and explorers of Cosmos chains ask for it.",
    initial: true,
    read: readBoolean,
  },
  apiAddress: {
    name: "api.address",
    about:
      "host:port of that server. It has no encryption: put a proxy before it when others shall " +
      "reach it.",
    initial: "127.0.0.1:1317",
    read: readAddress,
  },
  apiOrigins: {
    name: "api.cors-allowed-origins",
    about: 'Web pages that may call it, such as "https://wallet.example"; "*" means all.',
    initial: [],
    read: readOrigins,
  },
  apiBodyBytesMax: {
    name: "api.max-body-bytes",
    about: "Largest request body. A transaction of the largest size needs 1.4 MB.",
    initial: 2_048 * KIBIBYTE,
    read: readInteger(KIBIBYTE, 64 * KIBIBYTE * KIBIBYTE),
  },
  apiTimeoutMs: {
    name: "api.request-timeout-ms",
    about: "Longest time for receiving a request, and again for answering it.",
    initial: 45 * SECOND_MS,
    read: readInteger(100, 600 * SECOND_MS),
  },
  apiConnectionsMax: {
    name: "api.max-connections",
    about: "Connections at once; further ones are closed.",
    initial: 1_000,
    read: readInteger(1, 65_535),
  },
  apiPublicRest: {
    name: "api.public-rest-url",
    about: "Where others reach this server, for the descriptions of the chain under /registry.",
    initial: "",
    read: readUrl,
  },
  apiPublicRpc: {
    name: "api.public-rpc-url",
    about: "Where others reach CometBFT's RPC, for the same.",
    initial: "",
    read: readUrl,
  },
};
