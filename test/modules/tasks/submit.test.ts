/** MsgSubmitTask: what is refused, what is escrowed, what the hash is of. */
import { expect } from "chai";
import { taskHash } from "../../../app/asli/taskHash.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { Role, TaskIdentity, type TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask, type MsgSubmitTaskResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { balanceOf } from "./fakes.ts";
import { account, FUNDS, request, user, World } from "./world.ts";

const sampling = { temperatureMilli: 800, topK: 0, topPMilli: 0 };

describe("MsgSubmitTask", () => {
  const bad: readonly [string, Partial<TaskRequest>, { readonly code: number }][] = [
    ["an unknown model", { model: "nothing" }, errors.unknownModel],
    ["no model", { model: "" }, errors.unknownModel],
    ["neither messages nor prompt", { messages: [] }, errors.invalidTask],
    ["messages and prompt", { prompt: "x" }, errors.invalidTask],
    [
      "a prompt above max_prompt_bytes",
      { messages: [], prompt: "x".repeat(LOCAL_PARAMS.maxPromptBytes + 1) },
      errors.promptTooLong,
    ],
    ["NUL in the prompt", { messages: [], prompt: "a\0b" }, errors.invalidTask],
    ["an unknown role", { messages: [{ role: 7, content: "x" }] }, errors.invalidTask],
    ["no role", { messages: [{ role: 0, content: "x" }] }, errors.invalidTask],
    [
      "too many messages",
      { messages: Array.from({ length: 65 }, () => ({ role: Role.ROLE_USER, content: "x" })) },
      errors.invalidTask,
    ],
    ["no sampling", { sampling: undefined }, errors.invalidTask],
    [
      "a temperature of 1 milli",
      { sampling: { ...sampling, temperatureMilli: 1 } },
      errors.invalidTask,
    ],
    [
      "a temperature of 2001 milli",
      { sampling: { ...sampling, temperatureMilli: 2_001 } },
      errors.invalidTask,
    ],
    ["top_k 65", { sampling: { ...sampling, topK: 65 } }, errors.invalidTask],
    ["top_p_milli 1001", { sampling: { ...sampling, topPMilli: 1_001 } }, errors.invalidTask],
    ["no output tokens", { maxOutputTokens: 0 }, errors.invalidTask],
    ["more output tokens than the context", { maxOutputTokens: 2_048 }, errors.tooManyOutputTokens],
    ["five stop strings", { stop: ["a", "b", "c", "d", "e"] }, errors.invalidTask],
    ["an empty stop string", { stop: [""] }, errors.invalidTask],
    ["a stop string of 65 bytes", { stop: ["x".repeat(65)] }, errors.invalidTask],
    ["a schema", { schema: Uint8Array.of(1) }, errors.schemaUnsupported],
    ["target_count 0", { targetCount: 0 }, errors.invalidTask],
    ["target_count 17", { targetCount: 17, maxFee: 100_000_000n }, errors.invalidTask],
    [
      "target_count 2 at temperature 0",
      { targetCount: 2, sampling: { ...sampling, temperatureMilli: 0 } },
      errors.invalidTask,
    ],
    ["no fee", { maxFee: 0n }, errors.feeTooSmall],
    ["a fee that is no amount", { maxFee: AMOUNT_MAX + 1n }, errors.invalidTask],
    ["a refund address of another chain", { refundAddress: "cosmos1xyz" }, errors.invalidAddress],
    [
      "a module's account as refund address",
      { refundAddress: moduleAddress("tasks_escrow") },
      errors.invalidAddress,
    ],
    ["too much relay data", { relay: new Uint8Array(1_025) }, errors.invalidTask],
  ];
  for (const [name, change, { code }] of bad) {
    it(`refuses ${name} and escrows nothing`, () => {
      const world = new World();
      expect(world.submitCode(change)).to.equal(`tasks/${code}`);
      expect(balanceOf(world.ctx, user.address)).to.equal(FUNDS);
      expect(world.query(Query.Tasks, {}).tasks).to.deep.equal([]);
      world.check();
    });
  }

  it("refuses a sender without the money", () => {
    const world = new World();
    expect(world.submitCode({}, account("poor"))).to.equal("bank/5");
    world.check();
  });

  it("refuses an empty list, a long one and a sender that is no address", () => {
    const world = new World();
    const send = (sender: string, count: number): string | undefined =>
      world.send(MsgSubmitTask, {
        sender,
        tasks: Array.from({ length: count }, () => request()),
      }).refused;
    expect(send(user.address, 0)).to.equal(`tasks/${errors.listEmpty.code}`);
    expect(send(user.address, 257)).to.equal(`tasks/${errors.listTooLong.code}`);
    expect(send("", 1)).to.equal(`tasks/${errors.invalidAddress.code}`);
  });

  it("refuses more open tasks than an account may have", () => {
    const params = { ...LOCAL_PARAMS, maxOpenTasks: 2 };
    const world = new World({ params });
    world.submit();
    world.submit();
    expect(world.submitCode({})).to.equal(`tasks/${errors.tooManyOpenTasks.code}`);
  });

  it("accepts exactly the quoted fee, and refuses one less", () => {
    const world = new World();
    const asked = request({ targetCount: 3 });
    const { maxFee, submissionFee } = world.query(Query.Quote, { request: asked });
    // 21 bytes and 19 template tokens at 1 uasi, three times 100 tokens at 100 uasi.
    expect([maxFee, submissionFee]).to.deep.equal([100n + 40n + 30_000n, 100n]);
    expect(world.submitCode({ targetCount: 3, maxFee: maxFee - 1n })).to.equal(
      `tasks/${errors.feeTooSmall.code}`,
    );
    world.submit({ targetCount: 3, maxFee });
    expect(balanceOf(world.ctx, moduleAddress("tasks_escrow"))).to.equal(30_040n);
  });

  it("asks at least for min_task_fee", () => {
    const world = new World();
    const { maxFee } = world.query(Query.Quote, { request: request({ maxOutputTokens: 1 }) });
    expect(maxFee).to.equal(1_100n);
  });

  it("names a task by everything that determines its result", () => {
    const world = new World();
    const hash = world.submit();
    const { task } = world.task(hash);
    const identity = TaskIdentity.create(task?.identity ?? {});
    expect(taskHash(TaskIdentity.encode(identity))).to.deep.equal(hash);
    expect(identity.chainId).to.equal("aegis-test-1");
    expect(identity.sequence).to.equal(1n);
    expect(identity.template).to.equal("chatml/1");
    // The same request again is another task, because the sender's sequence is another.
    expect(world.submit()).to.not.deep.equal(hash);
    expect(
      world.task(world.submit({ messages: [], prompt: "x" })).task?.identity?.template,
    ).to.equal("raw/1");
  });

  it("gives equal items of one message different hashes, and lets a bad one fail alone", () => {
    const world = new World();
    const tasks = [request(), request({ model: "nothing" }), request()];
    const { response } = world.send<MsgSubmitTask, MsgSubmitTaskResponse>(MsgSubmitTask, {
      sender: user.address,
      tasks,
    });
    expect(response?.results.map((result) => result.code)).to.deep.equal([
      0,
      errors.unknownModel.code,
      0,
    ]);
    const [first, second, third] = response?.taskHashes ?? [];
    expect(second).to.have.length(0);
    expect(first).to.have.length(32);
    expect(first).to.not.deep.equal(third);
    world.check();
  });
});
