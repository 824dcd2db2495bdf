/** Nodes that stop answering in the middle of their work, and one that fills in another's. */
import { present } from "../../../app/lib/assert.ts";
import type { Sending } from "../../../cmd/aegis-resource/chain/chain.ts";
import type { JobRole, StepKind } from "../../../cmd/aegis-resource/journal/job.ts";
import { MsgCommitResult } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Result } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Cheat, Due, Tools } from "./cheat.ts";

/** The cheat that never makes one step of its work in a role. */
function silentAt(name: string, role: JobRole, kind: StepKind, about: string): Cheat {
  const withholds = ({ step, work }: Due): boolean => step === kind && work.role === role;
  return { name: `silent-${name}`, about, withholds };
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

/** `sending`, with another's commitment in place of this node's own. */
async function copied(sending: Sending, { chain, address }: Tools): Promise<Sending> {
  const { message } = sending;
  if (message.typeUrl !== MsgCommitResult.typeUrl) return sending;
  const own = MsgCommitResult.decode(message.value);
  const items = await Promise.all(
    own.items.map(async (item) => {
      const other = othersCommit(await chain.task(item.taskHash), item, address);
      return { ...item, commit: present(other, "another's commit").commit };
    }),
  );
  const value = MsgCommitResult.encode({ ...own, items });
  return { ...sending, message: { ...message, value } };
}

const copyist: Cheat = {
  name: "copied-commit",
  about: "commits a copy of another's commitment",
  withholds: ({ step, work, record, address }) =>
    step === "commit_result" && othersCommit(record, work, address) === undefined,
  sending: copied,
};

/** Cheats by silence and by copying. */
export const SILENT_CHEATS: readonly Cheat[] = [
  silentAt("result", "execute", "reveal_result", "commits a result and does not show it"),
  silentAt(
    "fingerprint",
    "execute",
    "reveal_fingerprint",
    "shows its result and not its fingerprint",
  ),
  silentAt("verifier", "verify", "commit_verification", "is drawn to verify and says nothing"),
  silentAt(
    "verification",
    "verify",
    "reveal_verification",
    "commits a verification and does not show it",
  ),
  silentAt("auditor", "audit", "commit_verification", "is drawn to audit and says nothing"),
  silentAt("audit", "audit", "reveal_verification", "commits an audit and does not show it"),
  silentAt("member", "vote", "commit_vote", "sits in the committee and says nothing"),
  silentAt("vote", "vote", "reveal_vote", "commits a vote and does not show it"),
  copyist,
];
