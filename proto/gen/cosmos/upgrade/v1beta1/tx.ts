// Generated from proto/cosmos/upgrade/v1beta1/tx.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Plan } from "./upgrade.ts";

export interface MsgSoftwareUpgrade {
  readonly authority: string;
  readonly plan: Plan | undefined;
}

function writeMsgSoftwareUpgrade(w: Writer, m: MsgSoftwareUpgrade): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
  if (m.plan !== undefined) {
    w.tag(18);
    { const s = w.open(); Plan.write(w, m.plan); w.close(s); }
  }
}

function readMsgSoftwareUpgrade(r: Reader): MsgSoftwareUpgrade {
  let f1: string = "";
  let f2: Plan | undefined = undefined;
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
        f2 = Plan.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { authority: f1, plan: f2 };
}

export const MsgSoftwareUpgrade: Codec<MsgSoftwareUpgrade> = codec<MsgSoftwareUpgrade>({
  typeUrl: "/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
    { name: "plan", jsonName: "plan", number: 2, kind: "message", repeated: false, optional: true, message: () => Plan as Codec<never> },
  ],
  defaults: () => ({ authority: "", plan: undefined }),
  write: writeMsgSoftwareUpgrade,
  read: readMsgSoftwareUpgrade,
});

export interface MsgSoftwareUpgradeResponse {
}

function writeMsgSoftwareUpgradeResponse(_w: Writer, _m: MsgSoftwareUpgradeResponse): void {
}

function readMsgSoftwareUpgradeResponse(r: Reader): MsgSoftwareUpgradeResponse {
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

export const MsgSoftwareUpgradeResponse: Codec<MsgSoftwareUpgradeResponse> = codec<MsgSoftwareUpgradeResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.MsgSoftwareUpgradeResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgSoftwareUpgradeResponse,
  read: readMsgSoftwareUpgradeResponse,
});

export interface MsgCancelUpgrade {
  readonly authority: string;
}

function writeMsgCancelUpgrade(w: Writer, m: MsgCancelUpgrade): void {
  if (m.authority !== "") {
    w.tag(10);
    w.string(m.authority);
  }
}

function readMsgCancelUpgrade(r: Reader): MsgCancelUpgrade {
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
  return { authority: f1 };
}

export const MsgCancelUpgrade: Codec<MsgCancelUpgrade> = codec<MsgCancelUpgrade>({
  typeUrl: "/cosmos.upgrade.v1beta1.MsgCancelUpgrade",
  fields: [
    { name: "authority", jsonName: "authority", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ authority: "" }),
  write: writeMsgCancelUpgrade,
  read: readMsgCancelUpgrade,
});

export interface MsgCancelUpgradeResponse {
}

function writeMsgCancelUpgradeResponse(_w: Writer, _m: MsgCancelUpgradeResponse): void {
}

function readMsgCancelUpgradeResponse(r: Reader): MsgCancelUpgradeResponse {
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

export const MsgCancelUpgradeResponse: Codec<MsgCancelUpgradeResponse> = codec<MsgCancelUpgradeResponse>({
  typeUrl: "/cosmos.upgrade.v1beta1.MsgCancelUpgradeResponse",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeMsgCancelUpgradeResponse,
  read: readMsgCancelUpgradeResponse,
});
