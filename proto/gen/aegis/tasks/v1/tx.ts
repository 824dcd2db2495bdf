// Generated from proto/aegis/tasks/v1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { ItemResult } from "../../base/v1/base.ts";
import { VoteContent } from "./dispute.ts";
import { ModelRevision, ReferencePrice } from "./model.ts";
import { Params } from "./params.ts";
import { FinishReason, ResultContent, TaskRequest, VerificationContent } from "./tasks.ts";

/** Registers a model, or a further revision of one by its owner. revision.model is the id; revision.number and revision.acts_from_ms are set by the chain and must be 0. */
export interface MsgRegisterModel {
  readonly owner: string;
  readonly revision: ModelRevision | undefined;
  readonly deposit: bigint;
}

function writeMsgRegisterModel(w: Writer, m: MsgRegisterModel): void {
  if (m.owner !== "") {
    w.tag(10);
    w.string(m.owner);
  }
  if (m.revision !== undefined) {
    w.tag(18);
    { const s = w.open(); ModelRevision.write(w, m.revision); w.close(s); }
  }
  if (m.deposit !== 0n) {
    w.tag(24);
    w.uint64(m.deposit);
  }
}

function readMsgRegisterModel(r: Reader): MsgRegisterModel {
  let f1: string = "";
  let f2: ModelRevision | undefined = undefined;
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = ModelRevision.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { owner: f1, revision: f2, deposit: f3 };
}

export const MsgRegisterModel: Codec<MsgRegisterModel> = codec<MsgRegisterModel>({
  typeUrl: "/aegis.tasks.v1.MsgRegisterModel",
  fields: [
    { name: "owner", jsonName: "owner", number: 1, kind: "string", repeated: false, optional: false },
    { name: "revision", jsonName: "revision", number: 2, kind: "message", repeated: false, optional: true, message: () => ModelRevision as Codec<never> },
    { name: "deposit", jsonName: "deposit", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ owner: "", revision: undefined, deposit: 0n }),
  write: writeMsgRegisterModel,
  read: readMsgRegisterModel,
});

export interface MsgRegisterModelResponse {
  readonly revision: number;
}

function writeMsgRegisterModelResponse(w: Writer, m: MsgRegisterModelResponse): void {
  if (m.revision !== 0) {
    w.tag(8);
    w.uint32(m.revision);
  }
}

function readMsgRegisterModelResponse(r: Reader): MsgRegisterModelResponse {
  let f1: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { revision: f1 };
}

export const MsgRegisterModelResponse: Codec<MsgRegisterModelResponse> = codec<MsgRegisterModelResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRegisterModelResponse",
  fields: [
    { name: "revision", jsonName: "revision", number: 1, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ revision: 0 }),
  write: writeMsgRegisterModelResponse,
  read: readMsgRegisterModelResponse,
});

/** Marks a model as rewarded, or no longer when reference_price is absent. */
export interface MsgSetModelReward {
  readonly authority: string;
  readonly model: string;
  readonly referencePrice: ReferencePrice | undefined;
}

function writeMsgSetModelReward(w: Writer, m: MsgSetModelReward): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.model !== "") {
    w.tag(18);
    w.string(m.model);
  }
  if (m.referencePrice !== undefined) {
    w.tag(26);
    { const s = w.open(); ReferencePrice.write(w, m.referencePrice); w.close(s); }
  }
}

function readMsgSetModelReward(r: Reader): MsgSetModelReward {
  let f1: string = "";
  let f2: string = "";
  let f3: ReferencePrice | undefined = undefined;
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
        f2 = r.value(r.string());
        break;
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ReferencePrice.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, model: f2, referencePrice: f3 };
}

export const MsgSetModelReward: Codec<MsgSetModelReward> = codec<MsgSetModelReward>({
  typeUrl: "/aegis.tasks.v1.MsgSetModelReward",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "model", jsonName: "model", number: 2, kind: "string", repeated: false, optional: false },
    { name: "referencePrice", jsonName: "reference_price", number: 3, kind: "message", repeated: false, optional: true, message: () => ReferencePrice as Codec<never> },
  ],
  defaults: () => ({ authority: "", model: "", referencePrice: undefined }),
  write: writeMsgSetModelReward,
  read: readMsgSetModelReward,
});

export interface MsgSetModelRewardResponse {
}

function writeMsgSetModelRewardResponse(_w: Writer, _m: MsgSetModelRewardResponse): void {
}

function readMsgSetModelRewardResponse(r: Reader): MsgSetModelRewardResponse {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const MsgSetModelRewardResponse: Codec<MsgSetModelRewardResponse> = codec<MsgSetModelRewardResponse>({
  typeUrl: "/aegis.tasks.v1.MsgSetModelRewardResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgSetModelRewardResponse,
  read: readMsgSetModelRewardResponse,
});

export interface NodeModelRequest {
  readonly model: string;
  readonly kernelClass: string;
}

function writeNodeModelRequest(w: Writer, m: NodeModelRequest): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.kernelClass !== "") {
    w.tag(18);
    w.string(m.kernelClass);
  }
}

function readNodeModelRequest(r: Reader): NodeModelRequest {
  let f1: string = "";
  let f2: string = "";
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
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, kernelClass: f2 };
}

