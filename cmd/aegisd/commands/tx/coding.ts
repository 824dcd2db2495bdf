/** `aegisd tx encode` and `decode`: between a transaction's JSON and the bytes that are sent. */
import { type Command, Option } from "commander";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { base64, fromBase64, fromHex } from "../../../../app/lib/bytes.ts";
import { makeCommand } from "../../command.ts";
import { usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { bytesOf, FILE_ABOUT, parseTx, readText, writeJson } from "../../tx/document.ts";

/** From JSON to base64. */
export function encodeCommand(io: Io): Command {
  return makeCommand(io, {
    name: "encode",
    summary: "print a transaction as base64 of the bytes that are sent",
    args: [{ name: "file", about: FILE_ABOUT }],
    examples: ["aegisd tx encode signed.json"],
    run: async ({ args: [file = ""] }) => {
      io.out(`${base64(bytesOf(parseTx(await readText(io, file), file)))}\n`);
    },
  });
}

interface DecodeOptions {
  readonly hex?: boolean;
}

/** From base64 or hex to JSON. */
export function decodeCommand(io: Io): Command {
  return makeCommand<DecodeOptions>(io, {
    name: "decode",
    summary: "print the JSON of a transaction's bytes",
    args: [{ name: "bytes", about: "base64, or hex with --hex" }],
    options: [new Option("-x, --hex", "the bytes are in hex")],
    examples: ["aegisd tx decode CgA="],
    run: ({ args: [text = ""], options }) => {
      const bytes = bytesIn(text.trim(), options.hex === true);
      let tx: Tx;
      try {
        // TxRaw and Tx have one wire form.
        tx = Tx.decode(bytes);
      } catch (error) {
        throw usageError(`not a transaction: ${error instanceof Error ? error.message : error}`);
      }
      writeJson(io, undefined, [Tx.toJson(tx)]);
    },
  });
}

function bytesIn(text: string, isHex: boolean): Uint8Array {
  try {
    return isHex ? fromHex(text) : fromBase64(text);
  } catch {
    throw usageError(`the bytes are not ${isHex ? "hex" : "base64"}`);
  }
}
