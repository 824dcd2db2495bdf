/**
 * The gateway of a local network: made with the network, with a funded key that is printed, so that
 * a client of OpenAI's API works at once.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForTx } from "../app/client/broadcast.ts";
import { query } from "../app/client/query.ts";
import { gasAndFee, sequencedSigner } from "../app/client/sequence.ts";
import { anyOf, type Signer } from "../app/client/sign.ts";
import { BASE_DENOM, parseAmount, uasi } from "../app/lib/coin.ts";
import { parseGasPrice } from "../app/tx/fee.ts";
import { configPath, configToml, readConfig } from "../cmd/aegis-gateway/home/config.ts";
import { createGatewayHome, journalPath, KEY_NAME } from "../cmd/aegis-gateway/home/home.ts";
import { openJournal } from "../cmd/aegis-gateway/journal/journal.ts";
import { accountSigner } from "../cmd/aegis-gateway/money/accounts.ts";
import { createKey } from "../cmd/aegis-gateway/money/apiKey.ts";
import { openKeyring } from "../cmd/aegisd/keyring/keyring.ts";
import type { Log } from "../cmd/setup/log.mjs";
import { Query as BankQuery } from "../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { accountSigner as localSigner } from "./accounts.ts";
import { MODEL_ID } from "./defaultModel.ts";
import { CHAIN_ID } from "./genesis.ts";
import { USER_NAME } from "./layout.ts";
import { complaintAbout } from "./ports.ts";
import { apiPort } from "./manifest.ts";
import { LOCAL_GAS_PRICE } from "./setup.ts";
import { BUILD, type RunningNetwork, waitUntil } from "./start.ts";

const GATEWAY_NAME = "gateway";
const READY_MS = 60_000;
const SEND_GAS = 60_000n;
const ASI = 1_000_000n;
/** What the ready key has, and what the faucet can give away. */
const DEPOSIT = 1_000n * ASI;
/** Below this an account is filled again. */
const DEPOSIT_LEAST = 100n * ASI;
const FAUCET_UASI = 10_000_000;

/** A gateway that runs. */
export interface RunningGateway {
  /** Base URL for clients of OpenAI's API. */
  readonly url: string;
  readonly apiKey: string;
}

/** @throws RangeError when nobody can listen on `port`. */
export async function requireGatewayPort(port: number): Promise<void> {
  const reason = await complaintAbout(port);
  if (reason === undefined) return;
  throw new RangeError(
    `port ${port} (gateway) ${reason}: choose another with --gateway-port, or start none with ` +
      "--no-gateway",
  );
}

/** Makes or opens the gateway's home, fills its accounts, and starts it. */
export async function startLocalGateway(
  network: RunningNetwork,
  port: number,
  log: Log,
  signal: AbortSignal,
): Promise<RunningGateway> {
  const { layout, processes } = network;
  return log.step("starting the gateway for clients of OpenAI's API", async () => {
    const user = await localSigner(layout, USER_NAME);
    const home = join(layout.home, GATEWAY_NAME);
    const master = await openHome(home, network, port);
    const apiKey = readyKey(home, user.address);
    const account = accountSigner(master, user.address).address;
    const own = (await keyringOf(home).signer(KEY_NAME)).address;
    for (const address of [account, own]) await fill(network, user, address);
    const program = join(BUILD, "cmd", "aegis-gateway", "main.js");
    processes.start({ name: GATEWAY_NAME, args: [program, "start", "--home", home] });
    const url = `http://127.0.0.1:${port}`;
    const isReady = async (): Promise<boolean> => (await fetch(`${url}/ready`)).ok;
    await waitUntil(isReady, READY_MS, "the gateway", signal);
    return { url: `${url}/v1`, apiKey };
  });
}

/** What a person can do now. */
export function gatewayLines({ url, apiKey }: RunningGateway): string[] {
  const body = JSON.stringify({
    model: MODEL_ID,
    messages: [{ role: "user", content: "Say hello." }],
  });
  return [
    `  gateway      OpenAI's API at ${url}, key ${apiKey}`,
    `  try          curl -s ${url}/chat/completions -H 'content-type: application/json' \\`,
    `                 -H 'authorization: Bearer ${apiKey}' -d '${body}'`,
  ];
}

function keyringOf(home: string): ReturnType<typeof openKeyring> {
  const passphrase = (): Promise<never> =>
    Promise.reject(new Error("a test keyring has no passphrase"));
  return openKeyring({ home, backend: "test", passphrase });
}

/** The gateway's key; settings are written anew, since ports follow what was asked. */
async function openHome(home: string, network: RunningNetwork, port: number): Promise<Uint8Array> {
  const initial = {
    "chain-id": CHAIN_ID,
    node: `http://127.0.0.1:${apiPort(network.manifest.ports, 0)}`,
    "http.address": `127.0.0.1:${port}`,
    "http.cors-allowed-origins": ["*"],
    "faucet.uasi": FAUCET_UASI,
  };
  if (existsSync(configPath(home))) {
    writeFileSync(configPath(home), configToml({ ...initial, "keyring-backend": "test" }));
    readConfig(home);
  } else {
    const ask = (): Promise<never> => Promise.reject(new Error("no passphrase"));
    await createGatewayHome({ home, backend: "test", initial, ask });
  }
  return keyringOf(home).secret(KEY_NAME);
}

/** The key that is printed. Kept in clear beside the journal: nothing here has value. */
function readyKey(home: string, owner: string): string {
  const file = join(home, "api-key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const journal = openJournal(journalPath(home));
  const key = { owner, name: "local network", spendingLimit: undefined };
  const { text } = createKey(journal, key, Date.now());
  journal.close();
  writeFileSync(file, `${text}\n`, { mode: 0o600, flag: "wx" });
  return text;
}

async function fill({ rpcs }: RunningNetwork, user: Signer, address: string): Promise<void> {
  const [rpc] = rpcs;
  if (rpc === undefined) throw new Error("a network has at least one validator");
  const { balance } = await query(rpc, BankQuery.Balance, { address, denom: BASE_DENOM });
  if (parseAmount(balance?.amount ?? "0") >= DEPOSIT_LEAST) return;
  const send = { fromAddress: user.address, toAddress: address, amount: [...uasi(DEPOSIT)] };
  const messages = [anyOf(MsgSend, send)];
  const { gasLimit, fee } = gasAndFee(messages, SEND_GAS, parseGasPrice(LOCAL_GAS_PRICE));
  const { hash } = await sequencedSigner(rpc, user, CHAIN_ID).send({ messages, gasLimit, fee });
  await waitForTx(rpc, hash);
}
