/**
 * A chain for tests of the gateway, which answers at once and keeps what it was asked. Behaviours
 * that tests want are set as fields.
 */
import type {
  AegisClient,
  Answer,
  AskOptions,
  Certainty,
  Choice,
  ModelView,
  Price,
  StreamEvent,
  TaskState,
  TaskView,
} from "../../app/client/sdk/types.ts";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import type { GatewayChain, ListedTask } from "../../cmd/aegis-gateway/chain/chain.ts";
import { accountSigner } from "../../cmd/aegis-gateway/money/accounts.ts";

/** The only model of the fake chain. */
export const FAKE_MODEL: ModelView = {
  id: "fake/model",
  revision: 1,
  contextLength: 2_048,
  promptPrice: 100n,
  outputPrice: 400n,
  activeNodes: 3,
  sha256: "00".repeat(32),
  registeredMs: 1_700_000_000_000,
};

/** What every task costs there. */
export const FAKE_PRICE: Price = {
  maxFee: 5_000n,
  submissionFee: 100n,
  promptPerThousand: 100n,
  outputPerThousand: 400n,
};

/** An error as the client library throws it. */
export class FakeAegisError extends Error {
  override readonly name = "AegisError";
  readonly code: string;

  constructor(code: string, message: string = code) {
    super(message);
    this.code = code;
  }
}

interface FakeTask {
  readonly view: TaskView;
  readonly answer: Answer;
}

const STATES: Readonly<Record<Certainty, TaskState>> = {
  revealed: "COMPUTED",
  soft_final: "SOFT_FINAL",
  final: "FINAL",
};

/** The chain. */
export class FakeAegis implements GatewayChain {
  readonly chainId: string = "fake-1";
  readonly reader: AegisClient;
  readonly master: Uint8Array = new Uint8Array(32).fill(7);
  /** Everything that was asked. */
  readonly asked: { prompt: unknown; options: AskOptions }[] = [];
  readonly tasks: Map<string, FakeTask> = new Map();
  readonly sent: { from: string | undefined; to: string; amount: bigint }[] = [];
  /** Called before an answer; may wait or throw. */
  beforeAnswer: (options: AskOptions) => Promise<void> = async () => {};
  /** Called when the task would be submitted; may throw. */
  beforeSubmit: () => Promise<void> = async () => {};
  /** Pieces of the answer's text. */
  pieces: readonly string[] = ["Hello", ", ", "world."];
  finishReason: Choice["finishReason"] = "stop";
  /** Frauds that were proven, and by whom. */
  readonly proven: { readonly from: string | undefined; readonly proof: Uint8Array }[] = [];
  /** What a stream says of its own text; false is a fraud. */
  streamMatches: boolean = true;
  blockHeight: number = 10;
  funds: bigint = 1_000_000n;
  isSilent: boolean = false;

  constructor() {
    this.reader = this.client(undefined);
  }

  accountOf(owner: string): string {
    return accountSigner(this.master, owner).address;
  }

  async borrow(owner: string): Promise<{ client: AegisClient; giveBack: () => void }> {
    return { client: this.client(this.accountOf(owner)), giveBack: () => {} };
  }

  async own(): Promise<AegisClient> {
    return this.client("own");
  }

  async height(): Promise<number> {
    if (this.isSilent) throw new FakeAegisError("network", "nobody answers");
    return this.blockHeight;
  }

  async tasksAfter(height: number): Promise<readonly ListedTask[]> {
    return [...this.tasks.values()]
      .map(({ view }) => view)
      .filter((view) => view.height > height)
      .map(({ taskHash, sender, model, height: at }) => ({ taskHash, sender, model, height: at }));
  }

  close(): void {}

