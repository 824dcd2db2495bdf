/**
 * Commitments: what a node binds itself to before it shows it, and the salts that keep it hidden.
 * The preimages are those of the protocol; both node and chain compute them here.
 */
import { createHmac } from "node:crypto";
import { asBuffer, hashOf, preimage } from "../lib/bytes.ts";
import type { Calculation } from "./taskHash.ts";

/** What a salt hides: the result, the executor's fingerprint, or a verification. */
export type SaltPurpose = "result" | "fingerprint" | "verification";

/** Follows the purposes above; executor and round stand after it. */
const VOTE_SALT_NUMBER = 4;

const SALT_NUMBERS: Readonly<Record<SaltPurpose, number>> = {
  result: 1,
  fingerprint: 2,
  verification: 3,
};

/**
 * `HMAC-SHA-256(node key, task_hash ‖ i ‖ attempt ‖ 1, 2 or 3)`: 32 bytes that only the holder of
 * the node's private key (32 bytes) can make, and make again after losing everything else.
 */
export function salt(
  nodeKey: Uint8Array,
  calculation: Calculation,
  purpose: SaltPurpose,
): Uint8Array {
  const message = preimage(
    { hash: calculation.taskHash },
    { integer: calculation.index },
    { integer: calculation.attempt },
    { integer: SALT_NUMBERS[purpose] },
  );
  return new Uint8Array(createHmac("sha256", asBuffer(nodeKey)).update(message).digest());
}

/**
 * The salt of an audit (5) or a challenge (6), which come after others of the calculation have been
 * shown: `HMAC-SHA-256(node key, task_hash ‖ i ‖ attempt ‖ 5 or 6 ‖ executor)`.
 */
export function lateSalt(
  nodeKey: Uint8Array,
  calculation: Calculation,
  executor: Uint8Array,
  purpose: "audit" | "challenge",
): Uint8Array {
  const message = preimage(
    { hash: calculation.taskHash },
    { integer: calculation.index },
    { integer: calculation.attempt },
    { integer: purpose === "audit" ? 5 : 6 },
    { address: executor },
  );
  return new Uint8Array(createHmac("sha256", asBuffer(nodeKey)).update(message).digest());
}

/**
 * `H_result = SHA-256(salt_1 ‖ canonical result)`; a byte field, so its length stands before it.
 */
export function resultHash(salt1: Uint8Array, result: Uint8Array): Uint8Array {
  return hashOf({ hash: salt1 }, { bytes: result });
}

/** `H_fp = SHA-256(salt_2 ‖ fingerprint)`; a byte field, so its length stands before it. */
export function fingerprintHash(salt2: Uint8Array, fingerprint: Uint8Array): Uint8Array {
  return hashOf({ hash: salt2 }, { bytes: fingerprint });
}

/** What a result commit binds. */
export interface ResultCommitment extends Calculation {
  readonly chainId: string;
  /** The executor's address, 20 bytes. */
  readonly node: Uint8Array;
  readonly resultHash: Uint8Array;
  readonly fingerprintHash: Uint8Array;
}

/**
 * `SHA-256("aegis/result/v1" ‖ chain_id ‖ task_hash ‖ i ‖ attempt ‖ node ‖ H_result ‖ H_fp)`, the
 * body of a `MsgCommitResult` item.
 */
export function resultCommit(commitment: ResultCommitment): Uint8Array {
  return hashOf(
    { domain: "aegis/result/v1" },
    { text: commitment.chainId },
    { hash: commitment.taskHash },
    { integer: commitment.index },
    { integer: commitment.attempt },
    { address: commitment.node },
    { hash: commitment.resultHash },
    { hash: commitment.fingerprintHash },
  );
}

/** What a verification commit binds. */
export interface VerificationCommitment extends Calculation {
  readonly chainId: string;
  /** Address of the node whose result is verified, 20 bytes. */
  readonly executor: Uint8Array;
  /** Address of the verifying node, 20 bytes. */
  readonly verifier: Uint8Array;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** Canonical proto of the verification. */
  readonly verification: Uint8Array;
}

/**
 * `SHA-256("aegis/verification/v1" ‖ chain_id ‖ task_hash ‖ i ‖ attempt ‖ executor ‖ verifier ‖
 * salt ‖ canonical verification)`, the body of a `MsgCommitVerification` item.
 */
export function verificationCommit(commitment: VerificationCommitment): Uint8Array {
  return hashOf(
    { domain: "aegis/verification/v1" },
    { text: commitment.chainId },
    { hash: commitment.taskHash },
    { integer: commitment.index },
    { integer: commitment.attempt },
    { address: commitment.executor },
    { address: commitment.verifier },
    { hash: commitment.salt },
    { bytes: commitment.verification },
  );
}

/** Which round of the dispute about which result. */
export interface DisputeRound extends Calculation {
  /** Address of the node whose result is disputed, 20 bytes. */
  readonly executor: Uint8Array;
  /** From 0. */
  readonly round: number;
}

/**
 * `SHA-256("aegis/dispute/v1" ‖ task_hash ‖ i ‖ attempt ‖ executor ‖ round ‖ beacon)`: chooses the
 * probe that only the members of this round's committee are asked for. `beacon` has 32 bytes.
 */
export function disputeChallenge(dispute: DisputeRound, beacon: Uint8Array): Uint8Array {
  return hashOf(
    { domain: "aegis/dispute/v1" },
    { hash: dispute.taskHash },
    { integer: dispute.index },
    { integer: dispute.attempt },
    { address: dispute.executor },
    { integer: dispute.round },
    { hash: beacon },
  );
}

/**
 * `HMAC-SHA-256(node key, task_hash ‖ i ‖ attempt ‖ 4 ‖ executor ‖ round)`: another one for each
 * vote, since a salt that was shown in one round hides nothing in the next.
 */
export function voteSalt(nodeKey: Uint8Array, dispute: DisputeRound): Uint8Array {
  const message = preimage(
    { hash: dispute.taskHash },
    { integer: dispute.index },
    { integer: dispute.attempt },
    { integer: VOTE_SALT_NUMBER },
    { address: dispute.executor },
    { integer: dispute.round },
  );
  return new Uint8Array(createHmac("sha256", asBuffer(nodeKey)).update(message).digest());
}

/** What a vote's commit binds. */
export interface VoteCommitment extends DisputeRound {
  readonly chainId: string;
  /** Address of the committee's member, 20 bytes. */
  readonly member: Uint8Array;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** Canonical proto of the vote. */
  readonly vote: Uint8Array;
}

/**
 * `SHA-256("aegis/vote/v1" ‖ chain_id ‖ task_hash ‖ i ‖ attempt ‖ executor ‖ round ‖ member ‖ salt
 * ‖ canonical vote)`, the body of a `MsgCommitVote` item.
 */
export function voteCommit(commitment: VoteCommitment): Uint8Array {
  return hashOf(
    { domain: "aegis/vote/v1" },
    { text: commitment.chainId },
    { hash: commitment.taskHash },
    { integer: commitment.index },
    { integer: commitment.attempt },
    { address: commitment.executor },
    { integer: commitment.round },
    { address: commitment.member },
    { hash: commitment.salt },
    { bytes: commitment.vote },
  );
}
