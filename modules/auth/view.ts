/** Accounts as clients see them: module accounts carry their name and permissions. */
import { BaseAccount, ModuleAccount } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import type { ModuleAccountSpec } from "./deps.ts";

/** Wraps accounts into Any and takes them out again. */
export interface AccountView {
  readonly wrap: (account: BaseAccount) => Any;
  /** Undefined when `any` is neither a BaseAccount nor a ModuleAccount. @throws WireError. */
  readonly unwrap: (any: Any) => BaseAccount | undefined;
}

/** A view in which exactly `moduleAccounts` are module accounts. */
export function accountView(moduleAccounts: readonly ModuleAccountSpec[]): AccountView {
  const specs = new Map(moduleAccounts.map((spec) => [moduleAddress(spec.name), spec]));
  return {
    wrap: (account) => {
      const spec = specs.get(account.address);
      if (spec === undefined) {
        return { typeUrl: BaseAccount.typeUrl, value: BaseAccount.encode(account) };
      }
      const { name, permissions } = spec;
      return {
        typeUrl: ModuleAccount.typeUrl,
        value: ModuleAccount.encode({ baseAccount: account, name, permissions }),
      };
    },
    unwrap: (any) => {
      if (any.typeUrl === BaseAccount.typeUrl) return BaseAccount.decode(any.value);
      if (any.typeUrl === ModuleAccount.typeUrl) return ModuleAccount.decode(any.value).baseAccount;
      return undefined;
    },
  };
}
