// Generated from proto/tendermint/crypto/proof.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";

/** One step of a proof; `data` is encoded by `type`. */
export interface ProofOp {
  readonly type: string;
  readonly key: Uint8Array;
  readonly data: Uint8Array;
}

function writeProofOp(w: Writer, m: ProofOp): void {
  if (m.type !== "") {
    w.tag(10);
    w.string(m.type);
  }
  if (m.key.length > 0) {
    w.tag(18);
    w.bytes(m.key);
  }
  if (m.data.length > 0) {
    w.tag(26);
    w.bytes(m.data);
  }
}

function readProofOp(r: Reader): ProofOp {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.bytes());
        break;
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { type: f1, key: f2, data: f3 };
}

export const ProofOp: Codec<ProofOp> = codec<ProofOp>({
  typeUrl: "/tendermint.crypto.ProofOp",
  fields: [
    { name: "type", jsonName: "type", number: 1, kind: "string", repeated: false, optional: false },
    { name: "key", jsonName: "key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "data", jsonName: "data", number: 3, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ type: "", key: new Uint8Array(0), data: new Uint8Array(0) }),
  write: writeProofOp,
  read: readProofOp,
});

export interface ProofOps {
  readonly ops: readonly ProofOp[];
}

function writeProofOps(w: Writer, m: ProofOps): void {
  for (const v of m.ops) {
    w.tag(10);
    { const s = w.open(); ProofOp.write(w, v); w.close(s); }
  }
}

function readProofOps(r: Reader): ProofOps {
  const f1: ProofOp[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ProofOp.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { ops: f1 };
}

export const ProofOps: Codec<ProofOps> = codec<ProofOps>({
  typeUrl: "/tendermint.crypto.ProofOps",
  fields: [
    { name: "ops", jsonName: "ops", number: 1, kind: "message", repeated: true, optional: false, message: () => ProofOp as Codec<never> },
  ],
  defaults: () => ({ ops: [] }),
  write: writeProofOps,
  read: readProofOps,
});
