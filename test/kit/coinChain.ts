/** Auth and bank with balances, for tests of modules that move coins. */
import { moduleAddress } from "../../app/lib/address.ts";
import { uasi } from "../../app/lib/coin.ts";
import type { BlockInfo } from "../../app/module/context.ts";
import type { Module } from "../../app/module/module.ts";
import { type AuthKeeper, authModule } from "../../modules/auth/index.ts";
import { type BankKeeper, bankModule } from "../../modules/bank/index.ts";
import type { Params as AuthParams } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import type { GenesisState as AuthGenesis } from "../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import type { Params as BankParams } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import type { GenesisState as BankGenesis } from "../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { type TestContext, testContext } from "./context.ts";

/** Module accounts as the chain has them. */
export const MODULE_ACCOUNTS = [
  { name: "fee_collector", permissions: [] },
  { name: "bonded_tokens_pool", permissions: ["burner"] },
  { name: "not_bonded_tokens_pool", permissions: ["burner"] },
  { name: "staking_licences", permissions: [] },
  { name: "rewards", permissions: ["minter"] },
  { name: "rewards_pool", permissions: [] },
  { name: "distribution", permissions: [] },
  { name: "slashing", permissions: ["burner"] },
  { name: "tasks_escrow", permissions: ["burner"] },
  { name: "tasks_stake", permissions: [] },
] as const;

export interface CoinChain {
  readonly ctx: TestContext;
  readonly auth: Module<AuthKeeper, AuthParams, AuthGenesis>;
  readonly bank: Module<BankKeeper, BankParams, BankGenesis>;
}

/** Makes the two modules without any state. */
export function coinModules(): Omit<CoinChain, "ctx"> {
  const auth = authModule({
    moduleAccounts: MODULE_ACCOUNTS,
    limits: { memoBytesMax: 512, signersMax: 8, gasPerTxByte: 10n, gasPerSignature: 1_000n },
  });
  const bank = bankModule({ auth: auth.keeper, moduleAccounts: MODULE_ACCOUNTS });
  return { auth, bank };
}

/** A chain on which `balances` (address or module account name → uasi) are held. */
export function coinChain(
  balances: Readonly<Record<string, bigint>> = {},
  block: Partial<BlockInfo> = {},
): CoinChain {
  const { auth, bank } = coinModules();
  const ctx = testContext(block);
  auth.genesis.init(ctx, auth.genesis.defaults);
  const held = Object.entries(balances).map(([holder, amount]) => ({
    address: holder.startsWith("aegis1") ? holder : moduleAddress(holder),
    coins: uasi(amount),
  }));
  const genesis = { ...bank.genesis.defaults, balances: held };
  bank.genesis.validate(genesis);
  bank.genesis.init(ctx, genesis);
  return { ctx, auth, bank };
}
