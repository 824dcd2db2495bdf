/** What a daemon does beside computing and verifying: it qualifies, audits, judges and accuses. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "chai";
import { Journal } from "../../../cmd/aegis-resource/journal/journal.ts";
import type { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import {
  State,
  VerificationKind,
  VerificationState,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { Arena, arenaEngine } from "../../modules/attackers/arena.ts";

const NEWCOMER = 3;
const QUALIFY_BLOCKS = 70;
const STAKE = 2_000_000_000n;

/** Every soft final result is replayed. */
function audited(genesis: GenesisState): GenesisState {
  const { params } = genesis;
  if (params?.rules === undefined) throw new Error("a genesis has rules");
  return { ...genesis, params: { ...params, rules: { ...params.rules, auditRate: 1_000_000 } } };
}

function withNewcomer(genesis: GenesisState): GenesisState {
  const state = NodeModelState.NODE_MODEL_STATE_PENDING;
  const nodes = genesis.nodes.map((node, at) => {
    const models = node.models.map((one) => ({ ...one, state, workScore: 0n }));
    return at === NEWCOMER ? { ...node, models } : node;
  });
  return { ...genesis, nodes };
}

function stakesOf(arena: Arena): bigint[] {
  return [...arena.nodes.keys()].map((index) => arena.node(index).stake);
}

describe("a daemon", () => {
  it("qualifies, and computes only once it is ACTIVE", async () => {
    const arena = new Arena({ nodes: 4, changeTasks: withNewcomer });
    const state = (): number | undefined => arena.node(NEWCOMER).models[0]?.state;
    for (let at = 0; at < QUALIFY_BLOCKS; at += 1) {
      if (state() === NodeModelState.NODE_MODEL_STATE_ACTIVE) break;
      await arena.block();
    }
    expect(state()).to.equal(NodeModelState.NODE_MODEL_STATE_ACTIVE);
    expect(Number(arena.node(NEWCOMER).models[0]?.workScore)).to.be.greaterThan(0);
    const record = await arena.settle(await arena.submitFor(NEWCOMER));
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    expect(stakesOf(arena)).to.deep.equal([STAKE, STAKE, STAKE, STAKE]);
  });

  it("replays what it is drawn to audit", async () => {
    const arena = new Arena({ nodes: 8, changeTasks: audited });
    const record = await arena.settle(arena.submit());
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    const audits = record.verifications.filter(
      ({ kind }) => kind === VerificationKind.VERIFICATION_KIND_AUDIT,
    );
    expect(audits.length).to.be.greaterThan(0);
    for (const { state, agrees } of audits) {
      expect(state).to.equal(VerificationState.VERIFICATION_STATE_REVEALED);
      expect(agrees).to.equal(true);
    }
    expect(stakesOf(arena)).to.deep.equal(Array(8).fill(STAKE));
  });

  it("challenges what it finds wrong in its own time, and nothing that is right", async () => {
    // Only the last nodes run the right model, and only they look again.
    const isHonest = (index: number): boolean => index >= 9;
    const arena = new Arena({
      nodes: 14,
      engine: (index) => (isHonest(index) ? undefined : arenaEngine({ weights: 2 })),
      challengeSharePercent: (index) => (isHonest(index) ? 100 : 0),
    });
    const hash = await arena.submitFor(0);
    const isSoft = (): boolean => arena.task(hash).results[0]?.state === State.STATE_SOFT_FINAL;
    for (const index of arena.nodes.keys()) if (isHonest(index)) arena.silent.add(index);
    for (let at = 0; at < QUALIFY_BLOCKS && !isSoft(); at += 1) await arena.block();
    expect(isSoft()).to.equal(true);
    arena.silent.clear();
    const challenges = (): number =>
      arena
        .task(hash)
        .verifications.filter(({ kind }) => kind === VerificationKind.VERIFICATION_KIND_CHALLENGE)
        .length;
    for (let at = 0; at < 30 && challenges() === 0; at += 1) await arena.block();
    expect(challenges()).to.be.greaterThan(0);
    for (let at = 0; at < 10; at += 1) await arena.block();
    expect(arena.task(hash).disputes).to.have.length(1);

    const right = new Arena({ nodes: 5, challengeSharePercent: () => 100 });
    const record = await right.settle(right.submit());
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    const kinds = record.verifications.map(({ kind }) => kind);
    expect(kinds).not.to.include(VerificationKind.VERIFICATION_KIND_CHALLENGE);
    expect(stakesOf(right)).to.deep.equal(Array(5).fill(STAKE));
  });
});

describe("a journal of the first form", () => {
  it("keeps its jobs, which are of no round", () => {
    const folder = mkdtempSync(join(tmpdir(), "aegis-journal-"));
    const path = join(folder, "journal.db");
    const key = {
      role: "verify" as const,
      taskHash: new Uint8Array(32).fill(7),
      calculation: 1,
      attempt: 2,
      executor: "somebody",
      round: 0,
    };
    const old = new Journal(path);
    old.ran(old.see(key, 5n, "committed").id, Uint8Array.of(1), Uint8Array.of(2));
    old.close();
    // The first form is this one without the rounds.
    const db = new Database(path);
    db.exec(
      "DROP INDEX jobs_by_stage; ALTER TABLE jobs RENAME TO later; " +
        "CREATE TABLE jobs AS SELECT id, role, task_hash, calculation, attempt, executor, stage, " +
        "running, failures, content, fingerprint, tx, retry_height, seen_height, note " +
        "FROM later; DROP TABLE later; CREATE INDEX jobs_by_stage ON jobs (stage);",
    );
    db.pragma("user_version = 1");
    db.close();
    const journal = new Journal(path);
    const job = journal.find(key);
    expect(job?.stage).to.equal("committed");
    expect(job?.content).to.deep.equal(Uint8Array.of(1));
    expect(journal.find({ ...key, round: 1 })).to.equal(undefined);
    journal.close();
    rmSync(folder, { recursive: true });
  });
});
