/**
 * What a command may touch of its terminal. Commands get it as an argument, so that tests run whole
 * command lines in-process and see exactly what a user would.
 */

export interface Io {
  /** Results, for programs and people: standard output. */
  readonly out: (text: string) => void;
  /** Everything else: standard error. */
  readonly err: (text: string) => void;
  /**
   * One answer from the terminal, without echo when `isSecret`. Undefined when there is no terminal
   * to ask at.
   */
  readonly ask: (question: string, isSecret: boolean) => Promise<string | undefined>;
  /** All of standard input. */
  readonly readInput: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const CONTROL_C = "\u0003";
const CONTROL_D = "\u0004";
const ERASE = new Set(["\u007f", "\b"]);

/** The process's own terminal. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ask: (question, isSecret) => askTerminal(question, isSecret),
    readInput: async () => {
      let text = "";
      for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
      return text;
    },
    env: process.env,
  };
}

function askTerminal(question: string, isSecret: boolean): Promise<string | undefined> {
  const input = process.stdin;
  if (!input.isTTY) return Promise.resolve(undefined);
  // Before the question, or a quick hand's first letters are echoed.
  input.setRawMode(true);
  process.stderr.write(question);
  input.setEncoding("utf8");
  input.resume();
  return new Promise((resolve, reject) => {
    let answer = "";
    const finish = (): void => {
      input.setRawMode(false);
      input.pause();
      input.off("data", hear);
      process.stderr.write("\n");
    };
    const hear = (chunk: string): void => {
      for (const key of chunk) {
        if (key === CONTROL_C) {
          finish();
          reject(new Error("interrupted"));
          return;
        }
        if (key === "\r" || key === "\n" || key === CONTROL_D) {
          finish();
          resolve(answer);
          return;
        }
        if (ERASE.has(key)) answer = [...answer].slice(0, -1).join("");
        else if (key >= " ") {
          answer += key;
          if (!isSecret) process.stderr.write(key);
        }
      }
    };
    input.on("data", hear);
  });
}
