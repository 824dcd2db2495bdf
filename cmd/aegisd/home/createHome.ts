/** Makes a node's home: folders, keys and settings. Never overwrites a key. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { blsKeygen, blsPublicKey } from "../../../app/lib/bls.ts";
import { fromHex, hex } from "../../../app/lib/bytes.ts";
import { newEd25519Key, nodeId, nodeKeyJson, publicKeyOf, validatorKeyJson } from "./cometKeys.ts";
import { type CometSettings, cometToml, readSignerAddress } from "./config.ts";
import { type HomePaths, homePaths } from "./paths.ts";
import { appToml, type InitialSettings } from "./settings/index.ts";

const SECRET_MODE = 0o600;

export interface CreateHomeOptions {
  readonly home: string;
  readonly comet: CometSettings;
  /** What differs from the defaults of app.toml, by the settings' names. */
  readonly app: InitialSettings;
}

/** Writes `value` as JSON for the owner only. */
function writeSecret(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`, {
    mode: SECRET_MODE,
    flag: "wx",
  });
}

/**
 * Creates the home.
 * @throws RangeError when it holds a validator key already.
 */
export function createHome(options: CreateHomeOptions): HomePaths {
  const paths = homePaths(options.home);
  if (existsSync(paths.validatorKey)) {
    throw new RangeError(`${paths.home} is a node's home already; its keys are not overwritten`);
  }
  mkdirSync(paths.config, { recursive: true });
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  const blsSecret = blsKeygen(randomBytes(32));
  writeSecret(paths.nodeKey, nodeKeyJson(newEd25519Key()));
  writeSecret(paths.validatorKey, validatorKeyJson(newEd25519Key()));
  writeSecret(paths.validatorState, { height: "0", round: 0, step: 0 });
  writeSecret(paths.blsKey, {
    public_key: hex(blsPublicKey(blsSecret)),
    secret_key: hex(blsSecret),
  });
  writeFileSync(paths.configToml, cometToml(options.comet));
  writeFileSync(paths.appToml, appToml(options.app));
  return paths;
}

/** Replaces config.toml, as when the addresses of a local network's peers are known. */
export function writeCometSettings(home: string, settings: CometSettings): void {
  writeFileSync(homePaths(home).configToml, cometToml(settings));
}

/** Replaces app.toml. `initial` is what differs from the defaults, by the settings' names. */
export function writeAppSettings(home: string, initial: InitialSettings): void {
  writeFileSync(homePaths(home).appToml, appToml(initial));
}

/** What others need to know of the keys that every home has. */
export interface NodeIdentity {
  readonly blsPublicKey: Uint8Array;
  /** CometBFT's node id, lower-case hex. */
  readonly nodeId: string;
}

/** The same of a home that also has its validator's key. */
export interface HomeIdentity extends NodeIdentity {
  /** Ed25519 consensus key, 32 bytes. */
  readonly consensusKey: Uint8Array;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new RangeError(`${path} is missing: run "aegisd init" first`);
    throw new RangeError(`${path}: ${message}`);
  }
}

/** @throws RangeError when a key file is missing or malformed. */
export function readNodeIdentity(home: string): NodeIdentity {
  return {
    blsPublicKey: blsPublicKey(readBlsSecret(home)),
    nodeId: nodeId(publicKeyOf(readJson(homePaths(home).nodeKey))),
  };
}

/** The consensus key in the home's file, whoever signs. @throws RangeError as the above. */
export function readConsensusKey(home: string): Uint8Array {
  return publicKeyOf(readJson(homePaths(home).validatorKey));
}

/**
 * @throws RangeError when a key file is missing or malformed, or when a remote signer has the
 * consensus key: CometBFT then leaves a random one in the file, which must not be taken for it.
 */
export function readIdentity(home: string): HomeIdentity {
  const { configToml, validatorKey } = homePaths(home);
  const signer = existsSync(configToml) ? readSignerAddress(configToml) : undefined;
  if (signer !== undefined) {
    throw new RangeError(
      `the remote signer at ${signer} has the consensus key, ${validatorKey} is not used: ` +
        "name the public key, or ask the running node",
    );
  }
  return { ...readNodeIdentity(home), consensusKey: readConsensusKey(home) };
}

/**
 * The BLS secret key of a home, 32 bytes.
 * @throws RangeError when the file is missing or malformed.
 */
export function readBlsSecret(home: string): Uint8Array {
  const { blsKey } = homePaths(home);
  const { secret_key: text } = readJson(blsKey) as { secret_key?: unknown };
  if (typeof text !== "string" || !/^[0-9a-f]{64}$/.test(text)) {
    throw new RangeError(`${blsKey}: secret_key must be 64 hex digits`);
  }
  return fromHex(text);
}
