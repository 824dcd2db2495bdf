/**
 * The items that a node sends for its jobs. Everything in them follows from the stored result and
 * the node's key, so that a step can be made again after any loss and is the same.
 */
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { ResultContent, VerificationContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  type FingerprintReveal,
  MsgCommitResult,
  MsgCommitVerification,
  MsgCommitVote,
  MsgRevealFingerprint,
  MsgRevealResult,
  MsgRevealVerification,
  MsgRevealVote,
  type ResultCommit,
  type ResultReveal,
  type VerificationCommit,
  type VerificationReveal,
  type VoteCommit,
  type VoteReveal,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import {
  fingerprintHash,
  lateSalt,
  resultCommit,
  resultHash,
  salt,
  verificationCommit,
  voteCommit,
  voteSalt,
} from "../../../app/asli/commitment.ts";
import type { Calculation } from "../../../app/asli/taskHash.ts";
import { anyOf } from "../../../app/client/sign.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { gasTable as GAS } from "../../../modules/tasks/index.ts";
import type { Job, StepKind } from "../journal/job.ts";

/** Who commits, and with which key its salts are made. */
export interface Committer {
  readonly chainId: string;
  readonly address: string;
  /** The node's private key, 32 bytes. */
  readonly secret: Uint8Array;
}

/** A message and the gas that it declares. */
export interface StepMessage {
  readonly message: Any;
  readonly gas: bigint;
}

/** A job that has run: nothing can be made of another. */
export function hasRun(job: Job): boolean {
  return job.content !== undefined;
}

/** The commit of a result, 32 bytes; the chain has the same if this node made it. */
export function commitOfResult(committer: Committer, job: Job): Uint8Array {
  const calculation = calculationOf(job);
  const { secret, chainId, address } = committer;
  return resultCommit({
    ...calculation,
    chainId,
    node: addressBytes(address),
    resultHash: resultHash(salt(secret, calculation, "result"), contentOf(job)),
    fingerprintHash: hashOfFingerprint(committer, job),
  });
}

/** The salt of a verification, by why it is made. */
function verificationSalt({ secret }: Committer, job: Job): Uint8Array {
  const { role } = job;
  if (role !== "audit" && role !== "challenge") {
    return salt(secret, calculationOf(job), "verification");
  }
  return lateSalt(secret, calculationOf(job), addressBytes(job.executor), role);
}

/** The commit of a vote, 32 bytes. */
export function commitOfVote(committer: Committer, job: Job): Uint8Array {
  return voteCommit({
    ...roundOf(job),
    chainId: committer.chainId,
    member: addressBytes(committer.address),
    salt: voteSalt(committer.secret, roundOf(job)),
    vote: contentOf(job),
  });
}

/** The commit of a verification, 32 bytes. */
export function commitOfVerification(committer: Committer, job: Job): Uint8Array {
  const calculation = calculationOf(job);
  return verificationCommit({
    ...calculation,
    chainId: committer.chainId,
    executor: addressBytes(job.executor),
    verifier: addressBytes(committer.address),
    salt: verificationSalt(committer, job),
    verification: contentOf(job),
  });
}

/** The message of one step for `jobs`, which are in the order of their list. */
export function stepMessage(
  committer: Committer,
  kind: StepKind,
  jobs: readonly Job[],
): StepMessage {
  const node = committer.address;
  const all = <T>(make: (committer: Committer, job: Job) => T): T[] =>
    jobs.map((job) => make(committer, job));
  const count = BigInt(jobs.length);
  const step = (message: Any, perItem: bigint): StepMessage => ({
    message,
    gas: GAS.message + perItem * count,
  });
  if (kind === "commit_result") {
    const message = anyOf(MsgCommitResult, { node, items: all(resultCommitItem) });
    return step(message, GAS.commitResult);
  }
  if (kind === "reveal_result") {
    const message = anyOf(MsgRevealResult, { node, items: all(resultRevealItem) });
    return step(message, GAS.revealResult);
  }
  if (kind === "reveal_fingerprint") {
    const message = anyOf(MsgRevealFingerprint, { node, items: all(fingerprintItem) });
    return step(message, GAS.revealFingerprint);
  }
  if (kind === "commit_verification") {
    const items = all(verificationCommitItem);
    const challenges = BigInt(items.filter(({ challenge }) => challenge).length);
    const { message, gas } = step(
      anyOf(MsgCommitVerification, { node, items }),
      GAS.commitVerification,
    );
    return { message, gas: gas + GAS.challenge * challenges };
  }
  if (kind === "reveal_verification") {
    const message = anyOf(MsgRevealVerification, { node, items: all(verificationRevealItem) });
    return step(message, GAS.revealVerification);
  }
  if (kind === "commit_vote") {
    return step(anyOf(MsgCommitVote, { node, items: all(voteCommitItem) }), GAS.commitVote);
  }
  return step(anyOf(MsgRevealVote, { node, items: all(voteRevealItem) }), GAS.revealVote);
}

function voteCommitItem(committer: Committer, job: Job): VoteCommit {
  const { executor, round } = job;
  return { ...placeOf(job), executor, round, commit: commitOfVote(committer, job) };
}

function voteRevealItem(committer: Committer, job: Job): VoteReveal {
  const { executor, round } = job;
  return {
    ...placeOf(job),
    executor,
    round,
    salt: voteSalt(committer.secret, roundOf(job)),
    vote: VoteContent.decode(contentOf(job)),
  };
}

function resultCommitItem(committer: Committer, job: Job): ResultCommit {
  return { ...placeOf(job), commit: commitOfResult(committer, job) };
}

function resultRevealItem(committer: Committer, job: Job): ResultReveal {
  return {
    ...placeOf(job),
    fingerprintHash: hashOfFingerprint(committer, job),
    salt: salt(committer.secret, calculationOf(job), "result"),
    result: ResultContent.decode(contentOf(job)),
  };
}

function fingerprintItem(committer: Committer, job: Job): FingerprintReveal {
  return {
    ...placeOf(job),
    salt: salt(committer.secret, calculationOf(job), "fingerprint"),
    fingerprint: present(job.fingerprint, "a fingerprint"),
  };
}

function verificationCommitItem(committer: Committer, job: Job): VerificationCommit {
  return {
    ...placeOf(job),
    executor: job.executor,
    commit: commitOfVerification(committer, job),
    challenge: job.role === "challenge",
  };
}

function verificationRevealItem(committer: Committer, job: Job): VerificationReveal {
  return {
    ...placeOf(job),
    executor: job.executor,
    salt: verificationSalt(committer, job),
    verification: VerificationContent.decode(contentOf(job)),
  };
}

function hashOfFingerprint({ secret }: Committer, job: Job): Uint8Array {
  const salt2 = salt(secret, calculationOf(job), "fingerprint");
  return fingerprintHash(salt2, present(job.fingerprint, "a fingerprint"));
}

function contentOf(job: Job): Uint8Array {
  return present(job.content, "what the run brought");
}

function calculationOf({ taskHash, calculation, attempt }: Job): Calculation {
  return { taskHash, index: calculation, attempt };
}

function roundOf(job: Job): Calculation & { executor: Uint8Array; round: number } {
  return { ...calculationOf(job), executor: addressBytes(job.executor), round: job.round };
}

function placeOf(job: Job): { taskHash: Uint8Array; calculation: number; attempt: number } {
  const { taskHash, calculation, attempt } = job;
  return { taskHash, calculation, attempt };
}
