/** Collections of auth. */
import { BaseAccount } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { addressKey, integerValue, protoValue } from "../../app/module/collections/codecs.ts";
import { type Item, type StateMap, StateSchema } from "../../app/module/collections/schema.ts";

export const schema: StateSchema = new StateSchema("auth");

/** Address → account. Which of them are module accounts is compiled in. */
export const accounts: StateMap<string, BaseAccount> = schema.map(
  1,
  "accounts",
  addressKey,
  protoValue(BaseAccount),
);

/** Number of the next account that is made. */
export const nextNumber: Item<bigint> = schema.item(2, "next account number", integerValue);
