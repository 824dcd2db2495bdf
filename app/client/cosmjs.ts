/**
 * The chain's own messages for cosmjs: types for its `Registry`, converters for its `AminoTypes`.
 * Cosmos' messages it knows by itself.
 */
import * as app from "../../proto/gen/aegis/app/v1/app.ts";
import * as checkpoints from "../../proto/gen/aegis/checkpoints/v1/tx.ts";
import * as rewards from "../../proto/gen/aegis/rewards/v1/tx.ts";
import * as slashing from "../../proto/gen/aegis/slashing/v1/tx.ts";
import * as staking from "../../proto/gen/aegis/staking/v1/tx.ts";
import * as tasks from "../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec } from "../../proto/wire/codec.ts";
import { aminoMessage } from "../tx/amino.ts";

type Plain = Readonly<Record<string, unknown>>;

/** What cosmjs' Registry takes for a type. */
export interface CosmjsType {
  readonly encode: (message: never) => { readonly finish: () => Uint8Array };
  readonly decode: (bytes: Uint8Array) => unknown;
  /** Also completes messages inside. */
  readonly fromPartial: (partial: never) => unknown;
}

/** What cosmjs' AminoTypes takes for a type. */
export interface CosmjsAmino {
  readonly aminoType: string;
  readonly toAmino: (value: never) => unknown;
  readonly fromAmino: (value: never) => unknown;
}

function isMessage(value: unknown): value is Codec<never> {
  return typeof value === "object" && value !== null && "typeUrl" in value;
}

/** Codecs of all messages of `aegis.*` that a transaction can carry. */
export const AEGIS_MESSAGES: readonly Codec<never>[] = [
  app,
  checkpoints,
  rewards,
  slashing,
  staking,
  tasks,
].flatMap((file) =>
  Object.values(file as Plain).filter(
    (value): value is Codec<never> =>
      isMessage(value) && /\.Msg[A-Z]\w*$/.test(value.typeUrl) && !/Response$/.test(value.typeUrl),
  ),
);

function complete(codec: Codec<never>, partial: Plain): Plain {
  const given: Record<string, unknown> = {};
  for (const field of codec.fields) {
    const item = partial[field.name];
    if (item === undefined || item === null) continue;
    const inner = field.message?.();
    const one = (each: unknown): unknown =>
      inner === undefined ? each : complete(inner, each as Plain);
    given[field.name] = field.repeated ? (item as readonly unknown[]).map(one) : one(item);
  }
  return codec.create(given as never) as Plain;
}

/** Entries for `new Registry([...defaultRegistryTypes, ...aegisTypes()])`. */
export function aegisTypes(): readonly (readonly [typeUrl: string, type: CosmjsType])[] {
  return AEGIS_MESSAGES.map((codec) => [
    codec.typeUrl,
    {
      encode: (message) => ({ finish: () => codec.encode(message) }),
      decode: (bytes) => codec.decodeLenient(bytes),
      fromPartial: (partial) => complete(codec, partial),
    },
  ]);
}

/** Converters, for `new AminoTypes` beside cosmjs' default ones. */
export function aegisAminoConverters(): Readonly<Record<string, CosmjsAmino>> {
  return Object.fromEntries(
    AEGIS_MESSAGES.map((codec) => {
      const { type } = aminoMessage(codec, codec.create(), undefined);
      const converter: CosmjsAmino = {
        aminoType: `${type}`,
        toAmino: (value) => aminoMessage(codec, complete(codec, value), undefined)["value"],
        // By the rule, amino JSON of our messages is proto JSON without what is empty.
        fromAmino: (value) => codec.fromJson(value),
      };
      return [codec.typeUrl, converter];
    }),
  );
}
