/** Addresses of operators and consensus keys: known texts, and what is refused. */
import { bech32 } from "@scure/base";
import { expect } from "chai";
import fc from "fast-check";
import {
  accountAddress,
  addressBytes,
  consensusAddress,
  consensusBytes,
  operatorAddress,
  operatorBytes,
} from "../../../app/lib/address.ts";
import { AssertionError } from "../../../app/lib/assert.ts";

/** 0, 1, … 19; the texts are of another bech32. */
const BYTES = Uint8Array.from({ length: 20 }, (_, index) => index);
const ACCOUNT = "aegis1qqqsyqcyq5rqwzqfpg9scrgwpugpzysncnev0c";
const OPERATOR = "aegisvaloper1qqqsyqcyq5rqwzqfpg9scrgwpugpzysn6msmdj";
const CONSENSUS = "aegisvalcons1qqqsyqcyq5rqwzqfpg9scrgwpugpzysnwgr8pn";

const forms = [
  {
    what: "an account",
    text: ACCOUNT,
    encode: accountAddress,
    decode: (t: string) => addressBytes(t),
  },
  { what: "an operator", text: OPERATOR, encode: operatorAddress, decode: operatorBytes },
  { what: "a consensus key", text: CONSENSUS, encode: consensusAddress, decode: consensusBytes },
];

describe("addresses", () => {
  for (const { what, text, encode, decode } of forms) {
    describe(`of ${what}`, () => {
      it("have the text that others give them", () => {
        expect(encode(BYTES)).to.equal(text);
        expect(decode(text)).to.deep.equal(BYTES);
      });

      it("are read back", () => {
        fc.assert(
          fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
            expect(decode(encode(bytes))).to.deep.equal(bytes);
          }),
        );
      });

      it("are refused under another prefix", () => {
        for (const other of forms) {
          if (other.text === text) continue;
          expect(() => decode(other.text)).to.throw(RangeError, "begins aegis");
        }
      });

      const prefix = text.slice(0, text.indexOf("1"));
      const encodeWords = (bytes: Uint8Array): string =>
        bech32.encode(prefix, bech32.toWords(bytes));
      const broken: readonly [string, string][] = [
        ["nothing", ""],
        ["upper case", text.toUpperCase()],
        ["mixed case", text.replace("aegis", "Aegis")],
        ["a wrong letter", `${text.slice(0, -1)}q`],
        ["a letter too few", text.slice(0, -1)],
        ["a space", `${text} `],
        ["19 bytes", encodeWords(new Uint8Array(19))],
        ["21 bytes", encodeWords(new Uint8Array(21))],
        ["32 bytes", encodeWords(new Uint8Array(32))],
      ];
      for (const [fault, address] of broken) {
        it(`are refused with ${fault}`, () => {
          expect(() => decode(address)).to.throw(RangeError);
        });
      }
    });
  }

  it("are made of 20 bytes only", () => {
    for (const encode of [operatorAddress, consensusAddress]) {
      expect(() => encode(new Uint8Array(19))).to.throw(AssertionError);
      expect(() => encode(new Uint8Array(32))).to.throw(AssertionError);
    }
  });
});
