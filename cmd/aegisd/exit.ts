/** Exit codes of `aegisd`, and which error ends it with which. */
import { CommanderError } from "commander";
import { TxFailure, TxTimeout } from "../../app/client/broadcast.ts";
import { QueryError } from "../../app/client/query.ts";
import { RpcError } from "../../app/client/rpc.ts";
import { ModuleError } from "../../app/module/error.ts";

export const EXIT = {
  /** It did what was asked. */
  ok: 0,
  /** It could not; standard error says why. */
  failure: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The chain, or a check that the chain makes too, refused the transaction or query. */
  refused: 3,
  /** The node does not answer. */
  unreachable: 4,
  /** No block had the transaction in time; it may still be included. */
  timeout: 5,
  /** A key is missing, or its passphrase is wrong. */
  key: 6,
  /** CometBFT ended under the application. */
  cometbft: 7,
  /** The chain goes on with another program. */
  upgrade: 8,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What help pages say of them. */
export const EXIT_HELP: string = `\
Exit codes: ${EXIT.ok} done, ${EXIT.failure} failure, ${EXIT.usage} wrong command line, \
${EXIT.refused} refused by the chain, ${EXIT.unreachable} no answer from
the node, ${EXIT.timeout} not in a block in time, ${EXIT.key} key missing or passphrase wrong, \
${EXIT.cometbft} CometBFT ended, ${EXIT.upgrade} upgrade needed.`;

/** A failure with its exit code; `message` is one line that says what to do. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT.failure, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** A wrong command line. */
export function usageError(message: string): CommandError {
  return new CommandError(message, EXIT.usage);
}

/** The exit code that `error` ends the program with. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof TxFailure || error instanceof QueryError || error instanceof ModuleError) {
    return EXIT.refused;
  }
  if (error instanceof RpcError) return EXIT.unreachable;
  if (error instanceof TxTimeout) return EXIT.timeout;
  return EXIT.failure;
}

/** What standard error says of `error`, on one line. */
export function errorLine(error: unknown): string {
  if (error instanceof QueryError || error instanceof ModuleError) {
    return flat(`${error.message} (${error.codespace} code ${error.code})`);
  }
  return flat(error instanceof Error ? error.message : String(error));
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, "; ").trim();
}
