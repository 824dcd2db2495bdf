/** Sending: batches, what each code does, and that nothing is sent twice. */
import { expect } from "chai";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { silentLogger } from "../../../../app/lib/log.ts";
import type { Inclusion } from "../../../../cmd/aegis-resource/chain/chain.ts";
import type { Job, StepKind } from "../../../../cmd/aegis-resource/journal/job.ts";
import { Journal } from "../../../../cmd/aegis-resource/journal/journal.ts";
import { ChainSubmitter } from "../../../../cmd/aegis-resource/submit/submitter.ts";
import { gasTable, tasksErrors } from "../../../../modules/tasks/index.ts";
import { ResultContent } from "../../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgCommitResult } from "../../../../proto/gen/aegis/tasks/v1/tx.ts";
import { testSigner } from "../../../kit/chain.ts";
import { FakeChain } from "../../../kit/fakeChain.ts";

const { address } = testSigner("node 0");

describe("sending steps", () => {
  let chain: FakeChain;
  let journal: Journal;
  let submitter: ChainSubmitter;

  function submitterOf(): ChainSubmitter {
    const secret = sha256(utf8("aegis test key node 0"));
    const committer = { chainId: "fake-1", address, secret };
    const crashAt = (): void => undefined;
    return new ChainSubmitter({ chain, journal, committer, crashAt, log: silentLogger });
  }

  beforeEach(() => {
    chain = new FakeChain();
    journal = new Journal(":memory:");
    submitter = submitterOf();
  });
  afterEach(() => journal.close());

  function ran(calculation: number, task = "task"): Job {
    const taskHash = sha256(utf8(task));
    const key = { taskHash, calculation, attempt: 0, executor: address };
    const { id } = journal.see({ role: "execute", round: 0, ...key }, 1n);
    journal.ran(id, ResultContent.encode(ResultContent.create({ text: "a" })), new Uint8Array(4));
    return journal.job(id);
  }

  async function commit(jobs: readonly Job[], kind: StepKind = "commit_result"): Promise<string> {
    await submitter.submit(
      jobs.map((job) => ({ kind, job })),
      chain.height,
    );
    return journal.inFlight().at(-1)?.hash ?? "";
  }

  function include(hash: string, codes: readonly number[], code = 0): void {
    const results = codes.map((each) => ({ codespace: each === 0 ? "" : "tasks", code: each }));
    const inclusion: Inclusion = { height: chain.height, code, codespace: "sdk", results };
    chain.blocks.set(hash, code === 0 ? inclusion : { ...inclusion, results: [] });
  }

  const stages = (jobs: readonly Job[]): string[] => jobs.map(({ id }) => journal.job(id).stage);

  it("puts all items of a kind into one message, in the chain's order", async () => {
    await commit([ran(3), ran(0), ran(1, "another task"), ran(2)]);
    expect(chain.sent.length).to.equal(1);
    const { items } = MsgCommitResult.decode(chain.sent[0]?.message.value ?? new Uint8Array(0));
    const keys = items.map(
      ({ taskHash, calculation }) => `${Buffer.from(taskHash).toString("hex")}/${calculation}`,
    );
    expect(keys).to.deep.equal([...keys].sort());
    expect(chain.sent[0]?.gas).to.equal(gasTable.message + 4n * gasTable.commitResult);
  });

  it("keeps within max_batch, and leaves the rest for the next height", async () => {
    chain.batch = 2;
    const jobs = [ran(0), ran(1), ran(2)];
    await commit(jobs);
    expect(chain.sent.length).to.equal(1);
    expect(jobs.filter(({ id }) => journal.job(id).tx === undefined).length).to.equal(1);
  });

  it("sends reveals before commits", async () => {
    const steps = [
      { kind: "commit_result" as const, job: ran(0) },
      { kind: "reveal_result" as const, job: ran(1) },
    ];
    await submitter.submit(steps, 10n);
    const types = chain.sent.map(({ message }) => message.typeUrl);
    expect(types).to.deep.equal(["/aegis.tasks.v1.MsgRevealResult", MsgCommitResult.typeUrl]);
  });

  it("moves each job as its own code says", async () => {
    const codes = [
      0,
      tasksErrors.alreadyCommitted.code,
      tasksErrors.tooEarly.code,
      tasksErrors.windowClosed.code,
    ];
    const jobs = [ran(0), ran(1), ran(2), ran(3)];
    include(await commit(jobs), codes);
    await submitter.settle(chain.height);
    expect(stages(jobs)).to.deep.equal(["committed", "committed", "open", "dropped"]);
    expect(journal.job(jobs[2]?.id ?? 0).retryHeight).to.equal(12n);
    expect(journal.inFlight()).to.deep.equal([]);
  });

  it("waits for the block and sends nothing again meanwhile", async () => {
    const job = ran(0);
    const hash = await commit([job]);
    for (let at = 0; at < 5; at += 1) {
      chain.height += 1n;
      await submitter.settle(chain.height);
    }
    expect(chain.again).to.deep.equal([]);
    expect(journal.job(job.id).tx).to.equal(hash);
  });

  it("signs anew only when the transaction can never be included", async () => {
    const job = ran(0);
    const hash = await commit([job]);
    const { timeoutHeight } = chain.sent[0] ?? { timeoutHeight: 0n };
    await submitter.settle(timeoutHeight + 2n);
    expect(journal.job(job.id).tx).to.equal(hash);
    await submitter.settle(timeoutHeight + 3n);
    expect(journal.job(job.id).tx).to.equal(undefined);
    expect(journal.job(job.id).stage).to.equal("open");
  });

  it("frees the jobs of a refused transaction, for a later height", async () => {
    chain.fate = "refused";
    const job = ran(0);
    await commit([job]);
    expect(journal.inFlight()).to.deep.equal([]);
    expect(journal.job(job.id).retryHeight).to.equal(13n);
    expect(journal.job(job.id).stage).to.equal("open");
  });

  it("sends the same bytes again when nobody answered, and nothing else meanwhile", async () => {
    chain.fate = "silent";
    const job = ran(0);
    const hash = await commit([job]);
    expect(journal.job(job.id).tx).to.equal(hash);
    chain.fate = "taken";
    chain.height += 1n;
    await submitter.settle(chain.height);
    expect(chain.again).to.deep.equal([hash]);
    await commit([ran(1)]);
    expect(chain.sent.length, "the sequence is not known yet").to.equal(1);
    include(hash, [0]);
    await submitter.settle(chain.height);
    await commit([ran(1)]);
    expect(chain.sent.length).to.equal(2);
  });

  it("after a restart sends again what a mempool may have lost", async () => {
    const hash = await commit([ran(0)]);
    submitter = submitterOf();
    chain.height += 1n;
    await submitter.settle(chain.height);
    expect(chain.again).to.deep.equal([hash]);
    await submitter.settle(chain.height);
    expect(chain.again.length).to.equal(1);
  });

  it("after a restart gives up bytes whose sequence was used by another", async () => {
    const job = ran(0);
    const hash = await commit([job]);
    submitter = submitterOf();
    chain.fate = "refused";
    chain.height += 1n;
    await submitter.settle(chain.height);
    expect(journal.job(job.id).tx, "a block may have it that is not indexed yet").to.equal(hash);
    chain.height += 5n;
    await submitter.settle(chain.height);
    expect(journal.job(job.id).tx).to.equal(undefined);
  });

  it("tries again after a transaction that failed as a whole", async () => {
    const job = ran(0);
    include(await commit([job]), [], 11);
    await submitter.settle(chain.height);
    const { stage, tx, note, retryHeight } = journal.job(job.id);
    expect({ stage, tx, note, retryHeight }).to.deep.equal({
      stage: "open",
      tx: undefined,
      note: "sdk code 11",
      retryHeight: 13n,
    });
  });
});
