/** Every attacker of protocol 2.11 loses: the short form of the campaign of that name. */
import { attacks } from "./all.ts";
import { asi } from "./attack.ts";

const SHORT = { tasks: 2, crowd: 12 };

describe("an attacker loses", () => {
  for (const { name, run } of attacks) {
    it(name, async () => {
      const { won, lost, told } = await run(SHORT);
      process.stderr.write(`      won ${asi(won)}, lost ${asi(lost)}: ${told}\n`);
    });
  }
});
