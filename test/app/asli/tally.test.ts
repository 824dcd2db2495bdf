/** The tally of votes and the grade of a result: medians by seats, who counts, what is gross. */
import { expect } from "chai";
import {
  decodeFingerprint,
  decodeVoteFingerprint,
  encodeVoteFingerprint,
} from "../../../app/asli/fingerprint.ts";
import { disputeChallenge, voteCommit, voteSalt } from "../../../app/asli/commitment.ts";
import { gradeResult, isWithin } from "../../../app/asli/grade.ts";
import { tally, type TallyCase, type TallyVote } from "../../../app/asli/tally.ts";
import { limitsFor } from "../../../app/asli/tolerances.ts";
import { LIMITS_ONLY } from "../../kit/plainTolerances.ts";
import { EMPTY_BYTES, hex } from "../../../app/lib/bytes.ts";

const LENGTH = 70;

function about(seats: number, length: number = LENGTH): TallyCase {
  return { seats, length, temperatureMilli: 800, tolerances: LIMITS_ONLY };
}

function vote(change: Partial<TallyVote> & { at?: number; dispute?: number } = {}): TallyVote {
  const { at = -500, dispute = -3_000, ...rest } = change;
  return {
    seats: 1,
    isValid: true,
    isStructural: false,
    deficits: { deficitSum: 100, deficitCount: 0, deficitMax: 100 },
    fingerprint: encodeVoteFingerprint(
      Array.from({ length: LENGTH }, () => ({ chosen: at, probe: at, disputeProbe: dispute })),
    ),
    ...rest,
  };
}

function times(count: number, one: TallyVote): TallyVote[] {
  return Array.from({ length: count }, () => one);
}

describe("a tally", () => {
  it("has a verdict only beyond two thirds of all seats, silent ones included", () => {
    expect(tally(times(4, vote()), about(5)).verdict).to.equal("valid");
    expect(tally(times(4, vote()), about(6)).verdict).to.equal(undefined);
    expect(tally(times(5, vote({ isValid: false })), about(6)).verdict).to.equal("invalid");
    expect(tally([vote({ seats: 5 })], about(5)).verdict).to.equal("valid");
    expect(tally([], about(5)).verdict).to.equal(undefined);
  });

  it("counts no vote whose probe by the challenge is not the others', whatever it says", () => {
    const votes = [...times(4, vote()), vote({ dispute: 0 })];
    const { counts, seatsValid } = tally(votes, about(5));
    expect([counts, seatsValid]).to.deep.equal([[true, true, true, true, false], 4]);
  });

  it("counts no vote that is off by one step where members are compared bit by bit", () => {
    const votes = [...times(4, vote()), vote({ dispute: -3_001 }), vote({ dispute: 0 })];
    const exact = { ...about(6), tolerances: { ...LIMITS_ONLY, exact: true } };
    const { counts, foreign } = tally(votes, exact);
    expect(counts).to.deep.equal([true, true, true, true, false, false]);
    expect(foreign, "only the last is no run of the model").to.deep.equal([
      ...times(5, vote()).map(() => false),
      true,
    ]);
    expect(tally(votes, about(6)).counts.filter(Boolean)).to.have.lengthOf(5);
  });

  it("takes medians by seats, the lower of two", () => {
    const near = [vote({ at: -600, seats: 2 }), vote({ at: -500, seats: 2 })];
    const [entry] = decodeFingerprint(tally(near, about(4)).fingerprint, LENGTH);
    expect(entry).to.deep.equal({ chosen: -600, probe: -600 });
    const more = [vote({ at: -600, seats: 1 }), vote({ at: -500, seats: 2 })];
    const [other] = decodeFingerprint(tally(more, about(3)).fingerprint, LENGTH);
    expect(other).to.deep.equal({ chosen: -500, probe: -500 });
  });

  it("holds extremes of int16", () => {
    const ends = [vote({ at: -32_768, seats: 2 }), vote({ at: 32_767 })];
    const [entry] = decodeFingerprint(tally(ends, about(3)).fingerprint, LENGTH);
    expect(entry).to.deep.equal({ chosen: -32_768, probe: -32_768 });
  });

  it("counts only the larger of those who evaluated and those who could not", () => {
    const could = vote();
    const not = vote({ fingerprint: EMPTY_BYTES, isValid: false, isStructural: true });
    const most = tally([...times(4, not), could], about(5));
    expect([most.verdict, most.counts[4]]).to.deep.equal(["invalid", false]);
    expect(most.fingerprint).to.have.lengthOf(0);
    const few = tally([...times(4, could), not], about(5));
    expect([few.verdict, few.counts[4]]).to.deep.equal(["valid", false]);
  });

  it("of 160 votes on 4,096 tokens, all different, takes less than two seconds", () => {
    const length = 4_096;
    const votes = Array.from({ length: 160 }, (_, who) =>
      vote({
        fingerprint: encodeVoteFingerprint(
          Array.from({ length }, (__, at) => {
            const value = ((who * 7_919 + at * 104_729) % 65_536) - 32_768;
            return { chosen: value, probe: value, disputeProbe: value };
          }),
        ),
      }),
    );
    const before = process.cpuUsage();
    tally(votes, about(160, length));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).to.be.lessThan(2_000);
  });
});

