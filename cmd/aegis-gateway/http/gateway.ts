/** What the routes of a gateway work with. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../../../app/lib/log.ts";
import type { GatewayChain } from "../chain/chain.ts";
import type { GatewayConfig } from "../home/config.ts";
import type { Journal } from "../journal/journal.ts";
import type { Challenges } from "../money/challenge.ts";
import type { JsonSchemaFormat } from "../openai/parameter.ts";
import type { FairQueue } from "../queue/fairQueue.ts";
import type { RateLimiter } from "../queue/rateLimit.ts";
import type { Follower } from "../work/follower.ts";
import type { Models } from "../work/models.ts";
import type { Runner } from "../work/runner.ts";
import type { GatewayMetrics } from "../metrics.ts";

/** All parts of one gateway. */
export interface Gateway {
  readonly chain: GatewayChain;
  readonly config: GatewayConfig;
  readonly journal: Journal;
  readonly challenges: Challenges;
  readonly queue: FairQueue;
  readonly rates: RateLimiter;
  readonly models: Models;
  readonly runner: Runner;
  readonly follower: Follower;
  readonly metrics: GatewayMetrics;
  readonly log: Logger;
  readonly now: () => number;
  /** Aborts when the gateway stops. */
  readonly stop: AbortSignal;
  /**
   * Bytes of a schema's use. @throws OpenAiError naming what of the schema the chain does not have.
   */
  readonly schemaBytes: (format: JsonSchemaFormat) => Uint8Array;
}

/** A route's handler. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Where clients reach the gateway, without a slash at its end. */
export function publicUrlOf({ config }: Pick<Gateway, "config">): string {
  return config.publicUrl === "" ? `http://${config.address}` : config.publicUrl;
}
