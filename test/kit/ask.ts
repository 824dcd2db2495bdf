/** Queries of a chain in this process, as clients ask them. */
import { RequestQuery } from "../../proto/gen/tendermint/abci/types.ts";
import type { Method } from "../../proto/wire/codec.ts";
import type { TestChain } from "./chain.ts";

/** Asks the first application of `chain`. @throws Error when it refuses. */
export function ask<Q, A>(chain: TestChain, method: Method<Q, A>, asked: Partial<Q> = {}): A {
  const data = method.request.encode(method.request.create(asked));
  const answer = chain.app().query(RequestQuery.create({ path: method.path, data }));
  if (answer.code !== 0) throw new Error(`query refused: ${answer.log}`);
  return method.response.decode(answer.value);
}
