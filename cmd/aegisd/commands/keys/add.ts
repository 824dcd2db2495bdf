/** `aegisd keys add`: a new key, one from a mnemonic, a public key, or several keys as one. */
import { InvalidArgumentError, type Command, Option } from "commander";
import { PubKey } from "../../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { multisig } from "../../../../app/client/signatures.ts";
import { HD_PATH, newMnemonic, secretFromMnemonic } from "../../../../app/client/wallet.ts";
import { addressBytes } from "../../../../app/lib/address.ts";
import { compareBytes, fromBase64 } from "../../../../app/lib/bytes.ts";
import { isPublicKey } from "../../../../app/tx/signature.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import type { KeyRecord } from "../../keyring/keyFile.ts";
import type { Keyring } from "../../keyring/keyring.ts";
import { print } from "../../output.ts";
import { keyJson, keyOptions, type KeyOptions, keyringOf } from "./shared.ts";

interface AddOptions extends KeyOptions {
  readonly recover?: boolean;
  readonly hdPath: string;
  readonly pubkey?: string;
  readonly multisig?: readonly string[];
  readonly multisigThreshold?: number;
  /** False with --nosort. */
  readonly nosort?: boolean;
}

const WARNING =
  "Write these words down and keep them safe. They are the only way to recover the key, and\n" +
  "they are shown this once:\n";

/** The command. */
export function addCommand(io: Io): Command {
  return makeCommand<AddOptions>(io, {
    name: "add",
    summary: "make a new key, or recover one from its mnemonic",
    details:
      "The mnemonic of a new key is shown once: on standard error, or with -o json in the\n" +
      "result. --recover asks for it, or reads it from standard input. --multisig makes an\n" +
      "account of keys that the keyring has; those of others come in with --pubkey.",
    args: [{ name: "name", about: "name of the key" }],
    options: [
      ...keyOptions(),
      new Option("--recover", "take a mnemonic instead of making one"),
      new Option("--hd-path <path>", "derivation path").default(HD_PATH),
      new Option("--pubkey <json>", "keep only a public key, as keys show prints it"),
      new Option("--multisig <names>", "names of the keys of an account of several").argParser(
        (text) => text.split(","),
      ),
      new Option("--multisig-threshold <k>", "how many of them must sign").argParser(
        parseThreshold,
      ),
      new Option("--nosort", "keep the keys in the given order, not in that of their addresses"),
    ],
    examples: [
      "aegisd keys add alice",
      "aegisd keys add alice --recover < words.txt",
      "aegisd keys add both --multisig alice,bob,carol --multisig-threshold 2",
    ],
    run: async ({ args: [name = ""], options }) => {
      const keyring = keyringOf(io, options);
      const kinds = [options.recover, options.pubkey, options.multisig];
      if (kinds.filter((kind) => kind !== undefined).length > 1) {
        throw usageError("--recover, --pubkey and --multisig exclude each other");
      }
      if (options.multisig !== undefined) {
        print(io, options.output, keyJson(addMultisig(keyring, name, options.multisig, options)));
      } else if (options.pubkey !== undefined) {
        print(io, options.output, keyJson(keyring.addOffline(name, publicKeyOf(options.pubkey))));
      } else {
        await addLocal(io, keyring, name, options);
      }
    },
  });
}

async function addLocal(io: Io, keyring: Keyring, name: string, options: AddOptions) {
  const mnemonic = options.recover ? await askMnemonic(io) : newMnemonic();
  const json = keyJson(await keyring.add(name, await derive(mnemonic, options.hdPath)));
  if (options.output === "json") {
    print(io, "json", options.recover ? json : { ...json, mnemonic });
    return;
  }
  print(io, "text", json);
  if (!options.recover) io.err(`\n${WARNING}\n${mnemonic}\n`);
}

function parseThreshold(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a whole number from 1");
}

/** Sorted by address, as simd and cosmjs do, so that all members make the same account. */
function addMultisig(
  keyring: Keyring,
  name: string,
  members: readonly string[],
  { multisigThreshold, nosort }: AddOptions,
): KeyRecord {
  if (multisigThreshold === undefined) throw usageError("--multisig needs --multisig-threshold");
  const records = members.map((member) => keyring.find(member.trim()));
  const nested = records.find(({ type }) => type === "multi");
  if (nested !== undefined) throw usageError(`${nested.name} is several keys already`);
  const ordered = nosort ? records : records.toSorted(byAddress);
  const keys = ordered.map(({ publicKey }) => publicKey);
  return keyring.addMultisig(name, multisig(multisigThreshold, keys));
}

function byAddress(a: KeyRecord, b: KeyRecord): number {
  return compareBytes(addressBytes(a.address), addressBytes(b.address));
}

function publicKeyOf(text: string): Uint8Array {
  try {
    const { "@type": type, key } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const bytes = fromBase64(`${key}`);
    if (type === PubKey.typeUrl && isPublicKey(bytes)) return bytes;
  } catch {
    // Said below, the same for everything that it is not.
  }
  throw usageError(`--pubkey is JSON like {"@type":"${PubKey.typeUrl}","key":"BASE64"}`);
}

async function askMnemonic(io: Io): Promise<string> {
  const words = (await io.ask("Mnemonic: ", true)) ?? (await io.readInput());
  if (words.trim() === "") throw usageError("--recover needs a mnemonic on standard input");
  return words;
}

async function derive(mnemonic: string, path: string): Promise<Uint8Array> {
  try {
    return await secretFromMnemonic(mnemonic, path);
  } catch (error) {
    // Never the words themselves.
    const reason = error instanceof RangeError ? error.message : "not a valid derivation path";
    throw new CommandError(reason, EXIT.usage);
  }
}
