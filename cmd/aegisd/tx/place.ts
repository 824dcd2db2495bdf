/** Where a signature counts: chain, account number and sequence, from a node or as given. */
import { InvalidArgumentError, Option } from "commander";
import { httpRpc } from "../../../app/client/rpc.ts";
import { accountState } from "../../../app/client/sequence.ts";
import type { SignPlace } from "../../../app/client/sign.ts";
import { usageError } from "../exit.ts";
import type { KeyringBackend } from "../keyring/keyring.ts";
import { chainIdOption, homeOption, keyringOption, nodeOption } from "../options.ts";

export interface PlaceOptions {
  readonly home: string;
  readonly keyringBackend: KeyringBackend;
  readonly node: string;
  readonly chainId?: string;
  readonly offline?: boolean;
  readonly accountNumber?: bigint;
  readonly sequence?: bigint;
}

function parseNumber(text: string): bigint {
  if (/^(0|[1-9]\d{0,18})$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError("expected a whole number");
}

/** The options of commands that sign, or check signatures. */
export function placeOptions(): readonly Option[] {
  return [
    new Option("--offline", "ask no node: needs --chain-id, -a and -s"),
    new Option("-a, --account-number <n>", "account number (default: asked)").argParser(
      parseNumber,
    ),
    new Option("-s, --sequence <n>", "sequence (default: asked)").argParser(parseNumber),
    chainIdOption(),
    nodeOption(),
    homeOption(),
    keyringOption(),
  ];
}

/** @throws CommandError when something is missing or --chain-id names another chain. */
export async function placeOf(options: PlaceOptions, address: string): Promise<SignPlace> {
  const { chainId, accountNumber, sequence } = options;
  if (options.offline) {
    if (chainId === undefined || accountNumber === undefined || sequence === undefined) {
      throw usageError("--offline needs --chain-id, --account-number and --sequence");
    }
    return { chainId, accountNumber, sequence };
  }
  const rpc = httpRpc(options.node);
  const told = (await rpc.status()).chainId;
  if (chainId !== undefined && chainId !== told) {
    throw usageError(`--chain-id says ${chainId}, but ${rpc.url} is on ${told}`);
  }
  const account = await accountState(rpc, address);
  return {
    chainId: told,
    accountNumber: accountNumber ?? account.accountNumber,
    sequence: sequence ?? account.sequence,
  };
}
