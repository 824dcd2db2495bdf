/** `aegisd tx sign-batch`: signs many transactions of one account, one after the other. */
import type { Command } from "commander";
import type { MessageRouter } from "../../../../app/router/messages.ts";
import { makeCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { parseTx, readText, writeJson } from "../../tx/document.ts";
import { placeOf } from "../../tx/place.ts";
import { accountOf, keyOf, type SignOptions, signOne, signOptions } from "./sign.ts";

/** The command. */
export function signBatchCommand(io: Io, router: MessageRouter): Command {
  return makeCommand<SignOptions>(io, {
    name: "sign-batch",
    summary: "sign a file of transactions, one in each line",
    details: "Each has the sequence after that of the line before. Prints one line for each.",
    args: [{ name: "file", about: "file with one transaction's JSON in each line, or -" }],
    options: signOptions(),
    examples: ["aegisd tx sign-batch all.jsonl --from alice > signed.jsonl"],
    run: async ({ args: [file = ""], options }) => {
      const lines = (await readText(io, file)).split("\n").filter((line) => line.trim() !== "");
      const key = keyOf(io, options);
      const first = await placeOf(options, accountOf(key, options));
      const signed: unknown[] = [];
      for (const [at, line] of lines.entries()) {
        const tx = parseTx(line, `line ${at + 1} of ${file}`);
        const place = { ...first, sequence: first.sequence + BigInt(at) };
        signed.push(await signOne(router, tx, key, options, place));
      }
      writeJson(io, options.outputDocument, signed);
    },
  });
}