export const NodeModelRequest: Codec<NodeModelRequest> = codec<NodeModelRequest>({
  typeUrl: "/aegis.tasks.v1.NodeModelRequest",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "kernelClass", jsonName: "kernel_class", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", kernelClass: "" }),
  write: writeNodeModelRequest,
  read: readNodeModelRequest,
});

export interface MsgRegisterNode {
  readonly operator: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly endpoint: string;
  readonly models: readonly NodeModelRequest[];
  readonly stake: bigint;
  readonly licences: readonly number[];
  readonly servesCommittees: boolean;
}

function writeMsgRegisterNode(w: Writer, m: MsgRegisterNode): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.publicKey.length > 0) {
    w.tag(18);
    w.bytes(m.publicKey);
  }
  if (m.signature.length > 0) {
    w.tag(26);
    w.bytes(m.signature);
  }
  if (m.endpoint !== "") {
    w.tag(34);
    w.string(m.endpoint);
  }
  for (const v of m.models) {
    w.tag(42);
    { const s = w.open(); NodeModelRequest.write(w, v); w.close(s); }
  }
  if (m.stake !== 0n) {
    w.tag(48);
    w.uint64(m.stake);
  }
  if (m.licences.length > 0) {
    w.tag(58);
    const s = w.open();
    for (const v of m.licences) w.uint32(v);
    w.close(s);
  }
  if (m.servesCommittees) {
    w.tag(64);
    w.bool(m.servesCommittees);
  }
}

function readMsgRegisterNode(r: Reader): MsgRegisterNode {
  let f1: string = "";
  let f2: Uint8Array = new Uint8Array(0);
  let f3: Uint8Array = new Uint8Array(0);
  let f4: string = "";
  const f5: NodeModelRequest[] = [];
  let f6: bigint = 0n;
  const f7: number[] = [];
  let f8: boolean = false;
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
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(NodeModelRequest.read(r));
        r.leave(outer);
        break;
      }
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f7.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 56:
        if (r.strict) r.unknown(tag);
        f7.push(r.uint32());
        break;
      case 64:
        r.single(last, tag);
        f8 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, publicKey: f2, signature: f3, endpoint: f4, models: f5, stake: f6, licences: f7, servesCommittees: f8 };
}

export const MsgRegisterNode: Codec<MsgRegisterNode> = codec<MsgRegisterNode>({
  typeUrl: "/aegis.tasks.v1.MsgRegisterNode",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "publicKey", jsonName: "public_key", number: 2, kind: "bytes", repeated: false, optional: false },
    { name: "signature", jsonName: "signature", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "endpoint", jsonName: "endpoint", number: 4, kind: "string", repeated: false, optional: false },
    { name: "models", jsonName: "models", number: 5, kind: "message", repeated: true, optional: false, message: () => NodeModelRequest as Codec<never> },
    { name: "stake", jsonName: "stake", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "licences", jsonName: "licences", number: 7, kind: "uint32", repeated: true, optional: false },
    { name: "servesCommittees", jsonName: "serves_committees", number: 8, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", publicKey: new Uint8Array(0), signature: new Uint8Array(0), endpoint: "", models: [], stake: 0n, licences: [], servesCommittees: false }),
  write: writeMsgRegisterNode,
  read: readMsgRegisterNode,
});

export interface MsgRegisterNodeResponse {
  readonly node: string;
}

function writeMsgRegisterNodeResponse(w: Writer, m: MsgRegisterNodeResponse): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
}

function readMsgRegisterNodeResponse(r: Reader): MsgRegisterNodeResponse {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1 };
}

export const MsgRegisterNodeResponse: Codec<MsgRegisterNodeResponse> = codec<MsgRegisterNodeResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRegisterNodeResponse",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ node: "" }),
  write: writeMsgRegisterNodeResponse,
  read: readMsgRegisterNodeResponse,
});

export interface MsgUnregisterNode {
  readonly operator: string;
  readonly node: string;
}

function writeMsgUnregisterNode(w: Writer, m: MsgUnregisterNode): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
}

function readMsgUnregisterNode(r: Reader): MsgUnregisterNode {
  let f1: string = "";
  let f2: string = "";
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
        f2 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, node: f2 };
}

export const MsgUnregisterNode: Codec<MsgUnregisterNode> = codec<MsgUnregisterNode>({
  typeUrl: "/aegis.tasks.v1.MsgUnregisterNode",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", node: "" }),
  write: writeMsgUnregisterNode,
  read: readMsgUnregisterNode,
});

export interface MsgUnregisterNodeResponse {
  readonly unbondingEndMs: bigint;
}

function writeMsgUnregisterNodeResponse(w: Writer, m: MsgUnregisterNodeResponse): void {
  if (m.unbondingEndMs !== 0n) {
    w.tag(8);
    w.uint64(m.unbondingEndMs);
  }
}

function readMsgUnregisterNodeResponse(r: Reader): MsgUnregisterNodeResponse {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { unbondingEndMs: f1 };
}

export const MsgUnregisterNodeResponse: Codec<MsgUnregisterNodeResponse> = codec<MsgUnregisterNodeResponse>({
  typeUrl: "/aegis.tasks.v1.MsgUnregisterNodeResponse",
  fields: [
    { name: "unbondingEndMs", jsonName: "unbonding_end_ms", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ unbondingEndMs: 0n }),
  write: writeMsgUnregisterNodeResponse,
  read: readMsgUnregisterNodeResponse,
});

