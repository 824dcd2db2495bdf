/** Several nodes of one attacker, who play into each other's hands. */
import { verificationCommit, voteCommit } from "../../../app/asli/commitment.ts";
import type { Candidates, Engine } from "../../../app/asli/engine.ts";
import { anyOf } from "../../../app/client/sign.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import {
  Reason,
  ResultFault,
  State,
  Verdict,
  VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgCommitResult,
  MsgCommitVerification,
  MsgCommitVote,
  MsgRevealVerification,
  MsgRevealVote,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { Arena, arenaEngine } from "./arena.ts";
import { type Attack, demand, type Outcome, type Scale } from "./attack.ts";
import { fraud, isRightAnswer } from "./forgery.ts";
import { meddling } from "./wrap.ts";

const NODES = 8;
/** Three of so many are less than a fifth: committees are made for less than a third. */
const MANY = 16;
const FIRST = 0;
const FRIEND = 1;
const SALT = new Uint8Array(32).fill(9);
/** Changes of logits, in nat, that a prefill cannot tell from rounding. */
const MARGINAL_NOISE = 0.05;
const SEATS_TRIED_MAX = 12;

/** An executor and two verifiers with one cheap model. */
async function sybils(): Promise<Outcome> {
  const nodes = [FIRST, 1, 2];
  const engine = (index: number): Engine | undefined =>
    nodes.includes(index) ? arenaEngine({ weights: 2 }) : undefined;
  return fraud(
    { engine, attackers: { nodes }, nodes: MANY },
    "of four drawn operators two are not his, and one conflict opens a dispute",
  );
}

/** The right model, computed a little carelessly: what only an exact replay can find. */
function carelessEngine(): Engine {
  const honest = arenaEngine();
  let steps = 0;
  const shaken = ({ ids, logits }: Candidates): Candidates => {
    steps += 1;
    const shake = (at: number): number => MARGINAL_NOISE * Math.sin(steps * 7.3 + at * 1.7);
    const moved = Array.from(ids, (id, at) => ({ id, logit: (logits[at] ?? 0) + shake(at) }));
    moved.sort((a, b) => b.logit - a.logit);
    return {
      ids: Uint32Array.from(moved, ({ id }) => id),
      logits: Float32Array.from(moved, ({ logit }) => logit),
    };
  };
  return {
    ...honest,
    begin: async (prompt, signal) => shaken(await honest.begin(prompt, signal)),
    step: async (token) => shaken(await honest.step(token)),
  };
}

/** Accuses node `FIRST` of its soft final result, with the fingerprint that all can see. */
function accuse(arena: Arena, hash: Uint8Array): { commit: () => void; reveal: () => void } {
  const place = { taskHash: hash, calculation: 0, attempt: 0 };
  const executor = present(arena.chain.resourceNodes[FIRST], "a node").address;
  const node = present(arena.chain.resourceNodes[FRIEND], "a node").address;
  const shown = arena.task(hash).fingerprints.find((one) => one.executor === executor);
  const verification = VerificationContent.create({
    verdict: Verdict.VERDICT_INVALID,
    reasons: [Reason.REASON_REPLAY],
    fingerprint: present(shown, "a fingerprint").fingerprint,
  });
  const commit = verificationCommit({
    chainId: arena.chain.context().block.chainId,
    ...{ taskHash: hash, index: 0, attempt: 0 },
    executor: addressBytes(executor),
    verifier: addressBytes(node),
    salt: SALT,
    verification: VerificationContent.encode(verification),
  });
  return {
    commit: () => {
      const items = [{ ...place, executor, commit, challenge: true }];
      arena.send(FRIEND, MsgCommitVerification, { node, items });
    },
    reveal: () => {
      const items = [{ ...place, executor, salt: SALT, verification }];
      arena.send(FRIEND, MsgRevealVerification, { node, items });
    },
  };
}

/** Plays until node `FIRST`'s only result is soft final. */
async function softFinal(arena: Arena): Promise<Uint8Array> {
  const hash = await arena.submitFor(FIRST);
  const isSoft = (): boolean => arena.task(hash).results[0]?.state === State.STATE_SOFT_FINAL;
  while (!isSoft()) {
    demand(arena.task(hash).status?.settlement === undefined, "never soft final");
    // His friend must not be among those who verify.
    arena.silent.add(FRIEND);
    await arena.block();
  }
  arena.silent.delete(FRIEND);
  return hash;
}

/** His friend challenges, to get a share of what he loses. */
async function friendly(engine: Engine | undefined, told: string): Promise<Outcome> {
  const nodes = [FIRST, FRIEND];
  let isAccused = false;
  // Once accused he lies low, so that the reopened calculation is for honest nodes.
  const rest = (message: Any): Any | undefined =>
    isAccused && message.typeUrl === MsgCommitResult.typeUrl ? undefined : message;
  const arena = new Arena({
    nodes: NODES,
    attackers: { nodes },
    engine: (index) => (index === FIRST ? engine : undefined),
    sight: (index, honest, signer) => (index === FIRST ? meddling(honest, signer, rest) : honest),
  });
  const hash = await softFinal(arena);
  const steps = accuse(arena, hash);
  steps.commit();
  isAccused = true;
  await arena.block();
  steps.reveal();
  const record = await arena.settle(hash);
  demand(await isRightAnswer(arena, record), "the user did not get the right answer");
  const { won, lost } = arena.ledger;
  const fault = record.results.find((one) => one.attempt === 0)?.fault;
  const wanted =
    engine === undefined ? ResultFault.RESULT_FAULT_UNSPECIFIED : ResultFault.RESULT_FAULT_MARGINAL;
  demand(fault === wanted, `the result's fault is ${fault}`);
  demand(won < lost, "the challenge of a friend paid");
  return { won, lost, told };
}

