/** One method that the node answers beside the queries of its modules. */
import type { Method } from "../../../../proto/wire/codec.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import type { Backend } from "../backend.ts";

/** What of this node's settings others may know. */
export interface NodeFacts {
  readonly minimumGasPrice: GasPrice;
  /** Committed heights that queries can ask for. */
  readonly keptVersions: number;
}

export interface ServiceSpec<Q, A> {
  readonly method: Method<Q, A>;
  /** As `rest` of a query (app/module/module.ts). */
  readonly rest: string | readonly string[];
  /** What it answers, for documents. */
  readonly summary: string;
  /** @throws ApiFault, RpcError or WireError. */
  readonly answer: (backend: Backend, request: Q, facts: NodeFacts) => A | Promise<A>;
}

/** A method with its types closed over, so that they can be listed. */
export type Service = ServiceSpec<never, unknown>;

/** Closes over the types of a method. */
export function service<Q, A>(spec: ServiceSpec<Q, A>): Service {
  return spec as unknown as Service;
}
