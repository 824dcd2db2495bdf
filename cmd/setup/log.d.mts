/** Types of log.mjs. */
export interface Log {
  line(text: string): void;
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}
export function createLog(options?: { write?: (text: string) => void; heartbeatMs?: number }): Log;
