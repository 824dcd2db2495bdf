/**
 * Signed bank sends through real CometBFT and our application, against CometBFT's own key-value
 * store (no signatures, no fees, no disk of its own), over the same kind of socket, with the same
 * load generator, one after the other in one run. `throughput.bench.ts [TRANSACTIONS]`.
 *
 * Last: see test/reports/bench.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyOf, keySigner, type Signer, signTx } from "../../app/client/sign.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { ensureAbciCli, ensureCometbft } from "../../cmd/setup/cometbft.mjs";
import { createLog } from "../../cmd/setup/log.mjs";
import { accountSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { readManifest } from "../../localnet/manifest.ts";
import { createNetwork } from "../../localnet/setup.ts";
import { Query as AuthQuery } from "../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { BaseAccount } from "../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { MsgMultiSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Child } from "../kit/child.ts";
import { Comet, initComet } from "../kit/comet.ts";
import { realModel } from "../kit/realModel.ts";

const COUNT = Number(process.argv[2] ?? 6_000);
const SENDERS = 40;
const WAIT_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), "aegis-b-"));
const log = createLog();
const cometbft = await ensureCometbft({ log });
const abciCli = await ensureAbciCli({ log });

/** The same settings for both: no pause between blocks, room for all, no index. */
function tune(home: string): void {
  const file = join(home, "config", "config.toml");
  const text = readFileSync(file, "utf8")
    .replace(/^timeout_commit = .*$/m, 'timeout_commit = "0s"')
    .replace(/^indexer = .*$/m, 'indexer = "null"')
    .replace(/^size = .*$/m, "size = 50000");
  writeFileSync(file, text);
}

interface Measured {
  readonly perSecond: number;
  readonly largestBlock: number;
}

