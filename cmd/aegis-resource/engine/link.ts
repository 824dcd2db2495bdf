/**
 * The parent's side of one child process: requests with ids, deadlines, cancellation, and an
 * orderly account of how the child ended. It never throws to anybody but the caller of a request.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { AsliError } from "../../../app/asli/error.ts";
import type { SampledToken } from "../../../app/asli/generate.ts";
import { EngineError, type EngineErrorCode } from "./error.ts";
import { childProgram } from "./locate.ts";
import type {
  ChildMessage,
  EngineCallName,
  EngineCalls,
  Failure,
  ParentMessage,
} from "./messages.ts";

const STOP_GRACE_MS = 5_000;
const LAST_WORDS_MS = 500;
const LAST_WORDS_CHARACTERS = 4_096;

/** Settings of the environment that change how the library or Node runs: not for the child. */
const FOREIGN_VARIABLE = /^(GGML|LLAMA|NODE_LLAMA_CPP|OMP|KMP|GOMP|NODE_OPTIONS|AEGIS_)/;

/** How a single request is made. */
export interface CallOptions {
  /** Longest silence of the child in milliseconds before it is stopped. */
  readonly silenceMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Sees the tokens of a generation as they come, until `signal` says stop. It must not throw. */
  readonly onSampled?: ((sampled: SampledToken) => void) | undefined;
}

interface Pending {
  readonly resolve: (output: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly signal: AbortSignal | undefined;
  readonly onSampled: ((sampled: SampledToken) => void) | undefined;
  readonly onAbort: () => void;
  readonly timer: NodeJS.Timeout;
}

/** One running child process. */
export class ChildLink {
  readonly #child: ChildProcess;
  readonly #pending: Map<number, Pending> = new Map();
  #nextId = 1;
  #lastWords = "";
  #end: EngineError | undefined;

  constructor() {
    const program = childProgram();
    this.#child = fork(program.path, [], {
      execArgv: [...program.execArgv],
      env: childEnvironment(process.env),
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS_CHARACTERS);
    });
    this.#child.on("message", (message: ChildMessage) => this.#receive(message));
    this.#child.on("error", (error) => this.#finish("crashed", error.message));
    this.#child.on("exit", (code, signal) => this.#account(signal ?? `exit code ${code}`));
  }

  /** Whether requests can still be made. */
  get alive(): boolean {
    return this.#end === undefined;
  }

  /** Process id, for messages and tests. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Sends one request and waits for its answer.
   * @throws EngineError what the child answered, `crashed` or `timeout`; the reason of `signal`
   * once the child has stopped evaluating.
   */
  call<N extends EngineCallName>(
    name: N,
    input: EngineCalls[N]["input"],
    { silenceMs, signal, onSampled }: CallOptions,
  ): Promise<EngineCalls[N]["output"]> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      const onAbort = (): void => this.#send({ abort: id });
      const timer = this.#deadline(silenceMs);
      this.#pending.set(id, { resolve, reject, signal, onSampled, onAbort, timer });
      signal?.addEventListener("abort", onAbort);
      this.#send({ id, call: name, input } as ParentMessage);
    });
  }

  /** Ends the child: kindly, then by force. */
  async stop(): Promise<void> {
    this.#finish("closed", "it was closed");
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    if (this.#child.pid === undefined) return;
    const exited = once(this.#child, "exit");
    const kill = setTimeout(() => this.#child.kill("SIGKILL"), STOP_GRACE_MS);
    if (this.#child.connected) this.#child.disconnect();
    await exited;
    clearTimeout(kill);
  }

  #send(message: ParentMessage): void {
    // A failed send means that the child is gone; its "exit" rejects whatever waits.
    this.#child.send(message, () => undefined);
  }

  #receive(message: ChildMessage): void {
    if ("progress" in message || "sampled" in message) {
      // Requests are answered in order, so a sign of life counts for all that wait.
      for (const { timer } of this.#pending.values()) timer.refresh();
      if ("sampled" in message) this.#pass(message.id, message.sampled);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    this.#pending.delete(message.id);
    release(pending);
    if ("output" in message) pending.resolve(message.output as never);
    else if (pending.signal?.aborted) pending.reject(pending.signal.reason);
    else pending.reject(errorOf(message.error));
  }

  #pass(id: number, sampled: SampledToken): void {
    const pending = this.#pending.get(id);
    if (pending?.signal?.aborted !== true) pending?.onSampled?.(sampled);
  }

  #deadline(silenceMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#finish("timeout", `it was silent for ${silenceMs / 1_000} s and was stopped`);
      this.#child.kill("SIGKILL");
    }, silenceMs);
  }

  /** Says how the child ended, once its last words have been read. */
  #account(how: string): void {
    const finish = (): void => this.#finish("crashed", `${how}${this.#complaint()}`);
    const { stderr } = this.#child;
    if (stderr === null || stderr.closed) {
      finish();
      return;
    }
    stderr.once("close", finish);
    setTimeout(finish, LAST_WORDS_MS).unref();
  }

  #finish(code: EngineErrorCode, what: string): void {
    if (this.#end !== undefined) return;
    const error = new EngineError(code, `the engine's process ended: ${what}`);
    this.#end = error;
    for (const pending of this.#pending.values()) {
      release(pending);
      pending.reject(pending.signal?.aborted ? pending.signal.reason : error);
    }
    this.#pending.clear();
  }

  /** The line in which the library says why it aborted, if it did. */
  #complaint(): string {
    const lines = this.#lastWords.split("\n").filter((line) => line.trim() !== "");
    const line =
      lines.find((text) => /GGML_ASSERT|terminate called|Error:/.test(text)) ?? lines.at(-1);
    return line === undefined ? "" : ` (${line.trim()})`;
  }
}

function errorOf(failure: Failure): Error {
  if ("asli" in failure) return new AsliError(failure.asli, failure.message);
  return new EngineError(failure.code, failure.message);
}

function release(pending: Pending): void {
  clearTimeout(pending.timer);
  pending.signal?.removeEventListener("abort", pending.onAbort);
}

/** The environment without what would change the engine's work, or is none of its business. */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN_VARIABLE.test(name)));
}
