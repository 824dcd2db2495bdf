/** Notes which calls of which client were made against a live network, for the table of them. */
import { appendFileSync } from "node:fs";

/** One call and what came of it. */
export interface RecordedCall {
  /** The program or package, with its version where that matters. */
  readonly client: string;
  /** What was called, without what differs from run to run. */
  readonly call: string;
  /** "ok", or the code of a refusal that was expected. */
  readonly outcome: string;
}

/** Appends a JSON line to the file that AEGIS_CALL_TABLE names; without one nothing is kept. */
export function recordCall(call: RecordedCall): void {
  const file = process.env["AEGIS_CALL_TABLE"];
  if (file !== undefined && file !== "") appendFileSync(file, `${JSON.stringify(call)}\n`);
}
