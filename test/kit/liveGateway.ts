/** A gateway in front of a live local network: `aegis-gateway start` as people run it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChildProcess, spawn } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { httpRpc } from "../../app/client/rpc.ts";
import { anyOf, keySigner } from "../../app/client/sign.ts";
import { gasAndFee, sequencedSigner } from "../../app/client/sequence.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { uasi } from "../../app/lib/coin.ts";
import { parseGasPrice } from "../../app/tx/fee.ts";
import { accountSigner } from "../../cmd/aegis-gateway/money/accounts.ts";
import { createKey } from "../../cmd/aegis-gateway/money/apiKey.ts";
import { createGatewayHome, journalPath } from "../../cmd/aegis-gateway/home/home.ts";
import { openJournal } from "../../cmd/aegis-gateway/journal/journal.ts";
import { accountSigner as localSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { apiPort } from "../../localnet/manifest.ts";
import { complaintAbout } from "../../localnet/ports.ts";
import { LOCAL_GAS_PRICE, rpcUrl } from "../../localnet/setup.ts";
import type { RunningNetwork } from "../../localnet/start.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { waitUntil } from "../../localnet/start.ts";

const MAIN = fileURLToPath(new URL("../../cmd/aegis-gateway/main.ts", import.meta.url));
const READY_MS = 60_000;
const SEND_GAS = 60_000n;
const MASTER = new Uint8Array(32).fill(41);
/** Ports that are tried. */
const PORT_FIRST = 18_080;
const PORTS = 500;

/** One that serves. */
export interface LiveGateway {
  /** Without a slash at its end. */
  readonly url: string;
  readonly home: string;
  /** Account that pays for `owner`. */
  accountOf(owner: string): string;
  /** A new key of `owner`, stored beside the running gateway. */
  newKey(owner: string, spendingLimit?: bigint): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again. */
  restart(): Promise<void>;
  /** What it has logged. */
  log(): string;
  close(): Promise<void>;
}

/** Pays `amount` uasi from the network's user to `to`. */
export async function pay(network: RunningNetwork, to: string, amount: bigint): Promise<void> {
  const signer = await localSigner(network.layout, USER_NAME);
  const rpc = httpRpc(rpcUrl(network.manifest, 0));
  const message = { fromAddress: signer.address, toAddress: to, amount: [...uasi(amount)] };
  const messages = [anyOf(MsgSend, message)];
  const { gasLimit, fee } = gasAndFee(messages, SEND_GAS, parseGasPrice(LOCAL_GAS_PRICE));
  const sent = await sequencedSigner(rpc, signer, CHAIN_ID).send({ messages, gasLimit, fee });
  await waitForTx(rpc, sent.hash);
}

/** Wallets of tests: owner `i`. */
export function testOwner(i: number): string {
  return keySigner(new Uint8Array(32).fill(100 + i)).address;
}

/** Starts one in front of validator 0 of `network`. */
export async function liveGateway(
  network: RunningNetwork,
  settings: Readonly<Record<string, string | number>> = {},
): Promise<LiveGateway> {
  const home = mkdtempSync(join(tmpdir(), "aegis-gateway-"));
  const port = await freePort();
  await createGatewayHome({
    home,
    backend: "test",
    ask: () => Promise.reject(new Error("a test keyring has no passphrase")),
    secret: MASTER,
    initial: {
      "chain-id": CHAIN_ID,
      node: `http://127.0.0.1:${apiPort(network.manifest.ports, 0)}`,
      "http.address": `127.0.0.1:${port}`,
      ...settings,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(home, "log");
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const file = openSync(logFile, "a");
    const args = ["--import=tsx", MAIN, "start", "--home", home];
    child = spawn(process.execPath, args, { stdio: ["ignore", file, file] });
    closeSync(file);
    const isReady = async (): Promise<boolean> => (await fetch(`${url}/ready`)).ok;
    await waitUntil(isReady, READY_MS, "the gateway", new AbortController().signal);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    home,
    accountOf: (owner) => accountSigner(MASTER, owner).address,
    newKey: (owner, spendingLimit) => {
      const journal = openJournal(journalPath(home));
      const made = createKey(journal, { owner, name: "test", spendingLimit }, Date.now());
      journal.close();
      return made.text;
    },
    kill: () => end("SIGKILL"),
    restart: start,
    log: () => readFileSync(logFile, "utf8"),
    close: async () => {
      await end("SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  for (let i = 0; i < PORTS; i += 1) {
    const port = PORT_FIRST + ((process.pid + i) % PORTS);
    if ((await complaintAbout(port)) === undefined) return port;
  }
  throw new RangeError("no free port for a gateway");
}
