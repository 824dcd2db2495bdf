/** Items of node messages: each refusal, and that one bad item costs no other. */
import { expect } from "chai";
import { compareBytes, EMPTY_BYTES, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { fingerprintHash } from "../../../app/asli/commitment.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  Reason,
  type ResultContent,
  Stage,
  UnservableReason,
  Verdict,
  type VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgCommitResult,
  type MsgCommitResultResponse,
  MsgCommitVerification,
  MsgRevealFingerprint,
  MsgRevealResult,
  MsgRevealVerification,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import {
  commitOf,
  contentOf,
  fingerprintOf,
  type Place,
  type Player,
  play,
  players,
  saltOf,
  TOKENS,
} from "./play.ts";
import { account, AT_ONCE, World } from "./world.ts";

/** A world at a stage of its only task; player 0 executes, the others verify. */
function worldAt(stage: Stage, count = 5): { world: World; all: Player[]; place: Place } {
  const world = new World({ nodes: count, params: AT_ONCE });
  const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
  const idle = Array.from({ length: count - 1 }, () => ({ commits: false }));
  const all = players(world, [{}, ...idle]);
  const isThere = (): boolean => world.task(place.taskHash).calculations[0]?.stage === stage;
  expect(play(world, all, 60, isThere), `stage ${stage}`).to.equal(true);
  return { world, all, place };
}

function nodeAt(all: readonly Player[], at: number): Player {
  const player = all[at];
  if (player === undefined) throw new Error("no such player");
  return player;
}

describe("MsgCommitResult", () => {
  it("is refused before the start, for unknown tasks, calculations and attempts", () => {
    const world = new World();
    const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
    const player = nodeAt(players(world), 0);
    const some = new Uint8Array(32);
    expect(player.commit(place)).to.deep.equal([errors.wrongStage.code]);
    world.blocks(2);
    const unknown = { ...place, taskHash: sha256(utf8("nothing")) };
    expect(player.commit(unknown)).to.deep.equal([errors.unknownTask.code]);
    expect(player.commit({ ...place, calculation: 1 })).to.deep.equal([
      errors.unknownCalculation.code,
    ]);
    expect(player.commit({ ...place, attempt: 1 })).to.deep.equal([errors.wrongAttempt.code]);
    expect(player.commit({ ...place, taskHash: EMPTY_BYTES }, some)).to.deep.equal([
      errors.invalidItem.code,
    ]);
    expect(player.commit(place, sha256(utf8("x")).subarray(1))).to.deep.equal([
      errors.invalidItem.code,
    ]);
  });

  it("is refused from accounts that are no node, pending or unbonding, and twice", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    const stranger = account("stranger").address;
    const item = { ...place, commit: sha256(utf8("x")) };
    const outcome = world.send<MsgCommitResult, MsgCommitResultResponse>(MsgCommitResult, {
      node: stranger,
      items: [item],
    });
    expect(outcome.response?.results[0]?.code).to.equal(errors.unknownNode.code);
    nodeAt(all, 0).commit(place);
    expect(nodeAt(all, 0).commit(place)).to.deep.equal([errors.alreadyCommitted.code]);
  });

  it("is refused for a second node of one operator", () => {
    const world = new World({ nodes: 4, operators: [0, 0, 1, 2] });
    const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
    world.blocks(12);
    const all = players(world);
    expect(nodeAt(all, 0).commit(place)).to.deep.equal([0]);
    expect(nodeAt(all, 1).commit(place)).to.deep.equal([errors.operatorCommitted.code]);
  });

  it("holds every position back for its delay", () => {
    const world = new World({ nodes: 6 });
    const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
    world.blocks(2);
    const [round] = world.task(place.taskHash).rounds;
    const start = round?.startHeight ?? 0n;
    expect(round?.positions).to.have.length(6);
    const { privilegeWidth, privilegeDelayBlocks } = rulesOf(LOCAL_PARAMS);
    for (const [position, address] of (round?.positions ?? []).entries()) {
      const player = players(world).find((one) => one.node === address);
      const first = start + BigInt(Math.floor(position / privilegeWidth) * privilegeDelayBlocks);
      const { calculations } = world.query(Query.PendingTasks, { model: "smollm2", node: address });
      expect(calculations[0]?.position).to.equal(position);
      expect(calculations[0]?.firstHeight).to.equal(first);
      if (world.ctx.block.height < first) {
        expect(player?.commit(place)).to.deep.equal([errors.tooEarly.code]);
      }
    }
  });

  it("is refused after the grace blocks, and when better ones hold every rank", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    world.blocks(9);
    expect([0, 1].map((at) => nodeAt(all, at).commit(place))).to.deep.equal([[0], [0]]);
    const ranked = world.task(place.taskHash).rounds[0]?.positions ?? [];
    const place2 = (at: number): number => ranked.indexOf(nodeAt(all, at).node);
    const better = [0, 1].filter((at) => place2(at) < place2(2)).length;
    if (better === 2) {
      expect(nodeAt(all, 2).commit(place)).to.deep.equal([errors.noRankLeft.code]);
    }
    world.blocks(3);
    expect(nodeAt(all, 3).commit(place)).to.deep.equal([errors.windowClosed.code]);
    expect(world.task(place.taskHash).calculations[0]?.executors).to.have.length(2);
  });

  it("is refused while unfinal work exceeds what the stake covers", () => {
    const world = new World({ nodes: 3 });
    // 4,096 tokens are not allowed by the context: 2,000 at 100 uasi each, 5e9 ÷ 200,000 tasks.
    const params = { ...LOCAL_PARAMS, exposureRatio: 1_000 };
    const small = new World({ nodes: 3, params });
    const hashes = Array.from({ length: 60 }, () =>
      small.submit({ maxOutputTokens: 2_000, maxFee: 1_000_000n }),
    );
    small.blocks(12);
    const player = nodeAt(players(small), 0);
    const codes = hashes.map((taskHash) => player.commit({ taskHash, calculation: 0, attempt: 0 }));
    const limit = Number(10_000_000n / 200_031n);
    expect(codes.filter((code) => code[0] === 0).length).to.be.within(limit - 1, limit);
    expect(codes.at(-1)).to.deep.equal([errors.exposureExceeded.code]);
    small.check();
    expect(world.record.faults).to.deep.equal([]);
  });

  it("must be a list that is ascending, not empty and not too long", () => {
    const world = new World();
    const hashes = [world.submit(), world.submit(), world.submit()].sort(compareBytes);
    world.blocks(12);
    const player = nodeAt(players(world), 0);
    const items = hashes.map((taskHash) => {
      const place = { taskHash, calculation: 0, attempt: 0 };
      return { ...place, commit: commitOf(world, player.node, place) };
    });
    const send = (list: typeof items): string | undefined =>
      world.send(MsgCommitResult, { node: player.node, items: list }).refused;
    const code = (error: { readonly code: number }): string => `tasks/${error.code}`;
    expect(send([])).to.equal(code(errors.listEmpty));
    expect(send([...items].reverse())).to.equal(code(errors.listOrder));
    expect(send([...items, ...items.slice(2)])).to.equal(code(errors.listOrder));
    const many = Array.from({ length: 257 }, (_, calculation) => ({
      taskHash: new Uint8Array(32),
      calculation,
      attempt: 0,
      commit: new Uint8Array(32),
    }));
    expect(send(many)).to.equal(code(errors.listTooLong));
    expect(world.send(MsgCommitResult, { node: "", items }).refused).to.equal(
      code(errors.invalidAddress),
    );
    expect(send(items)).to.equal(undefined);
  });

  it("loses nothing by one bad item", () => {
    const world = new World();
    const hashes = [world.submit(), world.submit(), world.submit()].sort(compareBytes);
    world.blocks(12);
    const player = nodeAt(players(world), 0);
    const items = hashes.map((taskHash, at) => ({
      taskHash,
      calculation: at === 1 ? 7 : 0,
      attempt: 0,
      commit: new Uint8Array(32),
    }));
    const { response } = world.send<MsgCommitResult, MsgCommitResultResponse>(MsgCommitResult, {
      node: player.node,
      items,
    });
    const codes = response?.results.map((result) => result.code);
    expect(codes).to.deep.equal([0, errors.unknownCalculation.code, 0]);
    expect(hashes.map((hash) => world.task(hash).results.length)).to.deep.equal([1, 0, 1]);
    world.check();
  });
});

