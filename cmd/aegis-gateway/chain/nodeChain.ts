/** A chain through the RPC of one node: a client per owner, and lists of tasks. */
import { query } from "../../../app/client/query.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import { keySigner } from "../../../app/client/sign.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { CommandError, EXIT } from "../../aegisd/exit.ts";
import type { GatewayConfig } from "../home/config.ts";
import { accountSigner } from "../money/accounts.ts";
import { Blocks } from "./blocks.ts";
import type { GatewayChain, ListedTask } from "./chain.ts";
import { asAegisError } from "./chainError.ts";
import { NodeClient } from "./nodeClient.ts";

/** Clients are kept, since they know the sequence of their account. */
const CLIENTS_MAX = 1_000;
const PAGE = 100n;
/** Tasks that are looked through for those of interrupted requests. */
const LISTED_MAX = 10_000;

interface KeptClient {
  readonly client: NodeClient;
  users: number;
}

/** The chain of these settings. Asks the node nothing yet. */
export function nodeChain(config: GatewayConfig, master: Uint8Array): GatewayChain {
  const rpc = httpRpc(config.nodeUrl);
  const gasPrice = parseGasPrice(config.gasPrices);
  const { chainId } = config;
  const parts = { rpc, chainId, gasPrice, blocks: new Blocks(rpc) };
  const kept = new Map<string, KeptClient>();
  const own = new NodeClient(parts, keySigner(master));
  const clientOf = (owner: string): KeptClient => {
    const found = kept.get(owner);
    if (found !== undefined) return found;
    if (kept.size >= CLIENTS_MAX) forgetIdle(kept);
    const made = { client: new NodeClient(parts, accountSigner(master, owner)), users: 0 };
    kept.set(owner, made);
    return made;
  };
  return {
    chainId,
    reader: new NodeClient(parts),
    accountOf: (owner) => accountSigner(master, owner).address,
    borrow: async (owner) => {
      const found = clientOf(owner);
      found.users += 1;
      return {
        client: found.client,
        giveBack: () => {
          found.users -= 1;
        },
      };
    },
    own: async () => own,
    height: async () => {
      try {
        return (await rpc.status()).height;
      } catch (error) {
        throw asAegisError(error);
      }
    },
    tasksAfter: (height) => tasksAfter(rpc, height),
    close: () => {},
  };
}

/**
 * The same, once it is sure that the node is of the chain of the settings. A node that does not
 * answer is no reason not to start: it may come up later.
 * @throws CommandError when the node is of another chain.
 */
export async function connectChain(
  config: GatewayConfig,
  master: Uint8Array,
): Promise<GatewayChain> {
  const status = await httpRpc(config.nodeUrl)
    .status()
    .catch(() => undefined);
  if (status !== undefined && status.chainId !== config.chainId) {
    throw new CommandError(
      `chain-id says ${config.chainId}, but ${config.nodeUrl} is on ${status.chainId}`,
      EXIT.refused,
    );
  }
  return nodeChain(config, master);
}

function forgetIdle(kept: Map<string, KeptClient>): void {
  for (const [owner, { users }] of kept) {
    if (users === 0) kept.delete(owner);
  }
}

async function tasksAfter(
  rpc: ReturnType<typeof httpRpc>,
  height: number,
): Promise<readonly ListedTask[]> {
  const listed: ListedTask[] = [];
  let key: Uint8Array = new Uint8Array(0);
  do {
    const pagination = PageRequest.create({ key, limit: PAGE, reverse: true });
    const page = await query(rpc, Query.Tasks, { pagination }).catch((error: unknown) => {
      throw asAegisError(error);
    });
    for (const task of page.tasks) {
      if (Number(task.height) <= height) return listed;
      const { sender, model } = task;
      listed.push({ taskHash: hex(task.taskHash), sender, model, height: Number(task.height) });
    }
    key = page.pagination?.nextKey ?? new Uint8Array(0);
  } while (key.length > 0 && listed.length < LISTED_MAX);
  return listed;
}
