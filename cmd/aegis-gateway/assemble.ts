/** Puts a gateway together from its parts, without a socket: programs and tests start with this. */
import type { FastifyInstance } from "fastify";
import type { Logger } from "../../app/lib/log.ts";
import { hmac32 } from "./money/accounts.ts";
import type { GatewayChain } from "./chain/chain.ts";
import type { GatewayConfig } from "./home/config.ts";
import type { Gateway } from "./http/gateway.ts";
import { createServer } from "./http/server.ts";
import type { Journal } from "./journal/journal.ts";
import { gatewayMetrics } from "./metrics.ts";
import { Challenges } from "./money/challenge.ts";
import { FairQueue } from "./queue/fairQueue.ts";
import { RateLimiter } from "./queue/rateLimit.ts";
import { Follower } from "./work/follower.ts";
import { Models } from "./work/models.ts";
import { Runner } from "./work/runner.ts";

/** What a gateway is made of. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly chain: GatewayChain;
  readonly journal: Journal;
  /** The key of the keyring, 32 bytes. */
  readonly master: Uint8Array;
  readonly log: Logger;
  readonly stop: AbortSignal;
  readonly schemaBytes: Gateway["schemaBytes"];
  readonly now?: () => number;
}

/** A gateway that can be asked. */
export interface Assembled {
  readonly server: FastifyInstance;
  readonly follower: Follower;
  readonly runner: Runner;
}

/** Makes one. */
export async function assemble(parts: GatewayParts): Promise<Assembled> {
  const { config, chain, journal, log, now = Date.now } = parts;
  const queue = new FairQueue({
    running: config.runningMax,
    waitingPerKey: config.waitingPerKey,
    waiting: config.waitingMax,
  });
  const models = new Models(chain.reader, now);
  const height = (): number => follower.height;
  const runner = new Runner({ chain, journal, queue, models, config, height, now, log });
  const follower = new Follower({ chain, journal, live: runner.live, log, now });
  const metrics = gatewayMetrics({
    stages: () => journal.requests.counts(),
    queue: () => ({ running: queue.running, waiting: queue.waiting }),
    height,
    isReachable: () => follower.isReachable,
  });
  const place = `${chain.chainId} at ${config.publicUrl || config.address}`;
  const secret = hmac32(parts.master, "aegis/gateway/challenge-key/v1");
  const server = await createServer({
    ...parts,
    challenges: new Challenges(secret, place, journal.keys),
    queue,
    rates: new RateLimiter(config.requestsPerMinute),
    models,
    runner,
    follower,
    metrics,
    now,
  });
  return { server, follower, runner };
}
