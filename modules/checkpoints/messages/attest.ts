/** MsgAttest: somebody brings signatures of an epoch's checkpoint. */
import { MsgAttest, MsgAttestResponse } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { countOnes } from "../../../app/checkpoint/bitfield.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { attest } from "../attest.ts";
import type { CheckpointsDeps } from "../deps.ts";
import { attestationGas, validatePartial, validateSender } from "./checks.ts";

/** Declares the message. */
export function attestMessage(deps: CheckpointsDeps): Message {
  return message<MsgAttest, MsgAttestResponse>({
    request: MsgAttest,
    response: MsgAttestResponse,
    signer: (msg) => msg.sender,
    gas: ({ signers }) => attestationGas(countOnes(signers)),
    validate: (msg) => {
      validateSender(msg.sender);
      validatePartial(msg);
    },
    execute: (ctx, { sender, epoch, signers, signature }) => {
      const added = attest(deps, ctx, sender, epoch, { signers, signature });
      const { signedPower, finalHeight } = added.checkpoint;
      return { newSigners: added.newSigners, signedPower, final: finalHeight !== 0n };
    },
    commandLine: {
      summary: "bring signatures of an epoch's checkpoint",
      example:
        "aegisd tx checkpoints attest 12 --signers 05 --signature base64:... --from validator1",
      positional: ["epoch"],
    },
  });
}
