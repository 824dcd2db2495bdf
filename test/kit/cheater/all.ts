/** All cheats by name. */
import type { Cheat } from "./cheat.ts";
import { JUDGE_CHEATS } from "./judges.ts";
import { LAZY_CHEATS } from "./lazy.ts";
import { SAMPLING_CHEATS } from "./sampling.ts";
import { SILENT_CHEATS } from "./silent.ts";
import { TOKEN_CHEATS } from "./tokens.ts";
import { WEIGHT_CHEATS } from "./weights.ts";

/** No cheat at all: the shipped daemon. */
export const HONEST: Cheat = { name: "honest", about: "works as the shipped daemon does" };

const CHEATS: ReadonlyMap<string, Cheat> = new Map(
  [
    HONEST,
    ...WEIGHT_CHEATS,
    ...SAMPLING_CHEATS,
    ...TOKEN_CHEATS,
    ...LAZY_CHEATS,
    ...SILENT_CHEATS,
    ...JUDGE_CHEATS,
  ].map((cheat) => [cheat.name, cheat]),
);

/** The cheat of that name. @throws RangeError naming those that there are. */
export function cheatNamed(name: string): Cheat {
  const cheat = CHEATS.get(name);
  if (cheat !== undefined) return cheat;
  throw new RangeError(`${name} is no cheat; there are ${[...CHEATS.keys()].join(", ")}`);
}
