/**
 * Resource daemons on a real network with the real model: three processes with homes and keys of
 * their own bring tasks to their end, while each is killed at every named point of its work.
 */
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { expect } from "chai";
import { FINGERPRINT_POSITION_BYTES } from "../../app/asli/constants.ts";
import { fingerprintDistance } from "../../app/asli/statistics.ts";
import { judgeDistance } from "../../app/asli/verdict.ts";
import { query } from "../../app/client/query.ts";
import { present } from "../../app/lib/assert.ts";
import { hex, sha256 } from "../../app/lib/bytes.ts";
import { CRASH_POINTS } from "../../cmd/aegis-resource/crash.ts";
import { DEFAULT_MODEL_SHA256 } from "../../cmd/setup/model.mjs";
import { accountSigner } from "../../localnet/accounts.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { LOCAL_GAS_PRICE } from "../../localnet/setup.ts";
import { nodeSpec } from "../../localnet/start.ts";
import { submitTask, taskRequest } from "../../localnet/task.ts";
import {
  asliTolerances,
  resultCommitted,
  resultRevealed,
  tasksErrors,
} from "../../modules/tasks/index.ts";
import type { TaskRecord } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import {
  State,
  type TaskRequest,
  VerificationState,
} from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgCommitResultResponse, MsgSubmitTask } from "../../proto/gen/aegis/tasks/v1/tx.ts";
import { TxMsgData } from "../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { NodeProcess } from "../kit/nodeProcess.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";

const TASKS_MAX = 10;
/** Three honest nodes have nothing to vote on. */
const POINTS = CRASH_POINTS.filter((point) => point !== "before-vote-reveal");
const TERMINAL: readonly State[] = [State.STATE_FINAL, State.STATE_VOID, State.STATE_EXPIRED];

