/** Epochs of a crowd network: seats are followed, and every validator attests every checkpoint. */
import { bitfieldOf } from "../../app/checkpoint/bitfield.ts";
import { checkpointMessage } from "../../app/checkpoint/message.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { query } from "../../app/client/query.ts";
import { gasAndFee, sequencedSigner } from "../../app/client/sequence.ts";
import { anyOf } from "../../app/client/sign.ts";
import { present } from "../../app/lib/assert.ts";
import { blsAggregate, blsSign } from "../../app/lib/bls.ts";
import { seededBlsSecret, seededValidator } from "../../cmd/aegisd/genesis/seededValidators.ts";
import { attestationGas } from "../../modules/checkpoints/index.ts";
import { Query as AppQuery } from "../../proto/gen/aegis/app/v1/app.ts";
import type { Checkpoint } from "../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Query as CheckpointsQuery } from "../../proto/gen/aegis/checkpoints/v1/query.ts";
import { MsgAttest } from "../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { CROWD_NET_CHAIN_ID, type CrowdNetwork } from "./crowdNetwork.ts";

const POLL_MS = 300;
/** Signatures between two pauses in which the rest of the program gets its turn. */
const SIGNED_AT_ONCE = 200;
const PARTIALS = 4;

export interface Attested {
  readonly epoch: bigint;
  readonly signers: number;
  readonly signMs: number;
  /** From the first signature to the block that made it final. */
  readonly finalMs: number;
}

export interface CrowdPlay {
  readonly attested: readonly Attested[];
  /** Of the newest final checkpoint. */
  readonly proof: Uint8Array;
  readonly commitment: Uint8Array;
  readonly proofEpoch: bigint;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function epochOf(network: CrowdNetwork): Promise<bigint> {
  return present((await query(network.rpc, AppQuery.Status)).state, "state").epoch;
}

/** Signatures of all `slots`, each by its own key. */
async function signAll(seed: string, slots: readonly number[], message: Uint8Array) {
  const signatures: Uint8Array[] = [];
  for (const [at, slot] of slots.entries()) {
    if (at % SIGNED_AT_ONCE === 0) await pause(0);
    signatures.push(blsSign(seededBlsSecret(seed, slot), message));
  }
  return present(blsAggregate(signatures), "an aggregate");
}

/** Every validator but each `absentEvery`th (0: all) signs; four accounts bring it to the chain. */
async function attest(
  network: CrowdNetwork,
  checkpoint: Checkpoint,
  absentEvery: number,
): Promise<Attested> {
  const { seed, rpc, options } = network;
  const { epoch } = checkpoint;
  const started = performance.now();
  const message = checkpointMessage({ chainId: CROWD_NET_CHAIN_ID, ...checkpoint });
  const all = Array.from({ length: options.validators }, (_, slot) => slot);
  const signers = all.filter((slot) => absentEvery === 0 || slot % absentEvery !== 0);
  const share = Math.ceil(signers.length / PARTIALS);
  let signMs = 0;
  for (let part = 0; part < PARTIALS; part += 1) {
    const slots = signers.slice(part * share, (part + 1) * share);
    if (slots.length === 0) continue;
    const begun = performance.now();
    const signature = await signAll(seed, slots, message);
    signMs += performance.now() - begun;
    const { operator } = seededValidator(seed, part);
    const bits = bitfieldOf(checkpoint.slots, slots);
    const sent = { sender: operator.address, epoch, signers: bits, signature };
    const messages = [anyOf(MsgAttest, MsgAttest.create(sent))];
    const gas = gasAndFee(messages, attestationGas(slots.length), 0n);
    const sender = sequencedSigner(rpc, operator, CROWD_NET_CHAIN_ID);
    const { hash } = await sender.send({ messages, ...gas });
    await waitForTx(rpc, hash);
  }
  return { epoch, signers: signers.length, signMs, finalMs: performance.now() - started };
}

/** The checkpoint of `epoch` as the chain has it. */
async function checkpointOf(network: CrowdNetwork, epoch: bigint): Promise<Checkpoint> {
  const answer = await query(network.rpc, CheckpointsQuery.Checkpoint, { epoch });
  return present(answer.checkpoint, "a checkpoint");
}

/**
 * Plays `epochs` epochs: gives vacant seats to nodes all the time, and attests each checkpoint, in
 * every other epoch without each `absentEvery`th validator.
 * @throws Error when a checkpoint does not become final.
 */
export async function playCrowd(
  network: CrowdNetwork,
  { epochs, absentEvery }: { readonly epochs: number; readonly absentEvery: number },
): Promise<CrowdPlay> {
  const { say } = network.options;
  const attested: Attested[] = [];
  let isOver = false;
  const follow = async (): Promise<void> => {
    while (!isOver) {
      try {
        const changed = await network.follow();
        if (changed > 0) say(`${changed} seat went to another validator`);
      } catch (error) {
        // The first node may be the one that is started anew just now.
        say(`following: ${error instanceof Error ? error.message : ""}`);
      }
      await pause(POLL_MS);
    }
  };
  const following = follow();
  try {
    let next = await epochOf(network);
    while (attested.length < epochs) {
      if ((await silent(() => epochOf(network))) <= next) {
        await pause(POLL_MS);
        continue;
      }
      const checkpoint = await checkpointOf(network, next);
      // All of them in every other epoch, so that nobody misses too many in a row.
      const absent = attested.length % 2 === 0 ? 0 : absentEvery;
      attested.push(await attest(network, checkpoint, absent));
      const { finalHeight, signedPower, totalPower } = await checkpointOf(network, next);
      if (finalHeight === 0n) throw new Error(`epoch ${next}: ${signedPower} of ${totalPower}`);
      say(`checkpoint of epoch ${next} is final: ${signedPower} of ${totalPower} signed`);
      next += 1n;
    }
    const epoch = next - 1n;
    const { proof } = await query(network.rpc, CheckpointsQuery.Proof, { epoch });
    const { commitment } = await checkpointOf(network, epoch);
    return { attested, proof, commitment, proofEpoch: epoch };
  } finally {
    isOver = true;
    await following;
  }
}

/** Asks again while a node is started anew. */
async function silent<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await pause(POLL_MS);
    }
  }
}
