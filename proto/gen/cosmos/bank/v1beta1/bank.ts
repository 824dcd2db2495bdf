// Generated from proto/cosmos/bank/v1beta1/bank.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

/** Whether coins may be sent by users. */
export interface Params {
  readonly sendEnabled: readonly SendEnabled[];
  readonly defaultSendEnabled: boolean;
}

function writeParams(w: Writer, m: Params): void {
  for (const v of m.sendEnabled) {
    w.tag(10);
    { const s = w.open(); SendEnabled.write(w, v); w.close(s); }
  }
  if (m.defaultSendEnabled) {
    w.tag(16);
    w.bool(m.defaultSendEnabled);
  }
}

function readParams(r: Reader): Params {
  const f1: SendEnabled[] = [];
  let f2: boolean = false;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(SendEnabled.read(r));
        r.leave(outer);
        break;
      }
      case 16:
        r.single(last, tag);
        f2 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { sendEnabled: f1, defaultSendEnabled: f2 };
}

export const Params: Codec<Params> = codec<Params>({
  typeUrl: "/cosmos.bank.v1beta1.Params",
  fields: [
    { name: "sendEnabled", jsonName: "send_enabled", number: 1, kind: "message", repeated: true, optional: false, message: () => SendEnabled as Codec<never> },
    { name: "defaultSendEnabled", jsonName: "default_send_enabled", number: 2, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ sendEnabled: [], defaultSendEnabled: false }),
  write: writeParams,
  read: readParams,
});

export interface SendEnabled {
  readonly denom: string;
  readonly enabled: boolean;
}

function writeSendEnabled(w: Writer, m: SendEnabled): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
  if (m.enabled) {
    w.tag(16);
    w.bool(m.enabled);
  }
}

function readSendEnabled(r: Reader): SendEnabled {
  let f1: string = "";
  let f2: boolean = false;
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
        f2 = r.value(r.bool());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { denom: f1, enabled: f2 };
}

export const SendEnabled: Codec<SendEnabled> = codec<SendEnabled>({
  typeUrl: "/cosmos.bank.v1beta1.SendEnabled",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
    { name: "enabled", jsonName: "enabled", number: 2, kind: "bool", repeated: false, optional: false },
  ],
  defaults: () => ({ denom: "", enabled: false }),
  write: writeSendEnabled,
  read: readSendEnabled,
});

/** Who pays in a multi-send. */
export interface Input {
  readonly address: string;
  readonly coins: readonly Coin[];
}

function writeInput(w: Writer, m: Input): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  for (const v of m.coins) {
    w.tag(18);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readInput(r: Reader): Input {
  let f1: string = "";
  const f2: Coin[] = [];
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
        f2.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, coins: f2 };
}

export const Input: Codec<Input> = codec<Input>({
  typeUrl: "/cosmos.bank.v1beta1.Input",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "coins", jsonName: "coins", number: 2, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ address: "", coins: [] }),
  write: writeInput,
  read: readInput,
});

/** Who is paid in a multi-send. */
export interface Output {
  readonly address: string;
  readonly coins: readonly Coin[];
}

function writeOutput(w: Writer, m: Output): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
  for (const v of m.coins) {
    w.tag(18);
    { const s = w.open(); Coin.write(w, v); w.close(s); }
  }
}

function readOutput(r: Reader): Output {
  let f1: string = "";
  const f2: Coin[] = [];
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
        f2.push(Coin.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1, coins: f2 };
}

export const Output: Codec<Output> = codec<Output>({
  typeUrl: "/cosmos.bank.v1beta1.Output",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
    { name: "coins", jsonName: "coins", number: 2, kind: "message", repeated: true, optional: false, message: () => Coin as Codec<never> },
  ],
  defaults: () => ({ address: "", coins: [] }),
  write: writeOutput,
  read: readOutput,
});

/** A unit of a denomination: 10^exponent of the base unit. */
export interface DenomUnit {
  readonly denom: string;
  readonly exponent: number;
  readonly aliases: readonly string[];
}

function writeDenomUnit(w: Writer, m: DenomUnit): void {
  if (m.denom !== "") {
    w.tag(10);
    w.string(m.denom);
  }
  if (m.exponent !== 0) {
    w.tag(16);
    w.uint32(m.exponent);
  }
  for (const v of m.aliases) {
    w.tag(26);
    w.string(v);
  }
}

