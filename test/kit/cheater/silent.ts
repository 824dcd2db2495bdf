/** Nodes that stop answering in the middle of their work, and one that fills in another's. */
import { present } from "../../../app/lib/assert.ts";
import type { Chain } from "../../../cmd/aegis-resource/chain/chain.ts";
import type { StepKind } from "../../../cmd/aegis-resource/journal/job.ts";
import { MsgCommitResult } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Result } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Cheat } from "./cheat.ts";

/** The cheat that never makes one step. */
function silentAt(kind: StepKind, about: string): Cheat {
  return {
    name: `silent-${kind.replace("_", "-")}`,
    about,
    withholds: ({ step }) => step === kind,
  };
}

/** Another's commit of the same calculation. */
function othersCommit(
  record: TaskRecord,
  of: { readonly calculation: number; readonly attempt: number },
  address: string,
): Result | undefined {
  return record.results.find(
    ({ calculation, attempt, executor }) =>
      calculation === of.calculation && attempt === of.attempt && executor !== address,
  );
}

/** Sends another's commitment as this node's own. */
function copying(chain: Chain, address: string): Chain {
  const copied = async (value: Uint8Array): Promise<Uint8Array> => {
    const message = MsgCommitResult.decode(value);
    const items = await Promise.all(
      message.items.map(async (item) => {
        const other = othersCommit(await chain.task(item.taskHash), item, address);
        return { ...item, commit: present(other, "another's commit").commit };
      }),
    );
    return MsgCommitResult.encode({ ...message, items });
  };
  return withSend(chain, async (sending) => {
    const { message } = sending;
    if (message.typeUrl !== MsgCommitResult.typeUrl) return sending;
    return { ...sending, message: { ...message, value: await copied(message.value) } };
  });
}

/** `chain`, with `change` applied to everything that is sent. */
function withSend(
  chain: Chain,
  change: (sending: Parameters<Chain["send"]>[0]) => Promise<Parameters<Chain["send"]>[0]>,
): Chain {
  return {
    status: () => chain.status(),
    pending: (model) => chain.pending(model),
    duties: () => chain.duties(),
    task: (taskHash) => chain.task(taskHash),
    node: () => chain.node(),
    revision: (model, number) => chain.revision(model, number),
    maxBatch: () => chain.maxBatch(),
    balance: () => chain.balance(),
    send: async (sending, onSigned) => chain.send(await change(sending), onSigned),
    rebroadcast: (bytes) => chain.rebroadcast(bytes),
    inclusion: (hash) => chain.inclusion(hash),
    forgetSequence: () => chain.forgetSequence(),
  };
}

const copied: Cheat = {
  name: "copied-commit",
  about: "commits a copy of another's commitment",
  withholds: ({ step, work, record, address }) =>
    step === "commit_result" && othersCommit(record, work, address) === undefined,
  chain: (chain, { address }) => copying(chain, address),
};

/** Cheats by silence and by copying. */
export const SILENT_CHEATS: readonly Cheat[] = [
  silentAt("reveal_result", "commits a result and does not show it"),
  silentAt("reveal_fingerprint", "shows its result and not its fingerprint"),
  silentAt("commit_verification", "is drawn to verify and says nothing"),
  silentAt("reveal_verification", "commits a verification and does not show it"),
  copied,
];
