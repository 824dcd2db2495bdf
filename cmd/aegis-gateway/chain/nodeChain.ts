/** A chain through a node's HTTP server, with the SDK: a client per owner, and lists of tasks. */
import { explained } from "../../../app/client/sdk/account.ts";
import { type NodeApi, nodeApi } from "../../../app/client/sdk/api.ts";
import type { Wallet } from "../../../app/client/sdk/index.ts";
import { query } from "../../../app/client/query.ts";
import { keySigner, type Signer, signTx } from "../../../app/client/sign.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { Query as AppQuery } from "../../../proto/gen/aegis/app/v1/app.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import type { GatewayConfig } from "../home/config.ts";
import { accountSigner } from "../money/accounts.ts";
import type { GatewayChain, ListedTask } from "./chain.ts";
import { LateClient } from "./client.ts";

/** Clients are kept, since they know the sequence of their account. */
const CLIENTS_MAX = 1_000;
const PAGE = 100n;
/** Tasks that are looked through for those of interrupted requests. */
const LISTED_MAX = 10_000;
/** Blocks in which a transaction must be included; after that it never is. */
const TX_BLOCKS = 30;

interface KeptClient {
  readonly client: LateClient;
  users: number;
}

/** The chain of these settings. Asks the node nothing yet. */
export function nodeChain(config: GatewayConfig, master: Uint8Array): GatewayChain {
  const { chainId, nodeUrl: url } = config;
  const api = nodeApi(url, (to, init) => fetch(to, init));
  const place = { url, chainId };
  const kept = new Map<string, KeptClient>();
  const reader = new LateClient(place);
  const own = new LateClient(place, walletOf(api, keySigner(master)));
  const clientOf = (owner: string): KeptClient => {
    const found = kept.get(owner);
    if (found !== undefined) return found;
    if (kept.size >= CLIENTS_MAX) forgetIdle(kept);
    const wallet = walletOf(api, accountSigner(master, owner));
    const made = { client: new LateClient(place, wallet), users: 0 };
    kept.set(owner, made);
    return made;
  };
  return {
    chainId,
    reader,
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
    height: () => asking(() => heightOf(api)),
    tasksAfter: (height) => asking(() => tasksAfter(api, height)),
    close: () => {
      for (const client of [reader, own, ...[...kept.values()].map((one) => one.client)]) {
        client.close();
      }
    },
  };
}

/** Signs for an account; what it signs is void after some blocks, so that nothing stays unknown. */
function walletOf(api: NodeApi, signer: Signer): Wallet {
  const { address, publicKey } = signer;
  return {
    address,
    publicKey,
    sign: async (content, place) => {
      const timeoutHeight = BigInt((await heightOf(api)) + TX_BLOCKS);
      return signTx(signer, { ...content, timeoutHeight }, place);
    },
  };
}

function forgetIdle(kept: Map<string, KeptClient>): void {
  for (const [owner, { client, users }] of kept) {
    if (users > 0) continue;
    client.close();
    kept.delete(owner);
  }
}

async function heightOf(api: NodeApi): Promise<number> {
  return Number((await query(api, AppQuery.Status)).state?.height ?? 0n);
}

/** Failures in the SDK's words. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(error);
  }
}

async function tasksAfter(api: NodeApi, height: number): Promise<readonly ListedTask[]> {
  const listed: ListedTask[] = [];
  let key: Uint8Array = new Uint8Array(0);
  do {
    const pagination = PageRequest.create({ key, limit: PAGE, reverse: true });
    const page = await query(api, Query.Tasks, { pagination });
    for (const task of page.tasks) {
      if (Number(task.height) <= height) return listed;
      const { sender, model } = task;
      listed.push({ taskHash: hex(task.taskHash), sender, model, height: Number(task.height) });
    }
    key = page.pagination?.nextKey ?? new Uint8Array(0);
  } while (key.length > 0 && listed.length < LISTED_MAX);
  return listed;
}
