/** `aegisd tx <module> <verb>`: one command per message, derived from the modules' declarations. */
import type { Command } from "commander";
import { anyOf } from "../../../app/client/sign.ts";
import type { AnyModule, CommandLine, MessageSpec } from "../../../app/module/module.ts";
import { makeCommand, makeGroup } from "../command.ts";
import { txToolCommands } from "../commands/tx/index.ts";
import { usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { type TxOptions, txOptions } from "../tx/options.ts";
import { sendMessage, signingKey } from "../tx/send.ts";
import { defaultsOf } from "./defaults.ts";
import { fieldsCommand } from "./fields.ts";
import { cosmosNameOf, messageVerb, words } from "./names.ts";
import { signerField } from "./signer.ts";

type AnySpec = MessageSpec<unknown, unknown>;

/** The group with all modules that have messages. */
export function txGroup(io: Io, modules: readonly AnyModule[]): Command {
  const groups = modules.filter((module) => module.messages.length > 0);
  return makeGroup(io, {
    name: "tx",
    summary: "send a transaction",
    example: "aegisd tx bank --help",
    commands: [
      ...txToolCommands(io, modules),
      ...groups.map((module) =>
        makeGroup(io, {
          name: module.name,
          alias: cosmosNameOf(module.name),
          summary: `transactions of ${module.name}`,
          example: exampleOf(module),
          commands: module.messages.map((message) =>
            messageCommand(io, module, message as unknown as AnySpec),
          ),
        }),
      ),
    ],
  });
}

function messageCommand(io: Io, module: AnyModule, spec: AnySpec): Command {
  const verb = messageVerb(spec.request.typeUrl, typeUrlsOf(module));
  const about = spec.commandLine ?? defaultLine(module.name, verb);
  const signer = signerField(spec);
  const common = txOptions();
  const positional = about.positional ?? [];
  const fields = fieldsCommand(spec.request, {
    positional,
    hidden: signer === undefined ? [] : [signer.name],
    flat: about.flat,
    decimals: about.decimals,
    taken: new Set(common.map((option) => option.attributeName())),
  });
  // simd names the sender first in some commands; there it means the same as --from.
  const signerPosition = signer === undefined ? -1 : positional.indexOf(signer.name);
  return makeCommand<TxOptions>(io, {
    name: verb,
    summary: about.summary,
    ...(signer === undefined
      ? {}
      : { details: `Signed by ${signer.name}, which --from fills in.` }),
    args: fields.args,
    options: [...fields.options, ...common],
    examples: [about.example],
    run: async ({ args, options }) => {
      const from = signerPosition < 0 ? options.from : (args[signerPosition] ?? options.from);
      const given = from === undefined ? options : { ...options, from };
      const key = signingKey(io, given);
      const { address } = key.record;
      const filled = signer === undefined ? {} : { [signer.name]: signer.textOf(address) };
      const typed = { options: { ...options }, common: given, signer: address };
      const defaults = await defaultsOf(spec.request.typeUrl, typed);
      const message = fields.message(args, { ...options }, filled, defaults);
      spec.validate(message);
      if (spec.signer(message) !== key.record.address) {
        throw usageError(`the message must be signed by ${spec.signer(message)}: --from that key`);
      }
      await sendMessage(io, given, anyOf(spec.request, message), key);
    },
  });
}

/** Types of all messages of a module. */
function typeUrlsOf(module: AnyModule): string[] {
  return (module.messages as unknown as readonly AnySpec[]).map(({ request }) => request.typeUrl);
}

function exampleOf(module: AnyModule): string {
  const [first] = module.messages as unknown as readonly AnySpec[];
  const verb = messageVerb(first?.request.typeUrl ?? "");
  return (first?.commandLine ?? defaultLine(module.name, verb)).example;
}

function defaultLine(moduleName: string, verb: string): CommandLine {
  return { summary: words(verb), example: `aegisd tx ${moduleName} ${verb} --from alice` };
}
