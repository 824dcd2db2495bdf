/** `aegisd genesis gentx`: an operator's signed wish to be a validator of the first block. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { formatDec, parseDecText } from "../../../../app/lib/dec.ts";
import { Tx } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, usageError } from "../../exit.ts";
import { balanceIn } from "../../genesis/change.ts";
import { readGenesis } from "../../genesis/document.ts";
import { checkFounder, makeGentx, readGentx } from "../../genesis/gentx.ts";
import { readCometAddresses, readMoniker } from "../../home/config.ts";
import { readNodeIdentity } from "../../home/createHome.ts";
import { homePaths } from "../../home/paths.ts";
import type { Io } from "../../io.ts";
import { openKeyring } from "../../keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../keyring/passphrase.ts";
import { type GenesisOptions, genesisOptions, genesisPath, parseCoin } from "./shared.ts";

interface GentxCommandOptions extends GenesisOptions {
  readonly moniker?: string;
  readonly identity: string;
  readonly website: string;
  readonly securityContact: string;
  readonly details: string;
  readonly commissionRate: string;
  readonly commissionMaxRate: string;
  readonly commissionMaxChangeRate: string;
  readonly minSelfDelegation: bigint;
  readonly ip: string;
  readonly outputDocument?: string;
  readonly force?: boolean;
}

function parseRate(text: string): string {
  try {
    return formatDec(parseDecText(text));
  } catch {
    throw new InvalidArgumentError("expected a decimal such as 0.1");
  }
}

function rateOption(flag: string, about: string, text: string): Option {
  return new Option(`${flag} <decimal>`, about).argParser(parseRate).default(parseRate(text), text);
}

function ownOptions(): readonly Option[] {
  return [
    new Option("--moniker <name>", "name of the validator (default: that of its node)"),
    new Option("--identity <text>", "such as a key's fingerprint").default(""),
    new Option("--website <text>", "of the operator").default(""),
    new Option("--security-contact <text>", "whom to tell of a problem").default(""),
    new Option("--details <text>", "anything else").default(""),
    rateOption("--commission-rate", "what the operator keeps of rewards", "0.1"),
    rateOption("--commission-max-rate", "what it can never exceed", "0.2"),
    rateOption("--commission-max-change-rate", "largest rise in a day", "0.01"),
    new Option("--min-self-delegation <coin>", "what the operator promises to keep")
      .argParser(parseCoin)
      .default(1_000_000n, "1000000uasi"),
    new Option("--ip <host>", "where others reach the node").default("127.0.0.1"),
    new Option("--output-document <file>", "where to write (default: config/gentx of the home)"),
    new Option("--force", "replace the file"),
  ];
}

/** The command. */
export function gentxCommand(io: Io): Command {
  return makeCommand<GentxCommandOptions>(io, {
    name: "gentx",
    summary: "sign that you want to be a validator of the first block",
    details:
      "Signs MsgCreateValidator and MsgRegisterBlsKey with the keys of the home, for the chain\n" +
      "id of the genesis file. Whoever makes the network collects the files (collect-gentxs).",
    args: [
      { name: "key", about: "name or address of the operator's key" },
      { name: "amount", about: "own stake, coins such as 1000000uasi" },
    ],
    options: [...genesisOptions(), ...ownOptions()],
    examples: ["aegisd genesis gentx alice 100000000uasi --ip 203.0.113.7"],
    run: async ({ args: [key = "", coins = ""], options }) => {
      const { home, force = false, minSelfDelegation } = options;
      const document = readGenesis(genesisPath(options));
      const amount = parseCoin(coins);
      if (minSelfDelegation > amount) throw usageError("--min-self-delegation exceeds the amount");
      const passphrase = passphraseFrom(io, KEYRING_PASSPHRASE);
      const keyring = openKeyring({ home, backend: options.keyringBackend, passphrase });
      const record = keyring.find(key);
      const held = balanceIn(document.app_state, record.address);
      if (held < amount) {
        throw new CommandError(
          `${record.address} has ${held}uasi in the genesis file: add-account gives it more`,
        );
      }
      const { nodeId } = readNodeIdentity(home);
      const file = options.outputDocument ?? gentxFile(home, nodeId);
      if (existsSync(file) && !force) {
        throw new CommandError(`${file} is there already: --force replaces it`);
      }
      const tx = makeGentx({
        home,
        chainId: document.chain_id,
        signer: await keyring.signer(record.name),
        amount,
        description: descriptionOf(options),
        commission: {
          rate: options.commissionRate,
          maxRate: options.commissionMaxRate,
          maxChangeRate: options.commissionMaxChangeRate,
        },
        minSelfDelegation,
        peer: `${nodeId}@${options.ip}:${p2pPortOf(home)}`,
      });
      // What whoever collects it would refuse is better heard of here.
      const { validator } = readGentx(Tx.toJson(tx), document.chain_id);
      checkFounder(document.app_state, validator);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(Tx.toJson(tx), undefined, 2)}\n`);
      io.err(`${file} is signed by ${record.address}\n`);
    },
  });
}

function descriptionOf(options: GentxCommandOptions) {
  const moniker = options.moniker ?? readMoniker(homePaths(options.home).configToml);
  if (moniker === "") throw usageError("give the validator a name: --moniker NAME");
  const { identity, website, securityContact, details } = options;
  return { moniker, identity, website, securityContact, details };
}

/** Where a home's genesis transactions lie. */
export function gentxFolder(home: string): string {
  return join(homePaths(home).config, "gentx");
}

function gentxFile(home: string, nodeId: string): string {
  return join(gentxFolder(home), `gentx-${nodeId}.json`);
}

function p2pPortOf(home: string): string {
  const { p2p } = readCometAddresses(homePaths(home).configToml);
  return p2p.slice(p2p.lastIndexOf(":") + 1);
}
