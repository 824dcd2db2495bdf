/** Subscriptions: who wants to hear of what, and what each hears of every block. */
import * as events from "../../../../proto/gen/aegis/tasks/v1/event.ts";
import type { Logger } from "../../../../app/lib/log.ts";
import type { AbciEvent, AnyEvent } from "../../../../app/module/event.ts";
import type { Backend } from "../backend.ts";
import { RpcFault } from "./fault.ts";
import { BlockFollower } from "./follower.ts";
import { type Call, type Connection, NOTIFICATION } from "./method.ts";
import { type RecordType, recordJson, recordName } from "./record.ts";

const PER_CONNECTION_MAX = 64;
const ALL_MAX = 4_096;

/** After this event of a task nothing follows. */
const LAST = "TaskSettled";
/** Events of tasks that somebody could begin to work on. */
const PENDING: ReadonlySet<string> = new Set(["TaskSubmitted", "TaskStarted"]);
/** Stands for events that were lost; its data is what the state says instead. */
const RESYNC = "Resync";

/** Codecs of the events of tasks by their ABCI type. */
const CODECS: ReadonlyMap<string, RecordType> = new Map(
  Object.values(events).flatMap((one) =>
    typeof one === "object" ? [[one.typeUrl.slice(1), one]] : [],
  ),
);

/** What somebody wants to hear of. */
export type Topic =
  | { readonly kind: "task"; readonly taskHash: string; readonly state: () => unknown }
  | { readonly kind: "pending"; readonly model: string | undefined };

interface Subscription {
  readonly id: string;
  readonly topic: Topic;
  /** Blocks up to this height are known to the subscriber. */
  from: bigint;
  readonly connection: Connection;
  /** Notifications until the call that made it is answered. */
  held: unknown[] | undefined;
}

/** A transition as subscribers hear it. */
interface Transition {
  readonly height: string;
  readonly event: string;
  readonly data: unknown;
}

export class SubscriptionHub {
  private readonly follower: BlockFollower;
  private readonly backend: Backend;
  private readonly declared: ReadonlyMap<string, AnyEvent>;
  private readonly all = new Map<string, Subscription>();
  private readonly byConnection = new Map<Connection, Set<string>>();
  private readonly byTask = new Map<string, Set<Subscription>>();
  private lastId = 0;

  /** `url` is CometBFT's websocket. It is connected to only while somebody listens. */
  constructor(backend: Backend, url: string, logger: Logger) {
    this.backend = backend;
    const declared = backend.modules.flatMap((module) => module.events);
    this.declared = new Map(declared.map((one) => [one.type, one]));
    this.follower = new BlockFollower({
      backend,
      url,
      logger,
      onBlock: (height, all) => this.deliver(height, all),
      onGap: (height) => this.resync(height),
    });
  }

  /**
   * Adds a subscription to what happens after block `from`; its id.
   * @throws RpcFault needsWebSocket, or limitExceeded.
   */
  add(call: Call, topic: Topic, from: bigint): string {
    const { connection } = call;
    if (connection === undefined) throw new RpcFault("needsWebSocket");
    // Nobody would end the subscription of a caller that has gone during a batch.
    if (call.signal.aborted) throw new RpcFault("limitExceeded", "the call's time is over");
    const own = this.ownOf(connection);
    if (own.size >= PER_CONNECTION_MAX) {
      throw new RpcFault("limitExceeded", `${PER_CONNECTION_MAX} subscriptions a connection`);
    }
    if (this.all.size >= ALL_MAX) throw new RpcFault("limitExceeded", "the node has no room");
    this.lastId += 1;
    const id = `${this.lastId}`;
    const made: Subscription = { id, topic, from, connection, held: [] };
    this.all.set(id, made);
    own.add(id);
    if (topic.kind === "task") {
      const sameTask = this.byTask.get(topic.taskHash) ?? new Set();
      this.byTask.set(topic.taskHash, sameTask.add(made));
    }
    call.onAnswered(() => {
      const held = made.held ?? [];
      made.held = undefined;
      for (const params of held) connection.notify(NOTIFICATION, params);
    });
    this.follower.start();
    return id;
  }

  /** Ends a subscription of the connection; false when it has none of this id. */
  remove({ connection }: Call, id: string): boolean {
    if (connection === undefined) throw new RpcFault("needsWebSocket");
    const found = this.all.get(id);
    if (found === undefined || found.connection !== connection) return false;
    this.drop(found);
    return true;
  }

  close(): void {
    this.follower.stop();
    this.all.clear();
    this.byTask.clear();
    this.byConnection.clear();
  }

  private ownOf(connection: Connection): Set<string> {
    const known = this.byConnection.get(connection);
    if (known !== undefined) return known;
    const own = new Set<string>();
    this.byConnection.set(connection, own);
    connection.onClose(() => {
      for (const id of own) {
        const one = this.all.get(id);
        if (one !== undefined) this.drop(one);
      }
      this.byConnection.delete(connection);
    });
    return own;
  }

  private drop(one: Subscription): void {
    this.all.delete(one.id);
    this.byConnection.get(one.connection)?.delete(one.id);
    if (one.topic.kind === "task") {
      const sameTask = this.byTask.get(one.topic.taskHash);
      sameTask?.delete(one);
      if (sameTask?.size === 0) this.byTask.delete(one.topic.taskHash);
    }
    if (this.all.size === 0) this.follower.stop();
  }

  private deliver(height: bigint, all: readonly AbciEvent[]): void {
    const settled = new Set<Subscription>();
    const pending = [...this.all.values()].filter(({ topic }) => topic.kind === "pending");
    for (const event of all) {
      const codec = CODECS.get(event.type);
      if (codec === undefined) continue;
      const name = recordName(codec);
      const attribute = (key: string): string | undefined =>
        event.attributes.find((one) => one.key === key)?.value;
      const ofTask = this.byTask.get(attribute("task_hash") ?? "") ?? [];
      const ofPending = PENDING.has(name)
        ? pending.filter(({ topic }) => concerns(topic, attribute("model")))
        : [];
      const hearers = [...ofTask, ...ofPending].filter(({ from }) => height > from);
      if (hearers.length === 0) continue;
      const value = this.declared.get(event.type)?.fromAbci(event);
      const data = recordJson(codec, value);
      for (const one of hearers) this.notify(one, { height: `${height}`, event: name, data });
      if (name === LAST) for (const one of ofTask) settled.add(one);
    }
    for (const one of settled) this.drop(one);
  }

  /** Events up to `height` are lost: each hears what the state is now. */
  private resync(height: bigint): void {
    for (const one of this.all.values()) {
      if (one.from >= height) continue;
      one.from = height;
      let data: unknown = {};
      try {
        if (one.topic.kind === "task") data = one.topic.state();
      } catch (error) {
        if (!(error instanceof RpcFault)) throw error;
      }
      this.notify(one, { height: `${this.backend.height()}`, event: RESYNC, data });
    }
  }

  private notify({ id, connection, held }: Subscription, result: Transition): void {
    const params = { subscription: id, result };
    if (held === undefined) connection.notify(NOTIFICATION, params);
    else held.push(params);
  }
}

function concerns(topic: Topic, model: string | undefined): boolean {
  return topic.kind === "pending" && (topic.model === undefined || topic.model === model);
}