function readDenomUnit(r: Reader): DenomUnit {
  let f1: string = "";
  let f2: number = 0;
  const f3: string[] = [];
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
        f2 = r.value(r.uint32());
        break;
      case 26:
        f3.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { denom: f1, exponent: f2, aliases: f3 };
}

export const DenomUnit: Codec<DenomUnit> = codec<DenomUnit>({
  typeUrl: "/cosmos.bank.v1beta1.DenomUnit",
  fields: [
    { name: "denom", jsonName: "denom", number: 1, kind: "string", repeated: false, optional: false },
    { name: "exponent", jsonName: "exponent", number: 2, kind: "uint32", repeated: false, optional: false },
    { name: "aliases", jsonName: "aliases", number: 3, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ denom: "", exponent: 0, aliases: [] }),
  write: writeDenomUnit,
  read: readDenomUnit,
});

/** How a denomination is shown. */
export interface Metadata {
  readonly description: string;
  readonly denomUnits: readonly DenomUnit[];
  readonly base: string;
  readonly display: string;
  readonly name: string;
  readonly symbol: string;
  readonly uri: string;
  readonly uriHash: string;
}

function writeMetadata(w: Writer, m: Metadata): void {
  if (m.description !== "") {
    w.tag(10);
    w.string(m.description);
  }
  for (const v of m.denomUnits) {
    w.tag(18);
    { const s = w.open(); DenomUnit.write(w, v); w.close(s); }
  }
  if (m.base !== "") {
    w.tag(26);
    w.string(m.base);
  }
  if (m.display !== "") {
    w.tag(34);
    w.string(m.display);
  }
  if (m.name !== "") {
    w.tag(42);
    w.string(m.name);
  }
  if (m.symbol !== "") {
    w.tag(50);
    w.string(m.symbol);
  }
  if (m.uri !== "") {
    w.tag(58);
    w.string(m.uri);
  }
  if (m.uriHash !== "") {
    w.tag(66);
    w.string(m.uriHash);
  }
}

function readMetadata(r: Reader): Metadata {
  let f1: string = "";
  const f2: DenomUnit[] = [];
  let f3: string = "";
  let f4: string = "";
  let f5: string = "";
  let f6: string = "";
  let f7: string = "";
  let f8: string = "";
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
        f2.push(DenomUnit.read(r));
        r.leave(outer);
        break;
      }
      case 26:
        r.single(last, tag);
        f3 = r.value(r.string());
        break;
      case 34:
        r.single(last, tag);
        f4 = r.value(r.string());
        break;
      case 42:
        r.single(last, tag);
        f5 = r.value(r.string());
        break;
      case 50:
        r.single(last, tag);
        f6 = r.value(r.string());
        break;
      case 58:
        r.single(last, tag);
        f7 = r.value(r.string());
        break;
      case 66:
        r.single(last, tag);
        f8 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { description: f1, denomUnits: f2, base: f3, display: f4, name: f5, symbol: f6, uri: f7, uriHash: f8 };
}

export const Metadata: Codec<Metadata> = codec<Metadata>({
  typeUrl: "/cosmos.bank.v1beta1.Metadata",
  fields: [
    { name: "description", jsonName: "description", number: 1, kind: "string", repeated: false, optional: false },
    { name: "denomUnits", jsonName: "denom_units", number: 2, kind: "message", repeated: true, optional: false, message: () => DenomUnit as Codec<never> },
    { name: "base", jsonName: "base", number: 3, kind: "string", repeated: false, optional: false },
    { name: "display", jsonName: "display", number: 4, kind: "string", repeated: false, optional: false },
    { name: "name", jsonName: "name", number: 5, kind: "string", repeated: false, optional: false },
    { name: "symbol", jsonName: "symbol", number: 6, kind: "string", repeated: false, optional: false },
    { name: "uri", jsonName: "uri", number: 7, kind: "string", repeated: false, optional: false },
    { name: "uriHash", jsonName: "uri_hash", number: 8, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ description: "", denomUnits: [], base: "", display: "", name: "", symbol: "", uri: "", uriHash: "" }),
  write: writeMetadata,
  read: readMetadata,
});