/** Raises the stake of a bonded node. */
export interface MsgAddNodeStake {
  readonly operator: string;
  readonly node: string;
  readonly amount: bigint;
}

function writeMsgAddNodeStake(w: Writer, m: MsgAddNodeStake): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.amount !== 0n) {
    w.tag(24);
    w.uint64(m.amount);
  }
}

function readMsgAddNodeStake(r: Reader): MsgAddNodeStake {
  let f1: string = "";
  let f2: string = "";
  let f3: bigint = 0n;
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, node: f2, amount: f3 };
}

export const MsgAddNodeStake: Codec<MsgAddNodeStake> = codec<MsgAddNodeStake>({
  typeUrl: "/aegis.tasks.v1.MsgAddNodeStake",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "amount", jsonName: "amount", number: 3, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", node: "", amount: 0n }),
  write: writeMsgAddNodeStake,
  read: readMsgAddNodeStake,
});

export interface MsgAddNodeStakeResponse {
}

function writeMsgAddNodeStakeResponse(_w: Writer, _m: MsgAddNodeStakeResponse): void {
}

function readMsgAddNodeStakeResponse(r: Reader): MsgAddNodeStakeResponse {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const MsgAddNodeStakeResponse: Codec<MsgAddNodeStakeResponse> = codec<MsgAddNodeStakeResponse>({
  typeUrl: "/aegis.tasks.v1.MsgAddNodeStakeResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgAddNodeStakeResponse,
  read: readMsgAddNodeStakeResponse,
});

/** Puts a licence of the operator behind a bonded node. */
export interface MsgAddNodeLicence {
  readonly operator: string;
  readonly node: string;
  readonly licence: number;
}

function writeMsgAddNodeLicence(w: Writer, m: MsgAddNodeLicence): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.licence !== 0) {
    w.tag(24);
    w.uint32(m.licence);
  }
}

function readMsgAddNodeLicence(r: Reader): MsgAddNodeLicence {
  let f1: string = "";
  let f2: string = "";
  let f3: number = 0;
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, node: f2, licence: f3 };
}

export const MsgAddNodeLicence: Codec<MsgAddNodeLicence> = codec<MsgAddNodeLicence>({
  typeUrl: "/aegis.tasks.v1.MsgAddNodeLicence",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "licence", jsonName: "licence", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", node: "", licence: 0 }),
  write: writeMsgAddNodeLicence,
  read: readMsgAddNodeLicence,
});

export interface MsgAddNodeLicenceResponse {
}

function writeMsgAddNodeLicenceResponse(_w: Writer, _m: MsgAddNodeLicenceResponse): void {
}

function readMsgAddNodeLicenceResponse(r: Reader): MsgAddNodeLicenceResponse {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const MsgAddNodeLicenceResponse: Codec<MsgAddNodeLicenceResponse> = codec<MsgAddNodeLicenceResponse>({
  typeUrl: "/aegis.tasks.v1.MsgAddNodeLicenceResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgAddNodeLicenceResponse,
  read: readMsgAddNodeLicenceResponse,
});

/** Begins to take a licence back from behind a node, which stays. */
export interface MsgRemoveNodeLicence {
  readonly operator: string;
  readonly node: string;
  readonly licence: number;
}

function writeMsgRemoveNodeLicence(w: Writer, m: MsgRemoveNodeLicence): void {
  if (m.operator !== "") {
    w.tag(10);
    w.string(m.operator);
  }
  if (m.node !== "") {
    w.tag(18);
    w.string(m.node);
  }
  if (m.licence !== 0) {
    w.tag(24);
    w.uint32(m.licence);
  }
}

function readMsgRemoveNodeLicence(r: Reader): MsgRemoveNodeLicence {
  let f1: string = "";
  let f2: string = "";
  let f3: number = 0;
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
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { operator: f1, node: f2, licence: f3 };
}

export const MsgRemoveNodeLicence: Codec<MsgRemoveNodeLicence> = codec<MsgRemoveNodeLicence>({
  typeUrl: "/aegis.tasks.v1.MsgRemoveNodeLicence",
  fields: [
    { name: "operator", jsonName: "operator", number: 1, kind: "string", repeated: false, optional: false },
    { name: "node", jsonName: "node", number: 2, kind: "string", repeated: false, optional: false },
    { name: "licence", jsonName: "licence", number: 3, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ operator: "", node: "", licence: 0 }),
  write: writeMsgRemoveNodeLicence,
  read: readMsgRemoveNodeLicence,
});

export interface MsgRemoveNodeLicenceResponse {
  readonly releasingUntilMs: bigint;
}

function writeMsgRemoveNodeLicenceResponse(w: Writer, m: MsgRemoveNodeLicenceResponse): void {
  if (m.releasingUntilMs !== 0n) {
    w.tag(8);
    w.uint64(m.releasingUntilMs);
  }
}

function readMsgRemoveNodeLicenceResponse(r: Reader): MsgRemoveNodeLicenceResponse {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { releasingUntilMs: f1 };
}

export const MsgRemoveNodeLicenceResponse: Codec<MsgRemoveNodeLicenceResponse> = codec<MsgRemoveNodeLicenceResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRemoveNodeLicenceResponse",
  fields: [
    { name: "releasingUntilMs", jsonName: "releasing_until_ms", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ releasingUntilMs: 0n }),
  write: writeMsgRemoveNodeLicenceResponse,
  read: readMsgRemoveNodeLicenceResponse,
});

