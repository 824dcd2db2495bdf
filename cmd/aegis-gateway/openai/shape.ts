/** The form in which an endpoint answers: at once, and as a stream of server-sent events. */
import type { Answer } from "../../../app/client/sdk/types.ts";
import type { Asked } from "./parameter.ts";

/** What an answer is written with besides itself. */
export interface ShapeContext {
  readonly asked: Asked;
  /** Fields of the request that the answer repeats. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly instructions: string | null;
  readonly publicUrl: string;
  /** Unix seconds. */
  readonly created: number;
}

/** One server-sent event. */
export interface Frame {
  /** Its type, where the endpoint has types. */
  readonly event?: string;
  readonly data: unknown;
}

/** What a stream says, in the order of the calls. */
export interface StreamWriter {
  begin(task: string): readonly Frame[];
  text(text: string): readonly Frame[];
  /** `rest` is what of the answer's text has not been said yet. */
  end(answer: Answer, rest: string): readonly Frame[];
  /** The stream breaks off: `error` is the JSON of a refusal. */
  fail(error: Readonly<Record<string, unknown>>): readonly Frame[];
}

/** An endpoint's form. */
export interface Shape {
  whole(answer: Answer, context: ShapeContext): unknown;
  stream(context: ShapeContext): StreamWriter;
  /** Whether a stream ends with `data: [DONE]`. */
  readonly hasDone: boolean;
}
