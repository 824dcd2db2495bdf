/** The journal: what another process finds in it after this one died. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "chai";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import type { JobKey } from "../../../../cmd/aegis-resource/journal/job.ts";
import { Journal } from "../../../../cmd/aegis-resource/journal/journal.ts";
import { ScratchFolder } from "../../../kit/tinyModelFile.ts";

const KEY: JobKey = {
  role: "execute",
  round: 0,
  taskHash: sha256(utf8("task")),
  calculation: 1,
  attempt: 0,
  executor: "aegis1me",
};
const BYTES = utf8("signed bytes");

describe("the journal", () => {
  const scratch = new ScratchFolder();
  let count = 0;
  let path = "";
  let journal: Journal;

  beforeEach(() => {
    count += 1;
    path = join(scratch.path, `${count}.db`);
    journal = new Journal(path);
  });
  afterEach(() => journal.close());
  after(() => scratch.remove());

  /** What another process finds after this one was killed. */
  function reopen(): Journal {
    const other = new Journal(path);
    journal.close();
    journal = other;
    return other;
  }

  function signed(id: number, hash = "AB"): void {
    const timeoutHeight = 30n;
    journal.signed({ hash, kind: "commit_result", bytes: BYTES, timeoutHeight, jobs: [id] });
  }

  it("keeps one job per key", () => {
    const first = journal.see(KEY, 5n);
    expect(journal.see({ ...KEY }, 9n).id).to.equal(first.id);
    expect(journal.see({ ...KEY, attempt: 1 }, 9n).id).to.not.equal(first.id);
    expect(journal.see({ ...KEY, role: "verify" }, 9n).id).to.not.equal(first.id);
    expect(journal.find({ ...KEY, calculation: 2 })).to.equal(undefined);
  });

  it("goes through the states of a result, and shows each to another process", () => {
    const { id } = journal.see(KEY, 5n);
    const state = (): string[] => Object.keys(reopen().counts());
    expect(state()).to.deep.equal(["seen"]);
    journal.ran(id, utf8("result"), utf8("fingerprint"));
    expect(state()).to.deep.equal(["ran"]);
    signed(id);
    expect(state()).to.deep.equal(["commit_signed"]);
    journal.sent("AB");
    expect(state()).to.deep.equal(["commit_sent"]);
    journal.settled("AB", "included", [{ job: id, stage: "committed" }]);
    expect(state()).to.deep.equal(["committed"]);
    journal.signed({
      hash: "CD",
      kind: "reveal_result",
      bytes: BYTES,
      timeoutHeight: 40n,
      jobs: [id],
    });
    expect(state()).to.deep.equal(["reveal_signed"]);
    journal.settled("CD", "included", [{ job: id, stage: "revealed" }]);
    expect(state()).to.deep.equal(["revealed"]);
    expect(journal.job(id).content).to.deep.equal(utf8("result"));
    expect(journal.job(id).fingerprint).to.deep.equal(utf8("fingerprint"));
  });

  it("runs again what ran when the process died", () => {
    const { id } = journal.see(KEY, 5n);
    journal.started(id);
    expect(journal.job(id).isRunning).to.equal(true);
    expect(reopen().job(id).isRunning).to.equal(false);
  });

  it("gives back transactions whose fate is unknown, with bytes and jobs in order", () => {
    const a = journal.see(KEY, 5n).id;
    const b = journal.see({ ...KEY, calculation: 0 }, 5n).id;
    journal.signed({
      hash: "AB",
      kind: "commit_result",
      bytes: BYTES,
      timeoutHeight: 30n,
      jobs: [b, a],
    });
    signed(a, "EF");
    journal.settled("EF", "failed", []);
    const [tx, ...rest] = reopen().inFlight();
    expect(rest).to.deep.equal([]);
    expect(tx).to.deep.equal({
      hash: "AB",
      kind: "commit_result",
      bytes: BYTES,
      state: "signed",
      timeoutHeight: 30n,
      jobs: [b, a],
    });
  });

  it("frees a job whose transaction failed, until the height that it was told", () => {
    const { id } = journal.see(KEY, 5n);
    signed(id);
    journal.settled("AB", "failed", [{ job: id, stage: "open", retryHeight: 12n, note: "why" }]);
    const { tx, retryHeight, note } = journal.job(id);
    expect({ tx, retryHeight, note }).to.deep.equal({
      tx: undefined,
      retryHeight: 12n,
      note: "why",
    });
  });

  it("takes the same transaction twice", () => {
    const { id } = journal.see(KEY, 5n);
    signed(id);
    journal.settled("AB", "failed", []);
    signed(id);
    expect(journal.inFlight().map(({ hash }) => hash)).to.deep.equal(["AB"]);
  });

  it("forgets old finished jobs and their transactions, and nothing else", () => {
    const old = journal.see(KEY, 5n).id;
    const unfinished = journal.see({ ...KEY, calculation: 2 }, 5n).id;
    const young = journal.see({ ...KEY, calculation: 3 }, 50n).id;
    signed(old);
    journal.settled("AB", "included", [{ job: old, stage: "done" }]);
    journal.move(young, "done");
    journal.prune(10n);
    expect(() => journal.job(old)).to.throw();
    expect(journal.job(unfinished).stage).to.equal("open");
    expect(journal.job(young).stage).to.equal("done");
  });

  it("remembers how fast a model runs", () => {
    expect(journal.speed("00")).to.equal(undefined);
    journal.keepSpeed("00", { decode: 20.5, prefill: 120 });
    expect(reopen().speed("00")).to.deep.equal({ decode: 20.5, prefill: 120 });
  });

  it("shows a file of the first form to one who only reads", () => {
    journal.see(KEY, 5n);
    journal.close();
    const db = new Database(path);
    db.pragma("user_version = 1");
    db.close();
    journal = new Journal(path, { readonly: true });
    expect(journal.counts()).to.deep.equal({ seen: 1 });
  });

  it("refuses a file of another form", () => {
    const other = join(scratch.path, "other.db");
    const db = new Database(other);
    db.pragma("user_version = 99");
    db.close();
    expect(() => new Journal(other)).to.throw("form 99");
  });
});
