/**
 * Random messages that are nearly right: every field is drawn by its name from what the chain
 * knows (addresses, task hashes, models, present parameters), sometimes from nonsense. So most of
 * them pass the first checks and are refused, or do something, deep inside a module.
 */
import { anyOf } from "../../app/client/sign.ts";
import { addressBytes, operatorAddress } from "../../app/lib/address.ts";
import { ModuleError } from "../../app/module/error.ts";
import type { Message } from "../../app/module/module.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { Codec, Field } from "../../proto/wire/codec.ts";
import type { Prng } from "./prng.ts";

/** What the chain knows at present. */
export interface Known {
  readonly addresses: readonly string[];
  readonly taskHashes: readonly Uint8Array[];
  readonly models: readonly string[];
  readonly kernelClasses: readonly string[];
  readonly publicKeys: readonly Uint8Array[];
  /** Present parameters by the type URL of their message. */
  readonly params: ReadonlyMap<string, Record<string, unknown>>;
}

/** A message and whose signature it needs. */
export interface RandomMessage {
  readonly any: Any;
  readonly signer: string;
}

type Value = Record<string, unknown>;

const NONSENSE_ONE_IN = 25;
const LIST_MAX = 3;
const SMALL = 4;
const AMOUNTS = [0n, 1n, 1_000n, 100_000n, 100_000_000n, 1_000_000_000n, 2n ** 62n];
const UINT32_MAX = 2 ** 32 - 1;
const TEXTS = ["", "a", "Name three colours.", "\u{1F600}", "x".repeat(300)];
/** Strings that are accounts whatever message they stand in. */
const ADDRESS_NAMES: ReadonlySet<string> = new Set([
  "address",
  "authority",
  "sender",
  "operator",
  "node",
  "owner",
  "executor",
  "verifier",
  "member",
  "delegatorAddress",
  "fromAddress",
  "toAddress",
  "refundAddress",
]);

/** Strings that are validators, `aegisvaloper…`. */
const OPERATOR_NAMES: ReadonlySet<string> = new Set([
  "validatorAddress",
  "validatorSrcAddress",
  "validatorDstAddress",
]);

/** Who must sign; nobody when the message says nonsense there. */
function signerOf(spec: Message, value: never): string {
  try {
    return spec.signer(value);
  } catch (error) {
    if (error instanceof ModuleError) return "";
    throw error;
  }
}

/** Draws messages of `specs`; the same seed and the same knowledge give the same messages. */
export class MessageSource {
  readonly #random: Prng;
  readonly #specs: readonly Message[];

  constructor(random: Prng, specs: readonly Message[]) {
    this.#random = random;
    this.#specs = specs;
  }

  /** The next message. */
  next(known: Known): RandomMessage {
    const spec = this.#pick(this.#specs);
    const codec = spec.request as Codec<never>;
    const value = this.#message(codec, known) as never;
    return { any: anyOf(codec, value), signer: signerOf(spec, value) };
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#random.below(list.length)] as T;
  }

  #message(codec: Codec<never>, known: Known): Value {
    const present = known.params.get(codec.typeUrl);
    if (present !== undefined) return this.#changed(codec, present);
    const value = codec.create() as Value;
    for (const field of codec.fields) value[field.name] = this.#field(field, known);
    return value;
  }

  /** Parameters as they are, with one number changed. */
  #changed(codec: Codec<never>, params: Value): Value {
    const field = this.#pick(codec.fields);
    const before = params[field.name];
    if (typeof before === "bigint") return { ...params, [field.name]: before + this.#step() };
    if (typeof before !== "number") return params;
    const after = before + Number(this.#step());
    return { ...params, [field.name]: after < 0 ? 0 : after };
  }

  #step(): bigint {
    return BigInt(this.#random.below(SMALL));
  }

  #field(field: Field, known: Known): unknown {
    if (!field.repeated) return this.#one(field, known);
    const count = this.#random.below(LIST_MAX + 1);
    return Array.from({ length: count }, () => this.#one(field, known));
  }

  #one(field: Field, known: Known): unknown {
    const { kind } = field;
    if (field.message !== undefined) {
      const isAbsent = field.optional && this.#random.below(NONSENSE_ONE_IN) === 0;
      return isAbsent ? undefined : this.#message(field.message(), known);
    }
    if (kind === "string") return this.#text(field.name, known);
    if (kind === "bytes") return this.#bytes(field.name, known);
    if (kind === "bool") return this.#random.below(2) === 0;
    if (kind === "enum") return this.#pick(Object.values(field.values ?? { none: 0 }));
    if (kind === "uint32") return this.#number();
    // The same bits, so that there are negative ones too.
    if (kind === "int32") return this.#number() | 0;
    return this.#pick(AMOUNTS);
  }

  #isNonsense(): boolean {
    return this.#random.below(NONSENSE_ONE_IN) === 0;
  }

  #number(): number {
    return this.#isNonsense() ? UINT32_MAX >>> this.#random.below(32) : this.#random.below(SMALL);
  }

  #text(name: string, known: Known): string {
    if (this.#isNonsense()) return this.#pick(TEXTS);
    if (ADDRESS_NAMES.has(name)) return this.#pick(known.addresses);
    if (OPERATOR_NAMES.has(name)) {
      return operatorAddress(addressBytes(this.#pick(known.addresses)));
    }
    if (name === "model") return this.#pick(known.models);
    if (name === "kernelClass") return this.#pick(known.kernelClasses);
    if (name === "denom") return "uasi";
    if (name === "amount") return String(this.#pick(AMOUNTS));
    return this.#pick(TEXTS);
  }

  #bytes(name: string, known: Known): Uint8Array {
    if (name === "taskHash" && known.taskHashes.length > 0 && !this.#isNonsense()) {
      return this.#pick(known.taskHashes);
    }
    if (name === "publicKey" && !this.#isNonsense()) return this.#pick(known.publicKeys);
    const length = this.#isNonsense() ? this.#random.below(300) : this.#pick([0, 32, 64, 128]);
    return Uint8Array.from({ length }, () => this.#random.below(256));
  }
}
