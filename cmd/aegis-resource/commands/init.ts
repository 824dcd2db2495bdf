/** `aegis-resource init`: makes a node's home and says what to do next. */
import { Command, Option } from "commander";
import { base64 } from "../../../app/lib/bytes.ts";
import { processIo } from "../../aegisd/io.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../../aegisd/keyring/passphrase.ts";
import { homeKey } from "../chain/connect.ts";
import { hashFile } from "../engine/fileHash.ts";
import { CONFIG_DEFAULTS, readConfig } from "../home/config.ts";
import { createResourceHome, defaultHome, registrationSignature } from "../home/home.ts";
import {
  HELP_EXIT_CODES,
  kernelClassOption,
  modelOption,
  note,
  print,
  threadsOption,
  trustOption,
  witnessOption,
} from "./options.ts";

interface InitOptions {
  readonly home: string;
  readonly chainId: string;
  readonly node: string;
  readonly model: string;
  readonly threads: number;
  readonly kernelClass: string;
  readonly gasPrices: string;
  readonly keyringBackend: "file" | "test";
  readonly operator?: string;
  readonly trust?: string;
  readonly witness: readonly string[];
}

const HELP = `
Makes the node's settings (config.toml) and its own hot key, which signs and pays for its work. The
key's passphrase is asked for, or read from AEGIS_KEYRING_PASSPHRASE or the file that
AEGIS_KEYRING_PASSPHRASE_FILE names. With --operator it also prints the signature with which the
operator registers the node. With --trust the daemon will believe nothing of the node that is not
proven to headers that follow from that one.

Example:
  $ aegis-resource init --chain-id aegis-1 --node http://127.0.0.1:26657 --model model.gguf
${HELP_EXIT_CODES}`;

/** The command. */
export function command(): Command {
  return new Command("init")
    .summary("make a node's home")
    .description("Make a resource node's home: its settings and its hot key.")
    .option("--home <dir>", "home of the node", defaultHome())
    .requiredOption("--chain-id <id>", "chain to work for")
    .requiredOption("--node <url>", "RPC address of a node of the chain, http://host:port")
    .addOption(modelOption())
    .addOption(threadsOption())
    .addOption(kernelClassOption())
    .option("--gas-prices <price>", "what is paid per gas", CONFIG_DEFAULTS.gasPrices)
    .addOption(
      new Option("--keyring-backend <backend>", "where the key is kept")
        .choices(["file", "test"])
        .default("file"),
    )
    .addOption(trustOption())
    .addOption(witnessOption())
    .option("--operator <address>", "account that will register the node")
    .addHelpText("after", HELP)
    .action(init);
}

async function init(options: InitOptions): Promise<void> {
  const { home, chainId, node, model, threads, kernelClass, gasPrices, operator } = options;
  const { sha256 } = await hashFile(model);
  const identity = await createResourceHome({
    home,
    chainId,
    nodeUrl: node,
    modelPath: model,
    threads,
    kernelClass,
    gasPrices,
    keyringBackend: options.keyringBackend,
    ...(options.trust !== undefined && { verify: true, trust: options.trust }),
    witnesses: options.witness,
    ask: passphraseFrom(processIo(), KEYRING_PASSPHRASE),
  });
  const registration: Record<string, string> = {};
  if (operator !== undefined) {
    const { secret } = await homeKey(home, readConfig(home));
    registration["operator"] = operator;
    registration["signature"] = base64(registrationSignature(secret, chainId, operator));
  }
  print({
    home,
    address: identity.address,
    public_key: base64(identity.publicKey),
    model_sha256: sha256,
    kernel_class: kernelClass,
    ...registration,
  });
  note(`Next: 1. send ${identity.address} some coins for fees;`);
  note("2. have the operator register it (aegisd tx tasks register-node) with key and signature;");
  note(`3. aegis-resource doctor --model ${model} --kernel-class ${kernelClass} --home ${home};`);
  note(`4. aegis-resource start --home ${home}`);
}
