// Generated from proto/aegis/tasks/v1/node.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";

/** Whether a node may work on a model. */
export type NodeModelState = number;
export const NodeModelState = {
  NODE_MODEL_STATE_UNSPECIFIED: 0,
  NODE_MODEL_STATE_PENDING: 1,
  NODE_MODEL_STATE_ACTIVE: 2,
  NODE_MODEL_STATE_SUSPENDED: 3,
} as const;

/** Why a node is PENDING or SUSPENDED for a model. */
export type PendingReason = number;
export const PendingReason = {
  PENDING_REASON_UNSPECIFIED: 0,
  PENDING_REASON_NOT_QUALIFIED: 1,
  PENDING_REASON_NOT_ANSWERED: 2,
  PENDING_REASON_TOO_SLOW: 3,
  PENDING_REASON_WRONG_ANSWER: 4,
  PENDING_REASON_NOT_VERIFIED: 5,
  PENDING_REASON_UNDECIDED_DISPUTE: 6,
} as const;

export type NodeStatus = number;
export const NodeStatus = {
  NODE_STATUS_UNSPECIFIED: 0,
  NODE_STATUS_BONDED: 1,
  NODE_STATUS_UNBONDING: 2,
} as const;

/** One model of a node. */
export interface NodeModel {
  readonly model: string;
  readonly state: NodeModelState;
  readonly pendingReason: PendingReason;
  readonly workScore: bigint;
  readonly kernelClass: string;
  readonly activeHeight: bigint;
  readonly qualifiedEpoch: bigint;
  readonly qualification: Uint8Array;
  readonly qualifiedRevision: number;
  readonly failures: number;
}

function writeNodeModel(w: Writer, m: NodeModel): void {
  if (m.model !== "") {
    w.tag(10);
    w.string(m.model);
  }
  if (m.state !== 0) {
    w.tag(16);
    w.int32(m.state);
  }
  if (m.pendingReason !== 0) {
    w.tag(24);
    w.int32(m.pendingReason);
  }
  if (m.workScore !== 0n) {
    w.tag(32);
    w.uint64(m.workScore);
  }
  if (m.kernelClass !== "") {
    w.tag(42);
    w.string(m.kernelClass);
  }
  if (m.activeHeight !== 0n) {
    w.tag(48);
    w.uint64(m.activeHeight);
  }
  if (m.qualifiedEpoch !== 0n) {
    w.tag(56);
    w.uint64(m.qualifiedEpoch);
  }
  if (m.qualification.length > 0) {
    w.tag(66);
    w.bytes(m.qualification);
  }
  if (m.qualifiedRevision !== 0) {
    w.tag(72);
    w.uint32(m.qualifiedRevision);
  }
  if (m.failures !== 0) {
    w.tag(80);
    w.uint32(m.failures);
  }
}

function readNodeModel(r: Reader): NodeModel {
  let f1: string = "";
  let f2: NodeModelState = 0;
  let f3: PendingReason = 0;
  let f4: bigint = 0n;
  let f5: string = "";
  let f6: bigint = 0n;
  let f7: bigint = 0n;
  let f8: Uint8Array = new Uint8Array(0);
  let f9: number = 0;
  let f10: number = 0;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int32());
        break;
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int32());
        break;
      case 32:
        r.single(last, tag);
        f4 = r.value(r.uint64());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 56:
        r.single(last, tag);
        f7 = r.value(r.uint64());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.bytes());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { model: f1, state: f2, pendingReason: f3, workScore: f4, kernelClass: f5, activeHeight: f6, qualifiedEpoch: f7, qualification: f8, qualifiedRevision: f9, failures: f10 };
}

export const NodeModel: Codec<NodeModel> = codec<NodeModel>({
  typeUrl: "/aegis.tasks.v1.NodeModel",
  fields: [
    { name: "model", jsonName: "model", number: 1, kind: "string", repeated: false, optional: false },
    { name: "state", jsonName: "state", number: 2, kind: "enum", repeated: false, optional: false, values: NodeModelState },
    { name: "pendingReason", jsonName: "pending_reason", number: 3, kind: "enum", repeated: false, optional: false, values: PendingReason },
    { name: "workScore", jsonName: "work_score", number: 4, kind: "uint64", repeated: false, optional: false },
    { name: "kernelClass", jsonName: "kernel_class", number: 5, kind: "string", repeated: false, optional: false },
    { name: "activeHeight", jsonName: "active_height", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "qualifiedEpoch", jsonName: "qualified_epoch", number: 7, kind: "uint64", repeated: false, optional: false },
    { name: "qualification", jsonName: "qualification", number: 8, kind: "bytes", repeated: false, optional: false },
    { name: "qualifiedRevision", jsonName: "qualified_revision", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "failures", jsonName: "failures", number: 10, kind: "uint32", repeated: false, optional: false },
  ],
  defaults: () => ({ model: "", state: 0, pendingReason: 0, workScore: 0n, kernelClass: "", activeHeight: 0n, qualifiedEpoch: 0n, qualification: new Uint8Array(0), qualifiedRevision: 0, failures: 0 }),
  write: writeNodeModel,
  read: readNodeModel,
});