export interface MsgSubmitTask {
  readonly sender: string;
  readonly tasks: readonly TaskRequest[];
}

function writeMsgSubmitTask(w: Writer, m: MsgSubmitTask): void {
  if (m.sender !== "") {
    w.tag(10);
    w.string(m.sender);
  }
  for (const v of m.tasks) {
    w.tag(18);
    { const s = w.open(); TaskRequest.write(w, v); w.close(s); }
  }
}

function readMsgSubmitTask(r: Reader): MsgSubmitTask {
  let f1: string = "";
  const f2: TaskRequest[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(TaskRequest.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { sender: f1, tasks: f2 };
}

export const MsgSubmitTask: Codec<MsgSubmitTask> = codec<MsgSubmitTask>({
  typeUrl: "/aegis.tasks.v1.MsgSubmitTask",
  fields: [
    { name: "sender", jsonName: "sender", number: 1, kind: "string", repeated: false, optional: false },
    { name: "tasks", jsonName: "tasks", number: 2, kind: "message", repeated: true, optional: false, message: () => TaskRequest as Codec<never> },
  ],
  defaults: () => ({ sender: "", tasks: [] }),
  write: writeMsgSubmitTask,
  read: readMsgSubmitTask,
});

export interface MsgSubmitTaskResponse {
  readonly results: readonly ItemResult[];
  readonly taskHashes: readonly Uint8Array[];
}

function writeMsgSubmitTaskResponse(w: Writer, m: MsgSubmitTaskResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
  for (const v of m.taskHashes) {
    w.tag(18);
    w.bytes(v);
  }
}

function readMsgSubmitTaskResponse(r: Reader): MsgSubmitTaskResponse {
  const f1: ItemResult[] = [];
  const f2: Uint8Array[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      case 18:
        f2.push(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1, taskHashes: f2 };
}

export const MsgSubmitTaskResponse: Codec<MsgSubmitTaskResponse> = codec<MsgSubmitTaskResponse>({
  typeUrl: "/aegis.tasks.v1.MsgSubmitTaskResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
    { name: "taskHashes", jsonName: "task_hashes", number: 2, kind: "bytes", repeated: true, optional: false },
  ],
  defaults: () => ({ results: [], taskHashes: [] }),
  write: writeMsgSubmitTaskResponse,
  read: readMsgSubmitTaskResponse,
});

export interface ResultCommit {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly commit: Uint8Array;
}

function writeResultCommit(w: Writer, m: ResultCommit): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.commit.length > 0) {
    w.tag(34);
    w.bytes(m.commit);
  }
}

function readResultCommit(r: Reader): ResultCommit {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, commit: f4 };
}

export const ResultCommit: Codec<ResultCommit> = codec<ResultCommit>({
  typeUrl: "/aegis.tasks.v1.ResultCommit",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "commit", jsonName: "commit", number: 4, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, commit: new Uint8Array(0) }),
  write: writeResultCommit,
  read: readResultCommit,
});

/** All lists of node messages are strictly ascending by task hash, calculation and executor. */
export interface MsgCommitResult {
  readonly node: string;
  readonly items: readonly ResultCommit[];
}

function writeMsgCommitResult(w: Writer, m: MsgCommitResult): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); ResultCommit.write(w, v); w.close(s); }
  }
}

function readMsgCommitResult(r: Reader): MsgCommitResult {
  let f1: string = "";
  const f2: ResultCommit[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(ResultCommit.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgCommitResult: Codec<MsgCommitResult> = codec<MsgCommitResult>({
  typeUrl: "/aegis.tasks.v1.MsgCommitResult",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => ResultCommit as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgCommitResult,
  read: readMsgCommitResult,
});

export interface MsgCommitResultResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgCommitResultResponse(w: Writer, m: MsgCommitResultResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgCommitResultResponse(r: Reader): MsgCommitResultResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgCommitResultResponse: Codec<MsgCommitResultResponse> = codec<MsgCommitResultResponse>({
  typeUrl: "/aegis.tasks.v1.MsgCommitResultResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgCommitResultResponse,
  read: readMsgCommitResultResponse,
});

export interface ResultReveal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly fingerprintHash: Uint8Array;
  readonly salt: Uint8Array;
  readonly result: ResultContent | undefined;
}

function writeResultReveal(w: Writer, m: ResultReveal): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.fingerprintHash.length > 0) {
    w.tag(34);
    w.bytes(m.fingerprintHash);
  }
  if (m.salt.length > 0) {
    w.tag(42);
    w.bytes(m.salt);
  }
  if (m.result !== undefined) {
    w.tag(50);
    { const s = w.open(); ResultContent.write(w, m.result); w.close(s); }
  }
}

function readResultReveal(r: Reader): ResultReveal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let f6: ResultContent | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = ResultContent.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, fingerprintHash: f4, salt: f5, result: f6 };
}

