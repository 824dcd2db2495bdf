/**
 * The Cosmos messages that we wrote from field numbers, against the encoders that clients use:
 * random values must give the same bytes, and bytes made by clients must decode to the same values.
 */
import { expect } from "chai";
import * as theirAuth from "cosmjs-types/cosmos/auth/v1beta1/auth";
import * as theirAuthGenesis from "cosmjs-types/cosmos/auth/v1beta1/genesis";
import * as theirAuthQuery from "cosmjs-types/cosmos/auth/v1beta1/query";
import * as theirBank from "cosmjs-types/cosmos/bank/v1beta1/bank";
import * as theirBankGenesis from "cosmjs-types/cosmos/bank/v1beta1/genesis";
import * as theirBankQuery from "cosmjs-types/cosmos/bank/v1beta1/query";
import * as theirBankTx from "cosmjs-types/cosmos/bank/v1beta1/tx";
import * as theirAbci from "cosmjs-types/cosmos/base/abci/v1beta1/abci";
import * as theirPages from "cosmjs-types/cosmos/base/query/v1beta1/pagination";
import * as theirEd25519 from "cosmjs-types/cosmos/crypto/ed25519/keys";
import * as theirMultisig from "cosmjs-types/cosmos/crypto/multisig/keys";
import * as theirMultisigBits from "cosmjs-types/cosmos/crypto/multisig/v1beta1/multisig";
import * as theirSecp256k1 from "cosmjs-types/cosmos/crypto/secp256k1/keys";
import { SignMode as TheirSignMode } from "cosmjs-types/cosmos/tx/signing/v1beta1/signing";
import * as theirService from "cosmjs-types/cosmos/tx/v1beta1/service";
import * as theirTx from "cosmjs-types/cosmos/tx/v1beta1/tx";
import fc from "fast-check";
import * as auth from "../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import * as authGenesis from "../../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import * as authQuery from "../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import * as bank from "../../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import * as bankGenesis from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import * as bankQuery from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import * as bankTx from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import * as abci from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import * as pages from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import * as ed25519 from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import * as multisig from "../../../proto/gen/cosmos/crypto/multisig/keys.ts";
import * as multisigBits from "../../../proto/gen/cosmos/crypto/multisig/v1beta1/multisig.ts";
import * as secp256k1 from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import * as service from "../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import * as tx from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Codec, Field } from "../../../proto/wire/codec.ts";

interface TheirCodec {
  readonly encode: (value: unknown) => { finish(): Uint8Array };
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly fromPartial: (value: unknown) => unknown;
}

type Value = Record<string, unknown>;

/** Fields of which only one may be set. */
const ONEOFS: ReadonlySet<string> = new Set(["/cosmos.tx.v1beta1.ModeInfo"]);
/** Our flattened names of nested messages, where they differ from theirs. */
const NESTED: Readonly<Record<string, string>> = {
  ModeInfoSingle: "ModeInfo_Single",
  ModeInfoMulti: "ModeInfo_Multi",
};

function scalar(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "string":
      return fc.string({ unit: "grapheme", maxLength: 6 });
    case "bytes":
      return fc.uint8Array({ maxLength: 5 });
    case "bool":
      return fc.boolean();
    case "int32":
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    case "uint32":
      return fc.integer({ min: 0, max: 2 ** 32 - 1 });
    case "enum":
      return fc.constantFrom(...Object.values(field.values ?? {}));
    case "uint64":
    case "fixed64":
      return fc.bigInt(0n, 2n ** 64n - 1n);
    default:
      return fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
  }
}

/** Messages that clients, like the Cosmos SDK, always write, even when they are empty. */
function isAlwaysThere(codec: Codec<never>, field: Field): boolean {
  const empty = theirCodecs.get(codec.typeUrl)?.fromPartial({}) as Value | undefined;
  return field.kind === "message" && empty?.[field.name] !== undefined;
}

function randomValue(codec: Codec<never>, depth: number): fc.Arbitrary<Value> {
  const fields = codec.fields.filter(({ kind }) => kind !== "message" || depth > 0);
  const parts = fields.map((field) => {
    const one =
      field.message === undefined ? scalar(field) : randomValue(field.message(), depth - 1);
    if (field.repeated) return fc.array(one, { maxLength: 3 });
    return field.optional && !isAlwaysThere(codec, field)
      ? fc.option(one, { nil: undefined })
      : one;
  });
  return fc.tuple(fc.nat(), ...parts).map(([pick, ...values]) => {
    const chosen = ONEOFS.has(codec.typeUrl) ? (pick as number) % Math.max(fields.length, 1) : -1;
    const given = fields.map((field, index) => [
      field.name,
      chosen >= 0 && index !== chosen ? undefined : values[index],
    ]);
    return { ...(codec.create() as Value), ...Object.fromEntries(given) };
  });
}

function isCodec(value: unknown): value is Codec<never> {
  return typeof value === "object" && value !== null && "typeUrl" in value && "fields" in value;
}

const files: readonly [string, object, object][] = [
  ["tx", tx, theirTx],
  ["tx service", service, theirService],
  ["abci", abci, theirAbci],
  ["secp256k1 keys", secp256k1, theirSecp256k1],
  ["ed25519 keys", ed25519, theirEd25519],
  ["multisig keys", multisig, theirMultisig],
  ["multisig bits", multisigBits, theirMultisigBits],
  ["auth", auth, theirAuth],
  ["auth genesis", authGenesis, theirAuthGenesis],
  ["auth queries", authQuery, theirAuthQuery],
  ["bank", bank, theirBank],
  ["bank genesis", bankGenesis, theirBankGenesis],
  ["bank messages", bankTx, theirBankTx],
  ["bank queries", bankQuery, theirBankQuery],
  ["pagination", pages, theirPages],
];

const theirCodecs = new Map<string, TheirCodec>();
for (const [, ours, theirs] of files) {
  for (const [name, codec] of Object.entries(ours)) {
    const their = (theirs as Readonly<Record<string, TheirCodec>>)[NESTED[name] ?? name];
    if (isCodec(codec) && their !== undefined) theirCodecs.set(codec.typeUrl, their);
  }
}

describe("Cosmos messages", () => {
  for (const [file, ours] of files) {
    for (const [name, codec] of Object.entries(ours)) {
      if (!isCodec(codec)) continue;
      it(`${file}: ${name} has the bytes that clients write`, () => {
        const their = theirCodecs.get(codec.typeUrl);
        if (their === undefined) throw new Error(`clients have no ${name}`);
        fc.assert(
          fc.property(randomValue(codec, 3), (value) => {
            const bytes = codec.encode(value as never);
            const theirBytes = their.encode(their.fromPartial(value)).finish();
            expect(Buffer.from(bytes).toString("hex")).to.equal(
              Buffer.from(theirBytes).toString("hex"),
            );
            expect(codec.decode(theirBytes)).to.deep.equal(value);
            expect(their.encode(their.decode(bytes)).finish()).to.deep.equal(theirBytes);
          }),
          { numRuns: 25 },
        );
      });
    }
  }

  it("have the same sign modes by the same numbers", () => {
    for (const [name, number] of Object.entries(SignMode)) {
      expect((TheirSignMode as unknown as Value)[name]).to.equal(number);
    }
  });

  it("have the query paths that clients ask", () => {
    expect(authQuery.Query.Account.path).to.equal("/cosmos.auth.v1beta1.Query/Account");
    expect(bankQuery.Query.AllBalances.path).to.equal("/cosmos.bank.v1beta1.Query/AllBalances");
    expect(service.Service.Simulate.path).to.equal("/cosmos.tx.v1beta1.Service/Simulate");
  });
});
