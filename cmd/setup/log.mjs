/**
 * Progress for people: one line per event on standard error, with the time since the start, so that
 * standard output stays free for what a program was asked to print.
 */

const HEARTBEAT_MS = 10_000;
const SECOND_MS = 1_000;

/**
 * A log whose lines carry the seconds since it was made. `line(text)` prints one;
 * `step(title, work)` announces, runs `work`, says every ten seconds that it still runs, and tells
 * how long it took or that it failed. `write` receives whole lines.
 */
export function createLog({ write = toStandardError, heartbeatMs = HEARTBEAT_MS } = {}) {
  const started = Date.now();
  const line = (text) => {
    const time = ((Date.now() - started) / SECOND_MS).toFixed(1).padStart(6);
    for (const part of String(text).split("\n")) write(`[${time} s] ${part}\n`);
  };
  const step = async (title, work) => {
    const stepStarted = Date.now();
    const elapsed = () => `${((Date.now() - stepStarted) / SECOND_MS).toFixed(1)} s`;
    line(title);
    const timer = setInterval(() => line(`${title}: still at it after ${elapsed()}`), heartbeatMs);
    try {
      const result = await work();
      line(`${title}: done in ${elapsed()}`);
      return result;
    } catch (error) {
      line(`${title}: failed after ${elapsed()}`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
  return { line, step };
}

function toStandardError(text) {
  process.stderr.write(text);
}
