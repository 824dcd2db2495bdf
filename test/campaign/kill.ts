/** Four validators, any one of them killed and restarted again and again, while money moves. */
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { accountSigner, listAccounts } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { sendLoad } from "../../localnet/load.ts";
import { balances } from "../../localnet/money.ts";
import { killValidator, PARTS, restartValidator } from "../../localnet/perturb.ts";
import type { RunningNetwork } from "../../localnet/start.ts";
import { pause } from "../../localnet/stop.ts";
import { testNetwork } from "../kit/network.ts";
import { Prng } from "../kit/prng.ts";
import type { Campaign, Report } from "./report.ts";

const ROUNDS = 25;
const SENDS_PER_ROUND = 20;
const DOWN_MS_MAX = 3_000;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const rounds = Number(args[0] ?? ROUNDS);
  const seed = Number(args[1] ?? 1);
  const say = (line: string): void => report.progress(line);
  const { running, failures, close } = await testNetwork({
    name: "four",
    startedResourceNodes: 0,
    say,
  });
  try {
    await perturb(report, running, rounds, seed);
    if (failures.length > 0) throw new Error(failures.join("\n"));
  } finally {
    await close();
  }
}

async function perturb(
  report: Report,
  running: RunningNetwork,
  rounds: number,
  seed: number,
): Promise<void> {
  const random = new Prng(seed);
  const signer = await accountSigner(running.layout, USER_NAME);
  const to = listAccounts(running.layout).find(({ name }) => name !== USER_NAME)?.address ?? "";
  let sent = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const victim = random.below(running.rpcs.length);
    const part = PARTS[random.below(PARTS.length)] ?? "all";
    report.progress(`round ${round} of ${rounds}: validator ${victim}, ${part}`);
    const [rpc] = running.rpcs.filter((_, i) => i !== victim);
    if (rpc === undefined) throw new Error("no other validator");
    await killValidator(running, victim, part);
    const load = { chainId: CHAIN_ID, to, count: SENDS_PER_ROUND, pauseMs: 10 };
    sent += await sendLoad(rpc, signer, load);
    await pause(random.below(DOWN_MS_MAX));
    await restartValidator(running, victim);
  }
  const height = await commonHeight(running.rpcs);
  const { heights, disagreements } = await compareAppHashes(running.rpcs, 1, height);
  const [rpc] = running.rpcs;
  const money = rpc === undefined ? undefined : await balances(rpc);
  report.figure("seed", seed);
  report.figure("kills and restarts", rounds);
  report.figure("transactions handed over", sent);
  report.figure("heights compared on four validators", heights);
  report.figure("disagreements", disagreements.length);
  report.figure("supply minus sum of balances", (money?.supply ?? 0n) - (money?.balances ?? 0n));
  if (disagreements.length > 0) throw new Error(disagreements.slice(0, 3).join("; "));
  if (money === undefined || money.supply !== money.balances) throw new Error("supply is broken");
}

/** `npm run campaign -- kill [ROUNDS] [SEED]`. */
export const campaign: Campaign = {
  name: "kill",
  summary: "Four validators survive kill -9 of any part of any one, and agree at every height.",
  run,
};
