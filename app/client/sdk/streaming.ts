/**
 * An answer while it is made: what the nodes show, and what the chain says beside it. The stream is
 * nobody's proof; when a node's result is revealed, what the node has shown is compared with it.
 */
import { Query, type QueryTaskResponse } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { RevealedResult } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { StreamFraud } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { fromHex } from "../../lib/bytes.ts";
import { query } from "../query.ts";
import { compareStream } from "../stream/compare.ts";
import type { StreamNode } from "../stream/listen.ts";
import { readStream, type TaskStream } from "../stream/read.ts";
import type { StreamKey } from "../stream/request.ts";
import type { NodeApi } from "./api.ts";
import { Channel } from "./channel.ts";
import type { Certainty, StreamEvent, TaskState, TaskView } from "./types.ts";
import { answerIn, taskView } from "./view.ts";

/** Nodes in order of privilege that may be asked. */
const NODES_MAX = 6;

/** What a stream is of. */
export interface Streaming {
  readonly api: NodeApi;
  readonly fetch: typeof fetch;
  readonly chainId: string;
  readonly taskHash: string;
  /** The task's stream key; without one nothing is shown before the reveal. */
  readonly key: StreamKey | undefined;
  readonly certainty: Certainty;
  /** The task as it is, again whenever something happens to it. */
  readonly looks: AsyncIterable<QueryTaskResponse>;
}

/** Everything that happens, ending with the answer. @throws AegisError */
export async function* streamEvents(streaming: Streaming): AsyncGenerator<StreamEvent, void> {
  const channel = new Channel<StreamEvent>();
  const stop = new AbortController();
  const shower = new Shower(streaming, channel, stop.signal);
  const watching = watch(streaming, channel, shower).then(
    () => channel.end(),
    (error: unknown) => channel.end(error),
  );
  try {
    yield* channel;
  } finally {
    stop.abort(new Error("nobody listens any more"));
    await watching;
  }
}

async function watch(
  { looks, certainty }: Streaming,
  channel: Channel<StreamEvent>,
  shower: Shower,
): Promise<void> {
  let state: TaskState | undefined;
  for await (const response of looks) {
    const view = taskView(response);
    if (view.state !== state) channel.push({ type: "state", state: view.state });
    state = view.state;
    shower.look(response, view);
    const answer = answerIn(response, certainty);
    if (answer === undefined) continue;
    channel.push({ type: "answer", answer });
    return;
  }
}

/** Shows text once, from whoever has it first: a node that streams, or the revealed result. */
class Shower {
  private readonly streaming: Streaming;
  private readonly channel: Channel<StreamEvent>;
  private readonly signal: AbortSignal;
  private readonly reveal: AbortController = new AbortController();
  private reading: TaskStream | undefined;
  private hasBegun = false;
  private shown = "";
  private shownTokens = 0;
  private isWhole = false;
  private readonly compared = new Set<string>();

  constructor(streaming: Streaming, channel: Channel<StreamEvent>, signal: AbortSignal) {
    this.streaming = streaming;
    this.channel = channel;
    this.signal = AbortSignal.any([signal, this.reveal.signal]);
  }

  look({ record }: QueryTaskResponse, view: TaskView): void {
    const round = record?.rounds.find(({ attempt }) => attempt === 0);
    const positions = round?.positions ?? [];
    if (!this.hasBegun && positions.length > 0 && this.streaming.key !== undefined) {
      this.hasBegun = true;
      void this.read(positions.slice(0, NODES_MAX));
    }
    for (const revealed of record?.revealed ?? []) this.compare(revealed);
    const [choice] = view.choices;
    if (choice === undefined || this.isWhole) return;
    // From here on the chain has all of it.
    this.isWhole = true;
    this.reveal.abort(new Error("revealed"));
    const text = choice.text.startsWith(this.shown) ? choice.text.slice(this.shown.length) : "";
    const tokenIds = choice.tokenIds.slice(this.shownTokens);
    if (text !== "") this.channel.push({ type: "text", text, tokenIds });
  }

  private async read(addresses: readonly string[]): Promise<void> {
    const { chainId, taskHash, key, fetch } = this.streaming;
    const nodes = await this.nodes(addresses);
    if (key === undefined || nodes.length === 0 || this.isWhole) return;
    this.reading = readStream({
      task: { chainId, taskHash: fromHex(taskHash), calculation: 0, attempt: 0 },
      nodes,
      key,
      signal: this.signal,
      fetch,
      onReplaced: (executor, { message: reason }) => {
        this.channel.push({ type: "replaced", executor, reason });
      },
    });
    try {
      for await (const { text, tokenIds } of this.reading) {
        if (this.isWhole) return;
        this.shown += text;
        this.shownTokens += tokenIds.length;
        if (text !== "") this.channel.push({ type: "text", text, tokenIds });
      }
    } catch {
      // Whatever a stream fails of: the reveal shows the rest, or that it was a lie.
    }
  }

  private async nodes(addresses: readonly string[]): Promise<readonly StreamNode[]> {
    const found = await Promise.all(
      addresses.map((node) =>
        query(this.streaming.api, Query.Node, { node }).catch(() => undefined),
      ),
    );
    return found
      .map((answer) => answer?.node?.node)
      .filter((node) => node !== undefined && /^https?:\/\//.test(node.endpoint))
      .map((node) => node as StreamNode);
  }

  /** Compares what nodes have shown, whoever they are, with what one revealed. */
  private compare(revealed: RevealedResult): void {
    const { attempt, calculation, content } = revealed;
    if (attempt !== 0 || calculation !== 0 || content === undefined) return;
    for (const evidence of this.reading?.evidence() ?? []) {
      const { executor } = evidence;
      const pair = `${executor} ${revealed.executor}`;
      if (this.compared.has(pair)) continue;
      this.compared.add(pair);
      const compared = compareStream(evidence, revealed);
      const { matches } = compared;
      const proof =
        matches || compared.fraud === undefined
          ? {}
          : { proof: StreamFraud.encode(compared.fraud) };
      this.channel.push({ type: "checked", matches, executor, ...proof });
    }
  }
}
