/** `npm run campaign -- attackers`: every attacker of protocol 2.11, and what each won and lost. */
import { attacks } from "../modules/attackers/all.ts";
import { asi } from "../modules/attackers/attack.ts";
import type { Campaign, Report } from "./report.ts";

const FULL = { tasks: 12, crowd: 1_000 };

async function run(report: Report, args: readonly string[]): Promise<void> {
  const [wanted] = args;
  for (const { name, run: attack } of attacks) {
    if (wanted !== undefined && !name.includes(wanted)) continue;
    const { won, lost, told } = await attack(FULL);
    report.figure(name, `won ${asi(won)}, lost ${asi(lost)} ASI: ${told}`);
  }
  report.note("Amounts are of all accounts and stakes of the attacker together, in ASI.");
}

/** The campaign. */
export const campaign: Campaign = {
  name: "attackers",
  summary: "Every attacker of protocol 2.11 loses, on the mock consensus with the daemon's code.",
  run,
};
