/** The plan of a height: what comes first, what waits, what is stopped. */
import { expect } from "chai";
import { EMPTY_BYTES, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import type { Job } from "../../../../cmd/aegis-resource/journal/job.ts";
import {
  type DutyJob,
  type OpenJob,
  plan,
  type Situation,
} from "../../../../cmd/aegis-resource/schedule/plan.ts";
import { DutyKind, PendingCalculation } from "../../../../proto/gen/aegis/tasks/v1/query.ts";

const HASH = sha256(utf8("task"));
const RAN = { content: utf8("content"), fingerprint: EMPTY_BYTES };

function job(id: number, changes: Partial<Job> = {}): Job {
  return {
    id,
    role: "execute",
    round: 0,
    taskHash: HASH,
    calculation: id,
    attempt: 0,
    executor: "me",
    stage: "open",
    isRunning: false,
    failures: 0,
    content: undefined,
    fingerprint: undefined,
    tx: undefined,
    retryHeight: 0n,
    note: "",
    ...changes,
  };
}

function duty(id: number, kind: number, changes: Partial<Job> = {}, deadlineMs = 9_000n): DutyJob {
  const of = { taskHash: HASH, calculation: id, attempt: 0, executor: "me" };
  return { duty: { ...of, kind, deadlineMs, round: 0 }, job: job(id, changes) };
}

function open(
  id: number,
  pending: Partial<PendingCalculation> = {},
  changes: Partial<Job> & { computeMs?: number; targetCount?: number } = {},
): OpenJob {
  const { computeMs = 4_000, targetCount = 1, ...ofJob } = changes;
  const size = { promptTokens: 10, outputTokens: 10 };
  return {
    pending: PendingCalculation.create({
      taskHash: HASH,
      calculation: id,
      computeDeadlineMs: 60_000n,
      ...pending,
    }),
    job: job(id, ofJob),
    facts: { targetCount, size, modelSha256: "" },
    computeMs,
  };
}

function situation(changes: Partial<Situation> = {}): Situation {
  const duties: DutyJob[] = [];
  const at = { height: 100n, clockMs: 1_000n, blockMs: 1_000 };
  return { ...at, duties, open: [], running: undefined, ...changes };
}

const ids = (jobs: readonly Job[]): number[] => jobs.map(({ id }) => id);

describe("the plan of a height", () => {
  it("makes a step of every duty that has run", () => {
    const duties = [
      duty(1, DutyKind.DUTY_KIND_REVEAL_RESULT, RAN),
      duty(2, DutyKind.DUTY_KIND_REVEAL_FINGERPRINT, RAN),
      duty(3, DutyKind.DUTY_KIND_REVEAL_VERIFICATION, RAN),
      duty(4, DutyKind.DUTY_KIND_COMMIT_VERIFICATION, RAN),
      duty(5, DutyKind.DUTY_KIND_AWAIT_REVEAL, RAN),
      duty(6, DutyKind.DUTY_KIND_REVEAL_RESULT),
    ];
    const { steps } = plan(situation({ duties }));
    expect(steps.map(({ kind, job: { id } }) => [kind, id])).to.deep.equal([
      ["reveal_result", 1],
      ["reveal_fingerprint", 2],
      ["reveal_verification", 3],
      ["commit_verification", 4],
    ]);
  });

  it("makes no step while a transaction is under way, or before its time", () => {
    const duties = [
      duty(1, DutyKind.DUTY_KIND_REVEAL_RESULT, { ...RAN, tx: "AB" }),
      duty(2, DutyKind.DUTY_KIND_REVEAL_RESULT, { ...RAN, retryHeight: 101n }),
    ];
    expect(plan(situation({ duties })).steps).to.deep.equal([]);
    expect(plan(situation({ duties, height: 101n })).steps.length).to.equal(1);
  });

  it("commits at the first height that the position may, not before", () => {
    const one = [open(1, { firstHeight: 103n }, RAN)];
    expect(plan(situation({ open: one, height: 101n })).steps).to.deep.equal([]);
    // Sent at 102, it can be in block 103 at the earliest.
    expect(plan(situation({ open: one, height: 102n })).steps.length).to.equal(1);
  });

  it("recovers what must be revealed, then verifies, then computes", () => {
    const duties = [
      duty(1, DutyKind.DUTY_KIND_AWAIT_REVEAL),
      duty(2, DutyKind.DUTY_KIND_COMMIT_VERIFICATION, { role: "verify" }, 8_000n),
      duty(3, DutyKind.DUTY_KIND_COMMIT_VERIFICATION, { role: "verify" }, 7_000n),
      duty(4, DutyKind.DUTY_KIND_REVEAL_RESULT),
    ];
    const { work } = plan(situation({ duties, open: [open(5)] }));
    expect(ids(work)).to.deep.equal([4, 3, 2, 1, 5]);
  });

  it("begins a computation only when its position may commit by its end", () => {
    const begins = (firstHeight: bigint, computeMs: number): boolean => {
      return plan(situation({ open: [open(1, { firstHeight }, { computeMs })] })).work.length === 1;
    };
    expect(begins(101n, 0)).to.equal(true);
    expect(begins(102n, 999)).to.equal(false);
    expect(begins(102n, 1_000)).to.equal(true);
    expect(begins(110n, 9_000)).to.equal(true);
    expect(begins(111n, 9_000)).to.equal(false);
  });

  it("does not begin what would end after the window", () => {
    const begins = (closeHeight: bigint, computeDeadlineMs: bigint): boolean => {
      const one = open(1, { closeHeight, computeDeadlineMs });
      return plan(situation({ open: [one] })).work.length === 1;
    };
    expect(begins(0n, 60_000n)).to.equal(true);
    expect(begins(105n, 60_000n)).to.equal(true);
    expect(begins(104n, 60_000n)).to.equal(false);
    expect(begins(0n, 999n)).to.equal(false);
  });

  it("spreads nodes over the calculations of a task", () => {
    const calculations = (position: number): number[] => {
      const all = [0, 1, 2].map((id) => open(id, { position }, { targetCount: 3 }));
      return ids(plan(situation({ open: all })).work);
    };
    expect(calculations(0)).to.deep.equal([0, 1, 2]);
    expect(calculations(1)).to.deep.equal([1, 2, 0]);
    expect(calculations(5)).to.deep.equal([2, 0, 1]);
  });

  it("takes calculations without commits first", () => {
    const all = [open(0, { commits: 1 }), open(1, { commits: 0 })];
    expect(ids(plan(situation({ open: all })).work)).to.deep.equal([1, 0]);
  });

  it("stops a run whose window has closed", () => {
    const running = { jobId: 1, role: "execute", remainingMs: 50 } as const;
    expect(plan(situation({ running })).cancel).to.equal("its window has closed");
    expect(plan(situation({ running, open: [open(1)] })).cancel).to.equal(undefined);
    const duties = [duty(1, DutyKind.DUTY_KIND_COMMIT_VERIFICATION)];
    expect(plan(situation({ running, duties })).cancel).to.equal(undefined);
  });

  it("stops a long computation for a verification, and lets a short one end", () => {
    const duties = [duty(2, DutyKind.DUTY_KIND_COMMIT_VERIFICATION)];
    const cancel = (remainingMs: number): string | undefined => {
      const running = { jobId: 1, role: "execute", remainingMs } as const;
      return plan(situation({ running, duties, open: [open(1)] })).cancel;
    };
    expect(cancel(30_000)).to.equal("a verification is due");
    expect(cancel(5_000)).to.equal(undefined);
  });

  it("answers a qualification before all else, and stops what runs for it", () => {
    const verify = duty(1, DutyKind.DUTY_KIND_COMMIT_VERIFICATION, { role: "verify" });
    const duties = [verify, duty(2, DutyKind.DUTY_KIND_QUALIFY, {}, 50_000n)];
    const running = { jobId: 1, role: "verify", remainingMs: 50 } as const;
    const { work, cancel } = plan(situation({ duties, running }));
    expect(ids(work)).to.deep.equal([2, 1]);
    expect(cancel).to.equal("a qualification is due");
    const measured = { jobId: 2, role: "execute", remainingMs: 50_000 } as const;
    expect(plan(situation({ duties, running: measured })).cancel).to.equal(undefined);
  });

  it("lets a check of its own accord end, unless something long is owed", () => {
    const running = (remainingMs: number) =>
      ({ jobId: 1, role: "challenge", remainingMs }) as const;
    expect(plan(situation({ running: running(30_000) })).cancel).to.equal(undefined);
    const duties = [duty(2, DutyKind.DUTY_KIND_COMMIT_VOTE, { role: "vote" })];
    expect(plan(situation({ running: running(5_000), duties })).cancel).to.equal(undefined);
    expect(plan(situation({ running: running(30_000), duties })).cancel).to.not.equal(undefined);
  });

  it("replays by deadline, with audits and votes among the verifications", () => {
    const duties = [
      duty(1, DutyKind.DUTY_KIND_AWAIT_VOTES, { role: "vote" }),
      duty(2, DutyKind.DUTY_KIND_COMMIT_AUDIT, { role: "audit" }, 8_000n),
      duty(3, DutyKind.DUTY_KIND_COMMIT_VOTE, { role: "vote" }, 7_000n),
      duty(4, DutyKind.DUTY_KIND_REVEAL_VOTE, { role: "vote" }),
    ];
    expect(ids(plan(situation({ duties })).work)).to.deep.equal([4, 3, 2, 1]);
  });

  it("is bounded", () => {
    const all = Array.from({ length: 500 }, (_, id) => open(id));
    expect(plan(situation({ open: all })).work.length).to.equal(64);
  });
});