/** A resource node. */
export interface Node {
  readonly address: string;
  readonly operator: string;
  readonly publicKey: Uint8Array;
  readonly endpoint: string;
  readonly status: NodeStatus;
  readonly stake: bigint;
  readonly models: readonly NodeModel[];
  readonly exposure: bigint;
  readonly unfinalResults: number;
  readonly unfinalVerifications: number;
  readonly duties: number;
  readonly dutiesFreedHeight: bigint;
  readonly noShows: number;
  readonly noShowEpoch: bigint;
  readonly registeredHeight: bigint;
  readonly unbondingEndMs: bigint;
  readonly licences: number;
  readonly servesCommittees: boolean;
  readonly licenceStake: bigint;
  readonly freshStake: bigint;
  readonly freshHeight: bigint;
}

function writeNode(w: Writer, m: Node): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  if (m.operator !== "") {
    w.tag(18);
    w.string(m.operator);
  }
  if (m.publicKey.length > 0) {
    w.tag(26);
    w.bytes(m.publicKey);
  }
  if (m.endpoint !== "") {
    w.tag(34);
    w.string(m.endpoint);
  }
  if (m.status !== 0) {
    w.tag(40);
    w.int32(m.status);
  }
  if (m.stake !== 0n) {
    w.tag(48);
    w.uint64(m.stake);
  }
  for (const v of m.models) {
    w.tag(58);
    { const s = w.open(); NodeModel.write(w, v); w.close(s); }
  }
  if (m.exposure !== 0n) {
    w.tag(64);
    w.uint64(m.exposure);
  }
  if (m.unfinalResults !== 0) {
    w.tag(72);
    w.uint32(m.unfinalResults);
  }
  if (m.unfinalVerifications !== 0) {
    w.tag(80);
    w.uint32(m.unfinalVerifications);
  }
  if (m.duties !== 0) {
    w.tag(88);
    w.uint32(m.duties);
  }
  if (m.dutiesFreedHeight !== 0n) {
    w.tag(96);
    w.uint64(m.dutiesFreedHeight);
  }
  if (m.noShows !== 0) {
    w.tag(104);
    w.uint32(m.noShows);
  }
  if (m.noShowEpoch !== 0n) {
    w.tag(112);
    w.uint64(m.noShowEpoch);
  }
  if (m.registeredHeight !== 0n) {
    w.tag(120);
    w.uint64(m.registeredHeight);
  }
  if (m.unbondingEndMs !== 0n) {
    w.tag(128);
    w.uint64(m.unbondingEndMs);
  }
  if (m.licences !== 0) {
    w.tag(136);
    w.uint32(m.licences);
  }
  if (m.servesCommittees) {
    w.tag(144);
    w.bool(m.servesCommittees);
  }
  if (m.licenceStake !== 0n) {
    w.tag(152);
    w.uint64(m.licenceStake);
  }
  if (m.freshStake !== 0n) {
    w.tag(160);
    w.uint64(m.freshStake);
  }
  if (m.freshHeight !== 0n) {
    w.tag(168);
    w.uint64(m.freshHeight);
  }
}

