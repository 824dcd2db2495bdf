/** Runs a tool of the setup to its end and keeps the last of what it said, for error messages. */
import { spawn } from "node:child_process";

const TAIL_CHARACTERS = 8_000;

/**
 * Runs `command` and resolves to `{code, missing, tail}`: the exit code (1 when a signal ended it),
 * whether there is no such program, and the end of its output. `onLine` hears each line. Never
 * rejects: what a failure means is for the caller to say.
 */
export function run(command, args, { cwd, env = process.env, onLine } = {}) {
  return new Promise((done) => {
    let tail = "";
    let rest = "";
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const hear = (chunk) => {
      tail = (tail + chunk).slice(-TAIL_CHARACTERS);
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      if (onLine) for (const line of lines) if (line.trim() !== "") onLine(line);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => {
      done({ code: 1, missing: error.code === "ENOENT", tail: String(error) });
    });
    child.on("close", (code) => {
      if (onLine && rest.trim() !== "") onLine(rest);
      done({ code: code ?? 1, missing: false, tail: tail.trim() });
    });
  });
}
