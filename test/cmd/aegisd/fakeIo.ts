/** A terminal for tests: what was written to it, and answers that were prepared. */
import type { Io } from "../../../cmd/aegisd/io.ts";

export interface FakeIo extends Io {
  readonly written: { out: string; err: string };
  /** Questions in the order in which they were asked. */
  readonly asked: string[];
}

export interface FakeIoOptions {
  /** Answers to questions, in order; without one there is no terminal. */
  readonly answers?: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Makes one. */
export function fakeIo(options: FakeIoOptions = {}): FakeIo {
  const answers = [...(options.answers ?? [])];
  const written = { out: "", err: "" };
  const asked: string[] = [];
  return {
    written,
    asked,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    ask: async (question) => {
      asked.push(question);
      return answers.shift();
    },
    readInput: async () => options.input ?? "",
    env: options.env ?? {},
  };
}