function readNode(r: Reader): Node {
  let f1: string = "";
  let f2: string = "";
  let f3: Uint8Array = new Uint8Array(0);
  let f4: string = "";
  let f5: NodeStatus = 0;
  let f6: bigint = 0n;
  const f7: NodeModel[] = [];
  let f8: bigint = 0n;
  let f9: number = 0;
  let f10: number = 0;
  let f11: number = 0;
  let f12: bigint = 0n;
  let f13: number = 0;
  let f14: bigint = 0n;
  let f15: bigint = 0n;
  let f16: bigint = 0n;
  let f17: number = 0;
  let f18: boolean = false;
  let f19: bigint = 0n;
  let f20: bigint = 0n;
  let f21: bigint = 0n;
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
      case 26:
        r.single(last, tag);
        f3 = r.value(r.bytes());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 40:
        r.single(last, tag);
        f5 = r.value(r.int32());
        break;
      case 48:
        r.single(last, tag);
        f6 = r.value(r.uint64());
        break;
      case 58: {
        const outer = r.enter();
        f7.push(NodeModel.read(r));
        r.leave(outer);
        break;
      }
      case 64:
        r.single(last, tag);
        f8 = r.value(r.uint64());
        break;
      case 72:
        r.single(last, tag);
        f9 = r.value(r.uint32());
        break;
      case 80:
        r.single(last, tag);
        f10 = r.value(r.uint32());
        break;
      case 88:
        r.single(last, tag);
        f11 = r.value(r.uint32());
        break;
      case 96:
        r.single(last, tag);
        f12 = r.value(r.uint64());
        break;
      case 104:
        r.single(last, tag);
        f13 = r.value(r.uint32());
        break;
      case 112:
        r.single(last, tag);
        f14 = r.value(r.uint64());
        break;
      case 120:
        r.single(last, tag);
        f15 = r.value(r.uint64());
        break;
      case 128:
        r.single(last, tag);
        f16 = r.value(r.uint64());
        break;
      case 136:
        r.single(last, tag);
        f17 = r.value(r.uint32());
        break;
      case 144:
        r.single(last, tag);
        f18 = r.value(r.bool());
        break;
      case 152:
        r.single(last, tag);
        f19 = r.value(r.uint64());
        break;
      case 160:
        r.single(last, tag);
        f20 = r.value(r.uint64());
        break;
      case 168:
        r.single(last, tag);
        f21 = r.value(r.uint64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, operator: f2, publicKey: f3, endpoint: f4, status: f5, stake: f6, models: f7, exposure: f8, unfinalResults: f9, unfinalVerifications: f10, duties: f11, dutiesFreedHeight: f12, noShows: f13, noShowEpoch: f14, registeredHeight: f15, unbondingEndMs: f16, licences: f17, servesCommittees: f18, licenceStake: f19, freshStake: f20, freshHeight: f21 };
}

export const Node: Codec<Node> = codec<Node>({
  typeUrl: "/aegis.tasks.v1.Node",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "operator", jsonName: "operator", number: 2, kind: "string", repeated: false, optional: false },
    { name: "publicKey", jsonName: "public_key", number: 3, kind: "bytes", repeated: false, optional: false },
    { name: "endpoint", jsonName: "endpoint", number: 4, kind: "string", repeated: false, optional: false },
    { name: "status", jsonName: "status", number: 5, kind: "enum", repeated: false, optional: false, values: NodeStatus },
    { name: "stake", jsonName: "stake", number: 6, kind: "uint64", repeated: false, optional: false },
    { name: "models", jsonName: "models", number: 7, kind: "message", repeated: true, optional: false, message: () => NodeModel as Codec<never> },
    { name: "exposure", jsonName: "exposure", number: 8, kind: "uint64", repeated: false, optional: false },
    { name: "unfinalResults", jsonName: "unfinal_results", number: 9, kind: "uint32", repeated: false, optional: false },
    { name: "unfinalVerifications", jsonName: "unfinal_verifications", number: 10, kind: "uint32", repeated: false, optional: false },
    { name: "duties", jsonName: "duties", number: 11, kind: "uint32", repeated: false, optional: false },
    { name: "dutiesFreedHeight", jsonName: "duties_freed_height", number: 12, kind: "uint64", repeated: false, optional: false },
    { name: "noShows", jsonName: "no_shows", number: 13, kind: "uint32", repeated: false, optional: false },
    { name: "noShowEpoch", jsonName: "no_show_epoch", number: 14, kind: "uint64", repeated: false, optional: false },
    { name: "registeredHeight", jsonName: "registered_height", number: 15, kind: "uint64", repeated: false, optional: false },
    { name: "unbondingEndMs", jsonName: "unbonding_end_ms", number: 16, kind: "uint64", repeated: false, optional: false },
    { name: "licences", jsonName: "licences", number: 17, kind: "uint32", repeated: false, optional: false },
    { name: "servesCommittees", jsonName: "serves_committees", number: 18, kind: "bool", repeated: false, optional: false },
    { name: "licenceStake", jsonName: "licence_stake", number: 19, kind: "uint64", repeated: false, optional: false },
    { name: "freshStake", jsonName: "fresh_stake", number: 20, kind: "uint64", repeated: false, optional: false },
    { name: "freshHeight", jsonName: "fresh_height", number: 21, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "", operator: "", publicKey: new Uint8Array(0), endpoint: "", status: 0, stake: 0n, models: [], exposure: 0n, unfinalResults: 0, unfinalVerifications: 0, duties: 0, dutiesFreedHeight: 0n, noShows: 0, noShowEpoch: 0n, registeredHeight: 0n, unbondingEndMs: 0n, licences: 0, servesCommittees: false, licenceStake: 0n, freshStake: 0n, freshHeight: 0n }),
  write: writeNode,
  read: readNode,
});
