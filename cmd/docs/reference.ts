/** The reference of all modules as Markdown: messages, queries, events and errors. */
import type { AnyModule, MessageSpec, QuerySpec } from "../../app/module/module.ts";
import type { ErrorMaker } from "../../app/module/error.ts";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "None.\n";
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function messages(module: AnyModule): string {
  const rows = module.messages.map((declared) => {
    const spec = declared as unknown as MessageSpec<unknown, unknown>;
    const fields = spec.request.fields.map(({ jsonName }) => code(jsonName)).join(", ");
    const { typeUrl } = spec.request;
    return [code(typeUrl), fields, spec.lane ?? "normal", spec.commandLine?.summary ?? ""];
  });
  return table(["message", "fields", "lane", "what it does"], rows);
}

function queries(module: AnyModule): string {
  const rows = module.queries.map((declared) => {
    const spec = declared as unknown as QuerySpec<unknown, unknown>;
    const { method, rest = [], commandLine } = spec;
    const urls = (typeof rest === "string" ? [rest] : rest).map(code).join(", ");
    const fields = method.request.fields.map(({ jsonName }) => code(jsonName)).join(", ");
    return [code(method.path), fields, urls, commandLine?.summary ?? ""];
  });
  return table(["path", "request", "REST", "what it answers"], rows);
}

function errors(module: AnyModule): string {
  const makers = Object.entries<ErrorMaker>(module.errors);
  const rows = makers
    .sort(([, a], [, b]) => a.code - b.code)
    .map(([name, { code: number, text }]) => [`${number}`, code(name), text]);
  return table(["code", "name", "text"], rows);
}

function section(module: AnyModule): string {
  const events = module.events.map(({ type }) => `- ${code(type)}`).join("\n");
  const state = [...module.state.collections].map(([prefix, name]) => [`${prefix}`, name]);
  return [
    `## ${module.name}`,
    `Version ${module.version} of its state. Errors have the codespace ${code(module.name)}.`,
    "### Messages",
    messages(module),
    "### Queries",
    queries(module),
    "### Events",
    events === "" ? "None.\n" : `${events}\n`,
    "### Errors",
    errors(module),
    "### State",
    table(["prefix", "collection"], state),
  ].join("\n\n");
}

/** The whole file. */
export function reference(modules: readonly AnyModule[]): string {
  const head = [
    "# Reference of all modules",
    'Generated from the declarations by "npm run docs". Do not edit.',
    "What the rules are stands in each module's README.",
  ].join("\n\n");
  const text = `${[head, ...modules.map(section)].join("\n\n")}\n`;
  return `${text.replaceAll(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}
