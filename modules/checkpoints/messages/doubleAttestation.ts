/** MsgDoubleAttestation: somebody shows that validators signed two checkpoints of one epoch. */
import {
  MsgDoubleAttestation,
  MsgDoubleAttestationResponse,
} from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import type { SignedCheckpoint } from "../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { countOnes } from "../../../app/checkpoint/bitfield.ts";
import { present } from "../../../app/lib/assert.ts";
import { type Message, message } from "../../../app/module/module.ts";
import type { CheckpointsDeps } from "../deps.ts";
import { reportDoubles } from "../doubles.ts";
import { errors } from "../errors.ts";
import { attestationGas, validatePartial, validateSender } from "./checks.ts";

const HASH_BYTES = 32;

function validateSigned(signed: SignedCheckpoint | undefined, name: string): void {
  if (signed?.attestation === undefined) throw errors.malformed(`${name} is missing`);
  for (const hash of [signed.blockHash, signed.appHash, signed.commitment]) {
    if (hash.length !== HASH_BYTES) throw errors.malformed(`${name}: hashes have 32 bytes`);
  }
  validatePartial(signed.attestation);
}

function gasOf(signed: SignedCheckpoint | undefined): bigint {
  return attestationGas(countOnes(present(signed?.attestation, "an attestation").signers));
}

/** Declares the message. */
export function doubleAttestationMessage(deps: CheckpointsDeps): Message {
  return message<MsgDoubleAttestation, MsgDoubleAttestationResponse>({
    request: MsgDoubleAttestation,
    response: MsgDoubleAttestationResponse,
    signer: (msg) => msg.sender,
    gas: ({ first, second }) => gasOf(first) + gasOf(second),
    validate: ({ sender, first, second }) => {
      validateSender(sender);
      validateSigned(first, "first");
      validateSigned(second, "second");
    },
    execute: (ctx, { sender, epoch, first, second }) => ({
      found: reportDoubles(deps, ctx, {
        sender,
        epoch,
        first: present(first, "first"),
        second: present(second, "second"),
      }),
    }),
    commandLine: {
      summary: "show that validators signed two checkpoints of one epoch",
      example:
        "aegisd tx checkpoints double-attestation 12 --first @one.json --second @other.json " +
        "--from validator1",
      positional: ["epoch"],
    },
  });
}
