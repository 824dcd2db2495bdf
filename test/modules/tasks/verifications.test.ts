/** Commits and reveals of verifications: each refusal. */
import { expect } from "chai";
import { EMPTY_BYTES } from "../../../app/lib/bytes.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import {
  Reason,
  Stage,
  Verdict,
  type VerificationContent,
} from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  type MsgCommitResultResponse,
  MsgCommitVerification,
  MsgRevealVerification,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { TOKENS } from "./contents.ts";
import { type Player, play, players } from "./play.ts";
import { account, World } from "./world.ts";
import { nodeAt, worldAt } from "./scenes.ts";

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
      errors.notSoftFinal.code,
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
