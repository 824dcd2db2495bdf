/** Other aggregators: they are given our signature and asked for what they have collected. */
import { BODY_BYTES_MAX, partialJson, readPartial, type SentPartial } from "./wire.ts";

const PEER_MS = 5_000;

/** What a peer said to a partial: taken or known already, or refused with a code. */
export type PeerAnswer = "taken" | "known" | { readonly refused: string };

/** One other aggregator. */
export interface Peer {
  readonly url: string;
  /** @throws Error when it does not answer. */
  readonly send: (partial: SentPartial) => Promise<PeerAnswer>;
  /** What it has, which is not verified; undefined when it has nothing. @throws Error as `send`. */
  readonly merged: (epoch: bigint) => Promise<SentPartial | undefined>;
}

/** At most so much of an answer is read. */
async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) throw new Error("the answer is too long");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function codeOf(text: string): string {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === "string" && /^[a-z_]{1,40}$/.test(code) ? code : "unknown";
  } catch {
    return "unknown";
  }
}

/** The aggregator at `url`, such as http://127.0.0.1:26680; calls end when `signal` aborts. */
export function httpPeer(url: string, signal: AbortSignal): Peer {
  const limited = (): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(PEER_MS)]);
  return {
    url,
    send: async (partial) => {
      const response = await fetch(new URL("/partials", url), {
        method: "POST",
        body: partialJson(partial),
        signal: limited(),
        redirect: "error",
      });
      const text = await textOf(response);
      if (response.ok) return "taken";
      return response.status === 409 ? "known" : { refused: codeOf(text) };
    },
    merged: async (epoch) => {
      const address = new URL(`/partials?epoch=${epoch}`, url);
      const response = await fetch(address, { signal: limited(), redirect: "error" });
      const text = await textOf(response);
      const partial = response.ok ? readPartial(text) : undefined;
      return partial?.epoch === epoch ? partial : undefined;
    },
  };
}
