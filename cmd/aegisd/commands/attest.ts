/** `aegisd attest`: signs checkpoints with the validator's key, and collects signatures. */
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { httpRpc } from "../../../app/client/rpc.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { createLogger } from "../../lib/log.ts";
import { LOG_LEVELS, type LogLevel } from "../../lib/logLevels.ts";
import { stopSignal } from "../../lib/stopSignal.ts";
import { Aggregator } from "../attest/aggregator.ts";
import { attestChain } from "../attest/chain.ts";
import { guardedKey } from "../attest/guard.ts";
import { httpPeer } from "../attest/peers.ts";
import { servePartials } from "../attest/server.ts";
import { makeCommand } from "../command.ts";
import { usageError } from "../exit.ts";
import { readBlsSecret } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import type { Io } from "../io.ts";
import { type KeyringBackend, openKeyring } from "../keyring/keyring.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../keyring/passphrase.ts";
import { homeOption, keyringOption, nodeOption, secondsOption } from "../options.ts";
import { DEFAULT_GAS_PRICES } from "../tx/options.ts";

interface AttestOptions {
  readonly home: string;
  readonly node: string;
  readonly keyringBackend: KeyringBackend;
  readonly from?: string;
  readonly gasPrices: string;
  readonly sign: boolean;
  readonly listen?: string;
  readonly peer: readonly string[];
  /** Milliseconds. */
  readonly poll: number;
  readonly logLevel: LogLevel;
}

const PEERS_MAX = 32;

const DETAILS = `\
Signs the checkpoint of every epoch with the BLS key of the home, as a validator should, whether it
has a seat or not. With --listen it collects the signatures of others and sends them together, for
which the chain pays; without, it gives its own to --peer and sends it itself when half of the time
is over and nobody has. What was signed is kept in data/attest_state.json: never run two of these
with one key. --from pays the fees. Ctrl-C stops it.`;

function parsePeer(text: string, before: readonly string[]): readonly string[] {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InvalidArgumentError("expected an address such as http://127.0.0.1:26680");
  }
  if (before.length >= PEERS_MAX) throw new InvalidArgumentError(`at most ${PEERS_MAX} peers`);
  return [...before, text];
}

/** The command. */
export function attestCommand(io: Io): Command {
  return makeCommand<AttestOptions>(io, {
    name: "attest",
    summary: "sign the checkpoint of every epoch, and collect signatures of others",
    details: DETAILS,
    options: [
      homeOption(),
      nodeOption(),
      keyringOption(),
      new Option("--from <key>", "name or address of the key that pays").env("AEGISD_FROM"),
      new Option("--gas-prices <price>", "price per gas")
        .env("AEGISD_GAS_PRICES")
        .default(DEFAULT_GAS_PRICES),
      new Option("--no-sign", "only collect: this home is of no validator"),
      new Option("--listen <address>", "collect signatures at host:port"),
      new Option("--peer <url>", "another one that listens; once for each")
        .argParser(parsePeer)
        .default([]),
      secondsOption("--poll", "time between two looks at the chain", 2),
      new Option("--log-level <level>", "what is logged").choices(LOG_LEVELS).default("info"),
    ],
    examples: [
      "aegisd attest --from validator1 --peer http://127.0.0.1:26680",
      "aegisd attest --from validator1 --listen 127.0.0.1:26680",
    ],
    run: ({ io: terminal, options }) => attest(terminal, options),
  });
}

async function attest(io: Io, options: AttestOptions): Promise<void> {
  const { home, from, peer, listen } = options;
  if (from === undefined) throw usageError("say who pays the fees: --from KEY");
  const gasPrice = parseGasPrice(options.gasPrices);
  const passphrase = passphraseFrom(io, KEYRING_PASSPHRASE);
  const keyring = openKeyring({ home, backend: options.keyringBackend, passphrase });
  const signer = await keyring.signer(from);
  const state = join(homePaths(home).data, "attest_state.json");
  const key = options.sign ? guardedKey(readBlsSecret(home), state) : undefined;
  const rpc = httpRpc(options.node);
  const { chainId } = await rpc.status();
  const log = createLogger({ name: "attest", level: options.logLevel });
  const signal = stopSignal((line) => log.info(line));
  const aggregator = new Aggregator({
    chain: attestChain({ rpc, chainId, signer, gasPrice }),
    key,
    peers: peer.map((url) => httpPeer(url, signal)),
    listens: listen !== undefined,
    log,
  });
  const server = listen === undefined ? undefined : await servePartials(listen, aggregator);
  try {
    const address = server === undefined ? {} : { listen: server.address };
    log.info("attesting", { chainId, payer: signer.address, ...address });
    await aggregator.run(options.poll, signal);
  } finally {
    await server?.close();
  }
}