export const ResultReveal: Codec<ResultReveal> = codec<ResultReveal>({
  typeUrl: "/aegis.tasks.v1.ResultReveal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "fingerprintHash", jsonName: "fingerprint_hash", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "salt", jsonName: "salt", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "result", jsonName: "result", number: 6, kind: "message", repeated: false, optional: true, message: () => ResultContent as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, fingerprintHash: new Uint8Array(0), salt: new Uint8Array(0), result: undefined }),
  write: writeResultReveal,
  read: readResultReveal,
});

export interface MsgRevealResult {
  readonly node: string;
  readonly items: readonly ResultReveal[];
}

function writeMsgRevealResult(w: Writer, m: MsgRevealResult): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); ResultReveal.write(w, v); w.close(s); }
  }
}

function readMsgRevealResult(r: Reader): MsgRevealResult {
  let f1: string = "";
  const f2: ResultReveal[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(ResultReveal.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgRevealResult: Codec<MsgRevealResult> = codec<MsgRevealResult>({
  typeUrl: "/aegis.tasks.v1.MsgRevealResult",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => ResultReveal as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgRevealResult,
  read: readMsgRevealResult,
});

export interface MsgRevealResultResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgRevealResultResponse(w: Writer, m: MsgRevealResultResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgRevealResultResponse(r: Reader): MsgRevealResultResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgRevealResultResponse: Codec<MsgRevealResultResponse> = codec<MsgRevealResultResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRevealResultResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgRevealResultResponse,
  read: readMsgRevealResultResponse,
});

export interface VerificationCommit {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly commit: Uint8Array;
  readonly challenge: boolean;
}

function writeVerificationCommit(w: Writer, m: VerificationCommit): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.commit.length > 0) {
    w.tag(42);
    w.bytes(m.commit);
  }
  if (m.challenge) {
    w.tag(48);
    w.bool(m.challenge);
  }
}

function readVerificationCommit(r: Reader): VerificationCommit {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: Uint8Array = new Uint8Array(0);
  let f6: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, commit: f5, challenge: f6 };
}

export const VerificationCommit: Codec<VerificationCommit> = codec<VerificationCommit>({
  typeUrl: "/aegis.tasks.v1.VerificationCommit",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "commit", jsonName: "commit", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "challenge", jsonName: "challenge", number: 6, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", commit: new Uint8Array(0), challenge: false }),
  write: writeVerificationCommit,
  read: readVerificationCommit,
});

export interface MsgCommitVerification {
  readonly node: string;
  readonly items: readonly VerificationCommit[];
}

function writeMsgCommitVerification(w: Writer, m: MsgCommitVerification): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); VerificationCommit.write(w, v); w.close(s); }
  }
}

function readMsgCommitVerification(r: Reader): MsgCommitVerification {
  let f1: string = "";
  const f2: VerificationCommit[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(VerificationCommit.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgCommitVerification: Codec<MsgCommitVerification> = codec<MsgCommitVerification>({
  typeUrl: "/aegis.tasks.v1.MsgCommitVerification",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => VerificationCommit as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgCommitVerification,
  read: readMsgCommitVerification,
});

export interface MsgCommitVerificationResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgCommitVerificationResponse(w: Writer, m: MsgCommitVerificationResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgCommitVerificationResponse(r: Reader): MsgCommitVerificationResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgCommitVerificationResponse: Codec<MsgCommitVerificationResponse> = codec<MsgCommitVerificationResponse>({
  typeUrl: "/aegis.tasks.v1.MsgCommitVerificationResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgCommitVerificationResponse,
  read: readMsgCommitVerificationResponse,
});

export interface FingerprintReveal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly salt: Uint8Array;
  readonly fingerprint: Uint8Array;
}

function writeFingerprintReveal(w: Writer, m: FingerprintReveal): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.salt.length > 0) {
    w.tag(34);
    w.bytes(m.salt);
  }
  if (m.fingerprint.length > 0) {
    w.tag(42);
    w.bytes(m.fingerprint);
  }
}

function readFingerprintReveal(r: Reader): FingerprintReveal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: Uint8Array = new Uint8Array(0);
  let f5: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.bytes());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, salt: f4, fingerprint: f5 };
}

export const FingerprintReveal: Codec<FingerprintReveal> = codec<FingerprintReveal>({
  typeUrl: "/aegis.tasks.v1.FingerprintReveal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "salt", jsonName: "salt", number: 4, kind: "bytes", repeated: false, optional: false },
    { name: "fingerprint", jsonName: "fingerprint", number: 5, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, salt: new Uint8Array(0), fingerprint: new Uint8Array(0) }),
  write: writeFingerprintReveal,
  read: readFingerprintReveal,
});

export interface MsgRevealFingerprint {
  readonly node: string;
  readonly items: readonly FingerprintReveal[];
}

function writeMsgRevealFingerprint(w: Writer, m: MsgRevealFingerprint): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); FingerprintReveal.write(w, v); w.close(s); }
  }
}

