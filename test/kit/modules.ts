/** Drives single modules in tests: messages and queries by their declared types. */
import { addressOfPublicKey } from "../../app/lib/address.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import type { QueryContext, TxContext } from "../../app/module/context.ts";
import type { MessageSpec, Module, QuerySpec } from "../../app/module/module.ts";
import type { Codec, Method } from "../../proto/wire/codec.ts";

type Messages = Pick<Module, "messages" | "name">;
type Queries = Pick<Module, "queries" | "name">;

/** The declaration of one message of a module. */
export function messageOf<M>(module: Messages, codec: Codec<M>): MessageSpec<M, unknown> {
  const found = (module.messages as readonly unknown[] as readonly MessageSpec<M, unknown>[]).find(
    ({ request }) => request.typeUrl === codec.typeUrl,
  );
  if (found === undefined) throw new Error(`${module.name} has no ${codec.typeUrl}`);
  return found;
}

/** Validates and executes a message as the host does after the ante chain; returns the response. */
export function deliver<M>(
  module: Messages,
  ctx: TxContext,
  codec: Codec<M>,
  value: Partial<M>,
): unknown {
  const spec = messageOf(module, codec);
  const message = codec.decode(codec.encode(codec.create(value)));
  spec.validate(message);
  const response = spec.execute(ctx, message);
  return spec.response.decode((spec.response as Codec<unknown>).encode(response));
}

/** Answers a query as the host does, through the wire. */
export function ask<Q, A>(
  module: Queries,
  ctx: QueryContext,
  method: Method<Q, A>,
  request: Partial<Q> = {},
): A {
  const found = (module.queries as readonly unknown[] as readonly QuerySpec<Q, A>[]).find(
    (one) => one.method.path === method.path,
  );
  if (found === undefined) throw new Error(`${module.name} has no ${method.path}`);
  const asked = method.request.decode(method.request.encode(method.request.create(request)));
  return method.response.decode(method.response.encode(found.handle(ctx, asked)));
}

/** A valid account address that follows from `name`; nobody needs its key. */
export function addressFor(name: string): string {
  return addressOfPublicKey(sha256(utf8(name)));
}

/** Everything that is broken, over several modules. */
export function brokenInvariants(
  ctx: QueryContext,
  ...modules: readonly Pick<Module, "name" | "invariants">[]
): string[] {
  return modules.flatMap((module) =>
    module.invariants.flatMap(({ name, check }) => {
      const broken = check(ctx);
      return broken === undefined ? [] : [`${module.name}/${name}: ${broken}`];
    }),
  );
}
