/** What an aggregator reads of the chain, and what it sends. */
import { Query as AppQuery } from "../../../proto/gen/aegis/app/v1/app.ts";
import type { Checkpoint } from "../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Query, type SetMember } from "../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgAttest } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { query } from "../../../app/client/query.ts";
import type { Rpc } from "../../../app/client/rpc.ts";
import { gasAndFee, sequencedSigner } from "../../../app/client/sequence.ts";
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import { countOnes } from "../../../app/checkpoint/bitfield.ts";
import {
  CHUNK_SLOTS,
  chunkOf,
  indexOf,
  KEY_CHUNK,
  POWER_CHUNK,
} from "../../../app/checkpoint/chunks.ts";
import type { PartialSignature } from "../../../app/checkpoint/partial.ts";
import { type ChunkTree, chunkTree, ValidatorSet } from "../../../app/checkpoint/validatorSet.ts";
import { present } from "../../../app/lib/assert.ts";
import { EMPTY_BYTES, equalBytes } from "../../../app/lib/bytes.ts";
import type { GasPrice } from "../../../app/tx/fee.ts";
import { attestationGas } from "../../../modules/checkpoints/index.ts";

/** Checkpoints that are read at a time: two are open, the others are closed. */
const NEWEST = 4n;
const PAGE_LIMIT = 200n;

/** A checkpoint that can be attested. */
export interface OpenCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Bitfield: who the chain knows to have signed; empty when nobody. */
  readonly signed: Uint8Array;
}

/** The chain at one height. */
export interface ChainView {
  readonly chainId: string;
  readonly height: bigint;
  /** Blocks for which a checkpoint is open. */
  readonly openBlocks: bigint;
  /** By epoch. */
  readonly open: readonly OpenCheckpoint[];
}

export interface AttestChain {
  readonly look: () => Promise<ChainView>;
  /** @throws RangeError when the node's answer is not the set that the checkpoint names. */
  readonly validatorSet: (chainId: string, checkpoint: Checkpoint) => Promise<ValidatorSet>;
  /** Resolves with the hash of a transaction that the mempool took. */
  readonly attest: (epoch: bigint, partial: PartialSignature) => Promise<string>;
}

/** Who speaks to which chain, and at what price. */
export interface AttestChainOptions {
  readonly rpc: Rpc;
  readonly chainId: string;
  readonly signer: Signer;
  readonly gasPrice: GasPrice;
}

/** The chain behind `rpc`; attestations are paid by the signer. */
export function attestChain(options: AttestChainOptions): AttestChain {
  const { rpc, chainId, signer, gasPrice } = options;
  const sender = sequencedSigner(rpc, signer, chainId);
  let trees: ReadonlyMap<number, ChunkTree> = new Map();
  return {
    look: () => look(rpc),
    validatorSet: async (id, checkpoint) => {
      trees = treesOf(await membersOf(rpc, checkpoint.epoch), trees);
      const set = new ValidatorSet(id, checkpoint.epoch, trees.values());
      if (equalBytes(set.commitment, checkpoint.commitment)) return set;
      throw new RangeError(`the validator set of epoch ${checkpoint.epoch} is another one`);
    },
    attest: async (epoch, partial) => {
      const message = MsgAttest.create({ sender: signer.address, epoch, ...partial });
      const messages = [anyOf(MsgAttest, message)];
      const gas = gasAndFee(messages, attestationGas(countOnes(partial.signers)), gasPrice);
      return (await sender.send({ messages, ...gas })).hash;
    },
  };
}

async function look(rpc: Rpc): Promise<ChainView> {
  const state = present((await query(rpc, AppQuery.Status)).state, "state");
  const { epochBlocks } = present((await query(rpc, AppQuery.Params)).params, "params");
  const { attestEpochs } = present((await query(rpc, Query.Params)).params, "params");
  const pagination = PageRequest.create({ limit: NEWEST, reverse: true });
  const { checkpoints } = await query(rpc, Query.Checkpoints, { pagination });
  const open: OpenCheckpoint[] = [];
  for (const { epoch, closedHeight } of [...checkpoints].reverse()) {
    if (closedHeight !== 0n) continue;
    const { checkpoint, attestation } = await query(rpc, Query.Checkpoint, { epoch });
    const signed = attestation?.signers ?? EMPTY_BYTES;
    open.push({ checkpoint: present(checkpoint, "checkpoint"), signed });
  }
  const { chainId, height } = state;
  return { chainId, height, openBlocks: epochBlocks * BigInt(attestEpochs), open };
}

async function membersOf(rpc: Rpc, epoch: bigint): Promise<SetMember[]> {
  const members: SetMember[] = [];
  let key = EMPTY_BYTES;
  do {
    const pagination = PageRequest.create({ key, limit: PAGE_LIMIT });
    const page = await query(rpc, Query.ValidatorSet, { epoch, pagination });
    members.push(...page.members);
    key = page.pagination?.nextKey ?? EMPTY_BYTES;
  } while (key.length > 0);
  return members;
}

/** Only what differs from the last set is computed. */
function treesOf(
  members: readonly SetMember[],
  before: ReadonlyMap<number, ChunkTree>,
): ReadonlyMap<number, ChunkTree> {
  const byChunk = new Map<number, SetMember[]>();
  for (const member of members) {
    const chunk = chunkOf(member.slot);
    byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), member]);
  }
  const trees = new Map<number, ChunkTree>();
  for (const [chunk, list] of byChunk) {
    const powers = new Array<number>(CHUNK_SLOTS).fill(0);
    const keys = KEY_CHUNK.decode(KEY_CHUNK.empty());
    for (const { slot, key, power } of list) {
      powers[indexOf(slot)] = Number(power);
      keys[indexOf(slot)] = key;
    }
    const encoded = [POWER_CHUNK.encode(powers), KEY_CHUNK.encode(keys)] as const;
    trees.set(chunk, chunkTree(chunk, ...encoded, before.get(chunk)));
  }
  return trees;
}