describe("MsgRevealResult", () => {
  it("is refused while commits are open, without a commit, twice and late", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    const executor = nodeAt(all, 0);
    executor.commit(place);
    expect(executor.reveal(place)).to.deep.equal([errors.wrongStage.code]);
    while (world.task(place.taskHash).calculations[0]?.stage === Stage.STAGE_COMMIT) world.block();
    expect(nodeAt(all, 1).reveal(place)).to.deep.equal([errors.notCommitted.code]);
    expect(executor.reveal(place)).to.deep.equal([0]);
    expect(executor.reveal(place)).to.deep.equal([errors.alreadyRevealed.code]);
  });

  it("is refused after its window", () => {
    const { world, all, place } = worldAt(Stage.STAGE_REVEAL);
    const deadline = world.task(place.taskHash).calculations[0]?.deadlineMs ?? 0n;
    // The block whose clock is the deadline still counts, the next one does not.
    const late = world.ctx.at({ clockMs: deadline + 1n });
    world.ctx = late;
    expect(nodeAt(all, 0).reveal(place)).to.deep.equal([errors.windowClosed.code]);
    world.ctx = world.ctx.at({ clockMs: deadline });
    expect(nodeAt(all, 0).reveal(place)).to.deep.equal([0]);
  });

  it("must match its commit: other text, other salt, another's commit", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    world.blocks(9);
    const [executor, copier] = [nodeAt(all, 0), nodeAt(all, 1)];
    executor.commit(place);
    copier.commit(place, commitOf(world, executor.node, place));
    while (world.task(place.taskHash).calculations[0]?.stage === Stage.STAGE_COMMIT) world.block();
    const other = { ...contentOf(), text: "Five." };
    expect(executor.reveal(place, { result: other })).to.deep.equal([errors.commitMismatch.code]);
    expect(executor.reveal(place, { salt: new Uint8Array(32) })).to.deep.equal([
      errors.commitMismatch.code,
    ]);
    expect(executor.reveal(place)).to.deep.equal([0]);
    // The copier knows everything now, but the commit binds the executor's address.
    const item = {
      ...place,
      salt: saltOf(executor.node, place, 1),
      fingerprintHash: fingerprintHash(
        saltOf(executor.node, place, 2),
        fingerprintOf(executor.node),
      ),
      result: contentOf(),
    };
    const { response } = world.send<MsgRevealResult, MsgCommitResultResponse>(MsgRevealResult, {
      node: copier.node,
      items: [item],
    });
    expect(response?.results[0]?.code).to.equal(errors.commitMismatch.code);
  });

  const badContents: readonly [string, Partial<ResultContent>, number][] = [
    ["another kernel class", { kernelClass: "gpu" }, errors.kernelClass.code],
    ["no output", { tokenIds: [] }, errors.invalidResult.code],
    [
      "too much output",
      { tokenIds: Array.from({ length: 101 }, () => 1) },
      errors.invalidResult.code,
    ],
    ["no prompt token", { promptTokenCount: 0 }, errors.invalidResult.code],
    ["more prompt tokens than bytes", { promptTokenCount: 500 }, errors.invalidResult.code],
    ["a short prompt hash", { promptHash: new Uint8Array(31) }, errors.invalidResult.code],
    ["no finish reason", { finishReason: 0 }, errors.invalidResult.code],
    ["an unknown finish reason", { finishReason: 9 }, errors.invalidResult.code],
    [
      "output although unservable",
      { unservableReason: UnservableReason.UNSERVABLE_REASON_PROMPT_EMPTY },
      errors.invalidResult.code,
    ],
    ["an unknown unservable reason", { unservableReason: 9 }, errors.invalidResult.code],
  ];
  for (const [name, change, code] of badContents) {
    it(`is refused with ${name}`, () => {
      const { all, place } = worldAt(Stage.STAGE_REVEAL);
      const result = { ...contentOf(), ...change };
      expect(nodeAt(all, 0).reveal(place, { result })).to.deep.equal([code]);
    });
  }

  it("is refused with a missing result, salt or hash", () => {
    const { world, all, place } = worldAt(Stage.STAGE_REVEAL);
    const executor = nodeAt(all, 0);
    expect(executor.reveal(place, { salt: EMPTY_BYTES })).to.deep.equal([errors.invalidItem.code]);
    const bare = { ...place, fingerprintHash: EMPTY_BYTES, salt: new Uint8Array(32) };
    for (const item of [
      { ...bare, result: contentOf() },
      { ...bare, fingerprintHash: new Uint8Array(32), result: undefined },
    ]) {
      const { response } = world.send<MsgRevealResult, MsgCommitResultResponse>(MsgRevealResult, {
        node: executor.node,
        items: [item],
      });
      expect(response?.results[0]?.code).to.equal(errors.invalidItem.code);
    }
  });
});

