/** Puts a daemon together from a home and runs it until it is told to stop. */
import { createLogger, type ProgramLogger } from "../lib/log.ts";
import { AccountWatch } from "./account.ts";
import { assembleNode, LOG_PARTS, type Node } from "./assemble.ts";
import type { Chain } from "./chain/chain.ts";
import { connect, homeKey } from "./chain/connect.ts";
import { crashPoints } from "./crash.ts";
import { readConfig, type ResourceConfig } from "./home/config.ts";
import { journalPath } from "./home/home.ts";
import { lockHome } from "./home/lock.ts";
import { Journal } from "./journal/journal.ts";
import { type ResourceMetrics, resourceMetrics } from "./metrics.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { Committer } from "./submit/items.ts";
import { watch } from "./watch.ts";

/**
 * Runs the daemon of `home` until `signal` aborts; then it stops what runs and returns.
 * @throws Error when it cannot start: settings, key, model file, another daemon.
 */
export async function startDaemon(
  home: string,
  signal: AbortSignal,
  changes: Partial<ResourceConfig> = {},
): Promise<void> {
  const config = { ...readConfig(home), ...changes };
  const log = createLogger({
    name: "aegis-resource",
    level: config.logLevel,
    format: config.logFormat,
    parts: LOG_PARTS,
  });
  const { signer, secret } = await homeKey(home, config);
  const unlock = lockHome(home);
  const proofs: Proofs = { height: 0n, refused: 0 };
  const chain = connect(home, config, signer, {
    onVerified: (height) => {
      proofs.height = height;
    },
    onRefused: (reason) => {
      proofs.refused += 1;
      proofs.doubt = reason;
      log.error("the node's word is not believed", { reason });
    },
  });
  const committer: Committer = { chainId: config.chainId, address: signer.address, secret };
  const journal = new Journal(journalPath(home));
  log.info("starting", { address: signer.address, chain: config.chainId, node: config.nodeUrl });
  try {
    await serve({ home, config, chain, committer, journal, log, signal, proofs });
  } finally {
    journal.close();
    unlock();
    log.info("stopped");
  }
}

/** What became of checking the node's word. */
interface Proofs {
  height: bigint;
  refused: number;
  /** Why it was not believed; undefined once it was again. */
  doubt?: string | undefined;
}

interface Running {
  readonly home: string;
  readonly config: ResourceConfig;
  readonly chain: Chain;
  readonly committer: Committer;
  readonly journal: Journal;
  readonly log: ProgramLogger;
  readonly signal: AbortSignal;
  readonly proofs: Proofs;
}

/** Follows the chain from the first moment: what was committed before must be revealed in time. */
async function serve(parts: Running): Promise<void> {
  const { config, chain, journal, log, signal, proofs } = parts;
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  let prepared: Prepared | undefined;
  const metrics = await resourceMetrics(config.metricsAddress, {
    jobs: () => journal.counts(),
    speed: () => ({ ...prepared?.speed.speed }),
    ...(config.verify && { proofs: () => proofs }),
  });
  const { daemon, runner } = assemble(parts, metrics);
  const account = new AccountWatch(chain, (view) => metrics.account(view), log.part("schedule"));
  const preparing = prepare(config, { chain, journal }, log.part("prepare"), stop).then(
    (ready) => {
      prepared = ready;
      runner.equip(ready);
      metrics.ready();
      log.info("ready", { models: ready.models, modelSha256: ready.engine.model.sha256 });
    },
    (error: unknown) => failure.abort(error),
  );
  try {
    await watch({
      chain,
      chainId: config.chainId,
      models: () => daemon.active(prepared?.models ?? []),
      pollMs: config.pollMs,
      log,
      signal: stop,
      onHeight: (height) => {
        metrics.height(height);
        void account.onHeight(height);
        return daemon.onHeight(height);
      },
      onView: (view) => {
        proofs.doubt = undefined;
        return daemon.onView(view);
      },
    });
  } finally {
    failure.abort(new Error("the daemon stops"));
    runner.cancel("the daemon stops");
    await preparing;
    await runner.idle();
    await prepared?.engine.close();
    await metrics.close();
  }
  // Nobody asked it to stop: it could not get ready.
  if (!signal.aborted) throw failure.signal.reason;
}

function assemble(parts: Running, metrics: ResourceMetrics): Node {
  const { home, config } = parts;
  return assembleNode({
    ...parts,
    logOf: (part) => parts.log.part(part),
    crashAt: crashPoints(home, process.env),
    logPrompts: config.logPrompts,
    challengeSharePercent: config.challengeSharePercent,
    onRun: (role, seconds, isDone) => metrics.run(role, seconds, isDone),
    onSettled: (kind, isIncluded) => metrics.transaction(kind, isIncluded),
  });
}
