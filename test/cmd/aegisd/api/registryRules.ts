/**
 * What the schemas of the chain registry demand of `chain.json` and `assetlist.json` (as of this
 * year; draft-07, no further properties anywhere), and Keplr of a suggested chain.
 */

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown, at: string) => readonly string[];

const VERSION = /^v?\d+(\.\d+){0,2}$/;

function textLike(pattern: RegExp): Check {
  return (value, at) =>
    typeof value === "string" && pattern.test(value) ? [] : [`${at} is not like ${pattern}`];
}

const text: Check = textLike(/./);
const uri: Check = textLike(/^(https?|wss?):\/\/[^\s/]+/);
const number: Check = (value, at) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? [] : [`${at} is no number`];

function oneOf(...choices: readonly unknown[]): Check {
  return (value, at) => (choices.includes(value) ? [] : [`${at} is none of ${choices.join(", ")}`]);
}

function listOf(check: Check, least: number = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < least) return [`${at} is no list of ${least}`];
    return value.flatMap((each, i) => check(each, `${at}[${i}]`));
  };
}

/** `required` must be there, `others` may be, nothing else is allowed. */
function object(
  required: Readonly<Record<string, Check>>,
  others: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at) => {
    if (typeof value !== "object" || value === null) return [`${at} is no object`];
    const prefix = at === "" ? "" : `${at}.`;
    const known = { ...required, ...others };
    const missing = Object.keys(required).filter((name) => !(name in value));
    return [
      ...missing.map((name) => `${prefix}${name} is missing`),
      ...Object.entries(value).flatMap(([name, item]) => {
        const check = known[name];
        return check === undefined
          ? [`unknown property ${prefix}${name}`]
          : check(item, `${prefix}${name}`);
      }),
    ];
  };
}

const BECH32 = object({
  bech32PrefixAccAddr: oneOf("aegis"),
  bech32PrefixAccPub: oneOf("aegispub"),
  bech32PrefixValAddr: oneOf("aegisvaloper"),
  bech32PrefixValPub: oneOf("aegisvaloperpub"),
  bech32PrefixConsAddr: oneOf("aegisvalcons"),
  bech32PrefixConsPub: oneOf("aegisvalconspub"),
});

const ENDPOINTS = listOf(object({ address: uri }, { provider: text }), 1);

const FEE_TOKEN = object(
  { denom: text },
  {
    fixed_min_gas_price: number,
    low_gas_price: number,
    average_gas_price: number,
    high_gas_price: number,
    gas_costs: object({}, { cosmos_send: number, ibc_transfer: number }),
  },
);

/** Required by the schema are two names only; the others are what wallets and explorers use. */
const CHAIN = object(
  {
    chain_name: textLike(/^[a-z0-9]+$/),
    chain_type: oneOf("cosmos"),
    chain_id: text,
    bech32_prefix: oneOf("aegis"),
    slip44: oneOf(118),
    fees: object({ fee_tokens: listOf(FEE_TOKEN, 1) }),
    apis: object({ rpc: ENDPOINTS, rest: ENDPOINTS }, { grpc: ENDPOINTS, wss: ENDPOINTS }),
  },
  {
    pretty_name: text,
    status: oneOf("live", "upcoming", "killed"),
    network_type: oneOf("mainnet", "testnet", "devnet"),
    bech32_config: BECH32,
    daemon_name: text,
    node_home: text,
    key_algos: listOf(oneOf("secp256k1"), 1),
    staking: object(
      { staking_tokens: listOf(object({ denom: text }), 1) },
      { lock_duration: object({}, { time: textLike(/^\d+s$/) }) },
    ),
    codebase: object(
      {},
      {
        git_repo: uri,
        recommended_version: text,
        compatible_versions: listOf(text),
        language: object({ type: oneOf("go", "rust", "solidity", "other") }),
        sdk: object({ type: oneOf("cosmos", "penumbra", "other") }),
        consensus: object({ type: oneOf("cometbft") }, { version: textLike(VERSION) }),
      },
    ),
  },
);

const ASSET = object(
  {
    denom_units: listOf(object({ denom: text, exponent: number }, { aliases: listOf(text, 1) }), 1),
    base: text,
    display: text,
    name: textLike(/^.{1,30}$/),
    symbol: text,
  },
  { description: text, type_asset: oneOf("sdk.coin") },
);

/** What is wrong with a chain.json. */
export function chainFaults(json: unknown): readonly string[] {
  return CHAIN(json, "");
}

/** What is wrong with an assetlist.json. */
export function assetListFaults(json: unknown): readonly string[] {
  const found = object({ chain_name: textLike(/^[a-z0-9]+$/), assets: listOf(ASSET) })(json, "");
  if (found.length > 0) return found;
  const { assets } = json as { readonly assets: readonly Json[] };
  if (assets.length === 0) return ["no assets"];
  return assets.flatMap(({ base, display, denom_units: units }) => {
    const denoms = (units as readonly { readonly denom: string }[]).map(({ denom }) => denom);
    return [base, display].filter((one) => !denoms.includes(one as string)).map((one) => `${one}`);
  });
}

const COIN = { coinDenom: text, coinMinimalDenom: text, coinDecimals: number };

const KEPLR = object({
  chainId: text,
  chainName: text,
  rpc: uri,
  rest: uri,
  bip44: object({ coinType: oneOf(118) }),
  bech32Config: BECH32,
  stakeCurrency: object(COIN),
  currencies: listOf(object(COIN), 1),
  feeCurrencies: listOf(
    object({ ...COIN, gasPriceStep: object({ low: number, average: number, high: number }) }),
    1,
  ),
  features: listOf(text),
});

/** What is wrong with a suggested chain. */
export function keplrFaults(json: unknown): readonly string[] {
  const found = KEPLR(json, "");
  if (found.length > 0) return found;
  const { feeCurrencies } = json as {
    readonly feeCurrencies: readonly { readonly gasPriceStep: Record<string, number> }[];
  };
  return feeCurrencies.flatMap(({ gasPriceStep: { low = 0, average = 0, high = 0 } }) =>
    low <= average && average <= high ? [] : ["gasPriceStep does not rise"],
  );
}