describe("MsgCommitVerification", () => {
  const send = (
    world: World,
    node: string,
    item: MsgCommitVerification["items"][number],
  ): number => {
    const message = { node, items: [item] };
    const sent = world.send<MsgCommitVerification, MsgCommitResultResponse>(
      MsgCommitVerification,
      message,
    );
    return sent.response?.results[0]?.code ?? -1;
  };

  it("is refused for challenges, own results, the undrawn, the unknown, twice and late", () => {
    const { world, all, place } = worldAt(Stage.STAGE_VERIFY, 9);
    const executor = nodeAt(all, 0).node;
    const drawn = world.task(place.taskHash).verifications.map((one) => one.verifier);
    const verifier = all.find((one) => drawn.includes(one.node)) as Player;
    const other = all.find((one) => one.node !== executor && !drawn.includes(one.node)) as Player;
    const item = { ...place, executor, commit: new Uint8Array(32), challenge: false };
    expect(send(world, verifier.node, { ...item, challenge: true })).to.equal(
      errors.challengeUnavailable.code,
    );
    expect(send(world, executor, item)).to.equal(errors.ownResult.code);
    expect(send(world, other.node, item)).to.equal(errors.notDrawn.code);
    expect(send(world, verifier.node, { ...item, executor: other.node })).to.equal(
      errors.unknownResult.code,
    );
    expect(send(world, verifier.node, { ...item, executor: "" })).to.equal(errors.invalidItem.code);
    expect(send(world, verifier.node, { ...item, commit: EMPTY_BYTES })).to.equal(
      errors.invalidItem.code,
    );
    expect(send(world, account("stranger").address, item)).to.equal(errors.unknownNode.code);
    expect(send(world, verifier.node, item)).to.equal(0);
    expect(send(world, verifier.node, item)).to.equal(errors.alreadyCommitted.code);
    const { deadlineMs = 0n } = world.task(place.taskHash).calculations[0] ?? {};
    world.ctx = world.ctx.at({ clockMs: deadlineMs + 1n });
    const late = all.find((one) => drawn.includes(one.node) && one !== verifier) as Player;
    expect(send(world, late.node, item)).to.equal(errors.windowClosed.code);
  });

  it("is refused from another node of the executor's operator", () => {
    const world = new World({ nodes: 6, operators: [0, 0, 1, 2, 3, 4] });
    const place = { taskHash: world.submit(), calculation: 0, attempt: 0 };
    const all = players(world, [{}, ...[1, 2, 3, 4, 5].map(() => ({ commits: false }))]);
    const isThere = (): boolean =>
      world.task(place.taskHash).calculations[0]?.stage === Stage.STAGE_VERIFY;
    play(world, all, 60, isThere);
    const sister = nodeAt(all, 1).node;
    const { verifications } = world.task(place.taskHash);
    expect(verifications.some((one) => one.verifier === sister)).to.equal(false);
    const executor = nodeAt(all, 0).node;
    const item = { ...place, executor, commit: new Uint8Array(32), challenge: false };
    expect(send(world, sister, item)).to.equal(errors.ownResult.code);
  });
});

