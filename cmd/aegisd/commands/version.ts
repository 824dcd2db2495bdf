/** `aegisd version`: what this program is. */
import { type Command, Option } from "commander";
import { APP_NAME, APP_PROTOCOL_VERSION, APP_VERSION } from "../../../app/constants.ts";
import type { AnyModule } from "../../../app/module/module.ts";
import { UPGRADES } from "../../../app/upgrades.ts";
import { COMETBFT_VERSION } from "../../setup/cometbft.mjs";
import { makeCommand } from "../command.ts";
import type { Io } from "../io.ts";
import { outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface VersionOptions {
  readonly long?: boolean;
  readonly output: OutputFormat;
}

/** The command. */
export function versionCommand(io: Io, modules: readonly AnyModule[]): Command {
  return makeCommand<VersionOptions>(io, {
    name: "version",
    summary: "version of this program",
    options: [
      new Option("--long", "also protocol, upgrades, modules, Node and CometBFT"),
      outputOption(),
    ],
    examples: ["aegisd version", "aegisd version --long -o json"],
    run: ({ options }) => {
      const short = { name: APP_NAME, version: APP_VERSION };
      const long = {
        ...short,
        protocol: `${APP_PROTOCOL_VERSION}`,
        upgrades: UPGRADES,
        modules: Object.fromEntries(modules.map(({ name, version }) => [name, version])),
        node: process.versions.node,
        cometbft: COMETBFT_VERSION,
      };
      if (options.output === "text" && !options.long) io.out(`${APP_VERSION}\n`);
      else print(io, options.output, options.long ? long : short);
    },
  });
}
