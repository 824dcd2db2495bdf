/**
 * The one place where a daemon is put together from its parts. The shipped daemon gives the shipped
 * parts; whoever wants another chain, engine or submitter in the same daemon gives his own.
 */
import type { Logger } from "../../app/lib/log.ts";
import type { Chain } from "./chain/chain.ts";
import type { CrashAt } from "./crash.ts";
import { Daemon } from "./daemon.ts";
import type { Journal } from "./journal/journal.ts";
import { Doubts } from "./schedule/doubts.ts";
import { FactsCache } from "./schedule/facts.ts";
import { Standing } from "./schedule/standing.ts";
import type { Committer } from "./submit/items.ts";
import { ChainSubmitter, type Submitter, type SubmitterParts } from "./submit/submitter.ts";
import { Runner, type RunnerParts } from "./work/runner.ts";

/** Parts of the daemon whose log can have a level of its own. */
export const LOG_PARTS = ["aegis-resource", "prepare", "work", "submit", "schedule"] as const;

export type LogPart = (typeof LOG_PARTS)[number];

/** What a daemon is made of. Its engine is given to the runner once it is open (`equip`). */
export interface NodeParts {
  readonly chain: Chain;
  readonly committer: Committer;
  readonly journal: Journal;
  readonly log: Logger;
  /** The log of each part; `log` for all by default. */
  readonly logOf?: (part: LogPart) => Logger;
  /** Where tests stop the process; by default nowhere. */
  readonly crashAt?: CrashAt;
  readonly logPrompts?: boolean;
  /** Percent of soft final results that it checks again when it is idle; by default none. */
  readonly challengeSharePercent?: number;
  readonly onRun?: RunnerParts["onRun"];
  readonly nowMs?: RunnerParts["nowMs"];
  readonly onSettled?: SubmitterParts["onSettled"];
  /** Sends the steps of jobs; by default the shipped submitter. */
  readonly submitter?: (parts: SubmitterParts) => Submitter;
}

/** A daemon and what it computes with. */
export interface Node {
  readonly daemon: Daemon;
  readonly runner: Runner;
}

/** Puts a daemon together. */
export function assembleNode(parts: NodeParts): Node {
  const { chain, committer, journal, log, onRun, onSettled, nowMs } = parts;
  const logOf = parts.logOf ?? (() => log);
  const shared = { chain, journal, committer, crashAt: parts.crashAt ?? (() => undefined) };
  const runner = new Runner({
    ...shared,
    log: logOf("work"),
    logPrompts: parts.logPrompts ?? false,
    ...(onRun && { onRun }),
    ...(nowMs && { nowMs }),
  });
  const makeSubmitter = parts.submitter ?? ((own) => new ChainSubmitter(own));
  const submitter = makeSubmitter({
    ...shared,
    log: logOf("submit"),
    ...(onSettled && { onSettled }),
  });
  const { address, secret } = committer;
  const standing = new Standing(chain, logOf("schedule"));
  const sharePercent = parts.challengeSharePercent ?? 0;
  const daemon = new Daemon({
    address,
    journal,
    submitter,
    runner,
    facts: new FactsCache(chain),
    standing,
    doubts: new Doubts({ chain, standing, address, secret, sharePercent }),
    log,
  });
  return { daemon, runner };
}