describe("a grade", () => {
  const right = tally(times(5, vote()), about(5)).fingerprint;
  const grade = (one: Partial<TallyVote>, executor = right, isExact = false): string =>
    gradeResult(tally(times(5, vote(one)), about(5)), executor, about(5), isExact);
  const invalid = { isValid: false };
  const deficits = (deficitMax: number): Partial<TallyVote> => ({
    ...invalid,
    deficits: { deficitSum: deficitMax, deficitCount: 1, deficitMax },
  });

  it("is marginal within all limits, wrong beyond one, gross beyond twice one", () => {
    expect(grade({})).to.equal("upheld");
    expect(grade(invalid)).to.equal("marginal");
    const { deficitMax } = limitsFor(LIMITS_ONLY, LENGTH, 800);
    expect(grade(deficits(deficitMax))).to.equal("marginal");
    expect(grade(deficits(deficitMax + 1))).to.equal("wrong");
    expect(grade(deficits(2 * deficitMax))).to.equal("wrong");
    expect(grade(deficits(2 * deficitMax + 1))).to.equal("gross");
    expect(grade({ ...invalid, isStructural: true })).to.equal("gross");
  });

  it("blames a false fingerprint, but never makes it gross", () => {
    const false_ = tally(times(5, vote({ at: -2_000 })), about(5)).fingerprint;
    expect(grade({}, false_)).to.equal("fingerprint");
    expect(grade(invalid, false_)).to.equal("wrong");
    const near = tally(times(5, vote({ at: -501 })), about(5)).fingerprint;
    expect([grade({}, near), grade({}, near, true)]).to.deep.equal(["upheld", "fingerprint"]);
  });

  it("is marginal when the tokens are right and a bit is not, where bits are compared", () => {
    const near = tally(times(5, vote({ at: -501 })), about(5)).fingerprint;
    const exact = { ...about(5), tolerances: { ...LIMITS_ONLY, exact: true } };
    const graded = (executor: Uint8Array): string =>
      gradeResult(tally(times(5, vote()), exact), executor, exact, false);
    expect([graded(right), graded(near)]).to.deep.equal(["upheld", "marginal"]);
    expect(graded(tally(times(5, vote({ at: -2_000 })), about(5)).fingerprint)).to.equal(
      "fingerprint",
    );
  });

  it("calls a run near by as many times the limits as asked", () => {
    const off = tally(times(5, vote({ at: -500 - 200 })), about(5)).fingerprint;
    expect([1, 2].map((factor) => isWithin(off, right, about(5), factor))).to.deep.equal([
      false,
      true,
    ]);
    expect(isWithin(EMPTY_BYTES, right, about(5), 2)).to.equal(false);
    expect(isWithin(right, EMPTY_BYTES, about(5), 1)).to.equal(true);
  });
});

describe("a vote's bytes", () => {
  const place = {
    taskHash: new Uint8Array(32).fill(1),
    index: 2,
    attempt: 1,
    executor: new Uint8Array(20).fill(3),
    round: 1,
  };

  it("are three int16 per token, little-endian, and come back", () => {
    const entries = [{ chosen: -1, probe: 258, disputeProbe: -32_768 }];
    const bytes = encodeVoteFingerprint(entries);
    expect(hex(bytes)).to.equal("ffff02010080");
    expect(decodeVoteFingerprint(bytes, 1)).to.deep.equal(entries);
    expect(() => decodeVoteFingerprint(bytes, 2)).to.throw("12 bytes, not 6");
  });

  it("are hidden by another salt, and asked for by another challenge, in each round", () => {
    const key = new Uint8Array(32).fill(9);
    const beacon = new Uint8Array(32).fill(7);
    const next = { ...place, round: 2 };
    expect(hex(voteSalt(key, place))).not.to.equal(hex(voteSalt(key, next)));
    expect(hex(disputeChallenge(place, beacon))).not.to.equal(hex(disputeChallenge(next, beacon)));
    const commitment = {
      ...place,
      chainId: "aegis-local-1",
      member: new Uint8Array(20).fill(4),
      salt: voteSalt(key, place),
      vote: new Uint8Array([8, 1]),
    };
    expect(voteCommit(commitment)).to.have.lengthOf(32);
    expect(hex(voteCommit(commitment))).not.to.equal(hex(voteCommit({ ...commitment, round: 2 })));
  });
});
