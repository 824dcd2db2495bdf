/** What a stranger hands to a light client: receipts, and light blocks in both of their forms. */
import { encodeReceipt } from "../../../app/client/receipt/format.ts";
import { ReceiptError } from "../../../app/client/receipt/fault.ts";
import { readReceiptBlock, verifySignatures } from "../../../app/client/receipt/header.ts";
import { verifyReceipt } from "../../../app/client/receipt/verify.ts";
import { lightBlockFromRpc, LightJsonError } from "../../../app/client/light/fromRpc.ts";
import { encodeLightBlock, type LightBlock } from "../../../app/client/light/types.ts";
import { base64, hex, utf8 } from "../../../app/lib/bytes.ts";
import { WireError } from "../../../proto/wire/error.ts";
import type { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import { CHAIN_ID } from "../../kit/chain.ts";
import { answeredChain, blockOf, receiptOf, TRUST } from "../../kit/receipts.ts";
import { type FuzzTarget, refusing, require } from "../target.ts";

/** Height of the block that is taken as a light block. */
const HEIGHT = 5n;

/** Receipts, with and without a checkpoint. */
export async function receiptTarget(): Promise<FuzzTarget> {
  const answered = answeredChain();
  const seeds = [
    encodeReceipt(await receiptOf(answered)),
    encodeReceipt(await receiptOf(answered, { final: true, task: 1 })),
  ];
  const known = new Set(seeds.map(hex));
  return {
    name: "receipts",
    promise: "a verdict, never an error; what was changed in any byte is refused",
    seeds,
    share: 0.1,
    run: (input) => {
      const verdict = verifyReceipt(input, TRUST);
      require(!verdict.valid || known.has(hex(input)), "a changed receipt was believed");
      return verdict.valid ? "accepted" : "refused";
    },
  };
}

function timeText({ seconds, nanos }: Timestamp): string {
  const whole = new Date(Number(seconds) * 1_000).toISOString().slice(0, 19);
  return `${whole}.${`${nanos}`.padStart(9, "0")}Z`;
}

/** What CometBFT's RPC says of a block. */
function rpcJson({ header, commit, validators }: LightBlock): object {
  const id = ({ hash, partSetHeader }: LightBlock["commit"]["blockId"] & object): object => ({
    hash: hex(hash).toUpperCase(),
    parts: {
      total: partSetHeader?.total ?? 0,
      hash: hex(partSetHeader?.hash ?? new Uint8Array(0)).toUpperCase(),
    },
  });
  const { version, time, lastBlockId, ...rest } = header;
  const named = {
    last_commit_hash: rest.lastCommitHash,
    data_hash: rest.dataHash,
    validators_hash: rest.validatorsHash,
    next_validators_hash: rest.nextValidatorsHash,
    consensus_hash: rest.consensusHash,
    app_hash: rest.appHash,
    last_results_hash: rest.lastResultsHash,
    evidence_hash: rest.evidenceHash,
    proposer_address: rest.proposerAddress,
  };
  const hashes = Object.entries(named).map(([name, bytes]) => [name, hex(bytes).toUpperCase()]);
  return {
    commit: {
      signed_header: {
        header: {
          version: { block: `${version?.block}`, app: `${version?.app}` },
          ...{ chain_id: rest.chainId, height: `${rest.height}` },
          time: timeText(time as Timestamp),
          last_block_id: id(lastBlockId as NonNullable<typeof lastBlockId>),
          ...Object.fromEntries(hashes),
        },
        commit: {
          ...{ height: `${commit.height}`, round: commit.round },
          block_id: id(commit.blockId as NonNullable<typeof commit.blockId>),
          signatures: commit.signatures.map((one) => ({
            block_id_flag: one.blockIdFlag,
            validator_address: hex(one.validatorAddress).toUpperCase(),
            timestamp: timeText(one.timestamp as Timestamp),
            signature: base64(one.signature),
          })),
        },
      },
    },
    validators: validators.map(({ publicKey, power }) => ({
      pub_key: { type: "tendermint/PubKeyEd25519", value: base64(publicKey) },
      voting_power: `${power}`,
    })),
  };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof LightJsonError || error instanceof ReceiptError || error instanceof WireError;

/** Light blocks: an input that begins with a brace is a node's JSON, any other the bytes. */
export function lightBlockTarget(): FuzzTarget {
  const block = blockOf(answeredChain().chain, HEIGHT);
  const { hash } = readReceiptBlock(encodeLightBlock(block), CHAIN_ID).fact;
  const read = (input: Uint8Array): Uint8Array => {
    if (input[0] !== 0x7b) return input;
    let json: { readonly commit?: unknown; readonly validators?: unknown };
    try {
      json = JSON.parse(Buffer.from(input).toString("utf8")) as typeof json;
    } catch {
      throw new LightJsonError("not JSON");
    }
    const { commit, validators } = json;
    if (!Array.isArray(validators)) throw new LightJsonError("validators: expected a list");
    return encodeLightBlock(lightBlockFromRpc({ commit, validators }));
  };
  return {
    name: "light blocks",
    promise: "refused by name, or signed by more than two thirds of its own validators",
    seeds: [encodeLightBlock(block), utf8(JSON.stringify(rpcJson(block)))],
    share: 0.2,
    run: (input) =>
      refusing(() => {
        const made = readReceiptBlock(read(input), CHAIN_ID);
        verifySignatures(made);
        require(made.fact.hash === hash, "a changed header was believed");
      }, isRefusal),
  };
}
