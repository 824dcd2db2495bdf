/** Nodes that work by what the queries tell them, honestly or as a test wants. */
import { fingerprintHash, verificationCommit } from "../../../app/asli/commitment.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { type Duty, DutyKind, Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  type ResultContent,
  UnservableReason,
  VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgCommitResult,
  type MsgCommitResultResponse,
  MsgCommitVerification,
  MsgCommitVote,
  MsgRevealFingerprint,
  MsgRevealResult,
  MsgRevealVerification,
  MsgRevealVote,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { VoteContent } from "../../../proto/gen/aegis/tasks/v1/dispute.ts";
import { voteCommitOf, voteIn, type VotePlace, votePlaceOf, voteSaltOf } from "./votes.ts";
import type { Actor, World } from "./world.ts";

import {
  type Behaviour,
  type Board,
  commitOf,
  contentOf,
  fingerprintOf,
  type Place,
  saltOf,
  verificationOf,
} from "./contents.ts";

const COMMITS: readonly DutyKind[] = [
  DutyKind.DUTY_KIND_COMMIT_VERIFICATION,
  DutyKind.DUTY_KIND_COMMIT_AUDIT,
];
const REVEALS: readonly DutyKind[] = [
  DutyKind.DUTY_KIND_REVEAL_VERIFICATION,
  DutyKind.DUTY_KIND_REVEAL_AUDIT,
];

/** Codes of the items of a node's message, "codespace/code" of its refusal, or [0, …]. */
export type Codes = readonly number[] | string;

function codes(outcome: {
  response: MsgCommitResultResponse | undefined;
  refused: string | undefined;
}): Codes {
  return outcome.refused ?? (outcome.response?.results ?? []).map((result) => result.code);
}

export class Player {
  readonly world: Board;
  readonly actor: Actor;
  behaviour: Behaviour;

  constructor(world: Board, actor: Actor, behaviour: Behaviour = {}) {
    this.world = world;
    this.actor = actor;
    this.behaviour = behaviour;
  }

  get node(): string {
    return this.actor.node.address;
  }

  commit(
    place: Place,
    commit: Uint8Array = commitOf(this.world, this.node, place, this.behaviour),
  ): Codes {
    return codes(
      this.world.send(MsgCommitResult, { node: this.node, items: [{ ...place, commit }] }),
    );
  }

  reveal(place: Place, change: Partial<{ result: ResultContent; salt: Uint8Array }> = {}): Codes {
    const item = {
      ...place,
      fingerprintHash: fingerprintHash(
        saltOf(this.node, place, 2),
        fingerprintOf(this.node, this.behaviour),
      ),
      salt: saltOf(this.node, place, 1),
      result: contentOf(this.behaviour),
      ...change,
    };
    return codes(this.world.send(MsgRevealResult, { node: this.node, items: [item] }));
  }

  showFingerprint(
    place: Place,
    fingerprint: Uint8Array = fingerprintOf(this.node, this.behaviour),
  ): Codes {
    const item = { ...place, salt: saltOf(this.node, place, 2), fingerprint };
    return codes(this.world.send(MsgRevealFingerprint, { node: this.node, items: [item] }));
  }

  isUnservable(place: Place, executor: string): boolean {
    const { revealed } = this.world.task(place.taskHash);
    const own = revealed.find(
      (one) =>
        one.executor === executor &&
        one.calculation === place.calculation &&
        one.attempt === place.attempt,
    );
    return own?.content?.unservableReason !== UnservableReason.UNSERVABLE_REASON_UNSPECIFIED;
  }

  verification(place: Place, executor: string): VerificationContent {
    return verificationOf(this.node, this.behaviour, this.isUnservable(place, executor));
  }

  commitVerification(
    place: Place,
    executor: string,
    content: VerificationContent = this.verification(place, executor),
    challenge = false,
  ): Codes {
    const commit = verificationCommit({
      chainId: this.world.ctx.block.chainId,
      taskHash: place.taskHash,
      index: place.calculation,
      attempt: place.attempt,
      executor: addressBytes(executor),
      verifier: addressBytes(this.node),
      salt: saltOf(this.node + executor, place, 3),
      verification: VerificationContent.encode(content),
    });
    const item = { ...place, executor, commit, challenge };
    return codes(this.world.send(MsgCommitVerification, { node: this.node, items: [item] }));
  }

