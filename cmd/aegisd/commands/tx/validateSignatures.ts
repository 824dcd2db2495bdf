/** `aegisd tx validate-signatures`: whether a transaction is signed as the chain demands it. */
import type { Command } from "commander";
import { verifySignatures } from "../../../../app/ante/verifySignatures.ts";
import type { Signer } from "../../../../app/ante/signers.ts";
import { present } from "../../../../app/lib/assert.ts";
import type { MessageRouter } from "../../../../app/router/messages.ts";
import { decodeTx } from "../../../../app/tx/decode.ts";
import { accountKey } from "../../../../app/tx/publicKey.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, EXIT, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { outputOption } from "../../options.ts";
import type { OutputFormat } from "../../output.ts";
import { print } from "../../output.ts";
import { bytesOf, FILE_ABOUT, parseTx, partsOf, readText } from "../../tx/document.ts";
import { type PlaceOptions, placeOf, placeOptions } from "../../tx/place.ts";
import { addressOf, signersOfTx } from "../../tx/signing.ts";

interface ValidateOptions extends PlaceOptions {
  readonly output: OutputFormat;
}

/** The command. */
export function validateSignaturesCommand(io: Io, router: MessageRouter): Command {
  return makeCommand<ValidateOptions>(io, {
    name: "validate-signatures",
    summary: "check who has signed a transaction, and whether the chain would accept it",
    details: "Fails when a signature is missing or wrong. With --offline there is one signer.",
    args: [{ name: "file", about: FILE_ABOUT }],
    options: [...placeOptions(), outputOption()],
    examples: ["aegisd tx validate-signatures signed.json"],
    run: async ({ args: [file = ""], options }) => {
      const tx = parseTx(await readText(io, file), file);
      const signers = signersOfTx(router, tx);
      const signed = partsOf(tx).map(({ info }) => addressOf(info.publicKey));
      if (signed.join() !== signers.join()) {
        throw new CommandError(
          `signed by ${signed.join(", ") || "nobody"}, must be by ${signers.join(", ")}`,
          EXIT.refused,
        );
      }
      if (options.offline && signers.length > 1) {
        throw usageError("several signers have several account numbers: ask a node");
      }
      let chainId = "";
      const whole: Signer[] = [];
      for (const [at, address] of signers.entries()) {
        const place = await placeOf(options, address);
        ({ chainId } = place);
        const { info } = present(partsOf(tx)[at], "a signer");
        const publicKey = present(info.publicKey, "a key");
        const key = accountKey(publicKey, false);
        whole.push({ address, ...place, publicKey, key, isKeyKnown: false });
      }
      // Throws the chain's own error.
      verifySignatures(chainId, decodeTx(router, bytesOf(tx)), whole);
      print(io, options.output, { valid: true, signers });
    },
  });
}
