/** Queries of auth, as Cosmos clients ask them. */
import type { BaseAccount, Params } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { Query as Service } from "../../proto/gen/cosmos/auth/v1beta1/query.ts";
import {
  ACCOUNT_PREFIX,
  ADDRESS_BYTES,
  accountAddress,
  addressBytes,
  moduleAddress,
} from "../../app/lib/address.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import type { ModuleAccountSpec } from "./deps.ts";
import { errors } from "./errors.ts";
import { accounts } from "./state.ts";
import type { AccountView } from "./view.ts";

function bytesOf(address: string): Uint8Array {
  try {
    return addressBytes(address);
  } catch (error) {
    throw errors.invalidAddress(error instanceof RangeError ? error.message : undefined);
  }
}

function find(ctx: QueryContext, address: string): BaseAccount {
  bytesOf(address);
  const account = accounts.get(ctx, address);
  if (account === undefined) throw errors.accountNotFound(address);
  return account;
}

function addressQueries(): readonly Query[] {
  return [
    query({
      method: Service.Bech32Prefix,
      rest: "/cosmos/auth/v1beta1/bech32",
      handle: () => ({ bech32Prefix: ACCOUNT_PREFIX }),
      commandLine: {
        summary: "what account addresses begin with",
        example: "aegisd query auth bech32-prefix",
      },
    }),
    query({
      method: Service.AddressBytesToString,
      rest: "/aegis/auth/v1/bech32/{address_bytes}",
      handle: (_ctx, { addressBytes: bytes }) => {
        if (bytes.length !== ADDRESS_BYTES) throw errors.invalidAddress("an address has 20 bytes");
        return { addressString: accountAddress(bytes) };
      },
      commandLine: {
        summary: "the address of 20 bytes",
        example: "aegisd query auth address-bytes-to-string 00...14",
        positional: ["address_bytes"],
      },
    }),
    query({
      method: Service.AddressStringToBytes,
      rest: "/cosmos/auth/v1beta1/bech32/{address_string}",
      handle: (_ctx, { addressString }) => ({ addressBytes: bytesOf(addressString) }),
      commandLine: {
        summary: "the 20 bytes of an address",
        example: "aegisd query auth address-string-to-bytes aegis1...",
        positional: ["address_string"],
      },
    }),
  ];
}

function moduleQueries(
  moduleAccounts: readonly ModuleAccountSpec[],
  view: AccountView,
): readonly Query[] {
  return [
    query({
      method: Service.ModuleAccounts,
      rest: "/cosmos/auth/v1beta1/module_accounts",
      handle: (ctx) => ({
        accounts: moduleAccounts.map(({ name }) => view.wrap(find(ctx, moduleAddress(name)))),
      }),
      commandLine: {
        summary: "accounts in which modules hold coins",
        example: "aegisd query auth module-accounts",
      },
    }),
    query({
      method: Service.ModuleAccountByName,
      rest: "/cosmos/auth/v1beta1/module_accounts/{name}",
      handle: (ctx, { name }) => {
        if (!moduleAccounts.some((spec) => spec.name === name)) {
          throw errors.unknownModuleAccount(name.slice(0, 64));
        }
        return { account: view.wrap(find(ctx, moduleAddress(name))) };
      },
      commandLine: {
        summary: "the account in which a module holds coins",
        example: "aegisd query auth module-account-by-name fee_collector",
        positional: ["name"],
      },
    }),
  ];
}

/** The queries, over the module accounts and parameters of this chain. */
export function queriesOf(
  moduleAccounts: readonly ModuleAccountSpec[],
  view: AccountView,
  params: Params,
): readonly Query[] {
  return [
    query({
      method: Service.Account,
      rest: "/cosmos/auth/v1beta1/accounts/{address}",
      handle: (ctx, { address }) => ({ account: view.wrap(find(ctx, address)) }),
      commandLine: {
        summary: "an account: number, sequence and key",
        example: "aegisd query auth account aegis1...",
        positional: ["address"],
      },
    }),
    query({
      method: Service.AccountInfo,
      rest: "/cosmos/auth/v1beta1/account_info/{address}",
      handle: (ctx, { address }) => ({ info: find(ctx, address) }),
      commandLine: {
        summary: "an account without its type",
        example: "aegisd query auth account-info aegis1...",
        positional: ["address"],
      },
    }),
    query({
      method: Service.Accounts,
      rest: "/cosmos/auth/v1beta1/accounts",
      handle: (ctx, request) => {
        const page = paginate(ctx, accounts, request.pagination);
        return {
          accounts: page.entries.map(([, account]) => view.wrap(account)),
          pagination: page.pagination,
        };
      },
      commandLine: { summary: "all accounts", example: "aegisd query auth accounts" },
    }),
    ...moduleQueries(moduleAccounts, view),
    query({
      method: Service.Params,
      rest: "/cosmos/auth/v1beta1/params",
      handle: () => ({ params }),
      commandLine: {
        summary: "limits and costs of transactions",
        example: "aegisd query auth params",
      },
    }),
    ...addressQueries(),
  ];
}
