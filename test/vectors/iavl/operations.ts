/** The operations whose roots are in roots.json, drawn from SHA-256 so that no list is stored. */
import { hex, sha256, utf8 } from "../../../app/lib/bytes.ts";

/** Keys in hex: first all that are set, then all that are deleted, each in this order. */
export interface Batch {
  readonly set: readonly string[];
  readonly delete: readonly string[];
}

/** What is stored under a key. */
export function storedValue(keyHex: string): Uint8Array {
  return new Uint8Array(Buffer.concat([utf8("value of "), Buffer.from(keyHex, "hex")]));
}

/** Cases of batches; every batch acts on the tree that the one before it left. */
export function cases(): Batch[][] {
  const draw = drawFrom("aegisai iavl vectors");
  return [
    [{ set: ["61"], delete: [] }],
    [{ set: numbered(1, 32), delete: [] }],
    [{ set: numbered(1, 32).reverse(), delete: [] }],
    [
      { set: numbered(1, 100), delete: [] },
      { set: [], delete: numbered(1, 50) },
      { set: [], delete: numbered(60, 99).reverse() },
    ],
    randomBatches(draw, 12, 40),
    randomBatches(draw, 6, 400),
  ];
}

function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => hex(utf8(`key ${1000 + from + i}`)));
}

function randomBatches(draw: (below: number) => number, count: number, size: number): Batch[] {
  const present: string[] = [];
  const batches: Batch[] = [];
  for (let i = 0; i < count; i += 1) {
    const set = Array.from({ length: size }, () => hex(sha256(utf8(`${draw(3 * size)}`))));
    for (const key of set) if (!present.includes(key)) present.push(key);
    const gone: string[] = [];
    const deletions = draw(size);
    for (let n = 0; n < deletions && present.length > 0; n += 1) {
      gone.push(...present.splice(draw(present.length), 1));
    }
    batches.push({ set, delete: gone });
  }
  return batches;
}

function drawFrom(seed: string): (below: number) => number {
  let count = 0;
  return (below) => {
    count += 1;
    return Buffer.from(sha256(utf8(`${seed} ${count}`))).readUInt32BE(0) % below;
  };
}
