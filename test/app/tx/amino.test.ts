/** Amino JSON: the documents that cosmjs signs, for its own messages and for ours. */
import { AminoTypes, createDefaultAminoConverters } from "@cosmjs/stargate";
import { makeSignDoc, serializeSignDoc } from "@cosmjs/amino";
import {
  AminoTypes as OldAminoTypes,
  createDefaultAminoConverters as createOldConverters,
} from "stargate-0.32";
import { expect } from "chai";
import fc from "fast-check";
import { AEGIS_MESSAGES, aegisAminoConverters, aegisTypes } from "../../../app/client/cosmjs.ts";
import { utf8Text } from "../../../app/lib/bytes.ts";
import type { MessageSpec } from "../../../app/module/module.ts";
import { buildModules } from "../../../app/modules.ts";
import { messageRouter } from "../../../app/router/messages.ts";
import { AMINO_NAME_MAX, aminoMessage, aminoSignBytes } from "../../../app/tx/amino.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { type MessageValue, randomMessage } from "../../kit/randomMessage.ts";

const RUNS = 40;
const DEPTH = 3;
const router = messageRouter(buildModules().manager.modules);

/** What cosmjs has converters for, and this chain has too. */
const SHARED = Object.keys(createDefaultAminoConverters()).filter((typeUrl) => router.has(typeUrl));

function specOf(typeUrl: string): MessageSpec<unknown, unknown> {
  const spec = router.get(typeUrl);
  if (spec === undefined) throw new Error(`no message ${typeUrl}`);
  return spec;
}

/** Clients do not bear decimals that are none, nor messages without what they must have. */
const decimalText = fc.bigInt(0n, 10n ** 24n).map(String);
const keyAny = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((key) => ({ typeUrl: PubKey.typeUrl, value: PubKey.encode({ key }) }));

function clientMessage(codec: Codec<never>): fc.Arbitrary<MessageValue> {
  return fc
    .tuple(
      randomMessage(codec, DEPTH, () => true),
      decimalText,
      decimalText,
      decimalText,
      keyAny,
    )
    .map(([value, one, two, three, key]) => {
      const { commission } = value as { commission?: object };
      return {
        ...value,
        ...("pubkey" in value && { pubkey: key }),
        ...("commissionRate" in value && { commissionRate: one }),
        ...(commission !== undefined && {
          commission: { ...commission, rate: one, maxRate: two, maxChangeRate: three },
        }),
      };
    });
}

const place = fc.record({
  chainId: fc.string({ minLength: 1, maxLength: 20 }),
  accountNumber: fc.bigInt(0n, 2n ** 53n - 1n),
  sequence: fc.bigInt(0n, 2n ** 53n - 1n),
  memo: fc.string({ unit: "grapheme", maxLength: 30 }),
  timeoutHeight: fc.bigInt(0n, 2n ** 63n - 1n),
  fee: fc.record({
    amount: fc.array(fc.record({ denom: fc.string(), amount: fc.nat().map(String) }), {
      maxLength: 2,
    }),
    gasLimit: fc.bigInt(0n, 2n ** 53n),
    payer: fc.constantFrom("", "aegis1payer"),
    granter: fc.constantFrom("", "aegis1granter"),
  }),
});

describe("amino JSON", () => {
  it("is known to cosmjs for every Cosmos message that wallets send", () => {
    expect(SHARED).to.include.members([
      "/cosmos.bank.v1beta1.MsgSend",
      "/cosmos.staking.v1beta1.MsgDelegate",
      "/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward",
    ]);
  });

  for (const [version, types] of [
    ["0.39", new AminoTypes(createDefaultAminoConverters())],
    ["0.32", new OldAminoTypes(createOldConverters())],
  ] as const) {
    for (const typeUrl of SHARED) {
      it(`of ${typeUrl} is the document that cosmjs ${version} signs`, () => {
        const spec = specOf(typeUrl);
        const codec = spec.request as unknown as Codec<never>;
        fc.assert(
          fc.property(clientMessage(codec), place, (value, at) => {
            const theirs = types.toAmino({ typeUrl, value });
            const { amount, gasLimit, payer, granter } = at.fee;
            const fee = {
              amount,
              gas: `${gasLimit}`,
              ...(payer === "" ? {} : { payer }),
              ...(granter === "" ? {} : { granter }),
            };
            const timeout = at.timeoutHeight === 0n ? undefined : at.timeoutHeight;
            const document = makeSignDoc(
              [theirs],
              fee,
              at.chainId,
              at.memo,
              Number(at.accountNumber),
              Number(at.sequence),
              timeout,
            );
            const ours = aminoSignBytes([aminoMessage(codec, value, spec.amino)], at);
            expect(utf8Text(ours)).to.equal(utf8Text(serializeSignDoc(document)));
          }),
          { numRuns: RUNS },
        );
      });
    }
  }

  it("has a name of at most 39 characters for every message of every module, each its own", () => {
    const names = [...router.values()].map(
      ({ request, amino }) => aminoMessage(request as never, request.create(), amino)["type"],
    );
    for (const name of names) {
      // Clients have one of Cosmos' names longer than a Ledger bears.
      const isLong = name === "cosmos-sdk/MsgWithdrawValidatorCommission";
      if (!isLong) expect(`${name}`.length, `${name}`).to.be.at.most(AMINO_NAME_MAX);
    }
    expect(new Set(names).size).to.equal(names.length);
  });

  it("of a message says all of it: other values have other documents", () => {
    for (const { request, amino } of router.values()) {
      const codec = request as unknown as Codec<never>;
      const seen = new Map<string, string>();
      for (const value of fc.sample(randomMessage(codec, DEPTH), { numRuns: RUNS, seed: 7 })) {
        let json: string;
        try {
          json = JSON.stringify(aminoMessage(codec, value, amino));
        } catch {
          // Random bytes are no key.
          continue;
        }
        const bytes = Buffer.from(codec.encode(value as never)).toString("hex");
        expect(seen.get(json) ?? bytes, codec.typeUrl).to.equal(bytes);
        seen.set(json, bytes);
      }
    }
  });
});

describe("the chain's own messages for cosmjs", () => {
  const converters = aegisAminoConverters();

  it("are all that the modules declare", () => {
    const declared = [...router.keys()].filter((typeUrl) => typeUrl.startsWith("/aegis."));
    expect(AEGIS_MESSAGES.map(({ typeUrl }) => typeUrl)).to.have.members(declared);
    expect(Object.keys(converters)).to.have.members(declared);
  });

  for (const codec of AEGIS_MESSAGES) {
    it(`${codec.typeUrl} comes back from amino JSON and from bytes as it was`, () => {
      const converter = converters[codec.typeUrl];
      const type = aegisTypes().find(([typeUrl]) => typeUrl === codec.typeUrl)?.[1];
      fc.assert(
        fc.property(randomMessage(codec, DEPTH), (value) => {
          const json = JSON.parse(JSON.stringify(converter?.toAmino(value as never)));
          expect(converter?.fromAmino(json as never)).to.deep.equal(value);
          const whole = type?.fromPartial(value as never);
          const bytes = type?.encode(whole as never).finish() ?? new Uint8Array(0);
          expect(type?.decode(bytes)).to.deep.equal(value);
        }),
        { numRuns: RUNS },
      );
    });
  }
});
