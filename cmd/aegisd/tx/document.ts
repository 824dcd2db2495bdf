/** Transactions and signatures as JSON files, in the form in which simd passes them on. */
import { readFileSync, writeFileSync } from "node:fs";
import { Option } from "commander";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { Fee, Tx, TxBody, TxRaw, AuthInfo } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { SignerPart, UnsignedTx } from "../../../app/client/signatures.ts";
import { base64, fromBase64 } from "../../../app/lib/bytes.ts";
import { usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { print } from "../output.ts";

/** JSON is a few times as long as the transaction, which has at most one MiB. */
const FILE_CHARS_MAX = 16_777_216;

/** What a file argument is, for help pages. */
export const FILE_ABOUT = "file with the transaction's JSON, or - for standard input";

/** `--output-document FILE`. */
export function documentOption(): Option {
  return new Option("--output-document <file>", "write to a file instead of standard output");
}

/** The text of a file, or of standard input. @throws CommandError when it cannot be read. */
export async function readText(io: Io, file: string): Promise<string> {
  let text: string;
  try {
    text = file === "-" ? await io.readInput() : readFileSync(file, "utf8");
  } catch (error) {
    throw usageError(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
  if (text.length > FILE_CHARS_MAX)
    throw usageError(`${file} has more than ${FILE_CHARS_MAX} bytes`);
  return text;
}

/** The transaction that `text` is the JSON of. @throws CommandError naming what is wrong. */
export function parseTx(text: string, from: string): Tx {
  try {
    return Tx.fromJson(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not JSON";
    throw usageError(`${from} is not the JSON of a transaction: ${reason}`);
  }
}

/** What is signed of a transaction. */
export function unsignedOf(tx: Tx): UnsignedTx {
  return { body: tx.body ?? TxBody.create(), fee: tx.authInfo?.fee ?? Fee.create() };
}

/** What its signers have brought so far. */
export function partsOf({ authInfo, signatures }: Tx): readonly SignerPart[] {
  return (authInfo?.signerInfos ?? []).map((info, at) => ({
    info,
    signature: signatures[at] ?? new Uint8Array(0),
  }));
}

/** The transaction with these signers. */
export function withParts(tx: Tx, parts: readonly SignerPart[]): Tx {
  const authInfo = tx.authInfo ?? AuthInfo.create();
  return {
    body: tx.body,
    authInfo: { ...authInfo, signerInfos: parts.map(({ info }) => info) },
    signatures: parts.map(({ signature }) => signature),
  };
}

/** The bytes that are broadcast. */
export function bytesOf({ body, authInfo, signatures }: Tx): Uint8Array {
  return TxRaw.encode({
    bodyBytes: TxBody.encode(body ?? TxBody.create()),
    authInfoBytes: AuthInfo.encode(authInfo ?? AuthInfo.create()),
    signatures,
  });
}

/** Prints JSON, or writes it to the file of --output-document. One line for each value. */
export function writeJson(io: Io, file: string | undefined, values: readonly unknown[]): void {
  if (file === undefined) {
    for (const value of values) print(io, "json", value);
    return;
  }
  try {
    writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(""), {
      flag: "wx",
    });
  } catch (error) {
    throw usageError(`cannot make ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** One signature that goes from a member of a multisig to who puts them together. */
export interface LooseSignature {
  readonly publicKey: Any;
  readonly mode: SignMode;
  readonly signature: Uint8Array;
  readonly sequence: bigint;
}

/** Its JSON, a `SignatureDescriptors` of Cosmos. */
export function signatureJson({ publicKey, mode, signature, sequence }: LooseSignature): object {
  const single = { mode: modeName(mode), signature: base64(signature) };
  const one = { public_key: Any.toJson(publicKey), data: { single }, sequence: `${sequence}` };
  return { signatures: [one] };
}

function modeName(mode: SignMode): string {
  return Object.entries(SignMode).find(([, value]) => value === mode)?.[0] ?? `${mode}`;
}

interface DescriptorJson {
  readonly public_key: unknown;
  readonly data: { readonly single: { readonly mode: keyof typeof SignMode; signature: string } };
  readonly sequence: string;
}

/** Inverse of `signatureJson`, for any number of signatures. @throws CommandError. */
export function parseSignatures(text: string, from: string): readonly LooseSignature[] {
  try {
    const { signatures } = JSON.parse(text) as { readonly signatures: readonly DescriptorJson[] };
    if (signatures.length === 0) throw new RangeError("the list is empty");
    return signatures.map(({ public_key, data: { single }, sequence }) => ({
      publicKey: Any.fromJson(public_key),
      mode: SignMode[single.mode],
      signature: fromBase64(single.signature),
      sequence: BigInt(sequence),
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not JSON";
    throw usageError(`${from} has no signatures: ${reason}`);
  }
}
