/** Commits of results: each refusal, and that one bad item costs no other. */
import { expect } from "chai";
import { compareBytes, EMPTY_BYTES, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { nodes } from "../../../modules/tasks/state.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { Stage } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgCommitResult,
  type MsgCommitResultResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { commitOf } from "./contents.ts";
import { players } from "./play.ts";
import { account, World } from "./world.ts";
import { nodeAt, worldAt } from "./scenes.ts";

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

  it("is refused from a node whose kernel class the task's revision does not allow", () => {
    const { world, all, place } = worldAt(Stage.STAGE_COMMIT);
    const { node } = nodeAt(all, 0);
    const registered = nodes.require(world.ctx, node);
    const models = registered.models.map((one) => ({ ...one, kernelClass: "cpu-other" }));
    nodes.set(world.ctx, node, { ...registered, models });
    expect(nodeAt(all, 0).commit(place)).to.deep.equal([errors.kernelClass.code]);
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
