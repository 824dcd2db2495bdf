/**
 * The tally of a committee's votes: which of them count, what the majority says, and the numbers
 * that everybody else is then compared with. Pure and in integers; its cost is that of sorting
 * `VOTES_MAX` numbers three times per output token.
 */
import { assert } from "../lib/assert.ts";
import { VOTE_POSITION_BYTES } from "./constants.ts";
import { decodeVoteFingerprint, encodeFingerprint } from "./fingerprint.ts";
import type { DeficitStatistics } from "./statistics.ts";
import { type Tolerances, tolerancesBetween } from "./tolerances.ts";
import { type JudgedOutput, judgeDistance } from "./verdict.ts";

/** Most votes of one round: an index of a vote fits a byte. */
export const VOTES_MAX = 256;

/** A revealed vote. */
export interface TallyVote {
  /** Its weight. */
  readonly seats: number;
  readonly isValid: boolean;
  /** Whether it names a rule that is broken whatever the statistics are. */
  readonly isStructural: boolean;
  readonly deficits: DeficitStatistics;
  /** Six bytes per output token; empty when nothing could be evaluated. */
  readonly fingerprint: Uint8Array;
}

/** What the votes are about. */
export interface TallyCase extends JudgedOutput {
  /** All seats of the round, those of silent members included. */
  readonly seats: number;
  readonly tolerances: Tolerances;
}

/** What came of a round. */
export interface Tally {
  /** What more than two thirds of all seats say, if they do. */
  readonly verdict: "valid" | "invalid" | undefined;
  /** For each vote whether it counts. */
  readonly counts: readonly boolean[];
  /** For each vote whether it is no run of the model, by the limits for other kernel classes. */
  readonly foreign: readonly boolean[];
  readonly seatsValid: number;
  readonly seatsInvalid: number;
  /** Medians of chosen token and seed's probe over those that count, as a fingerprint. */
  readonly fingerprint: Uint8Array;
  /** Medians over those that count and say INVALID; 0 without any. */
  readonly deficits: DeficitStatistics;
  /** Whether most of these name a rule that is broken whatever the statistics are. */
  readonly isStructural: boolean;
}

/** Tallies the revealed votes of one round. Votes without a seat are not votes. */
export function tally(votes: readonly TallyVote[], about: TallyCase): Tally {
  assert(votes.length <= VOTES_MAX, "the votes of one round");
  const nearness = nearnessOf(votes, about);
  const counts = nearness.map((one) => one === "counts");
  const counting = votes.filter((_, at) => counts[at]);
  const objecting = counting.filter((one) => !one.isValid);
  const seatsInvalid = seatsOf(objecting);
  const seatsValid = seatsOf(counting) - seatsInvalid;
  return {
    verdict: verdictOf(seatsValid, seatsInvalid, about.seats),
    counts,
    foreign: nearness.map((one) => one === "foreign"),
    seatsValid,
    seatsInvalid,
    fingerprint: medianFingerprint(counting, about.length),
    deficits: {
      deficitSum: median(objecting, (one) => one.deficits.deficitSum),
      deficitCount: median(objecting, (one) => one.deficits.deficitCount),
      deficitMax: median(objecting, (one) => one.deficits.deficitMax),
    },
    isStructural: 2 * seatsOf(objecting.filter((one) => one.isStructural)) > seatsInvalid,
  };
}

function verdictOf(valid: number, invalid: number, seats: number): Tally["verdict"] {
  if (3 * valid > 2 * seats) return "valid";
  return 3 * invalid > 2 * seats ? "invalid" : undefined;
}

function seatsOf(votes: readonly TallyVote[]): number {
  return votes.reduce((sum, { seats }) => sum + seats, 0);
}

/**
 * Whether an output can be evaluated is no matter of opinion: of those who did and those who say
 * that they could not, only the larger group counts.
 */
function largerGroup(votes: readonly TallyVote[]): "evaluated" | "not evaluated" {
  const evaluated = seatsOf(votes.filter((one) => one.fingerprint.length > 0));
  return 2 * evaluated >= seatsOf(votes) && evaluated > 0 ? "evaluated" : "not evaluated";
}

/** How a vote's numbers stand to those of the others. */
type Nearness = "counts" | "strays" | "foreign";

/**
 * A vote counts in the larger group with the dispute's probe as the median there, which nobody can
 * echo. Where that is asked for exactly, a vote that is only within the limits strays.
 */
function nearnessOf(votes: readonly TallyVote[], about: TallyCase): Nearness[] {
  if (largerGroup(votes) === "not evaluated") {
    return votes.map((one) => (one.fingerprint.length === 0 ? "counts" : "foreign"));
  }
  const evaluated = votes.filter((one) => one.fingerprint.length > 0);
  const medians = mediansOf(evaluated, about.length, 2);
  // All members are of the executor's kernel class.
  const within = tolerancesBetween(about.tolerances, true);
  return votes.map(({ fingerprint }) => {
    if (fingerprint.length === 0) return "foreign";
    let probeSum = 0;
    let probeCount = 0;
    for (const [position, entry] of decodeVoteFingerprint(fingerprint, about.length).entries()) {
      const difference = Math.abs(entry.disputeProbe - (medians[position] as number));
      probeSum += difference;
      if (difference > about.tolerances.probeBound) probeCount += 1;
    }
    const distance = { chosenSum: 0, probeSum, probeCount };
    if (judgeDistance(distance, about, within).length === 0) return "counts";
    return judgeDistance(distance, about, about.tolerances).length === 0 ? "strays" : "foreign";
  });
}

function medianFingerprint(counting: readonly TallyVote[], length: number): Uint8Array {
  const evaluated = counting.filter((one) => one.fingerprint.length > 0);
  if (evaluated.length === 0) return new Uint8Array(0);
  const chosen = mediansOf(evaluated, length, 0);
  const probes = mediansOf(evaluated, length, 1);
  return encodeFingerprint(
    Array.from(chosen, (value, position) => ({
      chosen: value,
      probe: probes[position] as number,
    })),
  );
}

/** Per output token the lower median by seats of one of the three numbers (0, 1 or 2). */
function mediansOf(votes: readonly TallyVote[], length: number, which: number): Int16Array {
  const views = votes.map(
    ({ fingerprint }) =>
      new DataView(fingerprint.buffer, fingerprint.byteOffset, fingerprint.byteLength),
  );
  const total = seatsOf(votes);
  const medians = new Int16Array(length);
  // Value and index of the vote in one number, so that sorting moves nothing else.
  const packed = new Int32Array(votes.length);
  for (let position = 0; position < length; position += 1) {
    const offset = position * VOTE_POSITION_BYTES + 2 * which;
    for (const [at, view] of views.entries()) {
      packed[at] = view.getInt16(offset, true) * VOTES_MAX + at;
    }
    packed.sort((a, b) => a - b);
    let seats = 0;
    for (const one of packed) {
      seats += (votes[one & (VOTES_MAX - 1)] as TallyVote).seats;
      medians[position] = one >> 8;
      if (2 * seats >= total) break;
    }
  }
  return medians;
}

/** The lower median by seats of one number per vote; 0 without votes. */
function median(votes: readonly TallyVote[], number: (vote: TallyVote) => number): number {
  const total = seatsOf(votes);
  let seats = 0;
  for (const vote of [...votes].sort((a, b) => number(a) - number(b))) {
    seats += vote.seats;
    if (2 * seats >= total) return number(vote);
  }
  return 0;
}