describe("three resource daemons", function () {
  this.timeout(900_000);
  let network: TestNetwork;
  const nodes: NodeProcess[] = [];
  const waiting: string[] = [...POINTS];
  const tasks: Uint8Array[] = [];

  before(async () => {
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    const rpc = present(network.running.rpcs[0], "a validator");
    const trust = `1:${hex((await rpc.block(1)).hash)}`;
    for (let index = 0; index < 3; index += 1) {
      const { args, ...spec } = nodeSpec(network.running, index);
      // All but the first believe nothing of their node that it cannot prove.
      const proven = index === 0 ? [] : ["--verify", "--trust", trust];
      const log = join(network.running.layout.home, `daemon${index}.log`);
      nodes.push(
        new NodeProcess({ ...spec, args: [...args, ...proven] }, log, () => waiting.shift()),
      );
    }
  });

  after(async () => {
    for (const node of nodes) await node.stop();
    await network?.close();
  });

  it("bring tasks to their end though each is killed at every point of its work", async () => {
    const points = new Set<string>(POINTS);
    while (points.size > 0 && tasks.length < TASKS_MAX) {
      const first = await submit(short(`Name ${tasks.length + 2} colours.`, 3));
      expect((await until(first, isVerified)).status?.state).to.be.oneOf([
        State.STATE_SOFT_FINAL,
        State.STATE_FINAL,
      ]);
      for (const node of nodes) for (const point of node.crashes) points.delete(point);
    }
    expect([...points], "points that killed nobody").to.deep.equal([]);
    for (const task of tasks) {
      expect((await until(task, isTerminal)).status?.state).to.equal(State.STATE_FINAL);
    }
    expect(nodes.flatMap(({ failures }) => failures)).to.deep.equal([]);
  });

  it("commit once, reveal once, and lose no stake", async () => {
    const rpc = present(network.running.rpcs[0], "a validator");
    const { height } = await rpc.status();
    const commits: string[] = [];
    const reveals: string[] = [];
    const repeated: number[] = [];
    for (let at = 1; at < height; at += 1) {
      for (const event of (await rpc.blockResults(at)).events) {
        const committed = resultCommitted.fromAbci(event);
        if (committed !== undefined) commits.push(nameOf(committed));
        const revealed = resultRevealed.fromAbci(event);
        if (revealed !== undefined) reveals.push(nameOf(revealed));
      }
      for (const bytes of (await rpc.block(at)).txs) repeated.push(...(await repeats(bytes)));
    }
    expect(commits.length).to.be.at.least(tasks.length);
    expect(new Set(commits).size).to.equal(commits.length);
    expect(new Set(reveals).size).to.equal(reveals.length);
    expect(repeated, "steps that were made twice").to.deep.equal([]);
    const { nodes: views } = await query(rpc, Query.Nodes);
    expect(views.map(({ node }) => node?.stake)).to.deep.equal(Array(3).fill(2_000_000_000n));
    expect(views.map(({ node }) => node?.noShows)).to.deep.equal([0, 0, 0]);
  });

  it("work on proven state when they are told to, and believe an honest node", () => {
    for (const [index, node] of nodes.entries()) {
      const refusals = node.log().filter(({ msg }) => `${msg}`.includes("not believed"));
      expect(refusals).to.deep.equal([]);
      const kept = join(network.running.layout.resourceNode(index), "light.json");
      expect(existsSync(kept)).to.equal(index > 0);
    }
  });

  it("ran the pinned model in the kernels of its class", () => {
    for (const node of nodes) {
      const ready = node.log().filter(({ msg }) => msg === "engine ready");
      expect(ready.length).to.be.at.least(1);
      for (const { systemInfo, modelSha256, kernelClass } of ready) {
        expect(modelSha256).to.equal(DEFAULT_MODEL_SHA256);
        expect(kernelClass).to.equal("cpu-x64-avx2");
        expect(systemInfo).to.include("AVX2 = 1").and.not.include("AVX512 = 1");
      }
      expect(node.log().some((line) => JSON.stringify(line).includes("colours"))).to.equal(false);
    }
  });

  it("verified by a run of their own, within tolerance", async () => {
    const rpc = present(network.running.rpcs[0], "a validator");
    const { revision } = await query(rpc, Query.Model, { model: MODEL_ID });
    const tolerances = asliTolerances(present(revision?.tolerances, "tolerances"));
    let compared = 0;
    for (const task of tasks) {
      const record = await read(task);
      for (const one of record.verifications) {
        if (one.state !== VerificationState.VERIFICATION_STATE_REVEALED) continue;
        const mine = present(one.content, "content").fingerprint;
        const isSame = (other: typeof one | { calculation: number; executor: string }): boolean =>
          other.calculation === one.calculation && other.executor === one.executor;
        const executor = present(record.fingerprints.find(isSame), "a fingerprint").fingerprint;
        const length = mine.length / FINGERPRINT_POSITION_BYTES;
        const pair = { executor, verifier: mine, length };
        const distance = fingerprintDistance(pair, tolerances.probeBound);
        expect(judgeDistance(distance, { length, temperatureMilli: 800 }, tolerances)).to.be.empty;
        compared += 1;
      }
    }
    expect(compared).to.be.at.least(tasks.length);
    const ran = nodes.flatMap((node) => node.log().filter(({ msg }) => msg === "verified"));
    expect(ran.length, "runs of verifiers").to.be.at.least(compared);
  });

  it("answer a prompt that does not fit the context with the reason, and verify that", async () => {
    const task = await submit(short("long ".repeat(2_500), 1));
    const record = await until(task, isTerminal);
    expect(record.status?.state).to.equal(State.STATE_FINAL);
    expect(record.revealed[0]?.content?.unservableReason).to.equal(1);
    expect(record.status?.settlement?.charged).to.equal(record.task?.rules?.minTaskFee);
  });

  it("stop cleanly when they are told to", async () => {
    for (const node of nodes) expect(await node.stop()).to.equal(0);
  });

  async function submit(request: TaskRequest): Promise<Uint8Array> {
    const rpc = present(network.running.rpcs[0], "a validator");
    const signer = await accountSigner(network.running.layout, USER_NAME);
    const place = { chainId: CHAIN_ID, gasPrice: LOCAL_GAS_PRICE };
    const { hash } = await submitTask(rpc, signer, place, request);
    tasks.push(hash);
    return hash;
  }

  async function read(taskHash: Uint8Array): Promise<TaskRecord> {
    const rpc = present(network.running.rpcs[0], "a validator");
    return present((await query(rpc, Query.Task, { taskHash })).record, "record");
  }

  async function until(
    task: Uint8Array,
    isDone: (record: TaskRecord) => boolean,
  ): Promise<TaskRecord> {
    for (;;) {
      const record = await read(task);
      if (isDone(record)) return record;
      await sleep(300);
    }
  }

  async function repeats(bytes: Uint8Array): Promise<number[]> {
    const rpc = present(network.running.rpcs[0], "a validator");
    const tx = await rpc.tx(sha256(bytes));
    if (tx === undefined || tx.code !== 0) return [];
    const twice = [tasksErrors.alreadyCommitted.code, tasksErrors.alreadyRevealed.code];
    const [response] = TxMsgData.decode(tx.data).msgResponses;
    if (response === undefined || response.typeUrl.startsWith(MsgSubmitTask.typeUrl)) return [];
    const { results } = MsgCommitResultResponse.decode(response.value);
    return results.map(({ code }) => code).filter((code) => twice.includes(code));
  }
});

function short(prompt: string, targetCount: number): TaskRequest {
  const sampling = { temperatureMilli: 800, topK: 0, topPMilli: 0 };
  return { ...taskRequest(prompt), sampling, maxOutputTokens: 24, targetCount };
}

function isVerified(record: TaskRecord): boolean {
  return record.status?.state === State.STATE_SOFT_FINAL || isTerminal(record);
}

function isTerminal(record: TaskRecord): boolean {
  return TERMINAL.includes(record.status?.state ?? 0);
}

function nameOf(of: {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
}): string {
  const { taskHash, calculation, attempt, executor } = of;
  return [Buffer.from(taskHash).toString("hex"), calculation, attempt, executor].join("/");
}
