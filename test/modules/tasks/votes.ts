/** What members of committees send: votes of honest replays, of echoes and of lies. */
import { voteCommit } from "../../../app/asli/commitment.ts";
import { encodeVoteFingerprint } from "../../../app/asli/fingerprint.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { concatBytes, sha256, uint32BigEndian, utf8 } from "../../../app/lib/bytes.ts";
import { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { Reason, Verdict } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { type Board, type Place, saltOf, TOKENS } from "./contents.ts";
import type { Player } from "./play.ts";

/**
 * - `valid`, `marginal`, `wrong`, `gross`, `text`: what an honest replay finds, by how bad it is.
 * - `unevaluated`: says that there is nothing to evaluate.
 * - `echo`, `echoInvalid`: right numbers but for the probe that nobody can copy.
 * - `stray`: one step beside the probe that nobody can copy.
 * - `false`: the dispute's probe is right, the other numbers are of another run.
 */
export type VoteKind =
  | "valid"
  | "marginal"
  | "wrong"
  | "gross"
  | "text"
  | "unevaluated"
  | "echo"
  | "echoInvalid"
  | "stray"
  | "false"
  | "silent";

/** Which vote of which dispute. */
export interface VotePlace extends Place {
  readonly executor: string;
  readonly round: number;
}

export function votePlaceOf(one: VotePlace): VotePlace {
  const { taskHash, calculation, attempt, executor, round } = one;
  return { taskHash, calculation, attempt, executor, round };
}

/** The challenge of the present round about that result. */
function challengeOf(world: Board, place: VotePlace): Uint8Array {
  const found = world
    .task(place.taskHash)
    .disputes.find(
      (one) =>
        one.executor === place.executor &&
        one.calculation === place.calculation &&
        one.attempt === place.attempt,
    );
  return found?.challenge ?? new Uint8Array(32);
}

interface Finding {
  readonly reasons: readonly Reason[];
  readonly deficitMax: number;
}

const FINDINGS: Readonly<Record<VoteKind, Finding>> = {
  valid: { reasons: [], deficitMax: 100 },
  echo: { reasons: [], deficitMax: 100 },
  stray: { reasons: [], deficitMax: 100 },
  false: { reasons: [], deficitMax: 100 },
  silent: { reasons: [], deficitMax: 100 },
  marginal: { reasons: [Reason.REASON_REPLAY], deficitMax: 100 },
  echoInvalid: { reasons: [Reason.REASON_REPLAY], deficitMax: 100 },
  text: { reasons: [Reason.REASON_TEXT], deficitMax: 100 },
  unevaluated: { reasons: [Reason.REASON_TOKEN_RANGE], deficitMax: 0 },
  wrong: { reasons: [Reason.REASON_DEFICIT_MAX, Reason.REASON_REPLAY], deficitMax: 900 },
  gross: { reasons: [Reason.REASON_DEFICIT_MAX, Reason.REASON_REPLAY], deficitMax: 2_000 },
};

/** Numbers of a replay: within a kernel class they are everybody's. */
export function voteFingerprint(kind: VoteKind, challenge: Uint8Array): Uint8Array {
  const shift = kind === "false" ? 3_000 : 0;
  const isEcho = kind === "echo" || kind === "echoInvalid";
  const beside = kind === "stray" ? 1 : 0;
  const disputeProbe = isEcho ? 0 : -1_000 - (challenge[0] ?? 0) * 10 - beside;
  return encodeVoteFingerprint(
    Array.from({ length: TOKENS }, (_, at) => ({
      chosen: -205 - at - shift,
      probe: -4_005 - at - shift,
      disputeProbe,
    })),
  );
}

/** The vote of a kind; an unservable result has no numbers, and is servable or not. */
export function voteOf(kind: VoteKind, challenge: Uint8Array, unservable: boolean): VoteContent {
  const { reasons, deficitMax } = FINDINGS[kind];
  const isValid = reasons.length === 0;
  const verdict = isValid ? Verdict.VERDICT_VALID : Verdict.VERDICT_INVALID;
  if (unservable) {
    return VoteContent.create({ verdict, reasons: isValid ? [] : [Reason.REASON_SERVABLE] });
  }
  if (kind === "unevaluated") return VoteContent.create({ verdict, reasons });
  return VoteContent.create({
    verdict,
    reasons,
    deficitSum: BigInt(deficitMax),
    deficitMax,
    deficitCount: deficitMax > 205 ? 1 : 0,
    fingerprint: voteFingerprint(kind, challenge),
  });
}

/** What a player votes by its behaviour. */
export function voteIn({ world, behaviour }: Player, place: VotePlace): VoteContent {
  const { revealed } = world.task(place.taskHash);
  const own = revealed.find(
    (one) =>
      one.executor === place.executor &&
      one.calculation === place.calculation &&
      one.attempt === place.attempt,
  );
  const isUnservable = own?.content?.unservableReason !== 0;
  return voteOf(behaviour.vote ?? "valid", challengeOf(world, place), isUnservable);
}

export function voteSaltOf(node: string, place: VotePlace): Uint8Array {
  return sha256(
    concatBytes(saltOf(node, place, 4), utf8(place.executor), uint32BigEndian(place.round)),
  );
}

export function voteCommitOf(
  world: Board,
  node: string,
  place: VotePlace,
  content: VoteContent,
): Uint8Array {
  return voteCommit({
    chainId: world.ctx.block.chainId,
    taskHash: place.taskHash,
    index: place.calculation,
    attempt: place.attempt,
    executor: addressBytes(place.executor),
    round: place.round,
    member: addressBytes(node),
    salt: voteSaltOf(node, place),
    vote: VoteContent.encode(content),
  });
}
