/** The ABCI messages have the bytes that another implementation gives them, field by field. */
import { expect } from "chai";
import * as abci from "cosmjs-types/tendermint/abci/types";
import * as keys from "cosmjs-types/tendermint/crypto/keys";
import * as proof from "cosmjs-types/tendermint/crypto/proof";
import * as params from "cosmjs-types/tendermint/types/params";
import fc from "fast-check";
import { hex } from "../../../app/lib/bytes.ts";
import { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import * as ourAbci from "../../../proto/gen/tendermint/abci/types.ts";
import * as ourKeys from "../../../proto/gen/tendermint/crypto/keys.ts";
import * as ourProof from "../../../proto/gen/tendermint/crypto/proof.ts";
import * as ourParams from "../../../proto/gen/tendermint/types/params.ts";
import type { Codec, Field } from "../../../proto/wire/codec.ts";

interface Reference {
  encode(value: unknown): { finish(): Uint8Array };
}

const RUNS = 60;
const LIST_MAX = 3;
const NESTING_MAX = 5;

/** Messages and oneof members are left out by `undefined`, everything else by its default. */
function fieldValue(field: Field, depth: number): fc.Arbitrary<unknown> {
  const one = fieldKind(field, depth);
  // The reference writes an empty list of numbers as an empty field, which Go does not.
  const minLength = field.kind === "uint32" ? 1 : 0;
  if (field.repeated) return fc.array(one, { minLength, maxLength: LIST_MAX });
  return field.optional ? fc.option(one, { nil: undefined }) : one;
}

function fieldKind(field: Field, depth: number): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "string":
      return fc.string({ unit: "grapheme" });
    case "bytes":
      return fc.uint8Array({ maxLength: 200 });
    case "bool":
      return fc.boolean();
    case "int32":
      return fc.integer();
    case "uint32":
      return fc.integer({ min: 0, max: 0xffffffff });
    case "int64":
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case "uint64":
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case "enum":
      return fc.constantFrom(...Object.values(field.values ?? { NONE: 0 }));
    case "message":
      return message((field.message as () => Codec<unknown>)(), depth + 1);
    default:
      throw new Error(`no ABCI message has a ${field.kind}`);
  }
}

function message(codec: Codec<unknown>, depth = 0): fc.Arbitrary<unknown> {
  if (depth > NESTING_MAX) throw new Error("ABCI messages do not nest so deep");
  const shape = Object.fromEntries(
    codec.fields.map((field) => [field.name, fieldValue(field, depth)]),
  );
  if (codec.typeUrl === Timestamp.typeUrl) {
    shape["nanos"] = fc.integer({ min: 0, max: 999_999_999 });
  }
  return fc.record(shape);
}

function isCodec(value: unknown): value is Codec<unknown> {
  return typeof value === "object" && value !== null && "typeUrl" in value;
}

const PAIRS = [
  [ourAbci, abci],
  [ourKeys, keys],
  [ourProof, proof],
  [ourParams, params],
] as const;

describe("ABCI messages against cosmjs-types", () => {
  for (const [ours, theirs] of PAIRS) {
    for (const [name, codec] of Object.entries(ours).filter(([, value]) => isCodec(value))) {
      it(`${name}: same bytes, and back`, () => {
        const reference = (theirs as unknown as Record<string, Reference>)[name];
        expect(reference, "the reference has this message").to.not.equal(undefined);
        const mine = codec as unknown as Codec<unknown>;
        fc.assert(
          fc.property(message(mine), (value) => {
            const bytes = mine.encode(value);
            expect(hex(bytes)).to.equal(hex((reference as Reference).encode(value).finish()));
            expect(mine.decode(bytes)).to.deep.equal(value);
            expect(mine.decodeLenient(bytes)).to.deep.equal(value);
          }),
          { numRuns: RUNS },
        );
      });
    }
  }

  it("covers every request and response of the dialect", () => {
    expect(ourAbci.Request.fields.map((field) => field.number)).to.deep.equal([
      1, 2, 3, 5, 6, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    expect(ourAbci.Response.fields.map((field) => field.number)).to.deep.equal([
      1, 2, 3, 4, 6, 7, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    ]);
  });

  it("reads requests with fields that only newer engines send", () => {
    const bytes = ourAbci.RequestCheckTx.encode({ tx: Uint8Array.of(1, 2), type: 1 });
    const newer = Uint8Array.from([...bytes, 0x98, 0x06, 0x07, 0xa2, 0x06, 0x01, 0x00]);
    expect(ourAbci.RequestCheckTx.decodeLenient(newer).tx).to.deep.equal(Uint8Array.of(1, 2));
    expect(() => ourAbci.RequestCheckTx.decode(newer)).to.throw("unknown field");
  });
});
