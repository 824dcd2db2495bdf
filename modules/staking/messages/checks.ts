/** Checks that messages of staking share. */
import { isAccountAddress } from "../../../app/lib/address.ts";
import { errors } from "../errors.ts";

/** @throws ModuleError invalidAddress naming the field. */
export function validateAddress(text: string, field: string): void {
  if (!isAccountAddress(text)) throw errors.invalidAddress(field);
}