async function marginal(): Promise<Outcome> {
  return friendly(carelessEngine(), "half of every slash is burned, and others share the rest");
}

async function selfChallenge(): Promise<Outcome> {
  return friendly(undefined, "the committee upheld the result and shares the challenger's bond");
}

/** A member that votes with the executor's numbers instead of its own. */
function echo(arena: () => Arena, node: string): (message: Any) => Any {
  const forged = (taskHash: Uint8Array, executor: string): VoteContent => {
    const record = arena().task(taskHash);
    const shown = record.fingerprints.find((one) => one.executor === executor)?.fingerprint;
    const from = new DataView((shown ?? new Uint8Array(0)).slice().buffer);
    const length = from.byteLength / 4;
    const to = new DataView(new ArrayBuffer(length * 6));
    for (let at = 0; at < length; at += 1) {
      const probe = from.getInt16(at * 4 + 2, true);
      to.setInt16(at * 6, from.getInt16(at * 4, true), true);
      to.setInt16(at * 6 + 2, probe, true);
      to.setInt16(at * 6 + 4, probe, true);
    }
    const verdict = Verdict.VERDICT_VALID;
    return VoteContent.create({ verdict, fingerprint: new Uint8Array(to.buffer) });
  };
  return (message) => {
    if (message.typeUrl === MsgCommitVote.typeUrl) {
      const sent = MsgCommitVote.decode(message.value);
      const items = sent.items.map((item) => ({
        ...item,
        commit: voteCommit({
          chainId: arena().chain.context().block.chainId,
          taskHash: item.taskHash,
          index: item.calculation,
          attempt: item.attempt,
          executor: addressBytes(item.executor),
          round: item.round,
          member: addressBytes(node),
          salt: SALT,
          vote: VoteContent.encode(forged(item.taskHash, item.executor)),
        }),
      }));
      return anyOf(MsgCommitVote, { ...sent, items });
    }
    if (message.typeUrl !== MsgRevealVote.typeUrl) return message;
    const sent = MsgRevealVote.decode(message.value);
    const items = sent.items.map((item) => {
      return { ...item, salt: SALT, vote: forged(item.taskHash, item.executor) };
    });
    return anyOf(MsgRevealVote, { ...sent, items });
  };
}

async function echoing(): Promise<Outcome> {
  const place: { arena?: Arena } = {};
  const arena = new Arena({
    nodes: NODES,
    attackers: { nodes: [FRIEND] },
    engine: (index) => (index === FIRST ? arenaEngine({ weights: 2 }) : undefined),
    sight: (index, honest, signer) => {
      if (index !== FRIEND) return honest;
      const forge = echo(() => present(place.arena, "the arena"), signer.address);
      return meddling(honest, signer, forge);
    },
  });
  place.arena = arena;
  const before = arena.node(FRIEND).stake;
  for (let at = 0; at < SEATS_TRIED_MAX && arena.node(FRIEND).stake === before; at += 1) {
    const record = await arena.settle(await arena.submitFor(FIRST));
    demand(await isRightAnswer(arena, record), "the echo changed the answer");
  }
  const { won, lost } = arena.ledger;
  demand(arena.node(FRIEND).stake < before && won < lost, "the echo paid");
  return { won, lost, told: "the dispute's own probe cannot be copied from anybody" };
}

/** Three nodes cannot judge one of them: the user is refunded and nobody is slashed. */
async function three(_scale: Scale): Promise<Outcome> {
  const arena = new Arena({
    nodes: 3,
    attackers: { nodes: [FIRST] },
    engine: (index) => (index === FIRST ? arenaEngine({ weights: 2 }) : undefined),
  });
  const record = await arena.settle(await arena.submitFor(FIRST));
  demand(record.status?.state === State.STATE_VOID, "a dispute among three was decided");
  const { maxFee = 0n, submissionFee = 0n } = record.task ?? {};
  const refunded = record.status.settlement?.refunded;
  demand(refunded === maxFee - submissionFee, "the user was not refunded");
  for (const index of [1, 2]) demand(arena.node(index).stake === 2_000_000_000n, "a slash");
  const { won, lost } = arena.ledger;
  demand(won <= lost, "the dispute among three paid");
  return { won, lost, told: "too few operators to judge: the user is refunded, nobody is slashed" };
}

export const collusionAttacks: readonly Attack[] = [
  { name: "executor plus two sybil verifiers", run: sybils },
  { name: "marginal result with a friendly challenger", run: marginal },
  { name: "self-challenge of a right result", run: selfChallenge },
  { name: "committee member who echoes the executor", run: echoing },
  { name: "dispute among three nodes", run: three },
];
