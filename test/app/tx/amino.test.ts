/**
 * The JSON that wallets sign: for every Cosmos message the very bytes that cosmjs signs, now and
 * as it was in 0.32; for our own messages a form that says every field.
 */
import { serializeSignDoc, type StdFee } from "@cosmjs/amino";
import { AminoTypes, createDefaultAminoConverters } from "@cosmjs/stargate";
import { expect } from "chai";
import fc from "fast-check";
import {
  AminoTypes as OldAminoTypes,
  createDefaultAminoConverters as oldAminoConverters,
} from "stargate-0.32";
import { AEGIS_MESSAGES, aegisAminoConverters, aegisTypes } from "../../../app/client/cosmjs.ts";
import { AMINO_NAME_MAX, aminoDocuments, aminoMessage } from "../../../app/tx/amino.ts";
import { aminoDigests } from "../../../app/tx/signDoc.ts";
import { sha256 } from "../../../app/lib/bytes.ts";
import type { MessageSpec } from "../../../app/module/module.ts";
import { buildModules } from "../../../app/modules.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { refusal } from "../../kit/context.ts";
import { type MessageValue, randomMessage } from "../../kit/randomMessage.ts";

type Spec = MessageSpec<unknown, unknown>;

const { modules } = buildModules().manager;
const specs = modules.flatMap(({ messages }) => messages as unknown as Spec[]);
const nameOf = ({ request }: Spec): string => request.typeUrl;
const specOf = (typeUrl: string): Spec => {
  const found = specs.find((spec) => nameOf(spec) === typeUrl);
  if (found === undefined) throw new Error(typeUrl);
  return found;
};

/** SDK messages that cosmjs has no converter for. */
const UNKNOWN_TO_COSMJS: ReadonlySet<string> = new Set([
  "/cosmos.bank.v1beta1.MsgUpdateParams",
  "/cosmos.consensus.v1.MsgUpdateParams",
  "/cosmos.slashing.v1beta1.MsgUnjail",
  "/cosmos.staking.v1beta1.MsgRotateConsPubKey",
  "/cosmos.upgrade.v1beta1.MsgCancelUpgrade",
  "/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade",
]);
const cosmosSpecs = specs.filter(
  (spec) => nameOf(spec).startsWith("/cosmos.") && !UNKNOWN_TO_COSMJS.has(nameOf(spec)),
);

/** Texts with everything that JSON escapes, and what it does not. */
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const nasty = fc.constantFrom("a&b<c>", '"\\', "\u2028\u2029\u007f\u0000", "😀é", "");
const memo = fc.oneof(text, nasty);
const digits = fc.bigInt(0n, 2n ** 70n).map(String);

/** Makes texts what their fields need: decimals are digits and keys are keys. */
function shaped(codec: Codec<never>, value: MessageValue, fill: (name: string) => string): void {
  for (const field of codec.fields) {
    const item = value[field.name];
    if (field.kind === "string" && !field.repeated) value[field.name] = fill(field.name);
    if (field.message?.().typeUrl === "/google.protobuf.Any") {
      const key = sha256(PubKey.encode({ key: new Uint8Array(32) }));
      value[field.name] = { typeUrl: PubKey.typeUrl, value: PubKey.encode({ key }) };
    } else if (field.message !== undefined) {
      const nested = (field.repeated ? item : [item]) as MessageValue[];
      for (const one of nested) shaped(field.message(), one, fill);
    }
  }
}

const DECIMALS = new Set(["rate", "maxRate", "maxChangeRate", "commissionRate"]);

/** Random values whose messages are all there. */
function valuesOf(spec: Spec): fc.Arbitrary<MessageValue> {
  const any = randomMessage(spec.request as Codec<never>, 4, () => true);
  const pool = fc.array(fc.tuple(memo, digits), { minLength: 1, maxLength: 8 });
  return fc.tuple(any, pool).map(([value, texts]) => {
    let at = 0;
    shaped(spec.request as Codec<never>, value, (name) => {
      const [some, number] = texts[at++ % texts.length] as [string, string];
      return DECIMALS.has(name) ? number : some;
    });
    return value;
  });
}

const place = fc.record({
  memo,
  chainId: text,
  accountNumber: fc.nat(),
  sequence: fc.nat(),
  timeoutHeight: fc.oneof(fc.constant(0), fc.nat()),
  payer: memo,
  granter: memo,
  gas: fc.nat(),
  amount: fc.array(fc.record({ denom: text, amount: digits }), { maxLength: 2 }),
});