function readMsgRevealFingerprint(r: Reader): MsgRevealFingerprint {
  let f1: string = "";
  const f2: FingerprintReveal[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(FingerprintReveal.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgRevealFingerprint: Codec<MsgRevealFingerprint> = codec<MsgRevealFingerprint>({
  typeUrl: "/aegis.tasks.v1.MsgRevealFingerprint",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => FingerprintReveal as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgRevealFingerprint,
  read: readMsgRevealFingerprint,
});

export interface MsgRevealFingerprintResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgRevealFingerprintResponse(w: Writer, m: MsgRevealFingerprintResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgRevealFingerprintResponse(r: Reader): MsgRevealFingerprintResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgRevealFingerprintResponse: Codec<MsgRevealFingerprintResponse> = codec<MsgRevealFingerprintResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRevealFingerprintResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgRevealFingerprintResponse,
  read: readMsgRevealFingerprintResponse,
});

export interface VerificationReveal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly salt: Uint8Array;
  readonly verification: VerificationContent | undefined;
}

function writeVerificationReveal(w: Writer, m: VerificationReveal): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.salt.length > 0) {
    w.tag(42);
    w.bytes(m.salt);
  }
  if (m.verification !== undefined) {
    w.tag(50);
    { const s = w.open(); VerificationContent.write(w, m.verification); w.close(s); }
  }
}

function readVerificationReveal(r: Reader): VerificationReveal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: Uint8Array = new Uint8Array(0);
  let f6: VerificationContent | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.bytes());
        break;
      case 50: {
        r.single(last, tag);
        const outer = r.enter();
        f6 = VerificationContent.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, salt: f5, verification: f6 };
}

export const VerificationReveal: Codec<VerificationReveal> = codec<VerificationReveal>({
  typeUrl: "/aegis.tasks.v1.VerificationReveal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "salt", jsonName: "salt", number: 5, kind: "bytes", repeated: false, optional: false },
    { name: "verification", jsonName: "verification", number: 6, kind: "message", repeated: false, optional: true, message: () => VerificationContent as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", salt: new Uint8Array(0), verification: undefined }),
  write: writeVerificationReveal,
  read: readVerificationReveal,
});

export interface MsgRevealVerification {
  readonly node: string;
  readonly items: readonly VerificationReveal[];
}

function writeMsgRevealVerification(w: Writer, m: MsgRevealVerification): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); VerificationReveal.write(w, v); w.close(s); }
  }
}

function readMsgRevealVerification(r: Reader): MsgRevealVerification {
  let f1: string = "";
  const f2: VerificationReveal[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(VerificationReveal.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgRevealVerification: Codec<MsgRevealVerification> = codec<MsgRevealVerification>({
  typeUrl: "/aegis.tasks.v1.MsgRevealVerification",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => VerificationReveal as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgRevealVerification,
  read: readMsgRevealVerification,
});

export interface MsgRevealVerificationResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgRevealVerificationResponse(w: Writer, m: MsgRevealVerificationResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgRevealVerificationResponse(r: Reader): MsgRevealVerificationResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgRevealVerificationResponse: Codec<MsgRevealVerificationResponse> = codec<MsgRevealVerificationResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRevealVerificationResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgRevealVerificationResponse,
  read: readMsgRevealVerificationResponse,
});

export interface VoteCommit {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly commit: Uint8Array;
}

function writeVoteCommit(w: Writer, m: VoteCommit): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.commit.length > 0) {
    w.tag(50);
    w.bytes(m.commit);
  }
}

function readVoteCommit(r: Reader): VoteCommit {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, commit: f6 };
}

export const VoteCommit: Codec<VoteCommit> = codec<VoteCommit>({
  typeUrl: "/aegis.tasks.v1.VoteCommit",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "commit", jsonName: "commit", number: 6, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, commit: new Uint8Array(0) }),
  write: writeVoteCommit,
  read: readVoteCommit,
});

export interface MsgCommitVote {
  readonly node: string;
  readonly items: readonly VoteCommit[];
}

function writeMsgCommitVote(w: Writer, m: MsgCommitVote): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); VoteCommit.write(w, v); w.close(s); }
  }
}

