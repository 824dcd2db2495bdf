/** Whether a commit could still be among the paid ones: computing for nothing helps nobody. */
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { present } from "../../../app/lib/assert.ts";
import type { JobKey } from "../journal/job.ts";

/**
 * Whether a paid rank is left for a commit that this node makes in the next block, at the earliest.
 * A rank is commit height + ⌊position ÷ privilege_width⌋, of equals the lower position first.
 */
export function isRankLeft(record: TaskRecord, job: JobKey): boolean {
  const { rewardRanks, privilegeWidth } = present(record.task?.rules, "the task's rules");
  const round = record.rounds.find(({ attempt, calculation }) => {
    return attempt === job.attempt && (attempt === 0 || calculation === job.calculation);
  });
  const positions = round?.positions ?? [];
  const drawn = positions.indexOf(job.executor);
  const position = drawn < 0 ? positions.length : drawn;
  const committed = record.results.filter(
    ({ calculation, attempt }) => calculation === job.calculation && attempt === job.attempt,
  );
  const rank = (height: bigint, at: number): bigint =>
    height + BigInt(Math.floor(at / privilegeWidth));
  let latest = 0n;
  for (const { commitHeight } of committed) if (commitHeight > latest) latest = commitHeight;
  const mine = rank(latest + 1n, position);
  const better = committed.filter((one) => {
    const theirs = rank(one.commitHeight, one.position);
    return theirs < mine || (theirs === mine && one.position < position);
  });
  return better.length < rewardRanks;
}
