/** Reveals of results and of fingerprints: each refusal. */
import { expect } from "chai";
import { EMPTY_BYTES } from "../../../app/lib/bytes.ts";
import { fingerprintHash } from "../../../app/asli/commitment.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import {
  type ResultContent,
  Stage,
  UnservableReason,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  type MsgCommitResultResponse,
  MsgRevealFingerprint,
  MsgRevealResult,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { commitOf, contentOf, fingerprintOf, saltOf, TOKENS } from "./contents.ts";
import { players } from "./play.ts";
import { nodeAt, worldAt } from "./scenes.ts";
import { AT_ONCE, World } from "./world.ts";

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

  it("is refused when prompt and output do not fit the context", () => {
    const world = new World({ params: AT_ONCE });
    const place = {
      taskHash: world.submit({ maxOutputTokens: 2_040 }),
      calculation: 0,
      attempt: 0,
    };
    const [executor] = players(world);
    world.blocks(2);
    executor?.commit(place);
    world.blocks(3);
    const reveal = (tokens: number): unknown => {
      const tokenIds = Array.from({ length: tokens }, () => 1);
      return executor?.reveal(place, { result: { ...contentOf(), tokenIds } });
    };
    // 20 prompt tokens of 2,048: what fits only fails for not being what was committed.
    expect(reveal(2_029)).to.deep.equal([errors.invalidResult.code]);
    expect(reveal(2_028)).to.deep.equal([errors.commitMismatch.code]);
  });

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
