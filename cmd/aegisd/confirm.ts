/** Asks before something that cannot be undone. */
import { Option } from "commander";
import { CommandError, EXIT, usageError } from "./exit.ts";
import type { Io } from "./io.ts";

/** `-y, --yes`. */
export function yesOption(): Option {
  return new Option("-y, --yes", "do not ask");
}

/** @throws CommandError when the answer is no, or nobody is there to ask. */
export async function confirm(
  io: Io,
  options: { readonly yes?: boolean },
  question: string,
): Promise<void> {
  if (options.yes) return;
  const answer = await io.ask(`${question} [y/N] `, false);
  if (answer === undefined) throw usageError("there is no terminal to ask at: add -y");
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError("not done", EXIT.failure);
}
