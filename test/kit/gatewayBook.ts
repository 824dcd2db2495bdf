/** Whether what a gateway's journal says of money is what the chain says. */
import { join } from "node:path";
import { httpRpc } from "../../app/client/rpc.ts";
import { fromHex } from "../../app/lib/bytes.ts";
import { query } from "../../app/client/query.ts";
import { openJournal } from "../../cmd/aegis-gateway/journal/journal.ts";
import type { RequestStage } from "../../cmd/aegis-gateway/journal/records.ts";
import { rpcUrl } from "../../localnet/setup.ts";
import type { RunningNetwork } from "../../localnet/start.ts";
import { Query } from "../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";

const PAGE = 100n;

/** What was found. */
export interface GatewayBook {
  readonly stages: Partial<Record<RequestStage, number>>;
  /** Tasks of these accounts on the chain. */
  readonly tasks: number;
  /** uasi charged for them. */
  readonly charged: bigint;
  /** Everything that does not fit, in words. */
  readonly complaints: readonly string[];
}

/** Compares the journal in `home` with all tasks of `accounts`. */
export async function compareBooks(
  network: RunningNetwork,
  home: string,
  accounts: ReadonlySet<string>,
): Promise<GatewayBook> {
  const rpc = httpRpc(rpcUrl(network.manifest, 0));
  const { requests, close } = bookOf(home);
  const complaints: string[] = [];
  let tasks = 0;
  let charged = 0n;
  let key: Uint8Array = new Uint8Array(0);
  do {
    const pagination = PageRequest.create({ key, limit: PAGE });
    const page = await query(rpc, Query.Tasks, { pagination });
    for (const { taskHash, sender } of page.tasks.filter((one) => accounts.has(one.sender))) {
      tasks += 1;
      const hash = Buffer.from(taskHash).toString("hex");
      const row = requests.ofTask(hash);
      const { record } = await query(rpc, Query.Task, { taskHash: fromHex(hash) });
      const settlement = record?.status?.settlement;
      if (row === undefined) complaints.push(`task ${hash} of ${sender} is in no row`);
      if (row === undefined || settlement === undefined) continue;
      const cost = (record?.task?.maxFee ?? 0n) - settlement.refunded;
      charged += cost;
      if (row.stage === "settled" && row.charged === cost) continue;
      complaints.push(`task ${hash} cost ${cost}, the row says ${row.stage} ${row.charged}`);
    }
    key = page.pagination?.nextKey ?? new Uint8Array(0);
  } while (key.length > 0);
  const stages = requests.counts();
  const paid = stages.settled ?? 0;
  const open = (stages.submitted ?? 0) + (stages.sending ?? 0);
  if (paid + open < tasks) complaints.push(`${tasks} tasks, but ${paid + open} rows`);
  close();
  return { stages, tasks, charged, complaints };
}

/** How many requests the journal in `home` has whose money has not moved yet. */
export function openRequests(home: string): number {
  const { requests, close } = bookOf(home);
  const { sending = 0, submitted = 0 } = requests.counts();
  close();
  return sending + submitted;
}

function bookOf(home: string): ReturnType<typeof openJournal> {
  return openJournal(join(home, "gateway.db"));
}
