/** Light blocks out of the JSON of CometBFT's RPC: what `commit` and `validators` answer. */
import type { CommitSig } from "../../../proto/gen/tendermint/types/light.ts";
import type { BlockID, Header } from "../../../proto/gen/tendermint/types/types.ts";
import type { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import { BlockIDFlag } from "../../../proto/gen/tendermint/types/validator.ts";
import { EMPTY_BYTES, fromBase64, fromHex } from "../../lib/bytes.ts";
import type { LightBlock, LightValidator } from "./types.ts";

/** The node's answer is not what CometBFT answers. */
export class LightJsonError extends Error {
  override readonly name = "LightJsonError";
}

type Json = Readonly<Record<string, unknown>>;

/** Result of `commit`, and the lists of all pages of `validators`, of one height. */
export interface LightBlockJson {
  readonly commit: unknown;
  readonly validators: readonly unknown[];
}

/** Reads a light block. @throws LightJsonError */
export function lightBlockFromRpc({ commit: answer, validators }: LightBlockJson): LightBlock {
  const signed = fieldIn(asObject(answer, "commit"), "signed_header");
  const commit = fieldIn(signed, "commit");
  return {
    header: headerIn(fieldIn(signed, "header")),
    commit: {
      height: integerIn(commit, "height"),
      round: Number(integerIn(commit, "round")),
      blockId: blockIdIn(fieldIn(commit, "block_id")),
      signatures: listIn(commit, "signatures").map(signatureIn),
    },
    validators: validators.map(validatorIn),
  };
}

function headerIn(json: Json): Header {
  const version = fieldIn(json, "version");
  return {
    version: { block: integerIn(version, "block", 0n), app: integerIn(version, "app", 0n) },
    chainId: textIn(json, "chain_id"),
    height: integerIn(json, "height"),
    time: timeIn(json, "time"),
    lastBlockId: blockIdIn(fieldIn(json, "last_block_id")),
    lastCommitHash: hexIn(json, "last_commit_hash"),
    dataHash: hexIn(json, "data_hash"),
    validatorsHash: hexIn(json, "validators_hash"),
    nextValidatorsHash: hexIn(json, "next_validators_hash"),
    consensusHash: hexIn(json, "consensus_hash"),
    appHash: hexIn(json, "app_hash"),
    lastResultsHash: hexIn(json, "last_results_hash"),
    evidenceHash: hexIn(json, "evidence_hash"),
    proposerAddress: hexIn(json, "proposer_address"),
  };
}

function blockIdIn(json: Json): BlockID {
  const parts = fieldIn(json, "parts");
  const total = Number(integerIn(parts, "total"));
  return { hash: hexIn(json, "hash"), partSetHeader: { total, hash: hexIn(parts, "hash") } };
}

function signatureIn(value: unknown): CommitSig {
  const json = asObject(value, "signature");
  const blockIdFlag = Number(integerIn(json, "block_id_flag"));
  if (blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_ABSENT) {
    const none = { validatorAddress: EMPTY_BYTES, timestamp: undefined, signature: EMPTY_BYTES };
    return { blockIdFlag, ...none };
  }
  return {
    blockIdFlag,
    validatorAddress: hexIn(json, "validator_address"),
    timestamp: timeIn(json, "timestamp"),
    signature: base64In(json, "signature"),
  };
}

function validatorIn(value: unknown): LightValidator {
  const json = asObject(value, "validator");
  const publicKey = base64In(fieldIn(json, "pub_key"), "value");
  return { publicKey, power: integerIn(json, "voting_power") };
}

function asObject(value: unknown, name: string): Json {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isObject) return value as Json;
  throw new LightJsonError(`${name}: expected an object`);
}

function fieldIn(json: Json, name: string): Json {
  return asObject(json[name], name);
}

function listIn(json: Json, name: string): readonly unknown[] {
  const list = json[name];
  if (Array.isArray(list)) return list;
  throw new LightJsonError(`${name}: expected a list`);
}

function textIn(json: Json, name: string): string {
  const text = json[name];
  if (typeof text === "string") return text;
  throw new LightJsonError(`${name}: expected text`);
}

/** CometBFT writes 64-bit integers as text and leaves out an application version of 0. */
function integerIn(json: Json, name: string, missing?: bigint): bigint {
  const value = json[name] ?? missing;
  const isInteger = typeof value === "number" && Number.isSafeInteger(value);
  if (typeof value === "bigint") return value;
  if (isInteger || (typeof value === "string" && /^-?\d{1,19}$/.test(value))) return BigInt(value);
  throw new LightJsonError(`${name}: expected an integer`);
}

function hexIn(json: Json, name: string): Uint8Array {
  return decoded(name, () => fromHex(textIn(json, name)));
}

function base64In(json: Json, name: string): Uint8Array {
  return decoded(name, () => fromBase64(textIn(json, name)));
}

function decoded(name: string, decode: () => Uint8Array): Uint8Array {
  try {
    return decode();
  } catch (error) {
    if (error instanceof LightJsonError) throw error;
    throw new LightJsonError(`${name}: expected bytes`);
  }
}

function timeIn(json: Json, name: string): Timestamp {
  const match = /^(.{19})(?:\.(\d{1,9}))?Z$/.exec(textIn(json, name));
  const ms = Date.parse(`${match?.[1] ?? ""}Z`);
  if (match === null || Number.isNaN(ms)) throw new LightJsonError(`${name}: expected a time`);
  return { seconds: BigInt(ms / 1_000), nanos: Number((match[2] ?? "").padEnd(9, "0")) };
}
