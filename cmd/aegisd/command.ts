/**
 * The shape of a command: a name, options, examples and a function. The help page of every command
 * has an example and the exit codes because a command cannot be declared without.
 */
import { Argument, Command, type Option } from "commander";
import { EXIT_HELP } from "./exit.ts";
import type { Io } from "./io.ts";

/** What a command is given: positional arguments and options as parsed. */
export interface Invocation<O> {
  readonly io: Io;
  /** Arguments in the order of their declaration; a missing optional one is undefined. */
  readonly args: readonly (string | undefined)[];
  /** What the last argument holds when it is a list. */
  readonly list: readonly string[];
  readonly options: O;
}

export interface ArgumentSpec {
  /** Name in the help page, such as "moniker". */
  readonly name: string;
  readonly about: string;
  readonly isOptional?: boolean;
  /** The last one may be a list of one or more. */
  readonly isList?: boolean;
}

export interface CommandSpec<O = never> {
  readonly name: string;
  readonly alias?: string;
  readonly summary: string;
  /** Further paragraphs of the help page. */
  readonly details?: string;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly Option[];
  /** Full command lines, at least one. */
  readonly examples: readonly [string, ...string[]];
  /** What the help page says of exit codes, where it is not what `aegisd` has. */
  readonly exitHelp?: string;
  readonly run: (invocation: Invocation<O>) => Promise<void> | void;
}

export interface GroupSpec {
  readonly name: string;
  readonly alias?: string | undefined;
  readonly summary: string;
  /** One full command line. */
  readonly example: string;
  readonly commands: readonly Command[];
}

/** The commander command of a declaration. */
export function makeCommand<O>(io: Io, spec: CommandSpec<O>): Command {
  const command = baseCommand(io, spec.name, spec.summary, spec.alias);
  for (const { name, about, isOptional, isList } of spec.args ?? []) {
    const word = isList ? `${name}...` : name;
    command.addArgument(new Argument(isOptional ? `[${word}]` : `<${word}>`, about));
  }
  for (const option of spec.options ?? []) command.addOption(option);
  const details = spec.details === undefined ? "" : `\n${spec.details}\n`;
  const examples = spec.examples.map((line) => `  $ ${line}`).join("\n");
  const title = spec.examples.length > 1 ? "Examples" : "Example";
  const exitHelp = spec.exitHelp ?? EXIT_HELP;
  command.addHelpText("after", `${details}\n${title}:\n${examples}\n\n${exitHelp}`);
  const count = spec.args?.length ?? 0;
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, count).filter((one) => !Array.isArray(one));
    const list = given.slice(0, count).find((one) => Array.isArray(one)) ?? [];
    await spec.run({
      io,
      args: args as (string | undefined)[],
      list: list as string[],
      options: given[count] as O,
    });
  });
  return command;
}

/** A command that only holds others. Without a verb it prints its help page and fails. */
export function makeGroup(io: Io, spec: GroupSpec): Command {
  const group = baseCommand(io, spec.name, spec.summary, spec.alias);
  for (const command of spec.commands) group.addCommand(command);
  return group.addHelpText("after", `\nExample:\n  $ ${spec.example}`);
}

/** A command that writes through `io` and throws instead of ending the process. */
export function baseCommand(io: Io, name: string, summary: string, alias?: string): Command {
  const command = new Command(name)
    .summary(summary)
    .description(sentence(summary))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  return alias === undefined ? command : command.alias(alias);
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
