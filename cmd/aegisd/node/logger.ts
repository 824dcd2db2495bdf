/** The node's logger: its parts, and the form that the store takes. */
import type { StoreLogger } from "../../../app/store/multistore.ts";
import type { ResponseFinalizeBlock } from "../../../proto/gen/tendermint/abci/types.ts";
import type { AbciEvent } from "../../../app/module/event.ts";
import {
  createLogger,
  type LogFormat,
  type LogOptions,
  type ProgramLogger,
} from "../../lib/log.ts";

/** Parts of the node beside the chain's modules. `aegisd` is what belongs to none. */
const NODE_PARTS = [
  "aegisd",
  "abci",
  "app",
  "store",
  "snapshots",
  "rest",
  "jsonrpc",
  "grpc",
] as const;

type NodePart = (typeof NODE_PARTS)[number];

export interface NodeLogOptions {
  /** In CometBFT's words. */
  readonly level: string;
  readonly format: LogFormat;
  /** Names of the chain's modules, whose events are logged as theirs. */
  readonly modules: readonly string[];
  readonly write?: LogOptions["write"];
}

/** Loggers of a node's parts. */
export interface NodeLogger extends ProgramLogger {
  part(name: NodePart): ProgramLogger;
  readonly store: StoreLogger;
  /** Tells of an executed block, each event as one of its module, where the level is debug. */
  block(height: bigint, response: ResponseFinalizeBlock): void;
}

/** `aegis.tasks.v1.EventTaskAssigned` is of `tasks`; other events are of no module. */
function moduleOf({ type }: AbciEvent): string | undefined {
  return /^(?:aegis|cosmos)\.(\w+)\./.exec(type)?.[1];
}

/** @throws RangeError when the level is none, or names a part that there is not. */
export function nodeLogger(options: NodeLogOptions): NodeLogger {
  const { level, format, modules, write } = options;
  const parts = [...new Set([...NODE_PARTS, ...modules])];
  const log = createLogger({ name: "aegisd", level, format, parts, ...(write && { write }) });
  const store = log.part("store");
  const ofModules = new Map<string | undefined, ProgramLogger>(
    modules.map((name) => [name, log.part(name)]),
  );
  const isDebug = [...ofModules.values()].some((one) => one.isDebug);
  return {
    ...log,
    store: { info: (fields, message) => store.info(message, { ...fields }) },
    block: (height, { events, txResults }) => {
      if (!isDebug) return;
      for (const event of [...events, ...txResults.flatMap((result) => result.events)]) {
        const own = ofModules.get(moduleOf(event));
        if (own?.isDebug !== true) continue;
        const facts = event.attributes.map(({ key, value }) => [key, value]);
        own.debug(event.type, { height: `${height}`, event: Object.fromEntries(facts) });
      }
    },
  };
}
