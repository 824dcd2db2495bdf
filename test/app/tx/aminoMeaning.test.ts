/** One document of amino JSON means one message, in whichever dialect it is written. */
import { expect } from "chai";
import fc from "fast-check";
import { ModuleError } from "../../../app/module/error.ts";
import type { MessageSpec } from "../../../app/module/module.ts";
import { buildModules } from "../../../app/modules.ts";
import { type AminoDialect, aminoMessage } from "../../../app/tx/amino.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { refusal } from "../../kit/context.ts";
import { type MessageValue, randomMessage } from "../../kit/randomMessage.ts";

type Spec = MessageSpec<unknown, unknown>;

const DIALECTS: readonly AminoDialect[] = ["sdk", "cosmjs"];
const DEPTH = 3;
const RUNS = 60;

const { modules } = buildModules().manager;
const specs = modules.flatMap(({ messages }) => messages as unknown as Spec[]);

/** Both documents of a message; none when the chain refuses it, as it does keys that are none. */
function documentsOf(spec: Spec, value: unknown): string[] {
  try {
    return DIALECTS.map((dialect) => JSON.stringify(aminoMessage({ spec, value }, dialect)));
  } catch (error) {
    if (error instanceof ModuleError) return [];
    throw error;
  }
}

/** Digits where decimals must be, keys where keys must be; everything else is random. */
function usual(value: MessageValue, digits: string): MessageValue {
  const key = { typeUrl: PubKey.typeUrl, value: PubKey.encode({ key: new Uint8Array(32) }) };
  const commission = { rate: digits, maxRate: digits, maxChangeRate: digits };
  return {
    ...value,
    ...("pubkey" in value && { pubkey: key }),
    ...("newPubkey" in value && { newPubkey: key }),
    ...("commissionRate" in value && { commissionRate: digits }),
    ...("commission" in value && { commission }),
  };
}

/** Two messages that differ in one field. */
function pairsOf(codec: Codec<never>): fc.Arbitrary<readonly [MessageValue, MessageValue]> {
  const one = randomMessage(codec, DEPTH);
  const digits = fc.bigInt(0n, 10n ** 20n).map(String);
  const names = codec.fields.map(({ name }) => name);
  return fc
    .tuple(one, one, digits, digits, fc.constantFrom(...names))
    .map(([value, other, a, b, name]) => {
      const first = usual(value, a);
      return [first, { ...first, [name]: usual(other, b)[name] }];
    });
}

describe("documents of amino JSON", () => {
  let compared = 0;
  for (const spec of specs) {
    const codec = spec.request as Codec<never>;
    it(`of ${codec.typeUrl} are others for another message`, () => {
      fc.assert(
        fc.property(pairsOf(codec), ([a, b]) => {
          const isSame = Buffer.from(codec.encode(a as never)).equals(codec.encode(b as never));
          const ofA = documentsOf(spec, a);
          const ofB = documentsOf(spec, b);
          if (isSame) {
            expect(ofB).to.deep.equal(ofA);
            return;
          }
          compared += ofB.length;
          expect(ofB.filter((document) => ofA.includes(document))).to.deep.equal([]);
        }),
        { numRuns: RUNS },
      );
    });
  }

  it("were compared", () => {
    expect(compared).to.be.greaterThan(specs.length * RUNS);
  });

  it("says durations in nanoseconds, and refuses those that two pairs of numbers give", () => {
    const named = ({ request }: Spec) => request.typeUrl === "/cosmos.consensus.v1.MsgUpdateParams";
    const spec = specs.find(named) as Spec;
    const form = (seconds: bigint, nanos: number) => () => {
      const evidence = { maxAgeNumBlocks: 7n, maxAgeDuration: { seconds, nanos }, maxBytes: 0n };
      return aminoMessage({ spec, value: { authority: "a", evidence } }, "sdk");
    };
    expect(form(172_800n, 5)()).to.deep.equal({
      type: "cosmos-sdk/x/consensus/MsgUpdateParams",
      value: {
        authority: "a",
        evidence: { max_age_duration: "172800000000005", max_age_num_blocks: "7" },
      },
    });
    for (const [seconds, nanos] of [
      [-1n, 0],
      [1n, -1],
      [0n, 1_000_000_000],
    ] as const) {
      expect(refusal(form(seconds, nanos))).to.equal("sdk/37");
    }
  });
});
