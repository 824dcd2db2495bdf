/** Random values of any generated message, from the description of its fields. */
import fc from "fast-check";
import type { Codec, Field } from "../../proto/wire/codec.ts";

/** A message as a plain object. */
export type MessageValue = Record<string, unknown>;

/** Messages of whose fields only one may be set. */
const ONEOFS: ReadonlySet<string> = new Set(["/cosmos.tx.v1beta1.ModeInfo"]);
function scalar(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "string":
      return fc.string({ unit: "grapheme", maxLength: 6 });
    case "bytes":
      return fc.uint8Array({ maxLength: 5 });
    case "bool":
      return fc.boolean();
    case "int32":
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    case "uint32":
      return fc.integer({ min: 0, max: 2 ** 32 - 1 });
    case "enum":
      return fc.constantFrom(...Object.values(field.values ?? {}));
    case "uint64":
    case "fixed64":
      return fc.bigInt(0n, 2n ** 64n - 1n);
    default:
      return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
  }
}

/** Whether an optional field of a message must be there all the same, or a list not be empty. */
export type IsAlwaysThere = (codec: Codec<never>, field: Field) => boolean;

/** Values of `codec` whose messages nest at most `depth` deep. */
export function randomMessage(
  codec: Codec<never>,
  depth: number,
  isAlwaysThere: IsAlwaysThere = () => false,
): fc.Arbitrary<MessageValue> {
  const fields = codec.fields.filter(({ kind }) => kind !== "message" || depth > 0);
  const parts = fields.map((field) => {
    const one =
      field.message === undefined
        ? scalar(field)
        : randomMessage(field.message(), depth - 1, isAlwaysThere);
    const needed = isAlwaysThere(codec, field);
    if (field.repeated) return fc.array(one, { minLength: needed ? 1 : 0, maxLength: 3 });
    return field.optional && !needed ? fc.option(one, { nil: undefined }) : one;
  });
  return fc.tuple(fc.nat(), ...parts).map(([pick, ...values]) => {
    const chosen = ONEOFS.has(codec.typeUrl) ? (pick as number) % Math.max(fields.length, 1) : -1;
    const given = fields.map((field, index) => [
      field.name,
      chosen >= 0 && index !== chosen ? undefined : values[index],
    ]);
    return { ...(codec.create() as MessageValue), ...Object.fromEntries(given) };
  });
}

/** Whether `value`, an export of a generated file, is a codec. */
export function isCodec(value: unknown): value is Codec<never> {
  return typeof value === "object" && value !== null && "typeUrl" in value && "fields" in value;
}
