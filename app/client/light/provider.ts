/** Headers and proven values from a node's RPC. */
import { EMPTY_BYTES, fromBase64, hex } from "../../lib/bytes.ts";
import type { HeaderFact } from "../receipt/header.ts";
import { nodeSource } from "../receipt/node.ts";
import { verifyStateProof } from "../stateProof.ts";
import type { LightClient, LightProvider } from "./client.ts";
import { LightError } from "./error.ts";
import type { AskKey } from "./provenState.ts";

const BEHIND_TRIES = 6;
const BEHIND_PAUSE_MS = 500;

/** The node at `url` (http://host:port) as a provider. */
export function rpcProvider(url: string): LightProvider {
  const source = nodeSource(url);
  return {
    url,
    latestHeight: source.latestHeight,
    lightBlock: async (height) => {
      // A node that is a block behind is no liar.
      for (let tries = 1; ; tries += 1) {
        try {
          return await source.lightBlock(height);
        } catch (error) {
          if (tries === BEHIND_TRIES) throw error;
          await new Promise((resolve) => setTimeout(resolve, BEHIND_PAUSE_MS));
        }
      }
    },
  };
}

/** What is asked of the state. */
export interface ProvenQuery {
  readonly store: string;
  readonly key: Uint8Array;
  /** The header of the next height must exist. */
  readonly height: bigint;
}

export interface ProvenValue {
  /** Undefined when the store has no such key. */
  readonly value: Uint8Array | undefined;
  readonly height: bigint;
  /** The one that the proof leads to, of the next height. */
  readonly header: HeaderFact;
}

interface Answer {
  readonly code?: number;
  readonly log?: string;
  readonly value?: string | null;
  readonly proofOps?: { readonly ops?: readonly Readonly<Record<string, string>>[] } | null;
}

/** Calls a method of a node's RPC; its `result`. */
export type RpcCall = (
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** Keys at one height, as a node answers them. The proofs are not checked here. */
export function askKey(call: RpcCall, height: bigint): AskKey {
  return async (store, key) => {
    const path = `/store/${store}/key`;
    const params = { path, data: hex(key), height: `${height}`, prove: true };
    const answer = ((await call("abci_query", params)) as { readonly response?: Answer }).response;
    if (answer?.code) throw new LightError("no_answer", `the node refuses: ${answer.log ?? ""}`);
    const value = answer?.value ? fromBase64(answer.value) : EMPTY_BYTES;
    const ops = (answer?.proofOps?.ops ?? []).map(
      ({ type = "", key: of = "", data: proof = "" }) => ({
        type,
        key: fromBase64(of),
        data: fromBase64(proof),
      }),
    );
    return { value: value.length === 0 ? undefined : value, ops };
  };
}

/**
 * A key's value with its proof, against the header that `client` has verified.
 * @throws LightError, ForkError; ProofError when the value is not what the chain has.
 */
export async function provenValue(
  client: LightClient,
  call: RpcCall,
  { store, key, height }: ProvenQuery,
): Promise<ProvenValue> {
  const { value, ops } = await askKey(call, height)(store, key);
  const block = await client.verify(height + 1n);
  verifyStateProof({ appHash: block.appHash, store, key, value }, ops);
  return { value, height, header: block.fact };
}
