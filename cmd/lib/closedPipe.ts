/**
 * What a program does when nobody reads on, as in `aegisd docs openapi | head`: without this,
 * Node.js ends it with a stack trace.
 */

function unlessClosed(error: NodeJS.ErrnoException, then: () => void): void {
  if (error.code !== "EPIPE") throw error;
  then();
}

/**
 * Ends the program quietly when the reader of its results has gone: it has what it wanted. When
 * only the reader of its messages has gone, as a log's, the program goes on without them.
 */
export function endOnClosedPipe(): void {
  process.stdout.on("error", (error) => unlessClosed(error, () => process.exit()));
  process.stderr.on("error", (error) => unlessClosed(error, () => undefined));
}
