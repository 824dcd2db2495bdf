/** Where a component says what it does. Programs inject a real logger; libraries never print. */

/** Structured facts beside a message. Never a prompt, a key or a passphrase. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A logger that says nothing. */
export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
