/**
 * `aegisd query <module> <what>`: one command per query, derived from the modules' declarations.
 */
import type { Command } from "commander";
import { query } from "../../../app/client/query.ts";
import type { AnyModule, CommandLine, QuerySpec } from "../../../app/module/module.ts";
import { makeCommand, makeGroup } from "../command.ts";
import type { Io } from "../io.ts";
import { heightOption, nodeOption, outputOption } from "../options.ts";
import { type OutputFormat, printMessage } from "../output.ts";
import { fieldsCommand } from "./fields.ts";
import { asking, type ProveOptions, proveOptions } from "./prove.ts";
import { cosmosNameOf, queryName, words } from "./names.ts";

type AnySpec = QuerySpec<Record<string, unknown>, unknown>;

interface QueryOptions extends ProveOptions {
  readonly output: OutputFormat;
  readonly height?: number;
}

/** One group per module that has queries. */
export function queryModules(io: Io, modules: readonly AnyModule[]): readonly Command[] {
  return modules
    .filter((module) => module.queries.length > 0)
    .map((module) =>
      makeGroup(io, {
        name: module.name,
        alias: cosmosNameOf(module.name),
        summary: `queries of ${module.name}`,
        example: exampleOf(module),
        commands: module.queries.map((spec) =>
          queryCommand(io, module, spec as unknown as AnySpec),
        ),
      }),
    );
}

/** Paths of all queries of a module. */
function pathsOf(module: AnyModule): string[] {
  return (module.queries as unknown as readonly AnySpec[]).map(({ method }) => method.path);
}

function queryCommand(io: Io, module: AnyModule, spec: AnySpec): Command {
  const { method } = spec;
  const name = queryName(method.path, pathsOf(module));
  const about = spec.commandLine ?? defaultLine(module.name, name);
  const common = [
    heightOption("state after this height (default: the latest)"),
    nodeOption(),
    outputOption(),
    ...proveOptions(),
  ];
  const fields = fieldsCommand(method.request, {
    positional: about.positional ?? [],
    hidden: [],
    taken: new Set(common.map((option) => option.attributeName())),
  });
  return makeCommand<QueryOptions>(io, {
    name,
    summary: about.summary,
    args: fields.args,
    options: [...fields.options, ...common],
    examples: [about.example],
    run: async ({ args, options }) => {
      const request = fields.message(args, { ...options });
      const answer = await asking(options, (rpc) => query(rpc, method, request, options.height));
      printMessage(io, options.output, method.response, answer);
    },
  });
}

function exampleOf(module: AnyModule): string {
  const [first] = module.queries as unknown as readonly AnySpec[];
  const name = queryName(first?.method.path ?? "", pathsOf(module));
  return (first?.commandLine ?? defaultLine(module.name, name)).example;
}

function defaultLine(moduleName: string, name: string): CommandLine {
  return { summary: words(name), example: `aegisd query ${moduleName} ${name}` };
}
