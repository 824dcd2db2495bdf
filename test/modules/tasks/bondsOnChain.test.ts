/** Audits and challenges on the whole application: real coins, real rewards, replicas. */
import { expect } from "chai";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { State, VerificationState } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { boardWith } from "./chainBoard.ts";
import type { Player } from "./play.ts";
import { nodeAt, VERIFIER } from "./scenes.ts";

describe("challenges on the whole application", () => {
  it("one that is not revealed burns its bond, and the task ends as it would have", () => {
    const { board, players } = boardWith(7);
    for (const player of players.slice(1)) player.behaviour = { ...VERIFIER, stands: false };
    board.submit({ maxOutputTokens: 80 });
    const executor = nodeAt(players, 0).node;
    const task = () => {
      const [summary] = board.query(Query.Tasks, {}).tasks;
      return board.task(summary?.taskHash ?? new Uint8Array(0));
    };
    let challenger: Player | undefined;
    const stakeOf = (node: string): bigint =>
      board.query(Query.Node, { node }).node?.node?.stake ?? 0n;
    let before = 0n;
    for (let at = 0; at < 120 && (at === 0 || task().status?.settlement === undefined); at += 1) {
      // An application whose hash differs or whose invariants break fails the block.
      board.chain.mock.block();
      for (const player of players) player.act();
      const { results, verifications } = task();
      if (challenger !== undefined || results[0]?.state !== State.STATE_SOFT_FINAL) continue;
      const drawn = verifications.map((one) => one.verifier);
      challenger = players.find((one) => one.node !== executor && !drawn.includes(one.node));
      before = stakeOf(challenger?.node ?? "");
      challenger?.challenge({ ...results[0], calculation: 0, attempt: 0 }, executor);
    }
    const { status, verifications } = task();
    expect(status?.state).to.equal(State.STATE_FINAL);
    const challenge = verifications.find((one) => one.verifier === challenger?.node);
    expect(challenge?.state).to.equal(VerificationState.VERIFICATION_STATE_WITHHELD);
    expect(before - stakeOf(challenger?.node ?? "")).to.equal(100_000_000n);
  });
});
