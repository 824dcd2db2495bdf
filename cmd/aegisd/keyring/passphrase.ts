/**
 * Passphrases: from the environment, from a file that the environment names, or typed without echo.
 * One answer serves a whole command.
 */
import { readFileSync } from "node:fs";
import { CommandError, EXIT } from "../exit.ts";
import type { Io } from "../io.ts";

export const PASSPHRASE_LENGTH_MIN = 8;

/** Which passphrase: its variable is `name`, or `name`_FILE for a file that holds it. */
export interface PassphraseSource {
  readonly variable: string;
  /** As in "Passphrase of the keyring: ". */
  readonly subject: string;
}

export const KEYRING_PASSPHRASE: PassphraseSource = {
  variable: "AEGIS_KEYRING_PASSPHRASE",
  subject: "the keyring",
};

export const EXPORT_PASSPHRASE: PassphraseSource = {
  variable: "AEGIS_EXPORT_PASSPHRASE",
  subject: "the exported key",
};

/** Asks when it must; a new passphrase is typed twice and has a least length. */
export type AskPassphrase = (purpose: "open" | "create") => Promise<string>;

/** @throws CommandError (from the answer) when there is no passphrase to be had. */
export function passphraseFrom(io: Io, source: PassphraseSource): AskPassphrase {
  let known: string | undefined;
  return async (purpose) => {
    known ??= fromEnvironment(io, source) ?? (await typed(io, source, purpose));
    if (purpose === "create" && [...known].length < PASSPHRASE_LENGTH_MIN) {
      known = undefined;
      throw keyError(`a passphrase has at least ${PASSPHRASE_LENGTH_MIN} characters`);
    }
    return known;
  };
}

function keyError(message: string): CommandError {
  return new CommandError(message, EXIT.key);
}

function fromEnvironment(io: Io, { variable }: PassphraseSource): string | undefined {
  const direct = io.env[variable];
  if (direct !== undefined) return direct;
  const file = io.env[`${variable}_FILE`];
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw keyError(`${variable}_FILE names ${file}, which cannot be read (${code})`);
  }
}

async function typed(
  io: Io,
  { subject, variable }: PassphraseSource,
  purpose: "open" | "create",
): Promise<string> {
  const isNew = purpose === "create";
  const answer = await io.ask(`${isNew ? "New passphrase" : "Passphrase"} of ${subject}: `, true);
  if (answer === undefined) {
    throw keyError(`a passphrase is needed and there is no terminal: set ${variable}_FILE`);
  }
  if (isNew && (await io.ask("The same again: ", true)) !== answer) {
    throw keyError("the two passphrases differ");
  }
  return answer;
}
