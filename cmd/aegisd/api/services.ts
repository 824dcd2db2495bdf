/**
 * Every method that the node answers: the queries that modules declare, and what stands in
 * services/. REST, OpenAPI and gRPC serve this one table.
 */
import type { AnyModule, QuerySpec } from "../../../app/module/module.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import type { AskedState, Backend } from "./backend.ts";
import { BLOCK_SERVICES } from "./services/blocks.ts";
import { refusalOf } from "./services/queryHere.ts";
import type { NodeFacts, Service, ServiceSpec } from "./services/service.ts";
import { NODE_SERVICES } from "./services/status.ts";
import { TX_SERVICES } from "./services/tx.ts";

/** What a method gave, and the height that it is of; undefined when it is of no state. */
export interface Answer {
  readonly message: unknown;
  readonly height: bigint | undefined;
}

export interface ApiMethod {
  readonly method: Method<unknown, unknown>;
  readonly rest: readonly string[];
  readonly summary: string;
  /** Whose method it is: a module's name, or "tx", "blocks", "node". */
  readonly group: string;
  /**
   * Answers a request message.
   * @throws ApiFault, RpcError or WireError: see `faultOf`.
   */
  readonly call: (node: ApiNode, request: unknown, asked?: AskedState) => Promise<Answer>;
}

/** Who answers. */
export interface ApiNode {
  readonly backend: Backend;
  readonly facts: NodeFacts;
}

/** The table. */
export function apiMethods(modules: readonly AnyModule[]): readonly ApiMethod[] {
  return [
    ...modules.flatMap(({ name, queries }) =>
      (queries as unknown as readonly QuerySpec<unknown, unknown>[]).map((spec) =>
        declared(name, spec),
      ),
    ),
    ...TX_SERVICES.map((one) => own("tx", one)),
    ...BLOCK_SERVICES.map((one) => own("blocks", one)),
    ...NODE_SERVICES.map((one) => own("node", one)),
  ];
}

function listOf(rest: string | readonly string[] | undefined): readonly string[] {
  if (rest === undefined) return [];
  return typeof rest === "string" ? [rest] : rest;
}

function declared(
  group: string,
  { method, rest, commandLine }: QuerySpec<unknown, unknown>,
): ApiMethod {
  const { path, request, response } = method;
  return {
    method,
    rest: listOf(rest),
    summary: commandLine?.summary ?? path,
    group,
    call: async ({ backend }, message, asked) => {
      const answer = backend.query(path, (request as Codec<unknown>).encode(message), asked);
      if (answer.code !== 0) throw refusalOf(answer);
      return { message: response.decode(answer.value), height: answer.height };
    },
  };
}

function own(group: string, each: Service): ApiMethod {
  const { method, rest, summary, answer } = each as unknown as ServiceSpec<unknown, unknown>;
  return {
    method,
    rest: listOf(rest),
    summary,
    group,
    call: async ({ backend, facts }, message) => ({
      message: await answer(backend, message, facts),
      height: undefined,
    }),
  };
}
