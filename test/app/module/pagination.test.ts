/** Pages: whichever way a client turns them, it sees every entry once and in order. */
import { expect } from "chai";
import fc from "fast-check";
import {
  addressKey,
  integerValue,
  pairKey,
  uint64Key,
} from "../../../app/module/collections/codecs.ts";
import { StateSchema } from "../../../app/module/collections/schema.ts";
import { paginate } from "../../../app/module/pagination.ts";
import type { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { refusal, type TestContext, testContext } from "../../kit/context.ts";
import { addressFor } from "../../kit/modules.ts";

const map = new StateSchema("pages").map(
  1,
  "entries",
  pairKey(addressKey, uint64Key),
  integerValue,
);
const [alice, bob, carol] = ["alice", "bob", "carol"].map(addressFor) as [string, string, string];
const prefix = addressKey.encode(bob);

function filled(count: number): TestContext {
  const ctx = testContext();
  for (const owner of [alice, bob, carol]) {
    for (let index = 0; index < count; index += 1) {
      map.set(ctx, [owner, BigInt(index)], BigInt(index * 7));
    }
  }
  return ctx;
}

function request(part: Partial<PageRequest>): PageRequest {
  return {
    key: new Uint8Array(0),
    offset: 0n,
    limit: 0n,
    countTotal: false,
    reverse: false,
    ...part,
  };
}

describe("paginate", () => {
  it("turns by key through exactly the entries of a prefix, forwards and backwards", () => {
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(fc.nat(20), size, fc.boolean(), (count, limit, reverse) => {
        const ctx = filled(count);
        const seen: bigint[] = [];
        let key: Uint8Array = new Uint8Array(0);
        do {
          const page = paginate(ctx, map, request({ key, limit: BigInt(limit), reverse }), prefix);
          expect(page.entries.length <= limit).to.equal(true);
          for (const [[owner, index]] of page.entries) {
            expect(owner).to.equal(bob);
            seen.push(index);
          }
          key = page.pagination.nextKey;
        } while (key.length > 0);
        const all = Array.from({ length: count }, (_, index) => BigInt(index));
        expect(seen).to.deep.equal(reverse ? all.reverse() : all);
      }),
      { numRuns: 60 },
    );
  });

  it("skips by offset and counts when asked", () => {
    const ctx = filled(10);
    const page = paginate(ctx, map, request({ offset: 8n, limit: 5n, countTotal: true }), prefix);
    expect(page.entries.map(([[, index]]) => index)).to.deep.equal([8n, 9n]);
    expect(page.pagination.total).to.equal(10n);
    expect(page.pagination.nextKey.length).to.equal(0);
    const past = paginate(ctx, map, request({ offset: 11n }), prefix);
    expect(past.entries).to.deep.equal([]);
    expect(past.pagination.total).to.equal(0n);
    const whole = paginate(ctx, map, request({ limit: 2n, countTotal: true }));
    expect(whole.pagination.total).to.equal(30n);
  });

  it("answers a hundred unless asked, and two hundred at most", () => {
    const ctx = filled(250);
    expect(paginate(ctx, map, undefined, prefix).entries.length).to.equal(100);
    const most = paginate(ctx, map, request({ limit: 2n ** 64n - 1n }), prefix);
    expect(most.entries.length).to.equal(200);
    expect(most.pagination.nextKey).to.deep.equal(uint64Key.encode(200n));
  });

  it("refuses a key with an offset, and offsets that would cost too much", () => {
    const ctx = filled(1);
    const both = request({ key: Uint8Array.of(1), offset: 1n });
    expect(refusal(() => paginate(ctx, map, both))).to.equal("sdk/18");
    const far = request({ offset: 10_001n });
    expect(refusal(() => paginate(ctx, map, far))).to.equal("sdk/18");
  });

  it("never leaves its prefix, whatever key is sent", () => {
    const ctx = filled(3);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.boolean(), (key, reverse) => {
        const page = paginate(ctx, map, request({ key, reverse }), prefix);
        expect(page.entries.every(([[owner]]) => owner === bob)).to.equal(true);
      }),
    );
  });
});
