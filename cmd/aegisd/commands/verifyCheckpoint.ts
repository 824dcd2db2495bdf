/** `aegisd verify-checkpoint`: whether a proof shows that a checkpoint is final; asks no node. */
import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { countOnes } from "../../../app/checkpoint/bitfield.ts";
import {
  decodeCheckpointProof,
  type ProofFault,
  verifyCheckpointProof,
} from "../../../app/checkpoint/proof.ts";
import { fromBase64, fromHex, hex } from "../../../app/lib/bytes.ts";
import { makeCommand } from "../command.ts";
import { CommandError, EXIT, usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface VerifyOptions {
  readonly commitment: string;
  readonly output: OutputFormat;
}

/** A set of 48,000 of which a third is absent needs 2.3 MB. */
const FILE_BYTES_MAX = 16_777_216;
const HASH_BYTES = 32;

const REASONS: Readonly<Record<ProofFault, string>> = {
  field_malformed: "a hash, key, signature or number is malformed",
  absent_malformed: "an absent member has no key or no power",
  absent_order: "absent members are out of order",
  absent_signed: "a member is absent and has signed",
  bitfield_length: "the bitfield has another length than the set",
  siblings_count: "hashes of the tree are missing, or too many",
  sibling_empty: "somebody is said to have signed where nobody is",
  commitment_mismatch: "it is about another validator set than the commitment",
  too_little_power: "two thirds of the power or less signed",
  root_mismatch: "absent members and hashes do not lead to the root of the set",
  bad_signature: "the signature is not that of the members who are said to have signed",
};

/** The command. */
export function verifyCheckpointCommand(io: Io): Command {
  return makeCommand<VerifyOptions>(io, {
    name: "verify-checkpoint",
    summary: "check a proof that a checkpoint is final, without any node",
    details:
      'FILE holds the proof of "aegisd query checkpoints proof EPOCH -o json", that JSON or the\n' +
      "bytes in it. All that is trusted is the commitment of the epoch's validator set.",
    args: [{ name: "file", about: "the proof: its bytes, or the JSON of the query" }],
    options: [
      new Option("--commitment <hex>", "of the validator set, 32 bytes").makeOptionMandatory(),
      outputOption(),
    ],
    examples: ["aegisd verify-checkpoint proof.json --commitment 6f0c..."],
    run: ({ args: [file = ""], options }) => {
      const commitment = commitmentIn(options.commitment);
      const bytes = proofBytes(readFile(file), file);
      const proof = decodeCheckpointProof(bytes);
      if (proof === undefined) throw refused("it is not the encoding of a proof");
      const start = performance.now();
      const result = verifyCheckpointProof(proof, commitment);
      const tookMs = performance.now() - start;
      if (!result.final) throw refused(REASONS[result.fault]);
      const { checkpoint, signedPower, totalPower } = result;
      print(io, options.output, {
        final: true,
        chain_id: checkpoint.chainId,
        epoch: `${checkpoint.epoch}`,
        height: `${checkpoint.height}`,
        block_hash: hex(checkpoint.blockHash).toUpperCase(),
        app_hash: hex(checkpoint.appHash).toUpperCase(),
        signed_power: `${signedPower}`,
        total_power: `${totalPower}`,
        signers: countOnes(proof.signers),
        absent: proof.absent.length,
        proof_bytes: bytes.length,
        verified_in_ms: Math.round(tookMs * 10) / 10,
      });
    },
  });
}

function refused(reason: string): CommandError {
  return new CommandError(`the proof is refused: ${reason}`, EXIT.refused);
}

function commitmentIn(text: string): Uint8Array {
  const isHex = /^(0x)?[0-9a-fA-F]{64}$/.test(text);
  const bytes = isHex ? fromHex(text.slice(-2 * HASH_BYTES)) : new Uint8Array(0);
  if (bytes.length !== HASH_BYTES) throw usageError("--commitment: expected 32 bytes in hex");
  return bytes;
}

function readFile(file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
  if (bytes.length <= FILE_BYTES_MAX) return bytes;
  throw new CommandError(`${file} is larger than ${FILE_BYTES_MAX} bytes`);
}

/** The bytes themselves, or those in the query's JSON. */
function proofBytes(content: Buffer, file: string): Uint8Array {
  if (content[0] !== "{".charCodeAt(0)) return new Uint8Array(content);
  let proof: unknown;
  try {
    ({ proof } = JSON.parse(content.toString("utf8")) as { proof?: unknown });
  } catch {
    throw refused("it is not JSON");
  }
  if (typeof proof === "string") return fromBase64(proof);
  throw new CommandError(`${file} has no field "proof"`);
}
