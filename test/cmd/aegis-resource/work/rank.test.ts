/** Whether a commit could still be paid. */
import { expect } from "chai";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { isRankLeft } from "../../../../cmd/aegis-resource/work/rank.ts";
import { TaskRecord } from "../../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Result, Round, Task, TaskRules } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";

const JOB = {
  role: "execute" as const,
  round: 0,
  taskHash: sha256(utf8("task")),
  calculation: 0,
  attempt: 0,
  executor: "me",
};

/** A task of two paid ranks; `commits` are heights and positions. */
function record(
  commits: readonly (readonly [bigint, number])[],
  positions: readonly string[] = ["me"],
): TaskRecord {
  const rules = TaskRules.create({ rewardRanks: 2, privilegeWidth: 2 });
  return TaskRecord.create({
    task: Task.create({ rules }),
    rounds: [Round.create({ positions })],
    results: commits.map(([commitHeight, position]) => Result.create({ commitHeight, position })),
  });
}

describe("the paid ranks", () => {
  it("are open to everybody while there are fewer commits", () => {
    expect(isRankLeft(record([], []), JOB)).to.equal(true);
    expect(isRankLeft(record([[10n, 5]], []), JOB)).to.equal(true);
  });

  it("are taken by earlier commits", () => {
    const both = [[10n, 0] as const, [10n, 1] as const];
    expect(isRankLeft(record(both), JOB)).to.equal(false);
    expect(isRankLeft(record(both), { ...JOB, calculation: 1 }), "another's").to.equal(true);
    expect(isRankLeft(record(both), { ...JOB, attempt: 1 }), "another attempt's").to.equal(true);
  });

  it("still go to a better position that comes a little later", () => {
    // Positions 4 and 5 rank two blocks later than position 0.
    const late = [[10n, 4] as const, [10n, 5] as const];
    expect(isRankLeft(record(late), JOB)).to.equal(true);
    expect(isRankLeft(record(late, ["a", "b", "c", "d", "e", "f"]), JOB)).to.equal(false);
  });
});
