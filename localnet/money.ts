/** All the money of a chain, as its queries tell it. */
import { query } from "../app/client/query.ts";
import type { Rpc } from "../app/client/rpc.ts";
import { BASE_DENOM, parseAmount } from "../app/lib/coin.ts";
import { BaseAccount, ModuleAccount } from "../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { Query as AuthQuery } from "../proto/gen/cosmos/auth/v1beta1/query.ts";
import { Query as BankQuery } from "../proto/gen/cosmos/bank/v1beta1/query.ts";
import { PageRequest } from "../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import type { Any } from "../proto/gen/google/protobuf/any.ts";

const PAGE_ACCOUNTS = 100n;

/** Supply and the sum of all balances, at one height, in uasi. */
export interface Money {
  readonly supply: bigint;
  readonly balances: bigint;
}

/**
 * Asks for every account's balance at the last committed height. @throws QueryError or RpcError.
 */
export async function balances(rpc: Rpc): Promise<Money> {
  // The state of the newest block may not be committed yet; that of the one before it is.
  const height = (await rpc.status()).height - 1;
  const { amount } = await query(rpc, BankQuery.SupplyOf, { denom: BASE_DENOM }, height);
  let sum = 0n;
  for (const address of await allAddresses(rpc, height)) {
    const asked = { address, denom: BASE_DENOM };
    const { balance } = await query(rpc, BankQuery.Balance, asked, height);
    sum += parseAmount(balance?.amount ?? "0");
  }
  return { supply: parseAmount(amount?.amount ?? "0"), balances: sum };
}

async function allAddresses(rpc: Rpc, height: number): Promise<string[]> {
  const addresses: string[] = [];
  let key: Uint8Array = new Uint8Array(0);
  do {
    const pagination = PageRequest.create({ key, limit: PAGE_ACCOUNTS });
    const page = await query(rpc, AuthQuery.Accounts, { pagination }, height);
    addresses.push(...page.accounts.map(addressOf));
    key = page.pagination?.nextKey ?? new Uint8Array(0);
  } while (key.length > 0);
  return addresses;
}

function addressOf({ typeUrl, value }: Any): string {
  if (typeUrl === BaseAccount.typeUrl) return BaseAccount.decode(value).address;
  return ModuleAccount.decode(value).baseAccount?.address ?? "";
}