describe("MsgRevealFingerprint", () => {
  it("is refused before verifications are closed, of another length, unmatched and twice", () => {
    const { world, all, place } = worldAt(Stage.STAGE_VERIFY);
    const executor = nodeAt(all, 0);
    expect(executor.showFingerprint(place)).to.deep.equal([errors.wrongStage.code]);
    for (const player of all.slice(1)) player.commitVerification(place, executor.node);
    expect(world.task(place.taskHash).calculations[0]?.stage).to.equal(Stage.STAGE_OPENING);
    expect(executor.showFingerprint(place, EMPTY_BYTES)).to.deep.equal([
      errors.fingerprintLength.code,
    ]);
    expect(executor.showFingerprint(place, new Uint8Array(4 * TOKENS))).to.deep.equal([
      errors.commitMismatch.code,
    ]);
    expect(nodeAt(all, 1).showFingerprint(place)).to.deep.equal([errors.notCommitted.code]);
    const item = { ...place, salt: EMPTY_BYTES, fingerprint: EMPTY_BYTES };
    const { response } = world.send<MsgRevealFingerprint, MsgCommitResultResponse>(
      MsgRevealFingerprint,
      { node: executor.node, items: [item] },
    );
    expect(response?.results[0]?.code).to.equal(errors.invalidItem.code);
    expect(executor.showFingerprint(place)).to.deep.equal([0]);
    expect(executor.showFingerprint(place)).to.deep.equal([errors.alreadyRevealed.code]);
  });

  it("is refused after its window", () => {
    const { world, all, place } = worldAt(Stage.STAGE_OPENING);
    const { deadlineMs = 0n } = world.task(place.taskHash).calculations[0] ?? {};
    world.ctx = world.ctx.at({ clockMs: deadlineMs + 1n });
    expect(nodeAt(all, 0).showFingerprint(place)).to.deep.equal([errors.windowClosed.code]);
  });
});

