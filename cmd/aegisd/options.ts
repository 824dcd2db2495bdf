/** Options that several commands share. Each can come from the environment too. */
import { homedir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { KEYRING_BACKENDS } from "./keyring/keyring.ts";
import { OUTPUT_FORMATS } from "./output.ts";

export const DEFAULT_NODE = "http://127.0.0.1:26657";

/** `--home DIR`. */
export function homeOption(): Option {
  return new Option("--home <dir>", "folder with config/, data/ and keys")
    .env("AEGISD_HOME")
    .default(join(homedir(), ".aegisd"), "~/.aegisd");
}

/** `--node URL`. */
export function nodeOption(): Option {
  return new Option("--node <url>", "RPC address of a node")
    .env("AEGISD_NODE")
    .argParser(parseNode)
    .default(DEFAULT_NODE);
}

function parseNode(text: string): string {
  if (/^(https?|tcp):\/\/[^/\s]+/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("expected an address such as http://127.0.0.1:26657");
}

/** `-o, --output FORMAT`. */
export function outputOption(): Option {
  return new Option("-o, --output <format>", "json or text")
    .env("AEGISD_OUTPUT")
    .choices(OUTPUT_FORMATS)
    .default("text");
}

/** `--keyring-backend NAME`. */
export function keyringOption(): Option {
  return new Option("--keyring-backend <name>", "file (encrypted) or test (not encrypted)")
    .env("AEGISD_KEYRING_BACKEND")
    .choices(KEYRING_BACKENDS)
    .default("file");
}

/** `--chain-id ID`. */
export function chainIdOption(): Option {
  return new Option("--chain-id <id>", "chain id (default: the node's)").env("AEGISD_CHAIN_ID");
}

/** `--height H`. */
export function heightOption(about: string): Option {
  return new Option("--height <height>", about).argParser(parseHeight);
}

/** A block height, at least 1. */
export function parseHeight(text: string): number {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a height of at least 1");
}

/** `--NAME SECONDS` as milliseconds. */
export function secondsOption(flag: string, about: string, seconds: number): Option {
  return new Option(`${flag} <seconds>`, about)
    .default(seconds * 1000, `${seconds}`)
    .argParser((text) => {
      const value = Number(text);
      if (value > 0 && value <= 86_400) return Math.round(value * 1000);
      throw new InvalidArgumentError("expected a number of seconds");
    });
}

/** A TCP port; 0 lets the system choose. */
export function portOption(flag: string, about: string, port: number): Option {
  return new Option(`${flag} <port>`, about).default(port).argParser((text) => {
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
    throw new InvalidArgumentError("expected a port from 0 to 65535");
  });
}
