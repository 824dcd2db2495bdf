/** Single nodes that send what their engine did not make, or do not send what they owe. */
import type { Engine } from "../../../app/asli/engine.ts";
import { execute } from "../../../app/asli/executor.ts";
import { verificationCommit } from "../../../app/asli/commitment.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { asliJob } from "../../../cmd/aegis-resource/work/asliJob.ts";
import { MODEL_ID } from "../../../localnet/defaultModel.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State, Verdict, VerificationContent } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgCommitResult,
  MsgCommitVerification,
  MsgRevealFingerprint,
  MsgRevealVerification,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { anyOf } from "../../../app/client/sign.ts";
import { ask } from "../../kit/ask.ts";
import { Arena, type ArenaOptions, arenaEngine } from "./arena.ts";
import { type Attack, demand, type Outcome } from "./attack.ts";
import { meddling } from "./wrap.ts";

const NODES = 8;
const CHEAT = 0;
/** Tasks until a node was drawn to verify, at the most. */
const DRAWS_MAX = 20;
const SALT = new Uint8Array(32).fill(9);

/** Whether the answer of the task, its best result, is what the right model says. */
export async function isRightAnswer(arena: Arena, record: TaskRecord): Promise<boolean> {
  if (record.status?.state !== State.STATE_FINAL) return false;
  const asked = ask(arena.chain, Query.Model, { model: MODEL_ID });
  const revision = present(asked.revision, "a revision");
  const { endTokens } = revision;
  const outcome = await execute(arenaEngine(), asliJob(record, revision, 0), { endTokens });
  if (!("result" in outcome)) return false;
  const { text } = outcome.result;
  const { attempt, executors = [] } = record.calculations[0] ?? {};
  const ofAttempt = <T extends { readonly attempt: number; readonly executor: string }>(
    list: readonly T[],
    executor: string,
  ): T | undefined => list.find((one) => one.attempt === attempt && one.executor === executor);
  const answer = executors.find(
    (executor) => ofAttempt(record.results, executor)?.state === State.STATE_FINAL,
  );
  return ofAttempt(record.revealed, answer ?? "")?.content?.text === text;
}

/** A cheat executes one task; afterwards he has lost stake, and the answer is right. */
export async function fraud(options: Partial<ArenaOptions>, told: string): Promise<Outcome> {
  const arena = new Arena({ nodes: NODES, attackers: { nodes: [CHEAT] }, ...options });
  const before = arena.node(CHEAT).stake;
  const record = await arena.settle(await arena.submitFor(CHEAT));
  demand(await isRightAnswer(arena, record), "the user did not get the right answer");
  const taken = before - arena.node(CHEAT).stake;
  demand(taken > 0n, "the cheat lost no stake");
  for (const index of arena.nodes.keys()) {
    if (options.attackers?.nodes.includes(index) ?? index === CHEAT) continue;
    demand(arena.node(index).stake === before, `honest node ${index} lost stake`);
  }
  const { won, lost } = arena.ledger;
  demand(won < lost, "the cheat paid");
  return { won, lost, told };
}

/** The right tokens, and a text that they do not spell. */
async function otherText(): Promise<Outcome> {
  const engine = (index: number): Engine | undefined => {
    if (index !== CHEAT) return undefined;
    const honest = arenaEngine();
    return { ...honest, detokenize: async (ids) => `${await honest.detokenize(ids)}!` };
  };
  return fraud({ engine }, "every verifier spells the tokens himself; a committee rejected it");
}

/** The fingerprint is never shown. */
async function silent(): Promise<Outcome> {
  const drop = (message: Any): Any | undefined =>
    message.typeUrl === MsgRevealFingerprint.typeUrl ? undefined : message;
  return fraud(
    {
      sight: (index, honest, signer) => (index === CHEAT ? meddling(honest, signer, drop) : honest),
    },
    "a fingerprint that is not shown is a wrong result",
  );
}

