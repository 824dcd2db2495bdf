/**
 * CometBFT's JSON → the messages that Cosmos clients know. CometBFT writes hashes and addresses as
 * hex, other bytes as base64, and 64-bit integers as text.
 */
import { fromBase64, fromHex } from "../../../../app/lib/bytes.ts";
import { Timestamp } from "../../../../proto/gen/google/protobuf/timestamp.ts";
import { PublicKey } from "../../../../proto/gen/tendermint/crypto/keys.ts";
import { Block, Evidence, Vote } from "../../../../proto/gen/tendermint/types/block.ts";
import {
  type Commit,
  CommitSig,
  type LightBlock,
  type Validator,
} from "../../../../proto/gen/tendermint/types/light.ts";
import type { BlockID, Header } from "../../../../proto/gen/tendermint/types/types.ts";

interface BlockIdJson {
  readonly hash: string;
  readonly parts: { readonly total: number; readonly hash: string };
}

interface HeaderJson {
  readonly version: { readonly block: string; readonly app?: string };
  readonly chain_id: string;
  readonly height: string;
  readonly time: string;
  readonly last_block_id: BlockIdJson;
  readonly last_commit_hash: string;
  readonly data_hash: string;
  readonly validators_hash: string;
  readonly next_validators_hash: string;
  readonly consensus_hash: string;
  readonly app_hash: string;
  readonly last_results_hash: string;
  readonly evidence_hash: string;
  readonly proposer_address: string;
}

interface CommitJson {
  readonly height: string;
  readonly round: number;
  readonly block_id: BlockIdJson;
  readonly signatures: readonly {
    readonly block_id_flag: number;
    readonly validator_address: string;
    readonly timestamp: string;
    readonly signature: string | null;
  }[];
}

export interface ValidatorJson {
  readonly address: string;
  readonly pub_key: { readonly type: string; readonly value: string };
  readonly voting_power: string;
  readonly proposer_priority: string;
}

interface VoteJson {
  readonly type: number;
  readonly height: string;
  readonly round: number;
  readonly block_id: BlockIdJson;
  readonly timestamp: string;
  readonly validator_address: string;
  readonly validator_index: number;
  readonly signature: string | null;
}

/** Fields of both kinds of evidence; which are there depends on `type`. */
interface EvidenceJson {
  readonly type: string;
  readonly value: {
    readonly vote_a: VoteJson;
    readonly vote_b: VoteJson;
    readonly ValidatorPower: string;
    readonly ConflictingBlock: {
      readonly signed_header: { readonly header: HeaderJson; readonly commit: CommitJson };
      readonly validator_set: { readonly validators: readonly ValidatorJson[] };
    };
    readonly CommonHeight: string;
    readonly ByzantineValidators: readonly ValidatorJson[] | null;
    readonly TotalVotingPower: string;
    readonly Timestamp: string;
  };
}

/** Answer of `block`. */
export interface BlockJson {
  readonly block_id: BlockIdJson;
  readonly block: {
    readonly header: HeaderJson;
    readonly data: { readonly txs: readonly string[] | null };
    readonly evidence: { readonly evidence: readonly EvidenceJson[] | null };
    readonly last_commit: CommitJson | null;
  };
}

/** One of CometBFT's times. */
export function timeOf(text: string): Timestamp {
  return Timestamp.fromJson(text);
}

export function blockIdOf({ hash, parts }: BlockIdJson): BlockID {
  return {
    hash: fromHex(hash),
    partSetHeader: { total: parts.total, hash: fromHex(parts.hash) },
  };
}

/** Fields whose form is the same for both headers that Cosmos has. */
function headerOf(json: HeaderJson): Header {
  return {
    version: { block: BigInt(json.version.block), app: BigInt(json.version.app ?? 0) },
    chainId: json.chain_id,
    height: BigInt(json.height),
    time: timeOf(json.time),
    lastBlockId: blockIdOf(json.last_block_id),
    lastCommitHash: fromHex(json.last_commit_hash),
    dataHash: fromHex(json.data_hash),
    validatorsHash: fromHex(json.validators_hash),
    nextValidatorsHash: fromHex(json.next_validators_hash),
    consensusHash: fromHex(json.consensus_hash),
    appHash: fromHex(json.app_hash),
    lastResultsHash: fromHex(json.last_results_hash),
    evidenceHash: fromHex(json.evidence_hash),
    proposerAddress: fromHex(json.proposer_address),
  };
}

function commitOf(json: CommitJson): Commit {
  return {
    height: BigInt(json.height),
    round: json.round,
    blockId: blockIdOf(json.block_id),
    signatures: json.signatures.map((one) =>
      CommitSig.create({
        blockIdFlag: one.block_id_flag,
        validatorAddress: fromHex(one.validator_address),
        timestamp: timeOf(one.timestamp),
        signature: fromBase64(one.signature ?? ""),
      }),
    ),
  };
}

function validatorOf(json: ValidatorJson): Validator {
  return {
    address: fromHex(json.address),
    pubKey: PublicKey.create({ ed25519: fromBase64(json.pub_key.value) }),
    votingPower: BigInt(json.voting_power),
    proposerPriority: BigInt(json.proposer_priority),
  };
}

function voteOf(json: VoteJson): Vote {
  return Vote.create({
    type: json.type,
    height: BigInt(json.height),
    round: json.round,
    blockId: blockIdOf(json.block_id),
    timestamp: timeOf(json.timestamp),
    validatorAddress: fromHex(json.validator_address),
    validatorIndex: json.validator_index,
    signature: fromBase64(json.signature ?? ""),
  });
}

function conflictOf({ value }: EvidenceJson): LightBlock {
  const { signed_header: signed, validator_set: set } = value.ConflictingBlock;
  const validators = set.validators.map(validatorOf);
  return {
    signedHeader: { header: headerOf(signed.header), commit: commitOf(signed.commit) },
    validatorSet: { validators, proposer: undefined, totalVotingPower: 0n },
  };
}

function evidenceOf(json: EvidenceJson): Evidence {
  const { value } = json;
  const common = {
    totalVotingPower: BigInt(value.TotalVotingPower),
    timestamp: timeOf(value.Timestamp),
  };
  if (json.type === "tendermint/DuplicateVoteEvidence") {
    const votes = { voteA: voteOf(value.vote_a), voteB: voteOf(value.vote_b) };
    const validatorPower = BigInt(value.ValidatorPower);
    return Evidence.create({ duplicateVoteEvidence: { ...votes, validatorPower, ...common } });
  }
  return Evidence.create({
    lightClientAttackEvidence: {
      conflictingBlock: conflictOf(json),
      commonHeight: BigInt(value.CommonHeight),
      byzantineValidators: (value.ByzantineValidators ?? []).map(validatorOf),
      ...common,
    },
  });
}

/** The block of CometBFT's answer. */
export function blockOf({ block }: BlockJson): Block {
  return Block.create({
    header: headerOf(block.header),
    data: { txs: (block.data.txs ?? []).map(fromBase64) },
    evidence: { evidence: (block.evidence.evidence ?? []).map(evidenceOf) },
    lastCommit: block.last_commit === null ? undefined : commitOf(block.last_commit),
  });
}
