/** Refusals: their code, and that nothing was written. */
import { expect } from "chai";
import type { StakingWorld } from "./world.ts";

/** Checks that `act` is refused with `code` and leaves the state as it was. */
export function refuses(world: StakingWorld, act: () => string, code: string): void {
  const before = world.chain.ctx.state.dump();
  expect(act()).to.equal(code);
  expect(world.chain.ctx.state.dump()).to.deep.equal(before);
}