/** A verifier that says VALID with a fingerprint of zeros. */
function lazyVerifier(arena: Arena): (message: Any) => Any {
  const forged = (taskHash: Uint8Array, executor: string): VerificationContent => {
    const tokens = arena.task(taskHash).results.find((one) => one.executor === executor);
    return VerificationContent.create({
      verdict: Verdict.VERDICT_VALID,
      fingerprint: new Uint8Array((tokens?.outputTokens ?? 0) * 4),
    });
  };
  return (message) => {
    if (message.typeUrl === MsgCommitVerification.typeUrl) {
      const sent = MsgCommitVerification.decode(message.value);
      const items = sent.items.map((item) => ({
        ...item,
        commit: verificationCommit({
          chainId: arena.chain.context().block.chainId,
          taskHash: item.taskHash,
          index: item.calculation,
          attempt: item.attempt,
          executor: addressBytes(item.executor),
          verifier: addressBytes(sent.node),
          salt: SALT,
          verification: VerificationContent.encode(forged(item.taskHash, item.executor)),
        }),
      }));
      return anyOf(MsgCommitVerification, { ...sent, items });
    }
    if (message.typeUrl !== MsgRevealVerification.typeUrl) return message;
    const sent = MsgRevealVerification.decode(message.value);
    const items = sent.items.map((item) => {
      return { ...item, salt: SALT, verification: forged(item.taskHash, item.executor) };
    });
    return anyOf(MsgRevealVerification, { ...sent, items });
  };
}

/** Zeros are nearly right where the answer is obvious, but for the probe. */
async function zeros(): Promise<Outcome> {
  const place: { arena?: Arena } = {};
  const arena = new Arena({
    nodes: NODES,
    attackers: { nodes: [CHEAT] },
    sight: (index, honest, signer) => {
      if (index !== CHEAT) return honest;
      const meddle = (message: Any): Any => {
        return lazyVerifier(present(place.arena, "the arena"))(message);
      };
      return meddling(honest, signer, meddle);
    },
  });
  place.arena = arena;
  const before = arena.node(CHEAT).stake;
  const sampling = { temperatureMilli: 0, topK: 0, topPMilli: 0 };
  for (let at = 0; at < DRAWS_MAX && arena.node(CHEAT).stake === before; at += 1) {
    const hash = await arena.submitFor(1 + (at % (NODES - 1)), { sampling });
    const record = await arena.settle(hash);
    demand(await isRightAnswer(arena, record), "the user did not get the right answer");
  }
  const { won, lost } = arena.ledger;
  demand(arena.node(CHEAT).stake < before && won < lost, "the zeros paid");
  return { won, lost, told: "the probe's numbers are not zero, and the committee knows them" };
}

/** Commits what another node revealed. */
async function copier(): Promise<Outcome> {
  const arena = new Arena({ nodes: 4, attackers: { nodes: [CHEAT] } });
  arena.silent.add(CHEAT);
  const hash = arena.submit();
  while (arena.task(hash).revealed.length === 0) await arena.block();
  const node = arena.chain.resourceNodes[CHEAT]?.address ?? "";
  const item = { taskHash: hash, calculation: 0, attempt: 0, commit: new Uint8Array(32) };
  arena.send(CHEAT, MsgCommitResult, { node, items: [item] });
  arena.produce();
  arena.silent.clear();
  const hasResult = arena.task(hash).results.some(({ executor }) => executor === node);
  demand(!hasResult, "a commit after a reveal was accepted");
  const { won, lost } = arena.ledger;
  const record = await arena.settle(hash);
  const payments = record.status?.settlement?.payments ?? [];
  const { operator } = arena.node(CHEAT);
  const isPaid = payments.some(({ address, role }) => address === operator && role === 1);
  demand(won <= lost && !isPaid, "copying paid");
  return { won, lost, told: "no commit after the first reveal, no reveal before the last commit" };
}

export const forgeryAttacks: readonly Attack[] = [
  { name: "right tokens with other text", run: otherText },
  { name: "silent fingerprint", run: silent },
  { name: "all-zero fingerprint on an obvious answer", run: zeros },
  { name: "copier after the first reveal", run: copier },
];
