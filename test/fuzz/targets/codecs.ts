/** Every generated codec: the first two bytes of an input choose it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { equalBytes } from "../../../app/lib/bytes.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { isCodec, randomMessage } from "../../kit/randomMessage.ts";
import { type FuzzTarget, refusing, require } from "../target.ts";

const GENERATED = fileURLToPath(new URL("../../../proto/gen", import.meta.url));
const CHOICE_BYTES = 2;
const DEPTH = 3;
const SAMPLES = 2;
const SAMPLES_SEED = 1;

async function allCodecs(): Promise<readonly Codec<never>[]> {
  const files = readdirSync(GENERATED, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .toSorted();
  const found: Codec<never>[] = [];
  for (const file of files) {
    const exported = (await import(pathToFileURL(join(GENERATED, file)).href)) as object;
    for (const value of Object.values(exported)) if (isCodec(value)) found.push(value);
  }
  return found;
}

const isWireError = (error: unknown): boolean => error instanceof WireError;

function check(codec: Codec<never>, bytes: Uint8Array): void {
  const value = codec.decode(bytes);
  require(equalBytes(codec.encode(value), bytes), "two encodings of one value");
  // Times beyond the year 9999 have no JSON form.
  refusing(() => {
    const json = JSON.parse(JSON.stringify(codec.toJson(value)));
    require(equalBytes(codec.encode(codec.fromJson(json)), bytes), "its JSON is another value");
  }, isWireError);
}

/** The target. */
export async function codecTarget(): Promise<FuzzTarget> {
  const codecs = await allCodecs();
  const seeds = codecs.flatMap((codec, index) =>
    fc
      .sample(randomMessage(codec, DEPTH), { numRuns: SAMPLES, seed: SAMPLES_SEED })
      .map((value) => Uint8Array.from([index >> 8, index & 0xff, ...codec.encode(value as never)])),
  );
  return {
    name: "codecs",
    promise: "bytes are refused by name, or are the only encoding of a value",
    seeds,
    share: 1,
    run: (input) => {
      const choice = ((input[0] ?? 0) << 8) | (input[1] ?? 0);
      const codec = codecs[choice % codecs.length] as Codec<never>;
      const bytes = input.slice(CHOICE_BYTES);
      refusing(() => codec.decodeLenient(bytes), isWireError);
      return refusing(() => check(codec, bytes), isWireError);
    },
  };
}
