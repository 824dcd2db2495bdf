/** The short form of the campaign "mutations": damaged receipts and proofs, none of them taken. */
import { expect } from "chai";
import { encodeReceipt } from "../../../../app/client/receipt/format.ts";
import { verifyReceipt } from "../../../../app/client/receipt/verify.ts";
import { damagedClaims } from "../../../kit/damagedClaims.ts";
import { mutatedReceipts } from "../../../kit/mutatedReceipts.ts";
import { eachByteChanged } from "../../../kit/mutate.ts";
import { Prng } from "../../../kit/prng.ts";
import { claimsOf, ownVerdict } from "../../../kit/proofClaims.ts";
import { answeredChain, receiptOf, TRUST, WHOLE_SET } from "../../../kit/receipts.ts";

const MUTATED = 600;
const DAMAGED = 600;
/** Every so many bytes one is changed; the campaign changes all. */
const STRIDE = 23;

describe("mutations", () => {
  const answered = answeredChain();
  let base: Uint8Array;
  let other: Uint8Array;
  before(async () => {
    base = encodeReceipt(await receiptOf(answered, { final: true, task: 1 }));
    other = encodeReceipt(await receiptOf(answered, { final: true, task: 0 }));
    expect(verifyReceipt(base, TRUST).valid).to.equal(true);
  });

  function taken(bytes: Uint8Array): boolean {
    return [TRUST.trust, WHOLE_SET.commitment].some((trust) => {
      return verifyReceipt(bytes, { ...TRUST, trust }).valid;
    });
  }

  it("of a receipt are refused, whatever is changed", () => {
    for (const { kind, bytes } of mutatedReceipts(base, [other], MUTATED, new Prng(5))) {
      expect(taken(bytes), kind).to.equal(false);
    }
  });

  it("of one byte of a receipt are refused", () => {
    let at = 0;
    for (const bytes of eachByteChanged(base)) {
      if (at % STRIDE === 0) expect(taken(bytes), `byte ${at}`).to.equal(false);
      at += 1;
    }
  });

  it("of a proof are refused", () => {
    const { store } = answered.chain.app().host;
    const height = answered.chain.mock.height;
    const appHash = store.at(height)?.appHash ?? new Uint8Array(0);
    const keys = [...store.latest().iterate("tasks", {})].map(([key]) => key);
    const asked = keys.flatMap((key) => [key, Uint8Array.from([...key, 0])]);
    const claims = asked.flatMap((key) => claimsOf(store.prove(height, "tasks", key), appHash));
    expect(claims.every(ownVerdict)).to.equal(true);
    for (const { kind, damaged } of damagedClaims(claims, DAMAGED, new Prng(6))) {
      expect(ownVerdict(damaged), kind).to.equal(false);
    }
  });
});