async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sends each lane's transactions in order, lanes at once, and waits until blocks have them all. */
async function measure(
  comet: Comet,
  lanes: readonly (readonly Uint8Array[])[],
  ownPerBlock: number,
): Promise<Measured> {
  const total = lanes.reduce((sum, lane) => sum + lane.length, 0);
  let counted = await comet.height();
  let included = 0;
  let largestBlock = 0;
  const started = process.hrtime.bigint();
  const sending = Promise.all(
    lanes.map(async (lane) => {
      for (const tx of lane) {
        await comet.rpc("broadcast_tx_async", { tx: Buffer.from(tx).toString("base64") });
      }
    }),
  );
  await until("all transactions", async () => {
    const height = await comet.height();
    while (counted < height) {
      counted += 1;
      const { block } = await comet.rpc("block", { height: `${counted}` });
      const size = (block.data.txs?.length ?? 0) - ownPerBlock;
      largestBlock = Math.max(largestBlock, size);
      included += size;
    }
    return included >= total;
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  await sending;
  return { perSecond: total / seconds, largestBlock };
}

async function kvstoreRun(): Promise<Measured> {
  const home = join(folder, "kv");
  initComet(cometbft, home);
  tune(home);
  const address = `unix://${join(folder, "kv.sock")}`;
  const app = new Child(abciCli, ["kvstore", "--address", address]);
  const comet = new Comet(cometbft, home, address);
  try {
    await until("the first block", async () => (await comet.height()) > 0);
    const lanes = Array.from({ length: SENDERS }, (_, lane) =>
      Array.from({ length: COUNT / SENDERS }, (_, i) => utf8(`${lane}-${i}=`.padEnd(310, "v"))),
    );
    return await measure(comet, lanes, 0);
  } finally {
    await comet.stop();
    await app.stop();
  }
}

interface Numbered {
  readonly signer: Signer;
  readonly accountNumber: bigint;
  readonly sequence: bigint;
}

async function numbered(comet: Comet, signer: Signer): Promise<Numbered> {
  const { path, request, response } = AuthQuery.Account;
  const data = Buffer.from(request.encode({ address: signer.address })).toString("hex");
  const { response: answer } = await comet.rpc("abci_query", { path, data });
  const bytes = Buffer.from(answer.value ?? "", "base64");
  const { account } = response.decode(new Uint8Array(bytes));
  if (account === undefined) throw new Error(`${signer.address} has no account`);
  const { accountNumber, sequence } = BaseAccount.decode(account.value);
  return { signer, accountNumber, sequence };
}

const FEE = { gasLimit: 200_000n, fee: 5_000n };

/** Gives every sender coins in one transaction of the funded user. */
async function fund(comet: Comet, user: Signer, senders: readonly Signer[]): Promise<void> {
  const each = 50_000_000n;
  const all = uasi(each * BigInt(senders.length));
  const message = anyOf(MsgMultiSend, {
    inputs: [{ address: user.address, coins: all }],
    outputs: senders.map(({ address }) => ({ address, coins: uasi(each) })),
  });
  const place = { chainId: CHAIN_ID, ...(await numbered(comet, user)) };
  const content = { messages: [message], gasLimit: 20_000_000n, fee: 1_000_000n };
  const tx = Buffer.from(signTx(user, content, place)).toString("base64");
  const { code, log: reason } = await comet.rpc("broadcast_tx_sync", { tx });
  if (code !== 0) throw new Error(reason);
  const last = senders.at(-1);
  if (last === undefined) throw new Error("senders");
  await until("the senders' coins", () =>
    numbered(comet, last).then(
      () => true,
      () => false,
    ),
  );
}

function laneOf({ signer, accountNumber, sequence }: Numbered): Uint8Array[] {
  const message = { fromAddress: signer.address, toAddress: signer.address, amount: uasi(1n) };
  const messages = [anyOf(MsgSend, message)];
  return Array.from({ length: COUNT / SENDERS }, (_, i) =>
    signTx(
      signer,
      { messages, ...FEE },
      { chainId: CHAIN_ID, accountNumber, sequence: sequence + BigInt(i) },
    ),
  );
}

async function aegisRun(): Promise<Measured> {
  const { layout } = await createNetwork(
    join(folder, "net"),
    readManifest("single"),
    await realModel(),
  );
  const home = layout.validator(0);
  tune(home);
  const { appToml } = homePaths(home);
  const settings = readFileSync(appToml, "utf8");
  // Invariants after every block are for test networks; they cost in proportion to the state.
  writeFileSync(appToml, settings.replace("check-invariants = true", "check-invariants = false"));
  const address = `unix://${join(folder, "aegis.sock")}`;
  const main = ["--import=tsx", "cmd/aegisd/main.ts", "start", "--no-comet", "--no-api"];
  const app = new Child(process.execPath, [...main, "--address", address, "--home", home]);
  const comet = new Comet(cometbft, home, address);
  try {
    await until("the first block", async () => (await comet.height()) > 0);
    const user = await accountSigner(layout, USER_NAME);
    const senders = Array.from({ length: SENDERS }, (_, i) =>
      keySigner(sha256(utf8(`throughput sender ${i}`))),
    );
    await fund(comet, user, senders);
    const places = await Promise.all(senders.map((sender) => numbered(comet, sender)));
    return await measure(comet, places.map(laneOf), 1);
  } finally {
    await comet.stop();
    await app.stop();
  }
}

function line(name: string, { perSecond, largestBlock }: Measured): void {
  const rate = `${Math.round(perSecond)}`.padStart(7);
  process.stdout.write(`${name.padEnd(34)} ${rate} tx/s, largest block ${largestBlock}\n`);
}

try {
  const theirs = await kvstoreRun();
  line("CometBFT's kvstore, 310-byte pairs", theirs);
  const ours = await aegisRun();
  line("AegisAI, signed bank sends", ours);
  const ratio = ours.perSecond / theirs.perSecond;
  process.stdout.write(`ratio ${ratio.toFixed(2)} (${COUNT} transactions each)\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
