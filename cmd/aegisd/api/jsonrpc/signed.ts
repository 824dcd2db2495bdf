/** Signed transactions of callers: what they may hold, their way into a block, their outcome. */
import { TxMsgData } from "../../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { TxBody, TxRaw } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { ItemResult } from "../../../../proto/gen/aegis/base/v1/base.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";
import { WireError } from "../../../../proto/wire/error.ts";
import { isInMempool } from "../../../../app/client/broadcast.ts";
import { RpcError } from "../../../../app/client/rpc.ts";
import { TX_BYTES_MAX } from "../../../../app/constants.ts";
import { base64, fromBase64, hex, sha256 } from "../../../../app/lib/bytes.ts";
import type { Backend } from "../backend.ts";
import { askComet, cometReason, errorText } from "./chain.ts";
import { badParam, RpcFault, refused } from "./fault.ts";
import { base64Bytes, flag, type JsonSchema, optional, type Shape, type Values } from "./shape.ts";

const SIGNATURE_BYTES = 64;

/** Parameters that bring a signed transaction: `tx`, or its three parts. */
export const SIGNED: {
  readonly tx: Shape<Uint8Array | undefined>;
  readonly bodyBytes: Shape<Uint8Array | undefined>;
  readonly authInfoBytes: Shape<Uint8Array | undefined>;
  readonly signature: Shape<Uint8Array | undefined>;
  readonly wait: Shape<boolean | undefined>;
} = {
  tx: optional(
    base64Bytes("A signed TxRaw. Nothing but `wait` may stand beside it.", 1, TX_BYTES_MAX),
  ),
  bodyBytes: optional(base64Bytes("TxBody of a sign document; instead of `tx`.", 1, TX_BYTES_MAX)),
  authInfoBytes: optional(base64Bytes("AuthInfo of the sign document.", 1, TX_BYTES_MAX)),
  signature: optional(
    base64Bytes("Signature over the sign document.", SIGNATURE_BYTES, SIGNATURE_BYTES),
  ),
  wait: optional(flag("Answer when a block has the transaction. With a signed one only.")),
};

/** What was sent: a whole transaction or its parts; undefined when neither. */
export function signedBytes(params: Values<typeof SIGNED>): Uint8Array | undefined {
  const { tx, bodyBytes, authInfoBytes, signature } = params;
  const parts = { bodyBytes, authInfoBytes, signature };
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  if (tx !== undefined) {
    if (given[0] !== undefined) throw badParam(given[0][0], "give tx or its parts, not both");
    return tx;
  }
  if (given.length === 0) return undefined;
  if (bodyBytes === undefined) throw badParam("bodyBytes", "missing");
  if (authInfoBytes === undefined) throw badParam("authInfoBytes", "missing");
  if (signature === undefined) throw badParam("signature", "missing");
  return TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [signature] });
}

/** @throws RpcFault invalidParams unless all messages of `tx` are of `kinds`. */
export function checkKinds(
  tx: Uint8Array,
  kinds: readonly Pick<Codec<unknown>, "typeUrl" | "decode">[],
): void {
  try {
    const { messages } = TxBody.decode(TxRaw.decode(tx).bodyBytes);
    if (messages.length === 0) throw badParam("tx", "it has no message");
    for (const { typeUrl, value } of messages) {
      const kind = kinds.find((one) => one.typeUrl === typeUrl);
      if (kind === undefined) {
        const names = kinds.map((one) => one.typeUrl.slice(1)).join(", ");
        throw badParam("tx", `${typeUrl.slice(0, 100)} does not belong here, but ${names}`);
      }
      kind.decode(value);
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw badParam("tx", error.message);
  }
}

interface CheckAnswer {
  readonly code: number;
  readonly codespace?: string;
  readonly log?: string;
  readonly hash: string;
}

/**
 * Offers a transaction to the mempool. Its hash, in upper-case hex.
 * @throws RpcFault chainRefused, or nodeUnavailable when CometBFT is silent or its mempool full.
 */
export async function broadcast(backend: Backend, tx: Uint8Array): Promise<string> {
  const hash = hex(sha256(tx)).toUpperCase();
  let answer: CheckAnswer;
  try {
    answer = (await backend.comet("broadcast_tx_sync", { tx: base64(tx) })) as CheckAnswer;
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const reason = cometReason(error);
    // Sent twice: the first time counts.
    if (isInMempool(error) || reason.includes("already exists in cache")) return hash;
    throw new RpcFault("nodeUnavailable", reason === "" ? undefined : reason, { hash });
  }
  const { code, codespace = "", log = "" } = answer;
  if (code !== 0) throw refused({ codespace, code, log }, { hash });
  return hash;
}

interface TxAnswer {
  readonly height: string;
  readonly tx_result: {
    readonly code?: number;
    readonly codespace?: string;
    readonly log?: string;
    readonly data?: string | null;
  };
}

const POLL_MS = 300;

/**
 * What came of a transaction in its block.
 * @throws RpcFault chainRefused when it failed there, notIncluded when `signal` aborts before.
 */
export async function included(
  backend: Backend,
  hash: string,
  signal: AbortSignal,
): Promise<{ readonly height: string; readonly data: Uint8Array }> {
  for (;;) {
    const found = await findTx(backend, hash);
    if (found !== undefined) {
      const { code = 0, codespace = "", log = "", data } = found.tx_result;
      const { height } = found;
      if (code !== 0) throw refused({ codespace, code, log }, { hash, height });
      return { height, data: fromBase64(data ?? "") };
    }
    if (signal.aborted) throw new RpcFault("notIncluded", undefined, { hash });
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function findTx(backend: Backend, hash: string): Promise<TxAnswer | undefined> {
  const asked = { hash: Buffer.from(hash, "hex").toString("base64"), prove: false };
  try {
    return (await askComet(backend, "tx", asked)) as TxAnswer;
  } catch (error) {
    if (error instanceof RpcFault && error.message.includes("not found")) return undefined;
    throw error;
  }
}

/** What became of one item of a message's list: items stand or fall alone. */
export interface Item {
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  /** Of a submitted task, in hex. */
  readonly taskHash?: string;
}

/** The schema of `Item`. */
export const ITEM_SCHEMA: JsonSchema = {
  type: "object",
  description: "One entry of a message's list; entries stand or fall alone, code 0 is success.",
  properties: {
    code: { type: "integer" },
    codespace: { type: "string" },
    log: { type: "string" },
    taskHash: { type: "string", pattern: "^[0-9a-f]{64}$" },
  },
  required: ["code", "codespace", "log"],
  additionalProperties: false,
};

/** Items of all messages of a transaction, out of the data of its result. */
export function itemsOf(backend: Backend, data: Uint8Array): readonly Item[] {
  const responses = new Map(
    backend.modules.flatMap(({ messages }) =>
      messages.map(({ response }) => [response.typeUrl, response] as const),
    ),
  );
  return TxMsgData.decode(data).msgResponses.flatMap(({ typeUrl, value }) => {
    const decoded = responses.get(typeUrl)?.decode(value) as Partial<ListResponse> | undefined;
    return (decoded?.results ?? []).map(({ codespace, code }, at): Item => {
      const hash = decoded?.taskHashes?.[at];
      if (code !== 0) return { code, codespace, log: errorText(backend, codespace, code) };
      const item = { code, codespace, log: "" };
      return hash === undefined ? item : { ...item, taskHash: hex(hash) };
    });
  });
}

interface ListResponse {
  readonly results: readonly ItemResult[];
  readonly taskHashes: readonly Uint8Array[];
}
