/** Queries of Cosmos' staking, answered to an independent client's types. */
import type { QuerySpec } from "../../../app/module/module.ts";
import type { Method } from "../../../proto/wire/codec.ts";
import { alice, bob, StakingWorld } from "./world.ts";

interface TheirCodec<A> {
  decode(bytes: Uint8Array): A;
}

/** Asks in our types and reads the answer in theirs. */
export function asked<Q, R, A>(
  world: StakingWorld,
  method: Method<Q, R>,
  answer: TheirCodec<A>,
  request: Partial<Q> = {},
): A {
  const found = (world.staking.queries as readonly unknown[] as QuerySpec<Q, R>[]).find(
    (one) => one.method.path === method.path,
  );
  if (found === undefined) throw new Error(`no ${method.path}`);
  const response = found.handle(world.ctx, method.request.create(request));
  return answer.decode(method.response.encode(response));
}

/** Delegations, one that is being taken back and one that was moved. */
export function busyWorld(): StakingWorld {
  const world = new StakingWorld();
  world.end(3);
  world.delegate(alice, world.operator(0), 3_000_000n);
  world.delegate(alice, world.operator(1), 5_000_000n);
  world.delegate(bob, world.operator(0), 7_000_000n);
  world.end();
  world.undelegate(alice, world.operator(0), 1_000_000n);
  world.redelegate(bob, world.operator(0), world.operator(2), 2_000_000n);
  world.end();
  return world;
}