  /** Puts a task into a block, as `account` would. */
  submit(account: string, prompt: unknown, options: AskOptions): FakeTask {
    this.blockHeight += 1;
    const taskHash = hex(sha256(utf8(`${this.blockHeight}`)));
    const count = options.count ?? 1;
    const certainty = options.certainty ?? "soft_final";
    const state = STATES[certainty];
    const choices = Array.from({ length: count }, (_, i) => this.#choice(i, state, certainty));
    const { maxFee = FAKE_PRICE.maxFee, model = FAKE_MODEL.id } = options;
    const settled =
      certainty === "final" ? { charged: 700n, refunded: maxFee - 700n, burned: 10n } : undefined;
    const shared = { taskHash, state, model, choices, maxFee, height: this.blockHeight };
    const money = settled === undefined ? {} : { settled };
    const answer: Answer = {
      ...shared,
      ...money,
      text: choices[0]?.text ?? "",
      certainty,
      promptTokens: JSON.stringify(prompt).length,
      outputTokens: 3 * count,
    };
    const task = { answer, view: { ...shared, ...money, sender: account } };
    this.tasks.set(taskHash, task);
    return task;
  }

  /** Lets the money of a task move. */
  settle(taskHash: string, charged: bigint): void {
    const task = this.tasks.get(taskHash);
    if (task === undefined) throw new RangeError("no such task");
    const settled = { charged, refunded: task.view.maxFee - charged, burned: 1n };
    this.tasks.set(taskHash, { ...task, view: { ...task.view, state: "FINAL", settled } });
  }

  #choice(index: number, state: TaskState, certainty: Certainty): Choice {
    const tokenIds = this.pieces.map((_, i) => 100 + i);
    return {
      index,
      text: this.pieces.join(""),
      tokenIds,
      finishReason: this.finishReason,
      executor: "aegis1executor",
      attempt: 0,
      state,
      ...(certainty === "revealed" ? {} : { logprobs: tokenIds.map((_, i) => -0.5 * (i + 1)) }),
    };
  }

  client(account: string | undefined): AegisClient {
    const view = async (hash: string): Promise<TaskView> => {
      if (this.isSilent) throw new FakeAegisError("network", "nobody answers");
      const found = this.tasks.get(hash)?.view;
      if (found === undefined) throw new FakeAegisError("task_unknown", "no such task");
      return found;
    };
    return {
      chainId: this.chainId,
      address: account,
      ask: (prompt, options = {}) => this.#ask(account ?? "", prompt, options),
      stream: (prompt, options = {}) => this.#stream(account ?? "", prompt, options),
      wait: async (hash) => {
        const found = this.tasks.get(hash);
        if (found === undefined) throw new FakeAegisError("task_unknown", "no such task");
        return found.answer;
      },
      task: view,
      subscribe: () => ({ close: () => {} }),
      quote: async () => FAKE_PRICE,
      models: async () => [FAKE_MODEL],
      balance: async () => this.funds,
      send: async (to, amount) => {
        this.sent.push({ from: account, to, amount });
        return { hash: "AB".repeat(32), height: this.blockHeight };
      },
      proveStream: async (proof) => {
        this.proven.push({ from: account, proof });
        return { hash: "CD".repeat(32), height: this.blockHeight };
      },
      receipt: async (hash) => utf8(JSON.stringify({ task: (await view(hash)).taskHash })),
      verify: () => {
        throw new RangeError("the fake chain has no receipts");
      },
      close: () => {},
    };
  }

  async #ask(account: string, prompt: unknown, options: AskOptions): Promise<Answer> {
    this.asked.push({ prompt, options });
    await this.beforeSubmit();
    const { answer } = this.submit(account, prompt, options);
    options.onSubmitted?.(answer.taskHash, answer.height);
    await this.beforeAnswer(options);
    return answer;
  }

  async *#stream(
    account: string,
    prompt: unknown,
    options: AskOptions,
  ): AsyncGenerator<StreamEvent> {
    this.asked.push({ prompt, options });
    await this.beforeSubmit();
    const { answer } = this.submit(account, prompt, options);
    yield { type: "submitted", taskHash: answer.taskHash, height: answer.height };
    for (const [i, text] of this.pieces.entries()) {
      yield { type: "text", text, tokenIds: [100 + i] };
    }
    await this.beforeAnswer(options);
    yield { type: "state", state: answer.state };
    const proof = this.streamMatches ? {} : { proof: utf8("a proof") };
    const checked = { matches: this.streamMatches, executor: "aegis1executor", ...proof };
    yield { type: "checked", ...checked };
    yield { type: "answer", answer };
  }
}
