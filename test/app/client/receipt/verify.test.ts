/** Receipts that the verifier must take, and every way in which they can lie. */
import { expect } from "chai";
import { collectRecords } from "../../../../app/client/receipt/collect.ts";
import { RECEIPT_FAULTS, type ReceiptFault } from "../../../../app/client/receipt/fault.ts";
import { encodeReceipt, type Receipt } from "../../../../app/client/receipt/format.ts";
import {
  type ReceiptFacts,
  type ReceiptOptions,
  verifyReceipt,
} from "../../../../app/client/receipt/verify.ts";
import { encodeLightBlock, type LightBlock } from "../../../../app/client/light/types.ts";
import { hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import type { Header } from "../../../../proto/gen/tendermint/types/types.ts";
import { headerWith, signedBlock, signingValidators, type Vote } from "../../../kit/lightBlocks.ts";
import {
  answeredChain,
  blockOf,
  finalProof,
  receiptOf,
  sourceOf,
  TRUST,
  VALIDATORS,
  WHOLE_SET,
} from "../../../kit/receipts.ts";

const DAY_MS = 86_400_000;
const HASH = sha256(utf8("another"));

function factsOf(receipt: Receipt, options: ReceiptOptions = TRUST): ReceiptFacts {
  const verdict = verifyReceipt(encodeReceipt(receipt), options);
  if (!verdict.valid) throw new Error(verdict.reason);
  return verdict.facts;
}

function faultOf(receipt: Receipt | Uint8Array, options: ReceiptOptions = TRUST): string {
  const bytes = receipt instanceof Uint8Array ? receipt : encodeReceipt(receipt);
  const verdict = verifyReceipt(bytes, options);
  return verdict.valid ? "valid" : verdict.fault;
}

describe("a receipt", () => {
  const answered = answeredChain();
  const { chain } = answered;
  let plain: Receipt;
  let final: Receipt;
  let other: Receipt;
  let early: Pick<Receipt, "records">;
  before(async () => {
    plain = await receiptOf(answered);
    final = await receiptOf(answered, { final: true });
    other = await receiptOf(answered, { task: 1 });
    early = await collectRecords(sourceOf(answered).prove, plain.taskHash, 10n);
  });

  /** The receipt's block, with another header or other votes. */
  function blockWith(
    change: Partial<Header>,
    votes?: (at: number) => Vote,
    validators: typeof VALIDATORS = VALIDATORS,
  ): Uint8Array {
    const { header } = blockOf(chain, chain.mock.height - 1n);
    return encodeLightBlock(signedBlock({ ...header, ...change }, validators, votes));
  }

  it("proves what the chain says of a task", () => {
    const { header, signed, trusted, stateHeight, task, records } = factsOf(plain);
    expect(header.height).to.equal(stateHeight + 1n);
    const { appHash } = chain.mock.blocks[Number(stateHeight) - 1]?.response ?? {};
    expect(header.appHash).to.equal(hex(appHash ?? HASH));
    expect(signed).to.deep.equal({ count: 4, of: 4, power: 100n, total: 100n });
    expect(trusted).to.deep.equal({ by: "validators", height: header.height, steps: 0 });
    expect(task.taskHash).to.equal(hex(answered.tasks[0]));
    expect(task.state).to.equal("FINAL");
    expect(task.calculations).to.have.length(2);
    // A task, its status, 2 calculations, 4 results in two records each, 8 verifications.
    expect(records).to.equal(20);
    for (const { results } of task.calculations) {
      expect(results.map(({ text }) => text)).to.deep.equal(["Four.", "Four."]);
      const said = results.flatMap(({ verifications }) => verifications);
      expect(said).to.have.length(4);
      expect(said.every(({ verdict, agrees }) => verdict === "VALID" && agrees)).to.equal(true);
    }
  });

  it("is trusted by its header, or by its checkpoint's set, at any age", () => {
    const late = { ...TRUST, nowMs: TRUST.nowMs + 1_000 * DAY_MS };
    const { header, checkpoint } = factsOf(final);
    const byHeader = { ...late, trust: new Uint8Array(Buffer.from(header.hash, "hex")) };
    expect(factsOf(final, byHeader).trusted.by).to.equal("header");
    const bySet = { ...late, trust: WHOLE_SET.commitment };
    expect(factsOf(final, bySet).trusted.by).to.equal("checkpoint");
    expect(checkpoint).to.include({ epoch: 1n, signedPower: 16n, totalPower: 17n });
    expect(faultOf(plain, bySet)).to.equal("untrusted");
  });

  it("is trusted through steps: named validators, or a third of the trusted power", () => {
    const next = signingValidators("next", [50n, 50n]);
    const mixed = [...VALIDATORS.slice(0, 1), ...next];
    const last = plain.block;
    const first = (validators: typeof VALIDATORS, change: Partial<Header>): Uint8Array =>
      encodeLightBlock(signedBlock(headerWith(validators, change), validators));
    const { height } = blockOf(chain, chain.mock.height - 1n).header;
    const { validatorsHash } = headerWith(VALIDATORS);
    const from = (block: Uint8Array, set: typeof VALIDATORS): string =>
      faultOf(
        { ...plain, path: [block], block: last },
        { ...TRUST, trust: headerWith(set).validatorsHash },
      );
    expect(from(first(VALIDATORS, { height: 2n }), VALIDATORS)).to.equal("valid");
    // Forty of 140 is less than a third of what was trusted.
    expect(from(first(mixed, { height: 2n }), mixed)).to.equal("step_refused");
    const before = { height: height - 1n, nextValidatorsHash: validatorsHash };
    expect(from(first(next, before), next)).to.equal("valid");
    expect(from(first(next, { height: height - 1n }), next)).to.equal("step_refused");
    expect(from(first(VALIDATORS, { height }), VALIDATORS)).to.equal("step_refused");
    const time = { seconds: 1_800_000_000n, nanos: 0 };
    const late = { ...TRUST, nowMs: 1_800_000_000_000 };
    const path = [first(VALIDATORS, { height: 2n, time })];
    expect(faultOf({ ...plain, path }, late)).to.equal("step_refused");
    const long = new Array<Uint8Array>(65).fill(first(VALIDATORS, { height: 2n }));
    expect(faultOf({ ...plain, path: long })).to.equal("too_large");
  });

  const lies: Readonly<Record<string, readonly [ReceiptFault, () => Receipt | Uint8Array]>> = {
    "is not JSON": ["malformed", () => utf8("no")],
    "is no object": ["malformed", () => utf8("[]\n")],
    "has another format": [
      "malformed",
      () => utf8(new TextDecoder().decode(encodeReceipt(plain)).replace("receipt/1", "receipt/2")),
    ],
    "has a space more": ["malformed", () => Uint8Array.from([...encodeReceipt(plain), 32])],
    "is of another task": ["other_task", () => ({ ...plain, taskHash: other.taskHash })],
    "has the result of another task": [
      "other_task",
      () => ({ ...plain, records: { ...plain.records, revealed: other.records.revealed } }),
    ],
    "leaves out a verification": [
      "record_missing",
      () => ({
        ...plain,
        records: {
          ...plain.records,
          verifications: plain.records.verifications.toSpliced(3, 1),
        },
      }),
    ],
    "leaves out all results": [
      "record_missing",
      () => ({ ...plain, records: { ...plain.records, results: [] } }),
    ],
    "has records in another order": [
      "record_missing",
      () => ({
        ...plain,
        records: { ...plain.records, results: plain.records.results.toReversed() },
      }),
    ],
    "has proofs for other keys": [
      "other_task",
      () => ({
        ...plain,
        records: { ...plain.records, calculations: other.records.calculations },
      }),
    ],
    "has garbage as a proof": [
      "record_proof",
      () => ({ ...plain, records: { ...plain.records, task: [utf8("garbage")] } }),
    ],
    "has records of another height": [
      "record_proof",
      () => ({ ...plain, records: { ...plain.records, task: early.records.task } }),
    ],
    "has a header with another app hash": [
      "store_proof",
      () => ({ ...plain, block: blockWith({ appHash: HASH }) }),
    ],
    "has garbage as the store's proof": ["store_proof", () => ({ ...plain, store: HASH })],
    "has a header of another chain": [
      "other_chain",
      () => ({ ...plain, block: blockWith({ chainId: "aegis-test-2" }) }),
    ],
    "has garbage as its header": ["header_malformed", () => ({ ...plain, block: HASH })],
    "has a header without a time": [
      "header_malformed",
      () => ({ ...plain, block: blockWith({ time: { seconds: -1n, nanos: 0 } }) }),
    ],
    "has a commit of another block": [
      "header_malformed",
      () => {
        const block = blockOf(chain, chain.mock.height - 1n);
        const header = { ...block.header, evidenceHash: HASH };
        return { ...plain, block: encodeLightBlock({ ...block, header }) };
      },
    ],
    "has other validators than the header": [
      "validators_mismatch",
      () => ({ ...plain, block: blockWith({ validatorsHash: HASH }) }),
    ],
    "has a signature of somebody else": [
      "bad_signature",
      () => {
        const block = blockOf(chain, chain.mock.height - 1n);
        return { ...plain, block: encodeLightBlock(swappedSignatures(block)) };
      },
    ],
    "has two thirds of the power only": [
      "too_little_power",
      () => ({ ...plain, block: blockWith({}, (at) => (at === 0 ? "absent" : "commit")) }),
    ],
    "counts votes for no block": [
      "too_little_power",
      () => ({ ...plain, block: blockWith({}, (at) => (at === 0 ? "nil" : "commit")) }),
    ],
    "is signed by strangers": [
      "untrusted",
      () => {
        const strangers = signingValidators("stranger", [1n, 1n]);
        const { validatorsHash } = headerWith(strangers);
        return { ...plain, block: blockWith({ validatorsHash }, undefined, strangers) };
      },
    ],
    "has a checkpoint that does not hold": [
      "checkpoint_refused",
      () => {
        const checkpoint = (final.checkpoint ?? HASH).slice();
        checkpoint[checkpoint.length - 1] = (checkpoint.at(-1) as number) ^ 1;
        return { ...final, checkpoint };
      },
    ],
    "has the checkpoint of another block": [
      "checkpoint_other_block",
      () => ({ ...final, checkpoint: finalProof(blockOf(chain, chain.mock.height)) }),
    ],
    "says that its header is of tomorrow": [
      "from_future",
      () => ({ ...plain, block: blockWith({ time: { seconds: 1_800_000_000n, nanos: 0 } }) }),
    ],
  };

  for (const [what, [fault, make]] of Object.entries(lies)) {
    it(`is refused when it ${what}`, () => {
      expect(faultOf(make())).to.equal(fault);
    });
  }

  it("is refused for another chain, another trust, and after the trusting period", () => {
    expect(faultOf(plain, { ...TRUST, chainId: "aegis-test-1" })).to.equal("valid");
    expect(faultOf(plain, { ...TRUST, chainId: "aegis-2" })).to.equal("other_chain");
    expect(faultOf(plain, { ...TRUST, trust: HASH })).to.equal("untrusted");
    expect(faultOf(plain, { ...TRUST, nowMs: TRUST.nowMs + 14 * DAY_MS })).to.equal("expired");
  });

  it("is taken when a third of the power less one is absent or voted for no block", () => {
    const votes = (at: number): Vote => (at === 1 ? "nil" : "commit");
    const { signed } = factsOf({ ...plain, block: blockWith({}, votes) });
    expect(signed).to.deep.equal({ count: 3, of: 4, power: 70n, total: 100n });
  });

  it("has a sentence for every fault", () => {
    for (const [fault, reason] of Object.entries(RECEIPT_FAULTS)) {
      expect(reason, fault).to.match(/^[a-z].{10,}[^.]$/);
    }
    const verdict = verifyReceipt(utf8("no"), TRUST);
    expect(verdict).to.have.property("reason", `${RECEIPT_FAULTS.malformed} (not JSON)`);
  });
});

/** The second validator signs for the first and the other way round. */
function swappedSignatures(block: LightBlock): LightBlock {
  const [first, second, ...rest] = block.commit.signatures;
  if (first === undefined || second === undefined) throw new Error("two signatures");
  const signatures = [
    { ...first, signature: second.signature },
    { ...second, signature: first.signature },
    ...rest,
  ];
  return { ...block, commit: { ...block.commit, signatures } };
}
