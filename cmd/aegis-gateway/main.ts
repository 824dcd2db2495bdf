/**
 * `aegis-gateway`, OpenAI's API in front of the chain: parses the command line, runs one command
 * and exits with a documented code.
 */
import { processIo } from "../aegisd/io.ts";
import { runGateway } from "./program.ts";

process.exitCode = await runGateway(processIo(), process.argv.slice(2));