type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

/** The bytes that a cosmjs with these converters signs. */
function cosmjsBytes(types: AminoTypes | OldAminoTypes, at: Place, messages: object[]): string {
  const fee: StdFee = {
    amount: at.amount,
    gas: `${at.gas}`,
    ...(at.granter === "" ? {} : { granter: at.granter }),
    ...(at.payer === "" ? {} : { payer: at.payer }),
  };
  const document = {
    chain_id: at.chainId,
    account_number: `${at.accountNumber}`,
    sequence: `${at.sequence}`,
    fee,
    msgs: messages.map((one) => types.toAmino(one as never)),
    memo: at.memo,
    ...(at.timeoutHeight === 0 ? {} : { timeout_height: `${at.timeoutHeight}` }),
  };
  return Buffer.from(serializeSignDoc(document as never)).toString("utf8");
}

function contentOf(at: Place, messages: readonly { spec: Spec; value: unknown }[]) {
  const { amount, payer, granter } = at;
  return {
    chainId: at.chainId,
    accountNumber: BigInt(at.accountNumber),
    sequence: BigInt(at.sequence),
    memo: at.memo,
    timeoutHeight: BigInt(at.timeoutHeight),
    fee: { amount, gasLimit: BigInt(at.gas), payer, granter },
    messages,
  };
}

describe("amino JSON of Cosmos messages", () => {
  const versions: readonly [string, AminoTypes | OldAminoTypes][] = [
    ["0.39", new AminoTypes(createDefaultAminoConverters())],
    ["0.32", new OldAminoTypes(oldAminoConverters())],
  ];
  for (const [version, types] of versions) {
    for (const spec of cosmosSpecs) {
      it(`${nameOf(spec)} is what cosmjs ${version} signs`, () => {
        const cases = fc.tuple(place, fc.array(valuesOf(spec), { minLength: 1, maxLength: 2 }));
        fc.assert(
          fc.property(cases, ([at, values]) => {
            const typeUrl = nameOf(spec);
            const theirs = cosmjsBytes(
              types,
              at,
              values.map((value) => ({ typeUrl, value })),
            );
            const messages = values.map((value) => ({ spec, value }));
            expect(aminoDocuments(contentOf(at, messages)).at(-1)).to.equal(theirs);
          }),
          { numRuns: 100 },
        );
      });
    }
  }

  it("covers every Cosmos message but those that cosmjs does not know", () => {
    const types = new AminoTypes(createDefaultAminoConverters());
    for (const typeUrl of UNKNOWN_TO_COSMJS) {
      expect(() => types.toAmino({ typeUrl, value: {} }), typeUrl).to.throw("does not exist");
    }
    expect(cosmosSpecs).to.have.lengthOf(12);
  });
});

