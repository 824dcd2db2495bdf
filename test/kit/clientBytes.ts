/**
 * Holds our messages to the encoders that clients use: random values must give the same bytes, and
 * bytes made by clients must decode to the same values.
 */
import { expect } from "chai";
import fc from "fast-check";
import type { Codec, Field } from "../../proto/wire/codec.ts";
import { isCodec, type MessageValue, randomMessage } from "./randomMessage.ts";

/** What cosmjs-types has for a message. */
interface ClientCodec {
  readonly encode: (value: unknown) => { finish(): Uint8Array };
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly fromPartial: (value: unknown) => unknown;
}

/** A name for people, our generated file and the clients' file. */
export type FilePair = readonly [name: string, ours: object, theirs: object];

/** Our flattened names of nested messages, where they differ from the clients'. */
const NESTED: Readonly<Record<string, string>> = {
  ModeInfoSingle: "ModeInfo_Single",
  ModeInfoMulti: "ModeInfo_Multi",
};

/** A list of anything else is one field with all numbers in it. */
const UNPACKED: ReadonlySet<Field["kind"]> = new Set(["string", "bytes", "message"] as const);

const RUNS = 25;
/** Deep enough for every message that clients always write: the validators of a false block. */
const DEPTH = 9;

function codecsIn(file: object): [string, Codec<never>][] {
  return Object.entries(file).filter((entry): entry is [string, Codec<never>] => isCodec(entry[1]));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/**
 * A test per message of `files`, but for those in `unknown`, which clients do not have. Types of
 * other files that a message contains must contain no messages themselves.
 */
export function testClientBytes(
  files: readonly FilePair[],
  unknown: readonly Codec<never>[] = [],
): void {
  const clients = new Map<string, ClientCodec>();
  for (const [, ours, theirs] of files) {
    for (const [name, codec] of codecsIn(ours)) {
      const their = (theirs as Readonly<Record<string, ClientCodec>>)[NESTED[name] ?? name];
      if (their !== undefined) clients.set(codec.typeUrl, their);
    }
  }
  /**
   * What clients write even when it is empty: some messages, as the Cosmos SDK does, and lists of
   * numbers, which nobody else does.
   */
  const isAlwaysThere = (codec: Codec<never>, field: Field): boolean => {
    if (field.repeated) return !UNPACKED.has(field.kind);
    const empty = clients.get(codec.typeUrl)?.fromPartial({}) as MessageValue | undefined;
    return field.kind === "message" && empty?.[field.name] !== undefined;
  };
  for (const [file, ours] of files) {
    for (const [name, codec] of codecsIn(ours)) {
      if (unknown.includes(codec)) continue;
      it(`${file}: ${name} has the bytes that clients write`, () => {
        const their = clients.get(codec.typeUrl);
        if (their === undefined) throw new Error(`clients have no ${name}`);
        expectSameBytes(codec, their, isAlwaysThere);
      });
    }
  }
}

function expectSameBytes(
  codec: Codec<never>,
  their: ClientCodec,
  isAlwaysThere: (codec: Codec<never>, field: Field) => boolean,
): void {
  const empty = their.encode(their.fromPartial({})).finish();
  const ours = codec.encode(codec.decodeLenient(empty));
  expect(hex(their.encode(their.decode(ours)).finish()), "an empty message").to.equal(hex(empty));
  fc.assert(
    fc.property(randomMessage(codec, DEPTH, isAlwaysThere), (value) => {
      const bytes = codec.encode(value as never);
      const theirBytes = their.encode(their.fromPartial(value)).finish();
      expect(hex(bytes)).to.equal(hex(theirBytes));
      expect(codec.decode(theirBytes)).to.deep.equal(value);
      expect(their.encode(their.decode(bytes)).finish()).to.deep.equal(theirBytes);
    }),
    { numRuns: RUNS },
  );
}