  /** The same whenever it is asked: INVALID, by exact replay. */
  objection(place: Place, executor: string): VerificationContent {
    const behaviour = { ...this.behaviour, objects: true };
    return verificationOf(this.node, behaviour, this.isUnservable(place, executor));
  }

  challenge(place: Place, executor: string): Codes {
    return this.commitVerification(place, executor, this.objection(place, executor), true);
  }

  revealChallenge(place: Place, executor: string): Codes {
    return this.revealVerification(place, executor, this.objection(place, executor));
  }

  revealVerification(
    place: Place,
    executor: string,
    content: VerificationContent = this.verification(place, executor),
  ): Codes {
    const item = {
      ...place,
      executor,
      salt: saltOf(this.node + executor, place, 3),
      verification: content,
    };
    return codes(this.world.send(MsgRevealVerification, { node: this.node, items: [item] }));
  }

  /** Does everything that the queries say is open, but for what its behaviour leaves out. */
  act(): void {
    const { world, node, behaviour } = this;
    if (behaviour.commits !== false) {
      for (const one of world.query(Query.PendingTasks, { model: world.model, node })
        .calculations) {
        if (!one.committed && world.ctx.block.height >= one.firstHeight) this.commit(placeOf(one));
      }
    }
    for (const duty of world.query(Query.Duties, { node }).duties) this.fulfil(duty);
  }

  private fulfil({ kind, executor, ...duty }: Duty): void {
    const { behaviour } = this;
    const place = placeOf(duty);
    const isCommit = COMMITS.includes(kind);
    const isReveal = REVEALS.includes(kind);
    if (kind === DutyKind.DUTY_KIND_QUALIFY && behaviour.qualifies !== false) {
      this.commit(place);
    } else if (kind === DutyKind.DUTY_KIND_REVEAL_RESULT && behaviour.reveals !== false) {
      this.reveal(place);
    } else if (
      kind === DutyKind.DUTY_KIND_REVEAL_FINGERPRINT &&
      behaviour.showsFingerprint !== false
    ) {
      this.showFingerprint(place);
    } else if (isCommit && behaviour.verifies !== false) {
      this.commitVerification(place, executor);
    } else if (isReveal && behaviour.revealsVerification !== false) {
      this.revealVerification(place, executor);
    } else if (kind === DutyKind.DUTY_KIND_REVEAL_CHALLENGE && behaviour.stands !== false) {
      this.revealChallenge(place, executor);
    } else if (kind === DutyKind.DUTY_KIND_COMMIT_VOTE && behaviour.vote !== "silent") {
      this.commitVote({ ...duty, executor });
    } else if (kind === DutyKind.DUTY_KIND_REVEAL_VOTE && behaviour.revealsVote !== false) {
      this.revealVote({ ...duty, executor });
    }
  }

  commitVote(place: VotePlace, content: VoteContent = voteIn(this, place)): Codes {
    const commit = voteCommitOf(this.world, this.node, place, content);
    const item = { ...votePlaceOf(place), commit };
    return codes(this.world.send(MsgCommitVote, { node: this.node, items: [item] }));
  }

  revealVote(place: VotePlace, content: VoteContent = voteIn(this, place)): Codes {
    const item = { ...votePlaceOf(place), salt: voteSaltOf(this.node, place), vote: content };
    return codes(this.world.send(MsgRevealVote, { node: this.node, items: [item] }));
  }
}

/** Place of anything that names one. */
export function placeOf(one: Place): Place {
  return { taskHash: one.taskHash, calculation: one.calculation, attempt: one.attempt };
}

/** One player per node. */
export function players(world: World, behaviours: readonly Behaviour[] = []): Player[] {
  return world.actors.map((actor, at) => new Player(world, actor, behaviours[at] ?? {}));
}

/** Plays until `done` or the end of `blocks`; returns whether it was done. */
export function play(
  world: World,
  all: readonly Player[],
  blocks: number,
  done: () => boolean,
): boolean {
  for (let at = 0; at < blocks; at += 1) {
    if (done()) return true;
    for (const player of all) player.act();
    if (done()) return true;
    world.block();
  }
  return done();
}

/** Whether a task is settled. */
export function isSettled(world: World, taskHash: Uint8Array): boolean {
  return world.task(taskHash).status?.settlement !== undefined;
}
