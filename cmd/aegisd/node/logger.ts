/** The node's logger: its parts, and the form that the store takes. */
import type { StoreLogger } from "../../../app/store/multistore.ts";
import type { ResponseFinalizeBlock } from "../../../proto/gen/tendermint/abci/types.ts";
import type { AnyModule } from "../../../app/module/module.ts";
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
  /** The chain's modules, whose events are logged as theirs. */
  readonly modules: readonly Pick<AnyModule, "name" | "events">[];
  readonly write?: LogOptions["write"];
}

/** Loggers of a node's parts. */
export interface NodeLogger extends ProgramLogger {
  part(name: NodePart): ProgramLogger;
  readonly store: StoreLogger;
  /** Tells of an executed block, each event as one of its module, where the level is debug. */
  block(height: bigint, response: ResponseFinalizeBlock): void;
}

/** @throws RangeError when the level is none, or names a part that there is not. */
export function nodeLogger(options: NodeLogOptions): NodeLogger {
  const { level, format, modules, write } = options;
  const parts = [...new Set([...NODE_PARTS, ...modules.map(({ name }) => name)])];
  const log = createLogger({ name: "aegisd", level, format, parts, ...(write && { write }) });
  const store = log.part("store");
  const ofEvents = new Map<string, ProgramLogger>();
  for (const { name, events } of modules) {
    const own = log.part(name);
    if (own.isDebug) for (const { type } of events) ofEvents.set(type, own);
  }
  return {
    ...log,
    store: { info: (fields, message) => store.info(message, { ...fields }) },
    block: (height, { events, txResults }) => {
      if (ofEvents.size === 0) return;
      for (const event of [...events, ...txResults.flatMap((result) => result.events)]) {
        const own = ofEvents.get(event.type);
        if (own === undefined) continue;
        const facts = event.attributes.map(({ key, value }) => [key, value]);
        own.debug(event.type, { height: `${height}`, event: Object.fromEntries(facts) });
      }
    },
  };
}
