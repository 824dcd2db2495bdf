/** `aegisd doctor`: looks at everything that a node depends on, and says what to do. */
import type { Command } from "commander";
import { chainFindings } from "../doctor/chain.ts";
import type { Finding, FindingState } from "../doctor/finding.ts";
import { homeFindings } from "../doctor/home.ts";
import { machineFindings } from "../doctor/machine.ts";
import { makeCommand } from "../command.ts";
import { CommandError } from "../exit.ts";
import type { Io } from "../io.ts";
import { homeOption, nodeOption, outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface DoctorOptions {
  readonly home: string;
  readonly node: string;
  readonly output: OutputFormat;
}

const MARKS: Readonly<Record<FindingState, string>> = {
  ok: "ok     ",
  warning: "warning",
  failed: "FAILED ",
};

/** The command. */
export function doctorCommand(io: Io): Command {
  return makeCommand<DoctorOptions>(io, {
    name: "doctor",
    summary: "look at everything that a node depends on",
    details:
      "Looks at the home's keys and settings, the machine, and the node when it runs. Changes\n" +
      "nothing, and shows no secret. Ends with 1 when something would keep the node from working.",
    options: [homeOption(), nodeOption(), outputOption()],
    examples: ["aegisd doctor", "aegisd doctor -o json"],
    run: async ({ options }) => {
      const { home, node, output } = options;
      const findings = [
        ...(await machineFindings()),
        ...(await homeFindings(home)),
        ...(await chainFindings(home, node)),
      ];
      if (output === "json") print(io, output, findings);
      else for (const finding of findings) io.out(`${line(finding)}\n`);
      const count = findings.filter(({ state }) => state === "failed").length;
      if (count > 0) throw new CommandError(`${count} of ${findings.length} looks failed`);
    },
  });
}

function line({ state, name, detail, advice }: Finding): string {
  const what = `${MARKS[state]}  ${name}: ${detail}`;
  return advice === undefined ? what : `${what}\n         ${advice}`;
}
