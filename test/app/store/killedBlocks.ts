/** The blocks of the kill test, the same in the killed process and in the judge. */
import { compareBytes, sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { Change, Changes } from "../../../app/store/changes.ts";

export const KILLED_STORES: readonly string[] = ["bank", "tasks"];
export const KILLED_KEPT = 5;

/** Some 60 sets and deletions in two stores, from the height alone. */
export function changesAt(height: bigint): Changes {
  const list = (store: string): Change[] => {
    const changes = new Map<string, Change>();
    for (let i = 0; i < 30; i += 1) {
      const draw = sha256(utf8(`${store} ${height} ${i}`));
      const key = new Uint8Array([1, (draw[0] as number) % 8, draw[1] as number]);
      const value = (draw[2] as number) % 4 === 0 ? undefined : Uint8Array.from([...draw, ...draw]);
      changes.set(key.join(" "), [key, value]);
    }
    return [...changes.values()].sort(([a], [b]) => compareBytes(a, b));
  };
  return new Map(KILLED_STORES.map((store) => [store, list(store)]));
}
