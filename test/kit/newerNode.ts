/** `aegisd start --home DIR` of the later version: the new program in the test of an upgrade. */
import { runNode } from "../../cmd/aegisd/node/run.ts";
import { newerProgram } from "./newerProgram.ts";

const { exitCode } = await runNode({
  home: process.argv[2] as string,
  withComet: true,
  address: undefined,
  settings: {},
  version: newerProgram(),
  onLine: (line) => process.stderr.write(`${line}\n`),
});
process.exitCode = exitCode;
