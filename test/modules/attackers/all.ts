/** All attackers of protocol 2.11. */
import type { Attack } from "./attack.ts";
import { collusionAttacks } from "./collusion.ts";
import { forgeryAttacks } from "./forgery.ts";
import { honestyAttacks } from "./honesty.ts";
import { moneyAttacks } from "./money.ts";
import { validatorAttacks } from "./validators.ts";

export const attacks: readonly Attack[] = [
  ...moneyAttacks,
  ...honestyAttacks,
  ...validatorAttacks,
  ...forgeryAttacks,
  ...collusionAttacks,
];
