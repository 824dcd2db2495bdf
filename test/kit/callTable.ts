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

/** `client` whose methods note each call by its name: "ok", or the beginning of the error. */
export function recording<T extends object>(client: T, name: string): T {
  return new Proxy(client, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function" || typeof property !== "string") return value;
      return (...args: unknown[]) => {
        const note = (outcome: string): void =>
          recordCall({ client: name, call: property, outcome });
        try {
          const given: unknown = value.apply(target, args);
          if (!(given instanceof Promise)) {
            note("ok");
            return given;
          }
          return given.then(
            (answer: unknown) => {
              note("ok");
              return answer;
            },
            (error: unknown) => {
              note(`refused: ${String(error).slice(0, 80)}`);
              throw error;
            },
          );
        } catch (error) {
          note(`refused: ${String(error).slice(0, 80)}`);
          throw error;
        }
      };
    },
  });
}