describe("MsgRevealVerification", () => {
  function atOpening(content: Partial<VerificationContent>): readonly number[] | string {
    const { all, place } = worldAt(Stage.STAGE_VERIFY);
    const executor = nodeAt(all, 0).node;
    const verifier = nodeAt(all, 1);
    const made = { ...verifier.verification(place, executor), ...content };
    verifier.commitVerification(place, executor, made);
    for (const player of all.slice(2)) player.commitVerification(place, executor);
    return verifier.revealVerification(place, executor, made);
  }
  const valid = Verdict.VERDICT_VALID;
  const invalid = Verdict.VERDICT_INVALID;
  const mismatch = errors.verdictMismatch.code;
  const cases: readonly [string, Partial<VerificationContent>, number][] = [
    ["an honest one", {}, 0],
    ["no verdict", { verdict: 0 }, errors.invalidItem.code],
    ["an unknown verdict", { verdict: 3 }, errors.invalidItem.code],
    ["INVALID without a reason", { verdict: invalid }, mismatch],
    ["VALID with a reason", { verdict: valid, reasons: [Reason.REASON_TEXT] }, mismatch],
    [
      "reasons out of order",
      { verdict: invalid, reasons: [Reason.REASON_REPLAY, Reason.REASON_TEXT] },
      errors.invalidItem.code,
    ],
    ["an unknown reason", { verdict: invalid, reasons: [99] }, errors.invalidItem.code],
    ["INVALID by replay", { verdict: invalid, reasons: [Reason.REASON_REPLAY] }, 0],
    [
      "VALID beyond the largest deficit",
      { deficitMax: 900, deficitSum: 900n, deficitCount: 1 },
      mismatch,
    ],
    [
      "INVALID beyond the largest deficit",
      {
        verdict: invalid,
        reasons: [Reason.REASON_DEFICIT_MAX],
        deficitMax: 900,
        deficitSum: 900n,
        deficitCount: 1,
      },
      0,
    ],
    [
      "INVALID by a deficit that is none",
      { verdict: invalid, reasons: [Reason.REASON_DEFICIT_MAX] },
      mismatch,
    ],
    ["more deficits than tokens", { deficitCount: TOKENS + 1 }, mismatch],
    ["a sum below the largest", { deficitSum: 50n }, mismatch],
    ["a sum beyond all", { deficitSum: 100n * BigInt(TOKENS) + 1n }, mismatch],
    ["a short fingerprint", { fingerprint: new Uint8Array(4) }, errors.fingerprintLength.code],
    ["no fingerprint", { fingerprint: EMPTY_BYTES }, errors.fingerprintLength.code],
    [
      "no fingerprint for what cannot be evaluated",
      {
        verdict: invalid,
        reasons: [Reason.REASON_TOKEN_RANGE],
        fingerprint: EMPTY_BYTES,
        deficitSum: 0n,
        deficitMax: 0,
      },
      0,
    ],
    [
      "statistics of what was not evaluated",
      { verdict: invalid, reasons: [Reason.REASON_TOKEN_RANGE], fingerprint: EMPTY_BYTES },
      mismatch,
    ],
    [
      "SERVABLE where an answer was given",
      { verdict: invalid, reasons: [Reason.REASON_SERVABLE] },
      mismatch,
    ],
  ];
  for (const [name, content, code] of cases) {
    it(`${code === 0 ? "takes" : "refuses"} ${name}`, () => {
      expect(atOpening(content)).to.deep.equal([code]);
    });
  }

  it("is refused before the window closed, unmatched, undrawn and twice", () => {
    const { world, all, place } = worldAt(Stage.STAGE_VERIFY);
    const executor = nodeAt(all, 0).node;
    const verifier = nodeAt(all, 1);
    expect(verifier.revealVerification(place, executor)).to.deep.equal([errors.notCommitted.code]);
    verifier.commitVerification(place, executor);
    expect(verifier.revealVerification(place, executor)).to.deep.equal([errors.wrongStage.code]);
    for (const player of all.slice(2)) player.commitVerification(place, executor);
    const other = { ...verifier.verification(place, executor), deficitSum: 101n };
    expect(verifier.revealVerification(place, executor, other)).to.deep.equal([
      errors.commitMismatch.code,
    ]);
    expect(nodeAt(all, 0).revealVerification(place, executor)).to.deep.equal([
      errors.notDrawn.code,
    ]);
    expect(verifier.revealVerification(place, executor)).to.deep.equal([0]);
    expect(verifier.revealVerification(place, executor)).to.deep.equal([
      errors.alreadyRevealed.code,
    ]);
    const { response } = world.send<MsgRevealVerification, MsgCommitResultResponse>(
      MsgRevealVerification,
      {
        node: verifier.node,
        items: [{ ...place, executor, salt: new Uint8Array(32), verification: undefined }],
      },
    );
    expect(response?.results[0]?.code).to.equal(errors.invalidItem.code);
  });
});
