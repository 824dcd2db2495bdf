/** What `doctor` finds on the chain: reachable, the right one, balance, registration and stake. */
import { connectReadOnly } from "../chain/connect.ts";
import type { Chain } from "../chain/chain.ts";
import { readConfig } from "../home/config.ts";
import { readIdentity } from "../home/home.ts";
import type { ChainProbe, Finding } from "./diagnose.ts";

/** Enough for some hundred steps at the default price. */
const BALANCE_MIN_UASI = 1_000_000n;

/** Looks at the chain as the node in `home` does. */
export const chainProbe: ChainProbe = async (home) => {
  const config = readConfig(home);
  const { address } = readIdentity(home);
  const chain = connectReadOnly(home, config);
  const { chainId, height } = await chain.status();
  const where = `${chainId} at height ${height}, ${config.nodeUrl}`;
  if (chainId !== config.chainId) {
    const advice = `Set node in config.toml to a node of ${config.chainId}.`;
    return [{ name: "chain", state: "failed", detail: where, advice }];
  }
  return [
    { name: "chain", state: "ok", detail: where },
    await balanceFinding(chain, address),
    ...(await stakeFindings(chain, address)),
  ];
};

async function balanceFinding(chain: Chain, address: string): Promise<Finding> {
  const name = "balance";
  const balance = await chain.balance();
  const detail = `${balance} uasi`;
  if (balance >= BALANCE_MIN_UASI) return { name, state: "ok", detail };
  const state = balance === 0n ? "failed" : "warning";
  return { name, state, detail, advice: `Send some coins to ${address}: it pays for its work.` };
}

async function stakeFindings(chain: Chain, address: string): Promise<Finding[]> {
  const name = "stake";
  const view = await chain.node();
  if (view?.node === undefined) {
    const advice = "Have the operator register it: aegisd tx tasks register-node.";
    return [{ name, state: "failed", detail: `${address} is not registered`, advice }];
  }
  const { stake, models, operator } = view.node;
  const names = models.map(({ model }) => model).join(", ");
  const detail = `${stake} uasi of ${operator}, models: ${names}`;
  const advice = "Until then it may not work on that model.";
  return [
    { name, state: "ok", detail },
    ...view.notes.map((note): Finding => ({ name, state: "warning", detail: note, advice })),
  ];
}
