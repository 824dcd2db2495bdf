/**
 * What the three submitting methods have in common: each takes a signed transaction and sends it,
 * or takes fields and answers what is to be signed.
 */
import type { Codec } from "../../../../proto/wire/codec.ts";
import type { GasPrice } from "../../../../app/tx/fee.ts";
import type { Backend } from "../backend.ts";
import { badParam, RpcFault } from "./fault.ts";
import { type Example, type Method, method } from "./method.ts";
import type { RecordType } from "./record.ts";
import { type JsonSchema, type Shapes, UINT64_SCHEMA, type Values } from "./shape.ts";
import {
  broadcast,
  checkKinds,
  included,
  ITEM_SCHEMA,
  itemsOf,
  SIGNED,
  signedBytes,
} from "./signed.ts";
import { SIGN_DOCUMENT_SCHEMA, SIGNING, signDocument, type Unsigned } from "./signDocument.ts";

/** Callers of a node that wait for a block at a time: each asks CometBFT again and again. */
const WAITERS_MAX = 64;

/** What submitting needs of the node. */
export interface Submitting {
  readonly backend: Backend;
  readonly minimumGasPrice: GasPrice;
  /** Callers that wait for a block now. */
  waiters: number;
}

/** What one submitting method has of its own. */
export interface Submission<S extends Shapes> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** Its fields; all of them optional, because a signed transaction can stand instead. */
  readonly fields: S;
  readonly records?: readonly RecordType[];
  /** Messages that a signed transaction may hold. */
  readonly kinds: readonly Pick<Codec<unknown>, "typeUrl" | "decode">[];
  readonly example: Example;
  /** @throws RpcFault for fields that do not fit together. */
  readonly build: (fields: Values<S>) => Unsigned;
}

const RESULT: JsonSchema = {
  oneOf: [
    {
      type: "object",
      description: "Of a signed transaction; height and items only with `wait`.",
      properties: {
        hash: { type: "string", pattern: "^[0-9A-F]{64}$" },
        code: { type: "integer", const: 0 },
        height: UINT64_SCHEMA,
        items: { type: "array", items: ITEM_SCHEMA },
      },
      required: ["hash", "code"],
      additionalProperties: false,
    },
    {
      type: "object",
      description: "Of fields.",
      properties: { signDocument: SIGN_DOCUMENT_SCHEMA },
      required: ["signDocument"],
      additionalProperties: false,
    },
  ],
};

/** The method of a submission. */
export function submissionMethod<S extends Shapes>(node: Submitting, own: Submission<S>): Method {
  const { name, summary, description, fields, kinds, example, records = [] } = own;
  const params = { ...fields, ...SIGNING, ...SIGNED };
  const others = Object.keys({ ...fields, ...SIGNING });
  return method({
    name,
    summary,
    description,
    params,
    result: RESULT,
    faults: ["chainRefused", "nodeUnavailable", "notIncluded", "limitExceeded"],
    records,
    example,
    run: async (values, call) => {
      const given = values as Values<typeof SIGNED> & Values<typeof SIGNING> & Values<S>;
      const tx = signedBytes(given);
      if (tx === undefined) {
        if (given.wait !== undefined) throw badParam("wait", "needs a signed transaction");
        const unsigned = own.build(given);
        const { backend, minimumGasPrice } = node;
        return { signDocument: signDocument(backend, unsigned, given, minimumGasPrice) };
      }
      const odd = others.find((one) => (given as Record<string, unknown>)[one] !== undefined);
      if (odd !== undefined) throw badParam(odd, "does not stand beside a signed transaction");
      checkKinds(tx, kinds);
      return await send(node, tx, given.wait === true, call.signal);
    },
  });
}

async function send(
  node: Submitting,
  tx: Uint8Array,
  waits: boolean,
  signal: AbortSignal,
): Promise<unknown> {
  const { backend } = node;
  if (!waits) return { hash: await broadcast(backend, tx), code: 0 };
  if (node.waiters >= WAITERS_MAX) {
    throw new RpcFault("limitExceeded", "too many callers wait: ask again, or without `wait`");
  }
  node.waiters += 1;
  try {
    const hash = await broadcast(backend, tx);
    const { height, data } = await included(backend, hash, signal);
    return { hash, code: 0, height, items: itemsOf(backend, data) };
  } finally {
    node.waiters -= 1;
  }
}
