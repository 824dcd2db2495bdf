/** Ctrl-C for commands that work until they are told to stop. */

/** Exit code of a program that had to be stopped twice. */
const EXIT_AT_ONCE = 1;

/**
 * Aborts at the first signal to stop, after telling `note`; a second one ends the process at once.
 */
export function stopSignal(note?: (line: string) => void): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(EXIT_AT_ONCE);
      note?.("stopping; once more stops at once");
      stop.abort(new Error(`received ${name}`));
    });
  }
  return stop.signal;
}
