/** `aegisd snapshots dump`: a snapshot as one file, to carry to another machine. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { Command } from "commander";
import { Option } from "commander";
import { makeCommand } from "../../command.ts";
import { CommandError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { homeOption } from "../../options.ts";
import { archiveHead } from "./archive.ts";
import { folderOf, requireSnapshot } from "./shared.ts";

interface DumpOptions {
  readonly home: string;
  readonly out: string;
}

/** The command. */
export function dumpCommand(io: Io): Command {
  return makeCommand<DumpOptions>(io, {
    name: "dump",
    summary: "write a snapshot to one file",
    args: [{ name: "height", about: "height of the snapshot" }],
    options: [
      new Option("--out <file>", "where to; never overwritten").makeOptionMandatory(),
      homeOption(),
    ],
    examples: ["aegisd snapshots dump 1000 --out snapshot-1000.aegis"],
    run: ({ args, options }) => {
      const folder = folderOf(options.home);
      const listed = requireSnapshot(folder, args[0] ?? "");
      let file: number;
      try {
        file = openSync(options.out, "wx", 0o600);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new CommandError(`${options.out} cannot be written (${code})`);
      }
      try {
        writeSync(file, archiveHead(listed));
        for (const chunk of folder.checkedChunks(listed)) writeSync(file, chunk);
      } finally {
        closeSync(file);
      }
      io.err(`aegisd: wrote ${options.out}\n`);
    },
  });
}
