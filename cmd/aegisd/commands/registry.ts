/** `aegisd registry`: descriptions of a chain for the chain registry and for wallets. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { query } from "../../../app/client/query.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import type { AnyModule } from "../../../app/module/module.ts";
import { type GasPrice, parseGasPrice } from "../../../app/tx/fee.ts";
import { REGISTRY_DOCUMENTS } from "../api/registry/documents.ts";
import { readFacts } from "../api/registry/facts.ts";
import { makeCommand, makeGroup } from "../command.ts";
import type { Io } from "../io.ts";
import { nodeOption } from "../options.ts";
import { DEFAULT_GAS_PRICES } from "../tx/options.ts";

interface RegistryOptions {
  readonly node: string;
  readonly rpc?: string;
  readonly rest: string;
  readonly gasPrices: GasPrice;
}

const DEFAULT_REST = "http://127.0.0.1:1317";

const ABOUT: Readonly<Record<string, string>> = {
  chain: "chain.json of the Cosmos chain registry",
  assetlist: "assetlist.json of the Cosmos chain registry",
  keplr: "what a page hands to experimentalSuggestChain of Keplr and its like",
};

/** The group. */
export function registryGroup(io: Io, modules: readonly AnyModule[]): Command {
  return makeGroup(io, {
    name: "registry",
    summary: "describe a chain for the chain registry and for wallets",
    example: "aegisd registry chain --rest https://rest.example --rpc https://rpc.example",
    commands: Object.entries(REGISTRY_DOCUMENTS).map(([name, make]) =>
      makeCommand<RegistryOptions>(io, {
        name,
        summary: ABOUT[name] ?? name,
        details: "Coins, chain id and times are asked of the node; the addresses are for others.",
        options: [nodeOption(), ...addressOptions()],
        examples: [`aegisd registry ${name} > ${name}.json`],
        run: async ({ options }) => {
          const rpc = httpRpc(options.node);
          const source = {
            chainId: async () => (await rpc.status()).chainId,
            query: query.bind(undefined, rpc) as QueryHere,
          };
          const urls = { rpc: options.rpc ?? rpc.url, rest: options.rest };
          const facts = await readFacts(source, modules, { gasPrice: options.gasPrices, urls });
          io.out(`${JSON.stringify(make(facts), undefined, 2)}\n`);
        },
      }),
    ),
  });
}

type QueryHere = Parameters<typeof readFacts>[0]["query"];

function addressOptions(): readonly Option[] {
  return [
    new Option("--rpc <url>", "where others reach CometBFT's RPC (default: --node)").argParser(
      parseUrl,
    ),
    new Option("--rest <url>", "where others reach the REST server")
      .argParser(parseUrl)
      .default(DEFAULT_REST),
    new Option("--gas-prices <price>", "least price per gas")
      .argParser(parsePrice)
      .default(parseGasPrice(DEFAULT_GAS_PRICES), DEFAULT_GAS_PRICES),
  ];
}

function parsePrice(text: string): GasPrice {
  try {
    return parseGasPrice(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : "not a price");
  }
}

function parseUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new InvalidArgumentError("expected a URL such as https://rest.example");
}
