/** Receipts with something changed: in their bytes, or in the parts that the file is made of. */
import { present } from "../../app/lib/assert.ts";
import { base64, equalBytes, fromBase64, utf8, utf8Text } from "../../app/lib/bytes.ts";
import { MUTATIONS } from "./mutate.ts";
import type { Prng } from "./prng.ts";

/** A receipt that nobody may accept, and what was done to it. */
export interface MutatedReceipt {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

type Json = Record<string, unknown>;
/** A string or list of the file, with how to put another in its place. */
interface Part {
  readonly value: unknown;
  set(value: unknown): void;
}

function partsOf(json: Json): Part[] {
  const records = json["records"] as Record<string, unknown[]>;
  const field = (of: Json | unknown[], name: string | number): Part => ({
    value: (of as Json)[name],
    set: (value) => {
      (of as Json)[name] = value;
    },
  });
  const top = ["task", "store", "block", "checkpoint"].map((name) => field(json, name));
  const lists = Object.keys(records).map((name) => field(records, name));
  const leaves = Object.values(records).flatMap((list) => list.map((_, at) => field(list, at)));
  return [...top, ...lists, ...leaves];
}

type Change = (parts: readonly Part[], others: readonly Part[], random: Prng) => void;

function pickFrom<T>(list: readonly T[], random: Prng): T {
  return present(list[random.below(list.length)], "one of a list");
}

function pick(parts: readonly Part[], random: Prng): Part {
  return pickFrom(parts, random);
}

/** The task, which is not base64. */
const HASH = /^[0-9a-f]{64}$/;

function leavesOf(parts: readonly Part[]): Part[] {
  return parts.filter(({ value }) => typeof value === "string").slice(4);
}

/** What is done to the parts; `others` are those of another receipt. */
const CHANGES: Readonly<Record<string, Change>> = {
  "fields swapped": (parts, _, random) => {
    const [a, b] = [pick(parts, random), pick(parts, random)];
    a.set(b.value);
    b.set(a.value);
  },
  "proofs swapped between keys": (parts, _, random) => {
    const [a, b] = [pick(leavesOf(parts), random), pick(leavesOf(parts), random)];
    a.set(b.value);
    b.set(a.value);
  },
  "proof of another receipt": (parts, others, random) => {
    pick(leavesOf(parts), random).set(pick(leavesOf(others), random).value);
  },
  "field of another receipt": (parts, others, random) => {
    const at = random.below(Math.min(parts.length, others.length));
    present(parts[at], "a part").set(present(others[at], "a part").value);
  },
  "bytes inside a part changed": (parts, _, random) => {
    const part = pick(
      parts.filter(({ value }) => typeof value === "string" && !HASH.test(value)),
      random,
    );
    const mutate = pickFrom(Object.values(MUTATIONS), random);
    part.set(base64(mutate(fromBase64(part.value as string), random)));
  },
  "proof left out, repeated or moved": (parts, _, random) => {
    const list = pick(
      parts.filter(({ value }) => Array.isArray(value)),
      random,
    );
    const leaves = [...(list.value as unknown[])];
    const [leaf] = leaves.splice(random.below(leaves.length), 1);
    const copies = random.below(3);
    for (let copy = 0; copy < copies; copy += 1) {
      leaves.splice(random.below(leaves.length + 1), 0, leaf);
    }
    list.set(leaves);
  },
};

function changed(base: Uint8Array, other: Uint8Array, change: Change, random: Prng): Uint8Array {
  const json = JSON.parse(utf8Text(base)) as Json;
  change(partsOf(json), partsOf(JSON.parse(utf8Text(other)) as Json), random);
  return utf8(`${JSON.stringify(json, undefined, 1)}\n`);
}

/** How receipts are mutated. */
export const RECEIPT_MUTATIONS: readonly string[] = [
  ...Object.keys(MUTATIONS),
  ...Object.keys(CHANGES),
];

/** `count` mutated forms of `base`, of every kind in turn; `others` are receipts to take from. */
export function* mutatedReceipts(
  base: Uint8Array,
  others: readonly Uint8Array[],
  count: number,
  random: Prng,
): IterableIterator<MutatedReceipt> {
  for (let made = 0; made < count; ) {
    const kind = present(RECEIPT_MUTATIONS[made % RECEIPT_MUTATIONS.length], "a kind");
    const other = present(others[random.below(others.length)], "another receipt");
    const change = CHANGES[kind];
    const bytes =
      change === undefined
        ? present(MUTATIONS[kind], "a mutation")(base, random)
        : changed(base, other, change, random);
    if (equalBytes(bytes, base)) continue;
    made += 1;
    yield { kind, bytes };
  }
}
