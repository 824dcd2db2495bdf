/** Balances in the genesis file; supply is their sum. */
import type { Metadata } from "../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import { type Balance, GenesisState } from "../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import type { Coin } from "../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { AMOUNT_MAX, BASE_DENOM } from "../../app/lib/coin.ts";
import type { QueryContext } from "../../app/module/context.ts";
import type { GenesisSpec } from "../../app/module/module.ts";
import { checkCoins, checkDenom, uasiOf } from "./coins.ts";
import type { BankDeps } from "./deps.ts";
import { errors, sdkErrors } from "./errors.ts";
import { paramsSpec } from "./params.ts";
import { balances, metadata, params, supplies } from "./state.ts";

/** How wallets show the chain's coin. */
const ASI: Metadata = {
  description: "The coin of AegisAI: it pays for inference and stakes those who compute it.",
  denomUnits: [
    { denom: BASE_DENOM, exponent: 0, aliases: [] },
    { denom: "ASI", exponent: 6, aliases: [] },
  ],
  base: BASE_DENOM,
  display: "ASI",
  name: "AegisAI",
  symbol: "ASI",
  uri: "",
  uriHash: "",
};

function validate(genesis: GenesisState): void {
  paramsSpec.validate(genesis.params ?? paramsSpec.defaults);
  if (genesis.sendEnabled.length > 0) throw errors.invalidGenesis("send_enabled must be empty");
  const seen = new Set<string>();
  let total = 0n;
  for (const { address, coins } of genesis.balances) {
    if (!isAccountAddress(address)) throw sdkErrors.invalidAddress(`balance of "${address}"`);
    if (seen.has(address)) throw errors.invalidGenesis(`${address} has two balances`);
    seen.add(address);
    checkCoins(coins);
    total += uasiOf(coins);
  }
  if (total > AMOUNT_MAX) throw errors.invalidGenesis("supply exceeds 2^63 - 1");
  if (genesis.supply.length > 0) {
    checkCoins(genesis.supply);
    const stated = uasiOf(genesis.supply);
    if (stated !== total) {
      throw errors.invalidGenesis(`supply is ${stated}, balances sum to ${total}`);
    }
  }
  const denoms = new Set<string>();
  for (const { base } of genesis.denomMetadata) {
    checkDenom(base);
    if (denoms.has(base)) throw errors.invalidGenesis(`two descriptions of ${base}`);
    denoms.add(base);
  }
}

function exportBalances(ctx: QueryContext): Balance[] {
  const all: { address: string; coins: Coin[] }[] = [];
  for (const [[address, denom], amount] of balances.entries(ctx)) {
    const coin = { denom, amount: amount.toString() };
    const last = all.at(-1);
    if (last?.address === address) last.coins.push(coin);
    else all.push({ address, coins: [coin] });
  }
  return all;
}

/** Bank's genesis. Whoever has a balance gets an account. */
export function genesisSpec(deps: BankDeps): GenesisSpec<GenesisState> {
  return {
    codec: GenesisState,
    defaults: {
      params: paramsSpec.defaults,
      balances: [],
      supply: [],
      denomMetadata: [ASI],
      sendEnabled: [],
    },
    validate,
    init: (ctx, genesis) => {
      params.set(ctx, genesis.params ?? paramsSpec.defaults);
      let total = 0n;
      for (const { address, coins } of genesis.balances) {
        const amount = uasiOf(coins);
        deps.auth.ensureAccount(ctx, address);
        balances.set(ctx, [address, BASE_DENOM], amount);
        total += amount;
      }
      if (total > 0n) supplies.set(ctx, BASE_DENOM, total);
      for (const one of genesis.denomMetadata) metadata.set(ctx, one.base, one);
      return [];
    },
    export: (ctx) => ({
      params: params.require(ctx),
      balances: exportBalances(ctx),
      supply: [...supplies.entries(ctx)].map(([denom, amount]) => ({
        denom,
        amount: amount.toString(),
      })),
      denomMetadata: [...metadata.entries(ctx)].map(([, one]) => one),
      sendEnabled: [],
    }),
  };
}
