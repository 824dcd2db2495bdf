/** What nodes send: results, fingerprints, verifications and their commits, honest or not. */
import { fingerprintHash, resultCommit, resultHash } from "../../../app/asli/commitment.ts";
import { encodeFingerprint } from "../../../app/asli/fingerprint.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { concatBytes, sha256, uint32BigEndian, utf8 } from "../../../app/lib/bytes.ts";
import {
  FinishReason,
  Reason,
  ResultContent,
  UnservableReason,
  Verdict,
  VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import type { VoteKind } from "./votes.ts";
import { KERNEL_CLASS, type Outcome } from "./world.ts";

/** What a node leaves out or does wrong. */
export interface Behaviour {
  readonly commits?: boolean;
  readonly qualifies?: boolean;
  /** Another than the usual one. */
  readonly kernelClass?: string;
  /** Its fingerprints are those of its kernel class to the last bit. */
  readonly exact?: boolean;
  readonly reveals?: boolean;
  readonly showsFingerprint?: boolean;
  readonly verifies?: boolean;
  readonly revealsVerification?: boolean;
  /** Reveals what it has challenged. */
  readonly stands?: boolean;
  /** Says INVALID, by exact replay, to everything. */
  readonly objects?: boolean;
  /** Its fingerprints are those of another model. */
  readonly far?: boolean;
  /** By how much its fingerprints are beside those of an honest run, in 1/1024 nat. */
  readonly shift?: number;
  readonly unservable?: boolean;
  /** What it votes in committees; VALID, honestly, when absent. */
  readonly vote?: VoteKind;
  readonly revealsVote?: boolean;
}

/** What a player needs of the chain that it plays on. */
export interface Board {
  readonly model: string;
  readonly ctx: { readonly block: { readonly chainId: string; readonly height: bigint } };
  query<Q, A>(method: Method<Q, A>, request: Partial<Q>): A;
  task(taskHash: Uint8Array): TaskRecord;
  send<M, R>(codec: Codec<M>, message: M): Outcome<R>;
}

/** Which result of which calculation. */
export interface Place {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
}

export const TOKENS = 70;

export function saltOf(node: string, place: Place, purpose: number): Uint8Array {
  return sha256(
    concatBytes(
      utf8(node),
      place.taskHash,
      uint32BigEndian(place.calculation),
      uint32BigEndian(place.attempt),
      uint32BigEndian(purpose),
    ),
  );
}

/** Honest fingerprints differ in their last bits, by who made them. */
export function fingerprintOf(node: string, behaviour: Behaviour = {}): Uint8Array {
  if (behaviour.unservable === true) return new Uint8Array(0);
  // In the middle, where committees' replays are.
  const noise = behaviour.exact === true ? 5 : (addressBytes(node)[0] as number) % 10;
  const shift = behaviour.far === true ? 3_000 : (behaviour.shift ?? 0);
  return encodeFingerprint(
    Array.from({ length: TOKENS }, (_, at) => ({
      chosen: -200 - at - noise - shift,
      probe: -4_000 - at - noise - shift,
    })),
  );
}

export function contentOf(behaviour: Behaviour = {}): ResultContent {
  if (behaviour.unservable === true) {
    return ResultContent.create({
      kernelClass: behaviour.kernelClass ?? KERNEL_CLASS,
      unservableReason: UnservableReason.UNSERVABLE_REASON_PROMPT_TOO_LONG,
    });
  }
  return ResultContent.create({
    promptTokenCount: 20,
    promptHash: sha256(utf8("prompt ids")),
    tokenIds: Array.from({ length: TOKENS }, (_, at) => at + 10),
    text: "Four.",
    finishReason: FinishReason.FINISH_REASON_STOP,
    kernelClass: behaviour.kernelClass ?? KERNEL_CLASS,
  });
}

export function commitOf(
  world: Board,
  node: string,
  place: Place,
  behaviour: Behaviour = {},
): Uint8Array {
  return resultCommit({
    chainId: world.ctx.block.chainId,
    taskHash: place.taskHash,
    index: place.calculation,
    attempt: place.attempt,
    node: addressBytes(node),
    resultHash: resultHash(saltOf(node, place, 1), ResultContent.encode(contentOf(behaviour))),
    fingerprintHash: fingerprintHash(saltOf(node, place, 2), fingerprintOf(node, behaviour)),
  });
}

export function verificationOf(
  node: string,
  behaviour: Behaviour,
  unservable: boolean,
): VerificationContent {
  const objects = behaviour.objects === true;
  const reason = unservable ? Reason.REASON_SERVABLE : Reason.REASON_REPLAY;
  return VerificationContent.create({
    verdict: objects ? Verdict.VERDICT_INVALID : Verdict.VERDICT_VALID,
    reasons: objects ? [reason] : [],
    ...(unservable ? {} : { deficitSum: 100n, deficitMax: 100 }),
    fingerprint: unservable
      ? new Uint8Array(0)
      : fingerprintOf(node, {
          far: behaviour.far === true,
          exact: behaviour.exact === true,
          shift: behaviour.shift ?? 0,
        }),
  });
}