function readMsgCommitVote(r: Reader): MsgCommitVote {
  let f1: string = "";
  const f2: VoteCommit[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(VoteCommit.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgCommitVote: Codec<MsgCommitVote> = codec<MsgCommitVote>({
  typeUrl: "/aegis.tasks.v1.MsgCommitVote",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => VoteCommit as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgCommitVote,
  read: readMsgCommitVote,
});

export interface MsgCommitVoteResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgCommitVoteResponse(w: Writer, m: MsgCommitVoteResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgCommitVoteResponse(r: Reader): MsgCommitVoteResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgCommitVoteResponse: Codec<MsgCommitVoteResponse> = codec<MsgCommitVoteResponse>({
  typeUrl: "/aegis.tasks.v1.MsgCommitVoteResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgCommitVoteResponse,
  read: readMsgCommitVoteResponse,
});

export interface VoteReveal {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly round: number;
  readonly salt: Uint8Array;
  readonly vote: VoteContent | undefined;
}

function writeVoteReveal(w: Writer, m: VoteReveal): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  if (m.round !== 0) {
    w.tag(40);
    w.uint32(m.round);
  }
  if (m.salt.length > 0) {
    w.tag(50);
    w.bytes(m.salt);
  }
  if (m.vote !== undefined) {
    w.tag(58);
    { const s = w.open(); VoteContent.write(w, m.vote); w.close(s); }
  }
}

function readVoteReveal(r: Reader): VoteReveal {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  let f5: number = 0;
  let f6: Uint8Array = new Uint8Array(0);
  let f7: VoteContent | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.uint32());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      case 58: {
        r.single(last, tag);
        const outer = r.enter();
        f7 = VoteContent.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, round: f5, salt: f6, vote: f7 };
}

export const VoteReveal: Codec<VoteReveal> = codec<VoteReveal>({
  typeUrl: "/aegis.tasks.v1.VoteReveal",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "round", jsonName: "round", number: 5, kind: "uint32", repeated: false, optional: false },
    { name: "salt", jsonName: "salt", number: 6, kind: "bytes", repeated: false, optional: false },
    { name: "vote", jsonName: "vote", number: 7, kind: "message", repeated: false, optional: true, message: () => VoteContent as Codec<never> },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", round: 0, salt: new Uint8Array(0), vote: undefined }),
  write: writeVoteReveal,
  read: readVoteReveal,
});

export interface MsgRevealVote {
  readonly node: string;
  readonly items: readonly VoteReveal[];
}

function writeMsgRevealVote(w: Writer, m: MsgRevealVote): void {
  if (m.node !== "") {
    w.tag(10);
    w.string(m.node);
  }
  for (const v of m.items) {
    w.tag(18);
    { const s = w.open(); VoteReveal.write(w, v); w.close(s); }
  }
}

function readMsgRevealVote(r: Reader): MsgRevealVote {
  let f1: string = "";
  const f2: VoteReveal[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(VoteReveal.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { node: f1, items: f2 };
}

export const MsgRevealVote: Codec<MsgRevealVote> = codec<MsgRevealVote>({
  typeUrl: "/aegis.tasks.v1.MsgRevealVote",
  fields: [
    { name: "node", jsonName: "node", number: 1, kind: "string", repeated: false, optional: false },
    { name: "items", jsonName: "items", number: 2, kind: "message", repeated: true, optional: false, message: () => VoteReveal as Codec<never> },
  ],
  defaults: () => ({ node: "", items: [] }),
  write: writeMsgRevealVote,
  read: readMsgRevealVote,
});

export interface MsgRevealVoteResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgRevealVoteResponse(w: Writer, m: MsgRevealVoteResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgRevealVoteResponse(r: Reader): MsgRevealVoteResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgRevealVoteResponse: Codec<MsgRevealVoteResponse> = codec<MsgRevealVoteResponse>({
  typeUrl: "/aegis.tasks.v1.MsgRevealVoteResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgRevealVoteResponse,
  read: readMsgRevealVoteResponse,
});

/** One piece of a stream, as a node sent and signed it. */
export interface StreamChunk {
  readonly tokenIds: readonly number[];
  readonly text: string;
  readonly finishReason: FinishReason;
}

function writeStreamChunk(w: Writer, m: StreamChunk): void {
  if (m.tokenIds.length > 0) {
    w.tag(10);
    const s = w.open();
    for (const v of m.tokenIds) w.uint32(v);
    w.close(s);
  }
  if (m.text !== "") {
    w.tag(18);
    w.string(m.text);
  }
  if (m.finishReason !== 0) {
    w.tag(24);
    w.int32(m.finishReason);
  }
}

function readStreamChunk(r: Reader): StreamChunk {
  const f1: number[] = [];
  let f2: string = "";
  let f3: FinishReason = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        if (r.at === r.end) r.value(0);
        while (r.at < r.end) f1.push(r.uint32());
        r.leave(outer);
        break;
      }
      case 8:
        if (r.strict) r.unknown(tag);
        f1.push(r.uint32());
        break;
      case 18:
        r.single(last, tag);
        f2 = r.value(r.string());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { tokenIds: f1, text: f2, finishReason: f3 };
}

export const StreamChunk: Codec<StreamChunk> = codec<StreamChunk>({
  typeUrl: "/aegis.tasks.v1.StreamChunk",
  fields: [
    { name: "tokenIds", jsonName: "token_ids", number: 1, kind: "uint32", repeated: true, optional: false },
    { name: "text", jsonName: "text", number: 2, kind: "string", repeated: false, optional: false },
    { name: "finishReason", jsonName: "finish_reason", number: 3, kind: "enum", repeated: false, optional: false, values: FinishReason },
  ],
  defaults: () => ({ tokenIds: [], text: "", finishReason: 0 }),
  write: writeStreamChunk,
  read: readStreamChunk,
});

/** A stream that is not the beginning of the result which its node revealed. */
export interface StreamFraud {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly executor: string;
  readonly chunks: readonly StreamChunk[];
  readonly signature: Uint8Array;
}

function writeStreamFraud(w: Writer, m: StreamFraud): void {
  if (m.taskHash.length > 0) {
    w.tag(10);
    w.bytes(m.taskHash);
  }
  if (m.calculation !== 0) {
    w.tag(16);
    w.uint32(m.calculation);
  }
  if (m.attempt !== 0) {
    w.tag(24);
    w.uint32(m.attempt);
  }
  if (m.executor !== "") {
    w.tag(34);
    w.string(m.executor);
  }
  for (const v of m.chunks) {
    w.tag(42);
    { const s = w.open(); StreamChunk.write(w, v); w.close(s); }
  }
  if (m.signature.length > 0) {
    w.tag(50);
    w.bytes(m.signature);
  }
}

function readStreamFraud(r: Reader): StreamFraud {
  let f1: Uint8Array = new Uint8Array(0);
  let f2: number = 0;
  let f3: number = 0;
  let f4: string = "";
  const f5: StreamChunk[] = [];
  let f6: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.uint32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.uint32());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42: {
        const outer = r.enter();
        f5.push(StreamChunk.read(r));
        r.leave(outer);
        break;
      }
      case 50:
        r.single(last, tag);
        f6 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { taskHash: f1, calculation: f2, attempt: f3, executor: f4, chunks: f5, signature: f6 };
}

export const StreamFraud: Codec<StreamFraud> = codec<StreamFraud>({
  typeUrl: "/aegis.tasks.v1.StreamFraud",
  fields: [
    { name: "taskHash", jsonName: "task_hash", number: 1, kind: "bytes", repeated: false, optional: false },
    { name: "calculation", jsonName: "calculation", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "attempt", jsonName: "attempt", number: 3, kind: "uint32", repeated: false, optional: false },
    { name: "executor", jsonName: "executor", number: 4, kind: "string", repeated: false, optional: false },
    { name: "chunks", jsonName: "chunks", number: 5, kind: "message", repeated: true, optional: false, message: () => StreamChunk as Codec<never> },
    { name: "signature", jsonName: "signature", number: 6, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ taskHash: new Uint8Array(0), calculation: 0, attempt: 0, executor: "", chunks: [], signature: new Uint8Array(0) }),
  write: writeStreamFraud,
  read: readStreamFraud,
});

export interface MsgSubmitStreamFraud {
  readonly submitter: string;
  readonly frauds: readonly StreamFraud[];
}

function writeMsgSubmitStreamFraud(w: Writer, m: MsgSubmitStreamFraud): void {
  if (m.submitter !== "") {
    w.tag(10);
    w.string(m.submitter);
  }
  for (const v of m.frauds) {
    w.tag(18);
    { const s = w.open(); StreamFraud.write(w, v); w.close(s); }
  }
}

function readMsgSubmitStreamFraud(r: Reader): MsgSubmitStreamFraud {
  let f1: string = "";
  const f2: StreamFraud[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        const outer = r.enter();
        f2.push(StreamFraud.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { submitter: f1, frauds: f2 };
}

export const MsgSubmitStreamFraud: Codec<MsgSubmitStreamFraud> = codec<MsgSubmitStreamFraud>({
  typeUrl: "/aegis.tasks.v1.MsgSubmitStreamFraud",
  fields: [
    { name: "submitter", jsonName: "submitter", number: 1, kind: "string", repeated: false, optional: false },
    { name: "frauds", jsonName: "frauds", number: 2, kind: "message", repeated: true, optional: false, message: () => StreamFraud as Codec<never> },
  ],
  defaults: () => ({ submitter: "", frauds: [] }),
  write: writeMsgSubmitStreamFraud,
  read: readMsgSubmitStreamFraud,
});

export interface MsgSubmitStreamFraudResponse {
  readonly results: readonly ItemResult[];
}

function writeMsgSubmitStreamFraudResponse(w: Writer, m: MsgSubmitStreamFraudResponse): void {
  for (const v of m.results) {
    w.tag(10);
    { const s = w.open(); ItemResult.write(w, v); w.close(s); }
  }
}

function readMsgSubmitStreamFraudResponse(r: Reader): MsgSubmitStreamFraudResponse {
  const f1: ItemResult[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(ItemResult.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { results: f1 };
}

export const MsgSubmitStreamFraudResponse: Codec<MsgSubmitStreamFraudResponse> = codec<MsgSubmitStreamFraudResponse>({
  typeUrl: "/aegis.tasks.v1.MsgSubmitStreamFraudResponse",
  fields: [
    { name: "results", jsonName: "results", number: 1, kind: "message", repeated: true, optional: false, message: () => ItemResult as Codec<never> },
  ],
  defaults: () => ({ results: [] }),
  write: writeMsgSubmitStreamFraudResponse,
  read: readMsgSubmitStreamFraudResponse,
});

export interface MsgUpdateParams {
  readonly authority: string;
  readonly params: Params | undefined;
}

function writeMsgUpdateParams(w: Writer, m: MsgUpdateParams): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.params !== undefined) {
    w.tag(18);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readMsgUpdateParams(r: Reader): MsgUpdateParams {
  let f1: string = "";
  let f2: Params | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Params.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, params: f2 };
}

export const MsgUpdateParams: Codec<MsgUpdateParams> = codec<MsgUpdateParams>({
  typeUrl: "/aegis.tasks.v1.MsgUpdateParams",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "params", jsonName: "params", number: 2, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ authority: "", params: undefined }),
  write: writeMsgUpdateParams,
  read: readMsgUpdateParams,
});

export interface MsgUpdateParamsResponse {
}

function writeMsgUpdateParamsResponse(_w: Writer, _m: MsgUpdateParamsResponse): void {
}

function readMsgUpdateParamsResponse(r: Reader): MsgUpdateParamsResponse {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const MsgUpdateParamsResponse: Codec<MsgUpdateParamsResponse> = codec<MsgUpdateParamsResponse>({
  typeUrl: "/aegis.tasks.v1.MsgUpdateParamsResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgUpdateParamsResponse,
  read: readMsgUpdateParamsResponse,
});