describe("amino JSON as the Cosmos SDK writes it", () => {
  const jsonOf = (typeUrl: string, value: object): unknown =>
    aminoMessage({ spec: specOf(typeUrl), value }, "sdk");

  const typeOf = (spec: Spec): string => {
    const form = aminoMessage({ spec, value: spec.request.create() }, "sdk");
    return (form as { readonly type: string }).type;
  };

  it("has the SDK's names, of which a Ledger can show all", () => {
    const names = specs.map((spec) => typeOf(spec));
    expect(names.filter((name) => name.length > AMINO_NAME_MAX)).to.deep.equal([]);
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include("cosmos-sdk/MsgUnjail");
    const odd = ["MsgModifyWithdrawAddress", "MsgWithdrawDelegationReward"];
    expect(names).to.include.members(odd.map((name) => `cosmos-sdk/${name}`));
    expect(names).to.include.members([
      "cosmos-sdk/MsgWithdrawValCommission",
      "cosmos-sdk/x/bank/MsgUpdateParams",
      "aegis/tasks/MsgSubmitTask",
      "aegis/tasks/MsgUpdateParams",
    ]);
  });

  it("leaves out empty fields, but no list of coins", () => {
    const description = {
      moniker: "m",
      identity: "",
      website: "",
      securityContact: "",
      details: "",
    };
    const edit = {
      description,
      validatorAddress: "v",
      commissionRate: "100000000000000000",
      minSelfDelegation: "",
    };
    expect(jsonOf("/cosmos.staking.v1beta1.MsgEditValidator", edit)).to.deep.equal({
      type: "cosmos-sdk/MsgEditValidator",
      value: {
        commission_rate: "0.100000000000000000",
        description: { moniker: "m" },
        validator_address: "v",
      },
    });
    const send = { fromAddress: "a", toAddress: "b", amount: [] };
    expect(jsonOf("/cosmos.bank.v1beta1.MsgSend", send)).to.deep.equal({
      type: "cosmos-sdk/MsgSend",
      value: { amount: [], from_address: "a", to_address: "b" },
    });
    expect(jsonOf("/cosmos.slashing.v1beta1.MsgUnjail", { validatorAddr: "v" })).to.deep.equal({
      type: "cosmos-sdk/MsgUnjail",
      value: { address: "v" },
    });
  });

  it("escapes the two line separators too, so that there are two documents to sign", () => {
    const content = {
      ...contentOf(fc.sample(place, { seed: 1, numRuns: 1 })[0] as Place, []),
      memo: "a\u2028b<",
    };
    const [sdk, cosmjs] = aminoDocuments(content);
    expect(sdk).to.include('"memo":"a\\u2028b\\u003c"');
    expect(cosmjs).to.include('"memo":"a\u2028b\\u003c"');
    expect(aminoDigests(content)).to.have.lengthOf(2);
    expect(aminoDigests({ ...content, memo: "plain", chainId: "c" })).to.have.lengthOf(1);
  });

  it("refuses what the JSON could not tell apart", () => {
    const typeUrl = "/cosmos.staking.v1beta1.MsgRotateConsPubKey";
    const withKey = (newPubkey: object) => () => jsonOf(typeUrl, { newPubkey });
    const value = PubKey.encode({ key: new Uint8Array(32) });
    expect(refusal(withKey({ typeUrl: "/a.B", value }))).to.equal("sdk/37");
    const longer = Uint8Array.of(...value, 0x10, 1);
    expect(refusal(withKey({ typeUrl: PubKey.typeUrl, value: longer }))).to.equal("sdk/8");
    const edit = { description: undefined, validatorAddress: "v", minSelfDelegation: "" };
    const rate = (commissionRate: string) => () =>
      jsonOf("/cosmos.staking.v1beta1.MsgEditValidator", { ...edit, commissionRate });
    expect(refusal(rate("01"))).to.equal("sdk/18");
    const { amino: _, ...bare } = specOf("/cosmos.bank.v1beta1.MsgSend");
    expect(refusal(() => aminoMessage({ spec: bare, value: {} }, "sdk"))).to.equal("sdk/37");
  });
});

describe("amino JSON of our own messages", () => {
  const converters = aegisAminoConverters();
  const types = new AminoTypes(converters as never);
  const registered = new Map(aegisTypes());
  const own = specs.filter((one) => nameOf(one).startsWith("/aegis."));

  it("are known to cosmjs, all that the modules declare", () => {
    const names = own.map(nameOf);
    expect(AEGIS_MESSAGES.map(({ typeUrl }) => typeUrl)).to.have.members(names);
    expect([...registered.keys()]).to.have.members(names);
    expect(Object.keys(converters)).to.have.members(names);
  });

  for (const spec of own) {
    const typeUrl = nameOf(spec);
    it(`${typeUrl} says every field, by cosmjs' AminoTypes and back`, () => {
      fc.assert(
        fc.property(randomMessage(spec.request as Codec<never>, 4), (value) => {
          const json = types.toAmino({ typeUrl, value });
          expect(json).to.deep.equal(aminoMessage({ spec, value }, "cosmjs"));
          const parsed = JSON.parse(JSON.stringify(json)) as typeof json;
          const back = types.fromAmino(parsed);
          expect(back.typeUrl).to.equal(typeUrl);
          const bytes = spec.request.encode(value);
          expect(spec.request.encode(back.value)).to.deep.equal(bytes);
          const type = registered.get(typeUrl);
          expect(type?.encode(type.fromPartial(value)).finish()).to.deep.equal(bytes);
        }),
        { numRuns: 60 },
      );
    });
  }

  it("fills what a client leaves out, and refuses what is no JSON of the message", () => {
    const typeUrl = "/aegis.tasks.v1.MsgAddNodeStake";
    const { fromAmino, toAmino } = converters[typeUrl] as (typeof converters)[string];
    expect(toAmino({ operator: "o", amount: 5n })).to.deep.equal({ amount: "5", operator: "o" });
    expect(() => fromAmino({ amount: 5 })).to.throw("amount: expected a string");
    expect(() => fromAmino({ other: "" })).to.throw("unknown field other");
    expect(() => fromAmino([])).to.throw("expected an object");
  });
});
