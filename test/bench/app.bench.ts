/**
 * The application alone on one core: signed bank sends from CheckTx to Commit, with the state in a
 * file, driven in-process as CometBFT would. CPU microseconds per transaction and stage.
 *
 * Last: see test/reports/bench.md.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyOf, signTx } from "../../app/client/sign.ts";
import { buildModules } from "../../app/modules.ts";
import { openStore } from "../../app/store/multistore.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import {
  CheckTxType,
  RequestCheckTx,
  RequestFinalizeBlock,
  RequestPrepareProposal,
  RequestProcessProposal,
  Response,
} from "../../proto/gen/tendermint/abci/types.ts";
import { CHAIN_ID, createChain, testSigner } from "../kit/chain.ts";

const SENDERS = 500;
const BLOCK_TXS = 1_000;
const BLOCKS = 8;

const folder = mkdtempSync(join(tmpdir(), "aegis-bench-"));
const storeNames = buildModules().manager.modules.map((module) => module.name);
const chain = createChain({
  users: SENDERS,
  checkInvariants: false,
  openStore: (index) => openStore({ path: join(folder, `state${index}.db`), storeNames }),
});
chain.mock.block();
const app = chain.app();

function signedSends(round: number): Uint8Array[] {
  return Array.from({ length: BLOCK_TXS }, (_, i) => {
    const sender = chain.users[i % SENDERS];
    if (sender === undefined) throw new Error("a sender");
    const to = testSigner(`receiver ${(i * 7 + round) % 5_000}`).address;
    const amount = [{ denom: "uasi", amount: "1" }];
    const message = anyOf(MsgSend, { fromAddress: sender.address, toAddress: to, amount });
    const perRound = BLOCK_TXS / SENDERS;
    const sequence = BigInt(round * perRound + Math.floor(i / SENDERS));
    const accountNumber = numbers.get(sender.address) ?? 0n;
    const content = { messages: [message], gasLimit: 200_000n, fee: 5_000n };
    return signTx(sender, content, { chainId: CHAIN_ID, accountNumber, sequence });
  });
}

const numbers = new Map<string, bigint>();
const { anteDeps } = buildModules();
for (const user of chain.users) {
  const account = anteDeps.auth.account(chain.context(), user.address);
  numbers.set(user.address, account?.accountNumber ?? 0n);
}

const spent = new Map<string, number>();
function timed<T>(stage: string, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent.set(stage, (spent.get(stage) ?? 0) + user + system);
  return result;
}

const rounds = Array.from({ length: BLOCKS }, (_, round) => signedSends(round));
let included = 0;
for (const txs of rounds) {
  timed("CheckTx", () => {
    for (const tx of txs) {
      const answer = app.checkTx(RequestCheckTx.create({ tx, type: CheckTxType.NEW }));
      if (answer.code !== 0) throw new Error(answer.log);
    }
  });
  const last = chain.mock.blocks.at(-1);
  const height = (last?.height ?? 0n) + BigInt(included / BLOCK_TXS) + 1n;
  const place = { height, time: last?.request.time };
  const prepared = timed("PrepareProposal", () =>
    app.prepareProposal(RequestPrepareProposal.create({ ...place, txs, maxTxBytes: 4_000_000n })),
  );
  const block = { ...place, txs: prepared.txs };
  timed("ProcessProposal", () => app.processProposal(RequestProcessProposal.create(block)));
  const response = timed("FinalizeBlock", () =>
    app.finalizeBlock(RequestFinalizeBlock.create(block)),
  );
  timed("encoding the answer", () => Response.encode(Response.create({ finalizeBlock: response })));
  timed("Commit", () => app.commit());
  const failed = response.txResults.find(({ code }) => code !== 0);
  if (failed !== undefined) throw new Error(failed.log);
  included += response.txResults.length - 1;
}

let total = 0;
for (const [stage, micros] of spent) {
  total += micros;
  process.stdout.write(`${stage.padEnd(20)} ${(micros / included).toFixed(1).padStart(7)} µs/tx\n`);
}
process.stdout.write(`${"total".padEnd(20)} ${(total / included).toFixed(1).padStart(7)} µs/tx\n`);
const rate = Math.round(1_000_000 / (total / included));
process.stdout.write(`${included} transactions; one core carries ${rate} tx/s (goal: 2,500)\n`);
rmSync(folder, { recursive: true, force: true });
