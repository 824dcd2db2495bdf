/** `aegisd tx sign`: one signature on a transaction that was made with --generate-only. */
import { type Command, Option } from "commander";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { isAccountAddress } from "../../../../app/lib/address.ts";
import type { MessageRouter } from "../../../../app/router/messages.ts";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import type { Keyring } from "../../keyring/keyring.ts";
import {
  documentOption,
  FILE_ABOUT,
  parseTx,
  readText,
  signatureJson,
  writeJson,
} from "../../tx/document.ts";
import { type PlaceOptions, placeOf, placeOptions } from "../../tx/place.ts";
import {
  checkSigner,
  type KeyAtHand,
  partOf,
  SIGN_MODES,
  type SignModeName,
  signersOfTx,
  signLoose,
  withSigner,
} from "../../tx/signing.ts";
import { keyringOf } from "../keys/shared.ts";

/** What `sign` and `sign-batch` are given. */
export interface SignOptions extends PlaceOptions {
  readonly from?: string;
  readonly multisig?: string;
  readonly signMode?: SignModeName;
  readonly signatureOnly?: boolean;
  readonly outputDocument?: string;
}

/** Their options. */
export function signOptions(): readonly Option[] {
  return [
    new Option("--from <key>", "name or address of the key that signs").env("AEGISD_FROM"),
    new Option("--multisig <account>", "sign for this account of several keys (name or address)"),
    new Option(
      "--sign-mode <mode>",
      "what is signed (default: direct, amino-json for several)",
    ).choices(SIGN_MODES),
    new Option("--signature-only", "print the signature alone, as multi-sign takes it"),
    documentOption(),
    ...placeOptions(),
  ];
}

/** The command. */
export function signCommand(io: Io, router: MessageRouter): Command {
  return makeCommand<SignOptions>(io, {
    name: "sign",
    summary: "sign a transaction that was made with --generate-only",
    details:
      "Prints the signed transaction. With --multisig it prints one member's signature, for\n" +
      "aegisd tx multi-sign. When several accounts must sign, each signs what the one before\n" +
      "has printed, with --sign-mode amino-json.",
    args: [{ name: "file", about: FILE_ABOUT }],
    options: signOptions(),
    examples: [
      "aegisd tx sign unsigned.json --from alice > signed.json",
      "aegisd tx sign unsigned.json --from alice --multisig both > alice.json",
    ],
    run: async ({ args: [file = ""], options }) => {
      const tx = parseTx(await readText(io, file), file);
      const key = keyOf(io, options);
      const account = accountOf(key, options);
      const place = await placeOf(options, account);
      writeJson(io, options.outputDocument, [await signOne(router, tx, key, options, place)]);
    },
  });
}

/** The key of --from. @throws CommandError when there is none. */
export function keyOf(io: Io, options: SignOptions): KeyAtHand {
  if (options.from === undefined) throw usageError("say who signs: --from KEY");
  const keyring = keyringOf(io, options);
  return { keyring, record: keyring.find(options.from) };
}

/** The account that is signed for. @throws CommandError when the key cannot sign for it. */
export function accountOf({ keyring, record }: KeyAtHand, { multisig }: SignOptions): string {
  if (multisig === undefined) return record.address;
  const account = recordOf(keyring, multisig);
  if (account === undefined) return multisig;
  const keys = account.multisig?.keys ?? [];
  const own = Buffer.from(record.publicKey);
  if (keys.some((key) => own.equals(key))) return account.address;
  throw usageError(`${record.name} is not one of the keys of ${account.name}`);
}

/** Undefined for an address that the keyring does not have. */
function recordOf(keyring: Keyring, wanted: string) {
  const isForeign = !keyring.list().some(({ name, address }) => [name, address].includes(wanted));
  return isForeign && isAccountAddress(wanted) ? undefined : keyring.find(wanted);
}

/** The JSON that `sign` prints for one transaction. */
export async function signOne(
  router: MessageRouter,
  tx: Tx,
  key: KeyAtHand,
  options: SignOptions,
  place: Awaited<ReturnType<typeof placeOf>>,
): Promise<unknown> {
  const signers = signersOfTx(router, tx);
  checkSigner(signers, accountOf(key, options));
  const isSeveral = options.multisig !== undefined;
  const mode = options.signMode ?? (isSeveral ? "amino-json" : "direct");
  if (mode === "direct" && (isSeveral || signers.length > 1)) {
    throw usageError("several signers: use --sign-mode amino-json");
  }
  const signature = await signLoose(router, tx, key, place, mode);
  if (isSeveral || options.signatureOnly) return signatureJson(signature);
  return Tx.toJson(withSigner(tx, signers, partOf(signature)));
}
