/**
 * Descriptions of the chain that others keep: `chain.json` and `assetlist.json` of the Cosmos chain
 * registry, and what a page hands to Keplr's `experimentalSuggestChain`. All follow from one set of
 * facts.
 */
import { APP_NAME, APP_VERSION } from "../../../../app/constants.ts";
import { ACCOUNT_PREFIX, CONSENSUS_PREFIX, OPERATOR_PREFIX } from "../../../../app/lib/address.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import type { Metadata } from "../../../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import { COMETBFT_VERSION } from "../../../setup/cometbft.mjs";
import type { ChainFacts } from "./facts.ts";

type Json = Readonly<Record<string, unknown>>;

const COIN_TYPE = 118;
const NAME_CHARACTERS_MAX = 30;
/** Prices per gas that wallets offer, over what the node asks for at least. */
const PRICE_PERCENT = { low: 100n, average: 140n, high: 200n };
const GAS_PRICE_SCALE = 1_000_000;

/** The documents by the name under which they are asked for. */
export const REGISTRY_DOCUMENTS: Readonly<Record<string, (facts: ChainFacts) => Json>> = {
  chain: chainJson,
  assetlist: assetList,
  keplr: keplrChain,
};

/** "aegis-local-1" is "aegislocal": the registry's names have letters and digits only. */
function chainName(chainId: string): string {
  const name = chainId
    .toLowerCase()
    .replace(/-\d+$/, "")
    .replace(/[^a-z0-9]/g, "");
  return name === "" ? ACCOUNT_PREFIX : name;
}

function networkType(chainId: string): "mainnet" | "testnet" | "devnet" {
  if (/local|dev/.test(chainId)) return "devnet";
  return /test/.test(chainId) ? "testnet" : "mainnet";
}

function prettyName({ chainId, coins: [coin] }: ChainFacts): string {
  return networkType(chainId) === "mainnet" ? coin.name : `${coin.name} (${chainId})`;
}

/** uasi per gas, as a number. */
function priceOf(price: GasPrice, percent: bigint): number {
  return Number((price * percent) / 100n) / GAS_PRICE_SCALE;
}

function prefixes(): Json {
  return {
    bech32PrefixAccAddr: ACCOUNT_PREFIX,
    bech32PrefixAccPub: `${ACCOUNT_PREFIX}pub`,
    bech32PrefixValAddr: OPERATOR_PREFIX,
    bech32PrefixValPub: `${OPERATOR_PREFIX}pub`,
    bech32PrefixConsAddr: CONSENSUS_PREFIX,
    bech32PrefixConsPub: `${CONSENSUS_PREFIX}pub`,
  };
}

/** The websocket of an RPC. */
function socketOf(rpc: string): string {
  return `${rpc.replace(/^http/, "ws")}/websocket`;
}

function chainJson(facts: ChainFacts): Json {
  const { chainId, coins, gasPrice, sendGas, unbondingSeconds, urls } = facts;
  const [{ base }] = coins;
  return {
    chain_name: chainName(chainId),
    chain_type: "cosmos",
    chain_id: chainId,
    pretty_name: prettyName(facts),
    status: "live",
    network_type: networkType(chainId),
    bech32_prefix: ACCOUNT_PREFIX,
    bech32_config: prefixes(),
    daemon_name: APP_NAME,
    node_home: `$HOME/.${APP_NAME}`,
    key_algos: ["secp256k1"],
    slip44: COIN_TYPE,
    fees: {
      fee_tokens: [
        {
          denom: base,
          fixed_min_gas_price: priceOf(gasPrice, 100n),
          low_gas_price: priceOf(gasPrice, PRICE_PERCENT.low),
          average_gas_price: priceOf(gasPrice, PRICE_PERCENT.average),
          high_gas_price: priceOf(gasPrice, PRICE_PERCENT.high),
          gas_costs: { cosmos_send: sendGas },
        },
      ],
    },
    staking: {
      staking_tokens: [{ denom: base }],
      lock_duration: { time: `${unbondingSeconds}s` },
    },
    codebase: {
      recommended_version: `v${APP_VERSION}`,
      compatible_versions: [`v${APP_VERSION}`],
      language: { type: "other" },
      sdk: { type: "other" },
      consensus: { type: "cometbft", version: versionOf(COMETBFT_VERSION) },
    },
    apis: {
      rpc: [{ address: urls.rpc }],
      rest: [{ address: urls.rest }],
      wss: [{ address: socketOf(urls.rpc) }],
    },
  };
}

function versionOf(text: string): string {
  return `v${text.replace(/^v/, "")}`;
}

function assetList({ chainId, coins }: ChainFacts): Json {
  return { chain_name: chainName(chainId), assets: coins.map(asset) };
}

function asset(coin: Metadata): Json {
  return {
    ...(coin.description === "" ? {} : { description: coin.description }),
    denom_units: coin.denomUnits.map(({ denom, exponent, aliases }) => ({
      denom,
      exponent,
      ...(aliases.length === 0 ? {} : { aliases }),
    })),
    type_asset: "sdk.coin",
    base: coin.base,
    name: coin.name.slice(0, NAME_CHARACTERS_MAX),
    display: coin.display,
    symbol: coin.symbol,
  };
}

function keplrCoin({ base, display, symbol, denomUnits }: Metadata): Json {
  const shown = denomUnits.find(({ denom }) => denom === display);
  return { coinDenom: symbol, coinMinimalDenom: base, coinDecimals: shown?.exponent ?? 0 };
}

function keplrChain(facts: ChainFacts): Json {
  const { chainId, coins, gasPrice, urls } = facts;
  const gasPriceStep = {
    low: priceOf(gasPrice, PRICE_PERCENT.low),
    average: priceOf(gasPrice, PRICE_PERCENT.average),
    high: priceOf(gasPrice, PRICE_PERCENT.high),
  };
  return {
    chainId,
    chainName: prettyName(facts),
    rpc: urls.rpc,
    rest: urls.rest,
    bip44: { coinType: COIN_TYPE },
    bech32Config: prefixes(),
    stakeCurrency: keplrCoin(coins[0]),
    currencies: coins.map(keplrCoin),
    feeCurrencies: [{ ...keplrCoin(coins[0]), gasPriceStep }],
    features: [],
  };
}
