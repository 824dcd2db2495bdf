/** Accounts in the genesis file. Module accounts that it leaves out are made. */
import { GenesisState } from "../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import type { BaseAccount, Params } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { isAccountAddress, moduleAddress } from "../../app/lib/address.ts";
import type { GenesisSpec, ParamsSpec } from "../../app/module/module.ts";
import type { ModuleAccountSpec } from "./deps.ts";
import { errors } from "./errors.ts";
import { keeper } from "./keeper.ts";
import { accounts, nextNumber } from "./state.ts";
import type { AccountView } from "./view.ts";

/** Numbers above this would leave no room for the accounts to come. */
const NUMBER_MAX = 2n ** 62n;

/** Auth's genesis, for the module accounts and parameters of this chain. */
export function genesisSpec(
  moduleAccounts: readonly ModuleAccountSpec[],
  view: AccountView,
  params: ParamsSpec<Params>,
): GenesisSpec<GenesisState> {
  const accountsOf = (genesis: GenesisState): BaseAccount[] =>
    genesis.accounts.map((any, index) => {
      const account = view.unwrap(any);
      if (account === undefined) {
        throw errors.invalidGenesis(`accounts[${index}] is neither BaseAccount nor ModuleAccount`);
      }
      return account;
    });
  return {
    codec: GenesisState,
    defaults: { params: params.defaults, accounts: [] },
    validate: (genesis) => {
      params.validate(genesis.params ?? params.defaults);
      checkAccounts(accountsOf(genesis));
    },
    init: (ctx, genesis) => {
      let next = 0n;
      for (const account of accountsOf(genesis)) {
        accounts.set(ctx, account.address, account);
        if (account.accountNumber >= next) next = account.accountNumber + 1n;
      }
      nextNumber.set(ctx, next);
      for (const { name } of moduleAccounts) keeper.ensureAccount(ctx, moduleAddress(name));
      return [];
    },
    export: (ctx) => ({
      params: params.defaults,
      accounts: [...accounts.entries(ctx)]
        .map(([, account]) => account)
        .sort((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1))
        .map(view.wrap),
    }),
  };
}

function checkAccounts(list: readonly BaseAccount[]): void {
  const addresses = new Set<string>();
  const numbers = new Set<bigint>();
  for (const { address, accountNumber } of list) {
    if (!isAccountAddress(address)) throw errors.invalidAddress(`account "${address}"`);
    if (addresses.has(address)) throw errors.invalidGenesis(`account ${address} stands twice`);
    if (accountNumber > NUMBER_MAX || numbers.has(accountNumber)) {
      throw errors.invalidGenesis(`account number ${accountNumber} is used twice or too large`);
    }
    addresses.add(address);
    numbers.add(accountNumber);
  }
}
