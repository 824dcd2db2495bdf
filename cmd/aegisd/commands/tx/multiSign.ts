/** `aegisd tx multi-sign`: puts signatures of a multisig's members together. */
import type { Command } from "commander";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { SignMode } from "../../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import {
  aminoSignDigests,
  type Multisig,
  multisigPart,
} from "../../../../app/client/signatures.ts";
import { EMPTY_BYTES, equalBytes } from "../../../../app/lib/bytes.ts";
import type { MessageRouter } from "../../../../app/router/messages.ts";
import { accountKey } from "../../../../app/tx/publicKey.ts";
import { verifySignature } from "../../../../app/tx/signature.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import {
  documentOption,
  FILE_ABOUT,
  type LooseSignature,
  parseSignatures,
  parseTx,
  readText,
  unsignedOf,
  writeJson,
} from "../../tx/document.ts";
import { type PlaceOptions, placeOf, placeOptions } from "../../tx/place.ts";
import { addressOf, checkSigner, signersOfTx, withSigner } from "../../tx/signing.ts";
import { keyringOf } from "../keys/shared.ts";

interface MultiSignOptions extends PlaceOptions {
  readonly outputDocument?: string;
}

/** The command. */
export function multiSignCommand(io: Io, router: MessageRouter): Command {
  return makeCommand<MultiSignOptions>(io, {
    name: "multi-sign",
    alias: "multisign",
    summary: "put the signatures of a multisig's members together",
    details:
      "Each signature is checked. Members make theirs with aegisd tx sign --multisig. Prints\n" +
      "the signed transaction, for aegisd tx broadcast.",
    args: [
      { name: "file", about: FILE_ABOUT },
      { name: "name", about: "name or address of the multisig in the keyring" },
      { name: "signatures", about: "files with its members' signatures", isList: true },
    ],
    options: [documentOption(), ...placeOptions()],
    examples: ["aegisd tx multi-sign unsigned.json both alice.json bob.json > signed.json"],
    run: async ({ args: [file = "", name = ""], list, options }) => {
      const tx = parseTx(await readText(io, file), file);
      const { multisig } = keyringOf(io, options).find(name);
      if (multisig === undefined) throw usageError(`${name} is one key: use aegisd tx sign`);
      const signers = signersOfTx(router, tx);
      checkSigner(signers, multisig.address);
      const place = await placeOf(options, multisig.address);
      const digests = aminoSignDigests(router, unsignedOf(tx), place);
      const found = new Map<number, Uint8Array>();
      for (const from of list) {
        for (const signature of parseSignatures(await readText(io, from), from)) {
          found.set(memberOf(multisig, signature, digests, from), signature.signature);
        }
      }
      if (found.size < multisig.threshold) {
        throw new CommandError(`${found.size} of ${multisig.threshold} signatures`, EXIT.key);
      }
      const part = multisigPart(multisig, place.sequence, found);
      writeJson(io, options.outputDocument, [Tx.toJson(withSigner(tx, signers, part))]);
    },
  });
}

/** Whose signature it is. @throws CommandError unless it is a member's over this transaction. */
function memberOf(
  { keys }: Multisig,
  { publicKey, mode, signature }: LooseSignature,
  digests: readonly Uint8Array[],
  from: string,
): number {
  const [key = EMPTY_BYTES] = accountKey(publicKey, false).keys;
  const at = keys.findIndex((one) => equalBytes(one, key));
  if (at < 0) {
    throw new CommandError(`${from}: ${addressOf(publicKey)} is not one of its keys`, EXIT.key);
  }
  const isSigned = digests.some((digest) => verifySignature(signature, digest, key));
  if (mode === SignMode.SIGN_MODE_LEGACY_AMINO_JSON && isSigned) return at;
  throw new CommandError(
    `${from}: not a signature over this transaction in amino JSON; were chain id, account ` +
      "number and sequence the same?",
    EXIT.key,
  );
}
