// Generated from proto/tendermint/types/params.proto by "npm run proto". Do not edit.
import { codec, type Codec } from "../../../wire/codec.ts";
import type { Reader } from "../../../wire/reader.ts";
import type { Writer } from "../../../wire/writer.ts";
import { Duration } from "../../google/protobuf/duration.ts";

export interface ConsensusParams {
  readonly block: BlockParams | undefined;
  readonly evidence: EvidenceParams | undefined;
  readonly validator: ValidatorParams | undefined;
  readonly version: VersionParams | undefined;
  readonly abci: ABCIParams | undefined;
}

function writeConsensusParams(w: Writer, m: ConsensusParams): void {
  if (m.block !== undefined) {
    w.tag(10);
    { const s = w.open(); BlockParams.write(w, m.block); w.close(s); }
  }
  if (m.evidence !== undefined) {
    w.tag(18);
    { const s = w.open(); EvidenceParams.write(w, m.evidence); w.close(s); }
  }
  if (m.validator !== undefined) {
    w.tag(26);
    { const s = w.open(); ValidatorParams.write(w, m.validator); w.close(s); }
  }
  if (m.version !== undefined) {
    w.tag(34);
    { const s = w.open(); VersionParams.write(w, m.version); w.close(s); }
  }
  if (m.abci !== undefined) {
    w.tag(42);
    { const s = w.open(); ABCIParams.write(w, m.abci); w.close(s); }
  }
}

function readConsensusParams(r: Reader): ConsensusParams {
  let f1: BlockParams | undefined = undefined;
  let f2: EvidenceParams | undefined = undefined;
  let f3: ValidatorParams | undefined = undefined;
  let f4: VersionParams | undefined = undefined;
  let f5: ABCIParams | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BlockParams.read(r);
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = EvidenceParams.read(r);
        r.leave(outer);
        break;
      }
      case 26: {
        r.single(last, tag);
        const outer = r.enter();
        f3 = ValidatorParams.read(r);
        r.leave(outer);
        break;
      }
      case 34: {
        r.single(last, tag);
        const outer = r.enter();
        f4 = VersionParams.read(r);
        r.leave(outer);
        break;
      }
      case 42: {
        r.single(last, tag);
        const outer = r.enter();
        f5 = ABCIParams.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { block: f1, evidence: f2, validator: f3, version: f4, abci: f5 };
}

export const ConsensusParams: Codec<ConsensusParams> = codec<ConsensusParams>({
  typeUrl: "/tendermint.types.ConsensusParams",
  fields: [
    { name: "block", jsonName: "block", number: 1, kind: "message", repeated: false, optional: true, message: () => BlockParams as Codec<never> },
    { name: "evidence", jsonName: "evidence", number: 2, kind: "message", repeated: false, optional: true, message: () => EvidenceParams as Codec<never> },
    { name: "validator", jsonName: "validator", number: 3, kind: "message", repeated: false, optional: true, message: () => ValidatorParams as Codec<never> },
    { name: "version", jsonName: "version", number: 4, kind: "message", repeated: false, optional: true, message: () => VersionParams as Codec<never> },
    { name: "abci", jsonName: "abci", number: 5, kind: "message", repeated: false, optional: true, message: () => ABCIParams as Codec<never> },
  ],
  defaults: () => ({ block: undefined, evidence: undefined, validator: undefined, version: undefined, abci: undefined }),
  write: writeConsensusParams,
  read: readConsensusParams,
});

export interface BlockParams {
  readonly maxBytes: bigint;
  readonly maxGas: bigint;
}

function writeBlockParams(w: Writer, m: BlockParams): void {
  if (m.maxBytes !== 0n) {
    w.tag(8);
    w.int64(m.maxBytes);
  }
  if (m.maxGas !== 0n) {
    w.tag(16);
    w.int64(m.maxGas);
  }
}

function readBlockParams(r: Reader): BlockParams {
  let f1: bigint = 0n;
  let f2: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 16:
        r.single(last, tag);
        f2 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { maxBytes: f1, maxGas: f2 };
}

export const BlockParams: Codec<BlockParams> = codec<BlockParams>({
  typeUrl: "/tendermint.types.BlockParams",
  fields: [
    { name: "maxBytes", jsonName: "max_bytes", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "maxGas", jsonName: "max_gas", number: 2, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ maxBytes: 0n, maxGas: 0n }),
  write: writeBlockParams,
  read: readBlockParams,
});

