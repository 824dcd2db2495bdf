/**
 * `aegisd`, the program of a validator node and its client: parses the command line, runs one
 * command and exits with a documented code. Each command is a file of commands/ or is derived in
 * derive/.
 */
import { buildModules } from "../../app/modules.ts";
import { endOnClosedPipe } from "../lib/closedPipe.ts";
import { processIo } from "./io.ts";
import { runProgram } from "./program.ts";

endOnClosedPipe();
const { modules } = buildModules().manager;
process.exitCode = await runProgram(processIo(), modules, process.argv.slice(2));
