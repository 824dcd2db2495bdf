/** The whole command line as one value, so that tests run it as a user would. */
import type { Command } from "commander";
import type { AnyModule } from "../../app/module/module.ts";
import { baseCommand } from "./command.ts";
import { attestCommand } from "./commands/attest.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { docsGroup } from "./commands/docs.ts";
import { exportCommand } from "./commands/export.ts";
import { genesisGroup } from "./commands/genesis/index.ts";
import { initCommand } from "./commands/init.ts";
import { keysGroup } from "./commands/keys/index.ts";
import { queryGroup } from "./commands/query/index.ts";
import { lightCommand } from "./commands/light.ts";
import { pruneCommand } from "./commands/prune.ts";
import { rollbackCommand } from "./commands/rollback.ts";
import { snapshotsGroup } from "./commands/snapshots/index.ts";
import { receiptCommand } from "./commands/receipt.ts";
import { registryGroup } from "./commands/registry.ts";
import { startCommand } from "./commands/start.ts";
import { statesyncConfigCommand } from "./commands/statesyncConfig.ts";
import { statusCommand } from "./commands/status.ts";
import { verifyCheckpointCommand } from "./commands/verifyCheckpoint.ts";
import { verifyReceiptCommand } from "./commands/verifyReceipt.ts";
import { versionCommand } from "./commands/version.ts";
import { registerTypes } from "./derive/registry.ts";
import { txGroup } from "./derive/tx.ts";
import { errorLine, EXIT, EXIT_HELP, exitCodeOf } from "./exit.ts";
import type { Io } from "./io.ts";

const HELP = `
Example:
  $ aegisd init my-node && aegisd keys add alice && aegisd genesis add-account alice 2000000000uasi
  $ aegisd genesis add-validator alice 1000000000uasi && aegisd start

Environment: AEGISD_HOME, AEGISD_NODE, AEGISD_CHAIN_ID, AEGISD_OUTPUT, AEGISD_KEYRING_BACKEND,
AEGISD_FROM, AEGISD_GAS_PRICES, AEGIS_KEYRING_PASSPHRASE_FILE, COMETBFT_BIN.
${EXIT_HELP}`;

/** Makes the program for a list of modules. */
export function buildProgram(io: Io, modules: readonly AnyModule[]): Command {
  registerTypes(modules);
  const program = baseCommand(io, "aegisd", "a validator node of AegisAI, and its client");
  const commands: readonly Command[] = [
    initCommand(io),
    startCommand(io),
    attestCommand(io),
    statusCommand(io),
    doctorCommand(io),
    keysGroup(io),
    genesisGroup(io),
    txGroup(io, modules),
    queryGroup(io, modules),
    exportCommand(io),
    snapshotsGroup(io),
    statesyncConfigCommand(io),
    pruneCommand(io),
    rollbackCommand(io),
    lightCommand(io),
    verifyCheckpointCommand(io),
    receiptCommand(io),
    verifyReceiptCommand(io),
    registryGroup(io, modules),
    docsGroup(io, modules),
    versionCommand(io, modules),
  ];
  for (const command of commands) program.addCommand(command);
  return program.addHelpText("after", HELP);
}

/** Runs one command line (without program name) and returns its exit code. Never throws. */
export async function runProgram(
  io: Io,
  modules: readonly AnyModule[],
  argv: readonly string[],
): Promise<number> {
  try {
    await buildProgram(io, modules).parseAsync([...argv], { from: "user" });
    return EXIT.ok;
  } catch (error) {
    const code = exitCodeOf(error);
    // Commander has said what is wrong, or printed the help page, by itself.
    if (isCommanderError(error)) return code;
    io.err(`aegisd: ${errorLine(error)}\n`);
    if (isBug(error)) io.err(`${(error as Error).stack ?? ""}\n`);
    return code;
  }
}

function isCommanderError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}

/** Errors that no input should cause: their stack helps who reports them. */
function isBug(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    (error instanceof Error && error.name === "AssertionError")
  );
}
