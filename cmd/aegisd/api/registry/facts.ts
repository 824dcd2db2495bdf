/** What wallets and explorers want to know of a chain, asked of a node. */
import { GAS_PER_SIGNATURE, GAS_PER_TX_BYTE } from "../../../../app/constants.ts";
import { BASE_DENOM } from "../../../../app/lib/coin.ts";
import type { AnyModule, MessageSpec } from "../../../../app/module/module.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import type { Metadata } from "../../../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import { Query as Bank } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Query as Staking } from "../../../../proto/gen/cosmos/staking/v1beta1/query.ts";
import type { Method } from "../../../../proto/wire/codec.ts";

/** Where the facts come from: this process, or a node far away. */
export interface FactsSource {
  readonly chainId: () => Promise<string>;
  readonly query: <Q, A>(method: Method<Q, A>, request: Partial<Q>) => Promise<A>;
}

/** Where the chain is reached, without a slash at the end. */
interface PublicUrls {
  readonly rpc: string;
  readonly rest: string;
}

export interface ChainFacts {
  readonly chainId: string;
  /** At least the chain's own coin, which comes first. */
  readonly coins: readonly [Metadata, ...Metadata[]];
  readonly gasPrice: GasPrice;
  /** Gas of a transaction that sends coins. */
  readonly sendGas: number;
  readonly unbondingSeconds: bigint;
  readonly urls: PublicUrls;
}

/** Bytes of a transaction with one MsgSend and one signature, rounded up. */
const SEND_BYTES = 350n;

/** How the coin is shown when genesis does not say it. */
const PLAIN_COIN: Metadata = {
  description: "",
  denomUnits: [{ denom: BASE_DENOM, exponent: 0, aliases: [] }],
  base: BASE_DENOM,
  display: BASE_DENOM,
  name: BASE_DENOM,
  symbol: BASE_DENOM,
  uri: "",
  uriHash: "",
};

function sendGas(modules: readonly AnyModule[]): number {
  const specs = modules.flatMap(
    ({ messages }) => messages as unknown as readonly MessageSpec<MsgSend, unknown>[],
  );
  const send = specs.find(({ request }) => request.typeUrl === MsgSend.typeUrl);
  const own = send?.gas(MsgSend.create()) ?? 0n;
  return Number(own + SEND_BYTES * GAS_PER_TX_BYTE + GAS_PER_SIGNATURE);
}

/** Asks for everything that the documents need. @throws what `source` throws. */
export async function readFacts(
  source: FactsSource,
  modules: readonly AnyModule[],
  own: Pick<ChainFacts, "gasPrice" | "urls">,
): Promise<ChainFacts> {
  const { metadatas } = await source.query(Bank.DenomsMetadata, {});
  const { params } = await source.query(Staking.Params, {});
  const base = metadatas.find((one) => one.base === BASE_DENOM) ?? PLAIN_COIN;
  return {
    chainId: await source.chainId(),
    coins: [base, ...metadatas.filter((one) => one !== base)],
    sendGas: sendGas(modules),
    unbondingSeconds: params?.unbondingTime?.seconds ?? 0n,
    ...own,
  };
}
