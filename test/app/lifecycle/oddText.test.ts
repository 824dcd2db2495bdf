/** Odd text in any field of any message is refused by a code, never an internal error. */
import { expect } from "chai";
import { anyOf } from "../../../app/client/sign.ts";
import { addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import { buildModules } from "../../../app/modules.ts";
import type { MessageSpec } from "../../../app/module/module.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { createChain } from "../../kit/chain.ts";

type Value = Record<string, unknown>;

const ODD = ["a\u0000b", "\u0000", "", "\ufffd", "x".repeat(300), "aegis1", "__proto__"];

/** A message of which every text is `text`; lists of the first `lists` levels have an item. */
function filled(codec: Codec<never>, text: string, lists: number, depth = 3): Value {
  const value = codec.create() as Value;
  if (depth === 0) return value;
  for (const field of codec.fields) {
    if (field.repeated && lists === 0) continue;
    let item: unknown;
    if (field.kind === "string") item = text;
    else if (field.message !== undefined) {
      item = filled(field.message(), text, Math.max(0, lists - 1), depth - 1);
    } else if (field.kind === "uint32") item = 1;
    else if (field.kind === "uint64" || field.kind === "int64") item = 1n;
    else continue;
    value[field.name] = field.repeated ? [item] : item;
  }
  return value;
}

/** Places of texts in a message, as paths of names. */
function* texts(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === "string") yield path;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  for (const [name, item] of Object.entries(value)) yield* texts(item, [...path, name]);
}

function withText(value: Value, path: readonly string[], text: string): Value {
  const copy = structuredClone(value);
  let at = copy;
  for (const name of path.slice(0, -1)) at = at[name] as Value;
  at[path.at(-1) as string] = text;
  return copy;
}

describe("odd text in a message", function () {
  this.timeout(120_000);
  const { manager, anteDeps } = buildModules();
  const { modules } = manager;
  const specs = modules.flatMap(
    ({ messages }) => messages as unknown as MessageSpec<unknown, unknown>[],
  );
  const chain = createChain({ users: 1 });
  const [user] = chain.users;
  const address = user?.address ?? "";
  const operator = operatorAddress(addressBytes(address));

  for (const { request } of specs) {
    it(`is no internal error of ${request.typeUrl}`, () => {
      if (user === undefined) throw new Error("a user");
      const codec = request as Codec<never>;
      const wholes = [address, operator].flatMap((text) =>
        [1, 3].map((lists) => filled(codec, text, lists)),
      );
      for (const whole of wholes) {
        const messages = [...texts(whole)].flatMap((path) =>
          ODD.map((odd) => withText(whole, path, odd)),
        );
        for (const value of [whole, ...messages]) {
          // What is refused before its messages does not use up the sequence.
          const { sequence = 0n } = anteDeps.auth.account(chain.context(), address) ?? {};
          const tx = chain.sign(user, [anyOf(codec, value as never)], { sequence });
          const { response } = chain.mock.block({ unjudged: [tx] });
          for (const { log } of response.txResults) {
            expect(log).not.to.match(/internal error|sequence mismatch/);
          }
        }
      }
    });
  }
});
