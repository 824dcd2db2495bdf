/** What the doctor finds, and how it is shown. */

export type FindingState = "ok" | "warning" | "failed";

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly state: FindingState;
  readonly detail: string;
  /** What to do; present unless everything is well. */
  readonly advice?: string;
}

export function ok(name: string, detail: string): Finding {
  return { name, state: "ok", detail };
}

export function warning(name: string, detail: string, advice: string): Finding {
  return { name, state: "warning", detail, advice };
}

export function failed(name: string, detail: string, advice: string): Finding {
  return { name, state: "failed", detail, advice };
}

/** The finding of `look`, or that it failed with this sentence. */
export async function looking(
  name: string,
  advice: string,
  look: () => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    const found = await look();
    return Array.isArray(found) ? found : [found as Finding];
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [failed(name, detail, advice)];
  }
}
