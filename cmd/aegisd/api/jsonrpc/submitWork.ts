/** `submitInferenceResult` and `submitVerification`: what resource nodes commit and reveal. */
import {
  FingerprintReveal,
  MsgCommitResult,
  MsgCommitVerification,
  MsgRevealFingerprint,
  MsgRevealResult,
  MsgRevealVerification,
  ResultCommit,
  ResultReveal,
  VerificationCommit,
  VerificationReveal,
} from "../../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";
import { anyOf } from "../../../../app/client/sign.ts";
import { TX_BYTES_MAX } from "../../../../app/constants.ts";
import { EXAMPLE, SIGN_DOCUMENT_EXAMPLE } from "./examples.ts";
import { badParam } from "./fault.ts";
import type { Method } from "./method.ts";
import { recordShape } from "./record.ts";
import { address, list, optional, type Shape } from "./shape.ts";
import { type Submission, submissionMethod, type Submitting } from "./submission.ts";
import type { Unsigned } from "./signDocument.ts";

/** Items of one message; the chain's own parameter may be lower. */
const ITEMS_MAX = 256;

const NODE: Shape<string | undefined> = optional(
  address("The resource node: its own key signs, not its operator's."),
);

function items<T>(description: string, codec: Codec<T>): Shape<readonly T[] | undefined> {
  const order = "Strictly ascending by task hash, calculation and executor.";
  return optional(list(`${description} ${order}`, recordShape(codec, TX_BYTES_MAX), ITEMS_MAX));
}

/** A message that is a node's list. */
interface ListMessage<T> {
  readonly node: string;
  readonly items: readonly T[];
}

/** One of several lists that may be given, and the message that it becomes. */
interface Choice {
  readonly name: string;
  readonly unsigned: ((node: string) => Unsigned) | undefined;
}

function choice<T>(
  name: string,
  codec: Codec<ListMessage<T>>,
  given: readonly T[] | undefined,
): Choice {
  if (given === undefined) return { name, unsigned: undefined };
  const unsigned = (node: string): Unsigned => ({
    signer: node,
    message: anyOf(codec, { node, items: given }),
  });
  return { name, unsigned };
}

/** @throws RpcFault invalidParams unless exactly one list is there. */
function onlyOne(node: string | undefined, choices: readonly Choice[]): Unsigned {
  if (node === undefined) throw badParam("node", "missing");
  const [first, second] = choices.filter(({ unsigned }) => unsigned !== undefined);
  const names = choices.map(({ name }) => name).join(" or ");
  if (first?.unsigned === undefined) throw badParam(choices[0]?.name ?? "", `give ${names}`);
  if (second !== undefined) throw badParam(second.name, `give ${names}, one at a time`);
  return first.unsigned(node);
}

function exampleOf(list: Readonly<Record<string, unknown>>): Submission<never>["example"] {
  const params = { node: EXAMPLE.address, publicKey: EXAMPLE.publicKey, ...list };
  return { params, result: SIGN_DOCUMENT_EXAMPLE };
}

const PLACE = { taskHash: EXAMPLE.hash, calculation: 0, attempt: 0 };

/** Commits and reveals of results. */
export function submitInferenceResultMethod(node: Submitting): Method {
  return submissionMethod(node, {
    name: "submitInferenceResult",
    summary: "Commit or reveal results: a signed message, or fields to make a sign document of.",
    description: "With fields, node and one of commits and reveals must be there.",
    fields: {
      node: NODE,
      commits: items("Commitments to results.", ResultCommit),
      reveals: items("Results that were committed.", ResultReveal),
    },
    records: [ResultCommit, ResultReveal],
    kinds: [MsgCommitResult, MsgRevealResult],
    example: exampleOf({ commits: [{ ...PLACE, commit: EXAMPLE.other }] }),
    build: ({ node: signer, commits, reveals }) =>
      onlyOne(signer, [
        choice("commits", MsgCommitResult, commits),
        choice("reveals", MsgRevealResult, reveals),
      ]),
  });
}

/** Commits and reveals of verifications, and reveals of the fingerprints that they are of. */
export function submitVerificationMethod(node: Submitting): Method {
  return submissionMethod(node, {
    name: "submitVerification",
    summary: "Commit or reveal verifications, or reveal fingerprints.",
    description:
      "A signed message, or fields to make a sign document of: node and one of commits, reveals " +
      "and fingerprints. Fingerprints are revealed by the executor, the others by verifiers.",
    fields: {
      node: NODE,
      commits: items("Commitments to verifications.", VerificationCommit),
      reveals: items("Verifications that were committed.", VerificationReveal),
      fingerprints: items("Fingerprints of own results.", FingerprintReveal),
    },
    records: [VerificationCommit, VerificationReveal, FingerprintReveal],
    kinds: [MsgCommitVerification, MsgRevealVerification, MsgRevealFingerprint],
    example: exampleOf({
      commits: [{ ...PLACE, executor: EXAMPLE.address, commit: EXAMPLE.other }],
    }),
    build: ({ node: signer, commits, reveals, fingerprints }) =>
      onlyOne(signer, [
        choice("commits", MsgCommitVerification, commits),
        choice("reveals", MsgRevealVerification, reveals),
        choice("fingerprints", MsgRevealFingerprint, fingerprints),
      ]),
  });
}
