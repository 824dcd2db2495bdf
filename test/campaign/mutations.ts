/**
 * Damaged receipts before our verifier, and damaged proofs before three: ours, the one in Go that
 * IBC uses, and the one in Rust. None may be taken.
 */
import { encodeReceipt } from "../../app/client/receipt/format.ts";
import { verifyReceipt } from "../../app/client/receipt/verify.ts";
import { goVerifier, type ProofVerifier, rustVerifier } from "../interop/verifiers.ts";
import { type DamagedClaim, damagedClaims } from "../kit/damagedClaims.ts";
import { mutatedReceipts } from "../kit/mutatedReceipts.ts";
import { eachByteChanged } from "../kit/mutate.ts";
import { Prng } from "../kit/prng.ts";
import {
  claimsOf,
  keysAndGaps,
  ownVerdict,
  type ProofClaim,
  saysTheSame,
} from "../kit/proofClaims.ts";
import { answeredChain, type AnsweredChain, receiptOf, TRUST, WHOLE_SET } from "../kit/receipts.ts";
import { fromHex, hex } from "../../app/lib/bytes.ts";
import { type Campaign, type Report, table } from "./report.ts";

const RECEIPTS = 10_000;
const PROOFS = 10_000;
const SEED = 7;
/** Proofs of which every byte is changed. */
const WHOLE_PROOFS = 24;
/** Claims that a verifier is given at a time. */
const BATCH = 5_000;
const PROGRESS_EVERY = 5_000;

function isTaken(bytes: Uint8Array): boolean {
  return [TRUST.trust, WHOLE_SET.commitment].some((trust) => {
    return verifyReceipt(bytes, { ...TRUST, trust }).valid;
  });
}

function requireNone(what: string, taken: number): void {
  if (taken > 0) throw new Error(`${taken} ${what} were taken`);
}

/** Counts by name. */
class Tally {
  readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  rows(): string[][] {
    return [...this.counts].toSorted().map(([name, count]) => [name, `${count}`]);
  }
}

async function receipts(report: Report, answered: AnsweredChain): Promise<void> {
  const base = encodeReceipt(await receiptOf(answered, { final: true, task: 1 }));
  const other = encodeReceipt(await receiptOf(answered, { final: true, task: 0 }));
  if (!isTaken(base)) throw new Error("the receipt itself is refused");
  report.figure("bytes of the receipt", base.length);
  const [kinds, faults] = [new Tally(), new Tally()];
  let taken = 0;
  for (const { kind, bytes } of mutatedReceipts(base, [other], RECEIPTS, new Prng(SEED))) {
    const verdict = verifyReceipt(bytes, TRUST);
    if (isTaken(bytes)) taken += 1;
    kinds.add(kind);
    faults.add(verdict.valid ? "none" : verdict.fault);
  }
  report.figure("mutated receipts", RECEIPTS);
  report.figure("mutated receipts taken", taken);
  requireNone("mutated receipts", taken);
  report.note(table(["what was done to a receipt", "times"], kinds.rows()));
  report.note(table(["why it was refused", "times"], faults.rows()));
  everyByte(report, base);
}

function everyByte(report: Report, base: Uint8Array): void {
  let [changed, taken] = [0, 0];
  for (const bytes of eachByteChanged(base)) {
    changed += 1;
    if (verifyReceipt(bytes, TRUST).valid) taken += 1;
    if (changed % PROGRESS_EVERY === 0) report.progress(`${changed} bytes changed, one by one`);
  }
  report.figure("receipts with one byte changed, each byte once", changed);
  report.figure("receipts with one byte changed taken", taken);
  requireNone("receipts with one byte changed", taken);
}

/** What the proofs of every key and gap of the chain's stores say. */
function claimsIn({ chain }: AnsweredChain): ProofClaim[] {
  const { store } = chain.app().host;
  const height = chain.mock.height;
  const appHash = store.at(height)?.appHash ?? new Uint8Array(0);
  return store.storeNames.flatMap((name) =>
    keysAndGaps(store, name, height).flatMap((key) => {
      const proof = store.prove(height, name, key);
      // An empty store has no second operation, and ICS-23 no form for it.
      return proof.ops.length === 2 ? claimsOf(proof, appHash) : [];
    }),
  );
}

/** Some proofs with each of their bytes changed once. */
function wholeDamage(claims: readonly ProofClaim[]): DamagedClaim[] {
  const step = Math.max(1, Math.trunc(claims.length / WHOLE_PROOFS));
  return claims
    .filter((_, at) => at % step === 0)
    .flatMap((claim) =>
      [...eachByteChanged(fromHex(claim.proof))].map((bytes) => ({
        ...{ kind: "each byte changed once", claim },
        damaged: { ...claim, proof: hex(bytes) },
      })),
    );
}

function judged({ judge }: ProofVerifier, claims: readonly ProofClaim[]): boolean[] {
  const verdicts: boolean[] = [];
  for (let at = 0; at < claims.length; at += BATCH) {
    verdicts.push(...judge(claims.slice(at, at + BATCH)));
  }
  return verdicts;
}

function proofs(report: Report, answered: AnsweredChain): void {
  const claims = claimsIn(answered);
  const own = { name: "ours", judge: (list: readonly ProofClaim[]) => list.map(ownVerdict) };
  const others = [goVerifier(), rustVerifier()];
  for (const verifier of [own, ...others]) {
    if (!judged(verifier, claims).every(Boolean)) throw new Error(`${verifier.name} refuses one`);
  }
  report.figure("true claims, taken by all three verifiers", claims.length);
  const random = damagedClaims(claims, PROOFS, new Prng(SEED));
  const whole = wholeDamage(claims);
  report.figure("mutated proofs", random.length);
  report.figure("proofs with one byte changed, each byte once", whole.length);
  const damaged = [...random, ...whole];
  const kinds = new Tally();
  for (const { kind } of damaged) kinds.add(kind);
  const list = damaged.map((one) => one.damaged);
  requireNone("damaged proofs by ours", judged(own, list).filter(Boolean).length);
  report.figure("damaged proofs taken by ours", 0);
  for (const verifier of others) {
    const verdicts = judged(verifier, list);
    const taken = damaged.filter((_, at) => verdicts[at]);
    const lies = taken.filter((one) => !saysTheSame(one.claim, one.damaged));
    report.figure(`damaged proofs taken by ${verifier.name} that say something else`, lies.length);
    report.figure(
      `damaged proofs taken by ${verifier.name} that say the same`,
      taken.length - lies.length,
    );
    requireNone(`damaged proofs by ${verifier.name}`, lies.length);
  }
  report.note(table(["what was done to a proof", "times"], kinds.rows()));
  report.note(
    "What says the same: protobuf that is not canonical, or another key in the field in which a " +
      "proof of absence repeats what was asked. Our verifier refuses both, so that of one claim " +
      "there is one proof.",
  );
}

/** The campaign. */
export const campaign: Campaign = {
  name: "mutations",
  summary:
    `${RECEIPTS} mutated receipts and ${PROOFS} mutated proofs, every byte of a receipt and of ` +
    "some proofs at least once: our verifier takes none, and those in Go and Rust take no proof " +
    "that says something else.",
  run: async (report) => {
    const answered = answeredChain();
    await receipts(report, answered);
    proofs(report, answered);
  },
};
