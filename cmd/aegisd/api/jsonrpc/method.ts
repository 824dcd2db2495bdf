/** The shape of a method. Dispatch, checks and the OpenRPC document follow from the declaration. */
import type { FaultName } from "./fault.ts";
import type { RecordType } from "./record.ts";
import type { JsonSchema, Shapes, Values } from "./shape.ts";

/** The method under which all subscriptions are notified. */
export const NOTIFICATION = "subscription";

/** A way to tell a caller something later, which plain HTTP does not have. */
export interface Connection {
  /** Does nothing when the caller is gone; ends the connection of one that does not keep up. */
  notify(method: string, params: unknown): void;
  /** Calls `end` when the connection closes. */
  onClose(end: () => void): void;
}

/** What surrounds a call. */
export interface Call {
  /** Aborted when the caller is gone, or its time is over. */
  readonly signal: AbortSignal;
  /** Only over a WebSocket. */
  readonly connection: Connection | undefined;
  /** Calls `then` when the answer is on its way: what follows from a call comes after it. */
  onAnswered(then: () => void): void;
}

/** A request and its answer, for the description. */
export interface Example {
  readonly params: Readonly<Record<string, unknown>>;
  readonly result: unknown;
}

/** One method, declared whole. */
export interface MethodSpec<S extends Shapes> {
  readonly name: string;
  readonly summary: string;
  /** What the summary has no room for. */
  readonly description?: string;
  readonly params: S;
  readonly result: JsonSchema;
  /** Faults of its own, besides those that any method has. */
  readonly faults: readonly FaultName[];
  /** Records that its schemas refer to. */
  readonly records?: readonly RecordType[];
  /** What it sends later, for subscriptions. */
  readonly notifies?: JsonSchema;
  readonly example: Example;
  /** @throws RpcFault. */
  readonly run: (params: Values<S>, call: Call) => unknown;
}

/** A method with its types closed over. */
export type Method = MethodSpec<Shapes>;

/** Closes over the types of a method. */
export function method<S extends Shapes>(spec: MethodSpec<S>): Method {
  return spec as unknown as Method;
}
