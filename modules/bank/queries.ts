/** Queries of bank, as Cosmos clients ask them. Nothing is locked in accounts: all is spendable. */
import type { Coin } from "../../proto/gen/cosmos/base/v1beta1/coin.ts";
import type { PageRequest } from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Query as Service } from "../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { type Page, paginate } from "../../app/module/pagination.ts";
import { checkDenom } from "./coins.ts";
import { errors, sdkErrors } from "./errors.ts";
import { balances, metadata, params, supplies } from "./state.ts";

interface OneBalance {
  readonly address: string;
  readonly denom: string;
}

function balanceOf(ctx: QueryContext, { address, denom }: OneBalance): { readonly balance: Coin } {
  if (!isAccountAddress(address)) throw sdkErrors.invalidAddress(address.slice(0, 100));
  checkDenom(denom);
  const amount = balances.get(ctx, [address, denom]) ?? 0n;
  return { balance: { denom, amount: amount.toString() } };
}

/** `resolves` asks for the name under which the coin is shown; the amount stays in base units. */
function allBalances(
  ctx: QueryContext,
  address: string,
  request: PageRequest | undefined,
  resolves: boolean,
): { readonly balances: readonly Coin[] } & Pick<Page<never, never>, "pagination"> {
  if (!isAccountAddress(address)) throw sdkErrors.invalidAddress(address.slice(0, 100));
  const { entries, pagination } = paginate(ctx, balances, request, addressKey.encode(address));
  const coins = entries.map(([[, denom], amount]) => {
    const shown = resolves ? metadata.get(ctx, denom)?.display : undefined;
    return { denom: shown ?? denom, amount: amount.toString() };
  });
  return { balances: coins, pagination };
}

const ofAccounts: readonly Query[] = [
  query({
    method: Service.Balance,
    rest: "/cosmos/bank/v1beta1/balances/{address}/by_denom",
    handle: balanceOf,
    commandLine: {
      summary: "balance of one account in one denomination",
      example: "aegisd query bank balance aegis1... uasi",
      positional: ["address", "denom"],
    },
  }),
  query({
    method: Service.AllBalances,
    rest: "/cosmos/bank/v1beta1/balances/{address}",
    handle: (ctx, { address, pagination, resolveDenom }) =>
      allBalances(ctx, address, pagination, resolveDenom),
    commandLine: {
      summary: "all balances of one account",
      example: "aegisd query bank all-balances aegis1...",
      positional: ["address"],
    },
  }),
  query({
    method: Service.SpendableBalances,
    rest: "/cosmos/bank/v1beta1/spendable_balances/{address}",
    handle: (ctx, { address, pagination }) => allBalances(ctx, address, pagination, false),
    commandLine: {
      summary: "what an account can spend: all of its balances",
      example: "aegisd query bank spendable-balances aegis1...",
      positional: ["address"],
    },
  }),
  query({
    method: Service.SpendableBalanceByDenom,
    rest: "/cosmos/bank/v1beta1/spendable_balances/{address}/by_denom",
    handle: balanceOf,
    commandLine: {
      summary: "what an account can spend in one denomination",
      example: "aegisd query bank spendable-balance-by-denom aegis1... uasi",
      positional: ["address", "denom"],
    },
  }),
];

const ofSupply: readonly Query[] = [
  query({
    method: Service.TotalSupply,
    rest: "/cosmos/bank/v1beta1/supply",
    handle: (ctx, request) => {
      const { entries, pagination } = paginate(ctx, supplies, request.pagination);
      const supply = entries.map(([denom, amount]) => ({ denom, amount: amount.toString() }));
      return { supply, pagination };
    },
    commandLine: { summary: "all coins there are", example: "aegisd query bank total-supply" },
  }),
  query({
    method: Service.SupplyOf,
    rest: "/cosmos/bank/v1beta1/supply/by_denom",
    handle: (ctx, { denom }) => {
      checkDenom(denom);
      return { amount: { denom, amount: (supplies.get(ctx, denom) ?? 0n).toString() } };
    },
    commandLine: {
      summary: "coins there are of one denomination",
      example: "aegisd query bank supply-of uasi",
      positional: ["denom"],
    },
  }),
];

const ofDenoms: readonly Query[] = [
  query({
    method: Service.DenomsMetadata,
    rest: "/cosmos/bank/v1beta1/denoms_metadata",
    handle: (ctx, request) => {
      const { entries, pagination } = paginate(ctx, metadata, request.pagination);
      return { metadatas: entries.map(([, one]) => one), pagination };
    },
    commandLine: {
      summary: "how all denominations are shown",
      example: "aegisd query bank denoms-metadata",
    },
  }),
  query({
    method: Service.DenomMetadata,
    rest: "/cosmos/bank/v1beta1/denoms_metadata/{denom=**}",
    handle: (ctx, { denom }) => {
      checkDenom(denom);
      const found = metadata.get(ctx, denom);
      if (found === undefined) throw errors.metadataNotFound(denom);
      return { metadata: found };
    },
    commandLine: {
      summary: "how a denomination is shown",
      example: "aegisd query bank denom-metadata uasi",
      positional: ["denom"],
    },
  }),
];

export const queries: readonly Query[] = [
  ...ofAccounts,
  ...ofSupply,
  ...ofDenoms,
  query({
    method: Service.Params,
    rest: "/cosmos/bank/v1beta1/params",
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of bank", example: "aegisd query bank params" },
  }),
];
