/** Runs the gateway of a home until it is told to stop. */
import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "../lib/log.ts";
import { assemble, type Assembled } from "./assemble.ts";
import { nodeChain } from "./chain/nodeChain.ts";
import { schemaBytes } from "./chain/schemaUse.ts";
import type { GatewayConfig } from "./home/config.ts";
import { journalPath, lockHome } from "./home/home.ts";
import { listen } from "./http/server.ts";
import { openJournal } from "./journal/journal.ts";
import { OpenAiError } from "./openai/error.ts";

/** Between two looks at tasks that nobody waits for. */
const FOLLOW_MS = 2_000;
/** Longest time for the last answers of a gateway that stops. */
const STOP_MS = 3_000;
const STOP_POLL_MS = 50;

/** What a gateway runs with. */
export interface StartOptions {
  readonly home: string;
  readonly config: GatewayConfig;
  /** The key of the keyring, 32 bytes. */
  readonly master: Uint8Array;
  readonly signal: AbortSignal;
  /** Hears `host:port` once it serves. */
  readonly onReady?: (address: string) => void;
}

/**
 * Runs until `signal` aborts; requests that wait then are told that their tasks go on.
 * @throws CommandError when it cannot start: settings, another gateway, the port.
 */
export async function startGateway(options: StartOptions): Promise<void> {
  const { home, config, master, signal } = options;
  const log = createLogger({ name: "aegis-gateway", level: config.logLevel });
  const unlock = lockHome(home);
  const journal = openJournal(journalPath(home));
  const chain = nodeChain(config, master);
  const stop = new AbortController();
  try {
    const parts = { config, chain, journal, master, log, schemaBytes };
    const gateway = await assemble({ ...parts, stop: stop.signal });
    const address = await listen(gateway.server, config.address);
    log.info("serving", { address, chain: chain.chainId, node: config.nodeUrl });
    options.onReady?.(address);
    await follow(gateway, signal);
    stop.abort(stopping());
    await untilIdle(gateway);
    await gateway.server.close();
  } finally {
    chain.close();
    journal.close();
    unlock();
    log.info("stopped");
  }
}

/** Looks after tasks until it is told to stop. */
async function follow({ follower }: Assembled, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await follower.round();
    await sleep(FOLLOW_MS, undefined, { signal }).catch(() => {});
  }
}

/** Lets those who waited hear that they wait in vain. */
async function untilIdle({ runner }: Assembled): Promise<void> {
  const endMs = Date.now() + STOP_MS;
  do await sleep(STOP_POLL_MS);
  while (runner.live.size > 0 && Date.now() < endMs);
}

function stopping(): OpenAiError {
  const message = "the gateway stops; what was sent goes on, GET /v1/aegis/usage shows it later";
  return new OpenAiError(503, "server_error", message, { code: "stopping" });
}