export interface EvidenceParams {
  readonly maxAgeNumBlocks: bigint;
  readonly maxAgeDuration: Duration | undefined;
  readonly maxBytes: bigint;
}

function writeEvidenceParams(w: Writer, m: EvidenceParams): void {
  if (m.maxAgeNumBlocks !== 0n) {
    w.tag(8);
    w.int64(m.maxAgeNumBlocks);
  }
  if (m.maxAgeDuration !== undefined) {
    w.tag(18);
    { const s = w.open(); Duration.write(w, m.maxAgeDuration); w.close(s); }
  }
  if (m.maxBytes !== 0n) {
    w.tag(24);
    w.int64(m.maxBytes);
  }
}

function readEvidenceParams(r: Reader): EvidenceParams {
  let f1: bigint = 0n;
  let f2: Duration | undefined = undefined;
  let f3: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = Duration.read(r);
        r.leave(outer);
        break;
      }
      case 24:
        r.single(last, tag);
        f3 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { maxAgeNumBlocks: f1, maxAgeDuration: f2, maxBytes: f3 };
}

export const EvidenceParams: Codec<EvidenceParams> = codec<EvidenceParams>({
  typeUrl: "/tendermint.types.EvidenceParams",
  fields: [
    { name: "maxAgeNumBlocks", jsonName: "max_age_num_blocks", number: 1, kind: "int64", repeated: false, optional: false },
    { name: "maxAgeDuration", jsonName: "max_age_duration", number: 2, kind: "message", repeated: false, optional: true, message: () => Duration as Codec<never> },
    { name: "maxBytes", jsonName: "max_bytes", number: 3, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ maxAgeNumBlocks: 0n, maxAgeDuration: undefined, maxBytes: 0n }),
  write: writeEvidenceParams,
  read: readEvidenceParams,
});

export interface ValidatorParams {
  readonly pubKeyTypes: readonly string[];
}

function writeValidatorParams(w: Writer, m: ValidatorParams): void {
  for (const v of m.pubKeyTypes) {
    w.tag(10);
    w.string(v);
  }
}

function readValidatorParams(r: Reader): ValidatorParams {
  const f1: string[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        f1.push(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pubKeyTypes: f1 };
}

export const ValidatorParams: Codec<ValidatorParams> = codec<ValidatorParams>({
  typeUrl: "/tendermint.types.ValidatorParams",
  fields: [
    { name: "pubKeyTypes", jsonName: "pub_key_types", number: 1, kind: "string", repeated: true, optional: false },
  ],
  defaults: () => ({ pubKeyTypes: [] }),
  write: writeValidatorParams,
  read: readValidatorParams,
});

export interface VersionParams {
  readonly app: bigint;
}

function writeVersionParams(w: Writer, m: VersionParams): void {
  if (m.app !== 0n) {
    w.tag(8);
    w.uint64(m.app);
  }
}

function readVersionParams(r: Reader): VersionParams {
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
  return { app: f1 };
}

export const VersionParams: Codec<VersionParams> = codec<VersionParams>({
  typeUrl: "/tendermint.types.VersionParams",
  fields: [
    { name: "app", jsonName: "app", number: 1, kind: "uint64", repeated: false, optional: false },
  ],
  defaults: () => ({ app: 0n }),
  write: writeVersionParams,
  read: readVersionParams,
});

export interface ABCIParams {
  readonly voteExtensionsEnableHeight: bigint;
}

function writeABCIParams(w: Writer, m: ABCIParams): void {
  if (m.voteExtensionsEnableHeight !== 0n) {
    w.tag(8);
    w.int64(m.voteExtensionsEnableHeight);
  }
}

function readABCIParams(r: Reader): ABCIParams {
  let f1: bigint = 0n;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 8:
        r.single(last, tag);
        f1 = r.value(r.int64());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { voteExtensionsEnableHeight: f1 };
}

export const ABCIParams: Codec<ABCIParams> = codec<ABCIParams>({
  typeUrl: "/tendermint.types.ABCIParams",
  fields: [
    { name: "voteExtensionsEnableHeight", jsonName: "vote_extensions_enable_height", number: 1, kind: "int64", repeated: false, optional: false },
  ],
  defaults: () => ({ voteExtensionsEnableHeight: 0n }),
  write: writeABCIParams,
  read: readABCIParams,
});
