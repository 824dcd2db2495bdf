/** Tasks that stream: who may ask, who may commit when, and what a wrong stream costs. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { type StreamChunk, streamHead } from "../../../app/asli/stream.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { FinishReason, Stage } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import {
  MsgSubmitStreamFraud,
  type MsgSubmitStreamFraudResponse,
  MsgUnregisterNode,
  type StreamFraud,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { contentOf, type Place } from "./contents.ts";
import { balanceOf } from "./fakes.ts";
import { type Player, play, players } from "./play.ts";
import { nodeAt, VERIFIER } from "./scenes.ts";
import { account, AT_ONCE, type Account, request, STAKE, user, World } from "./world.ts";

const KEY = account("stream").publicKey;
const HEARER = account("hearer");
const { tokenIds: TOKENS, text: TEXT } = contentOf();
const STOP = FinishReason.FINISH_REASON_STOP;

/** What an honest node streams of the usual result. */
const HONEST: readonly StreamChunk[] = [
  { tokenIds: TOKENS.slice(0, 30), text: TEXT.slice(0, 2), finishReason: 0 },
  { tokenIds: TOKENS.slice(30, 50), text: "", finishReason: 0 },
  { tokenIds: TOKENS.slice(50), text: TEXT.slice(2), finishReason: STOP },
];
const WRONG: readonly StreamChunk[] = [{ tokenIds: [9], text: "F", finishReason: 0 }];

interface Revealed {
  readonly world: World;
  readonly all: Player[];
  readonly place: Place;
}

/** A task whose only result is revealed, by player 0. */
function revealed(change: { streamKey?: Uint8Array } = { streamKey: KEY }): Revealed {
  const world = new World({ nodes: 5, params: AT_ONCE });
  const place = { taskHash: world.submit(change), calculation: 0, attempt: 0 };
  const all = players(world, [{}, VERIFIER, VERIFIER, VERIFIER, VERIFIER]);
  const isThere = (): boolean => world.task(place.taskHash).revealed.length > 0;
  expect(play(world, all, 60, isThere)).to.equal(true);
  return { world, all, place };
}

function signed(
  { world, place }: Revealed,
  chunks: readonly StreamChunk[],
  signer: Account = nodeOf(world),
  change: Partial<Place & { chainId: string }> = {},
): StreamFraud {
  const executor = nodeOf(world).address;
  const { chainId } = world.ctx.block;
  const name = { chainId, ...place, node: addressBytes(executor), ...change };
  const { signature } = secp256k1.ecdsaSign(streamHead(name, chunks), signer.privateKey);
  return { ...place, executor, chunks, signature };
}

function nodeOf(world: World): Account {
  const [first] = world.actors;
  if (first === undefined) throw new Error("a world has nodes");
  return first.node;
}

/** Codes of the items, or the refusal of the whole message. */
function accuse(
  world: World,
  frauds: readonly StreamFraud[],
  submitter: string = HEARER.address,
): readonly number[] | string {
  const sent = world.send<MsgSubmitStreamFraud, MsgSubmitStreamFraudResponse>(
    MsgSubmitStreamFraud,
    { submitter, frauds },
  );
  return sent.refused ?? (sent.response?.results ?? []).map(({ code }) => code);
}

describe("tasks that stream", () => {
  it("need a compressed key and one calculation, and pay one rank", () => {
    const world = new World();
    const code = `tasks/${errors.invalidTask.code}`;
    const long = new Uint8Array(65).fill(4);
    for (const streamKey of [KEY.subarray(1), long, new Uint8Array(33)]) {
      expect(world.submitCode({ streamKey })).to.equal(code);
    }
    expect(world.submitCode({ streamKey: KEY, targetCount: 2 })).to.equal(code);
    const { task } = world.task(world.submit({ streamKey: KEY }));
    expect(task?.rules?.rewardRanks).to.equal(1);
    expect(task?.streamKey).to.deep.equal(KEY);
    const silent = world.task(world.submit()).task;
    expect(silent?.rules?.rewardRanks).to.equal(rulesOf(LOCAL_PARAMS).rewardRanks);
    expect(request().streamKey).to.have.length(0);
  });

  it("let only the first position commit before others were late", () => {
    const world = new World({ nodes: 6 });
    const place = { taskHash: world.submit({ streamKey: KEY }), calculation: 0, attempt: 0 };
    world.blocks(2);
    const [round] = world.task(place.taskHash).rounds;
    const start = round?.startHeight ?? 0n;
    const { privilegeWidth: width, privilegeDelayBlocks: delay } = rulesOf(LOCAL_PARAMS);
    for (const [position, node] of (round?.positions ?? []).entries()) {
      const delays = position === 0 ? 0 : 1 + Math.floor((position - 1) / width);
      const { calculations } = world.query(Query.PendingTasks, { model: world.model, node });
      expect(calculations[0]?.firstHeight).to.equal(start + BigInt(delays * delay));
      const player = players(world).find((one) => one.node === node);
      if (position === 1) expect(player?.commit(place)).to.deep.equal([errors.tooEarly.code]);
    }
  });
});

describe("MsgSubmitStreamFraud", () => {
  it("takes half of the stake once, and pays who proved it", () => {
    const scene = revealed();
    const { world } = scene;
    expect(accuse(world, [signed(scene, WRONG)])).to.deep.equal([0]);
    const [fault] = world.record.faults;
    expect(fault).to.deep.include({
      node: nodeOf(world).address,
      reason: "wrong_stream",
      fractionMillionths: 500_000n,
      beneficiaries: [HEARER.address],
    });
    expect(balanceOf(world.ctx, HEARER.address)).to.equal(STAKE / 4n);
    const again = signed(scene, [{ tokenIds: [8], text: "", finishReason: 0 }]);
    expect(accuse(world, [again])).to.deep.equal([errors.streamPunished.code]);
    const { task, results } = world.task(scene.place.taskHash);
    expect(results[0]?.streamFraud).to.equal(true);
    // An export keeps the key, and that it was punished.
    const exported = world.module.genesis.export(world.ctx);
    const kept = GenesisState.decode(GenesisState.encode(exported)).tasks[0];
    expect(kept?.task).to.deep.equal(task);
    expect(kept?.results).to.deep.equal(results);
    world.blocks(3);
  });

  const differing: Readonly<Record<string, readonly StreamChunk[]>> = {
    "other tokens": [{ tokenIds: [TOKENS[0] ?? 0, 9], text: "", finishReason: 0 }],
    "other text": [{ tokenIds: TOKENS, text: "Five.", finishReason: STOP }],
    "other text of no tokens": [{ tokenIds: [], text: "x", finishReason: 0 }],
    "chunks in another order": [HONEST[1], HONEST[0], HONEST[2]] as readonly StreamChunk[],
    "more tokens": [{ tokenIds: [...TOKENS, 7], text: TEXT, finishReason: 0 }],
    "more text": [{ tokenIds: TOKENS, text: `${TEXT} `, finishReason: 0 }],
    "an end too early": [{ tokenIds: TOKENS.slice(1), text: TEXT, finishReason: STOP }],
    "an end without all text": [{ tokenIds: TOKENS, text: "", finishReason: STOP }],
    "an end before the last chunk": [...HONEST, { tokenIds: [], text: "", finishReason: 0 }],
    "another end": [{ tokenIds: TOKENS, text: TEXT, finishReason: STOP + 1 }],
  };
  for (const [what, chunks] of Object.entries(differing)) {
    it(`proves ${what}`, () => {
      const scene = revealed();
      expect(accuse(scene.world, [signed(scene, chunks)])).to.deep.equal([0]);
      expect(scene.world.record.faults).to.have.length(1);
    });
  }

  it("cannot take anything of a node that streamed its result, or a part of it", () => {
    const scene = revealed();
    const streams = [HONEST, HONEST.slice(0, 1), HONEST.slice(0, 2)];
    streams.push([{ tokenIds: [], text: "", finishReason: 0 }]);
    for (const chunks of streams) {
      const codes = accuse(scene.world, [signed(scene, chunks)]);
      expect(codes).to.deep.equal([errors.streamMatches.code]);
    }
    expect(scene.world.record.faults).to.have.length(0);
  });

  it("takes only the node's own signature over this very stream", () => {
    const scene = revealed();
    const { world } = scene;
    const other = sha256(utf8("another task"));
    const forged = [
      signed(scene, WRONG, nodeAt(scene.all, 1).actor.node),
      signed(scene, WRONG, user),
      signed(scene, WRONG, undefined, { chainId: "aegis-other" }),
      signed(scene, WRONG, undefined, { taskHash: other }),
      signed(scene, WRONG, undefined, { calculation: 1 }),
      signed(scene, WRONG, undefined, { attempt: 1 }),
      { ...signed(scene, HONEST), chunks: [...HONEST].reverse() },
      { ...signed(scene, HONEST), chunks: HONEST.slice(1) },
    ];
    for (const fraud of forged) {
      expect(accuse(world, [fraud])).to.deep.equal([errors.streamSignature.code]);
    }
    expect(world.record.faults).to.have.length(0);
  });

  it("is refused item by item when it names nothing that was streamed and revealed", () => {
    const scene = revealed();
    const { world, place } = scene;
    const fraud = signed(scene, WRONG);
    const code = (change: Partial<StreamFraud>): readonly number[] | string =>
      accuse(world, [{ ...fraud, ...change }]);
    expect(code({ taskHash: place.taskHash.subarray(1) })).to.deep.equal([errors.invalidItem.code]);
    expect(code({ executor: "aegis1x" })).to.deep.equal([errors.invalidItem.code]);
    expect(code({ signature: new Uint8Array(65) })).to.deep.equal([errors.invalidItem.code]);
    expect(code({ chunks: [] })).to.deep.equal([errors.invalidItem.code]);
    const bad = [{ tokenIds: [], text: "", finishReason: 9 }];
    expect(code({ chunks: bad })).to.deep.equal([errors.invalidItem.code]);
    const unknown = sha256(utf8("nothing"));
    expect(code({ taskHash: unknown })).to.deep.equal([errors.unknownTask.code]);
    expect(code({ executor: HEARER.address })).to.deep.equal([errors.unknownResult.code]);
    expect(code({ attempt: 1 })).to.deep.equal([errors.unknownResult.code]);
    const silent = revealed({});
    const none = accuse(silent.world, [signed(silent, WRONG)]);
    expect(none).to.deep.equal([errors.notStreamed.code]);
    expect(accuse(world, [])).to.equal(`tasks/${errors.listEmpty.code}`);
    expect(accuse(world, [fraud, fraud])).to.equal(`tasks/${errors.listOrder.code}`);
  });

  it("waits for the reveal", () => {
    const world = new World({ nodes: 5, params: AT_ONCE });
    const place = { taskHash: world.submit({ streamKey: KEY }), calculation: 0, attempt: 0 };
    const all = players(world, [{ reveals: false }, VERIFIER, VERIFIER, VERIFIER, VERIFIER]);
    const isThere = (): boolean =>
      world.task(place.taskHash).calculations[0]?.stage === Stage.STAGE_REVEAL;
    expect(play(world, all, 60, isThere)).to.equal(true);
    const codes = accuse(world, [signed({ world, all, place }, WRONG)]);
    expect(codes).to.deep.equal([errors.notRevealed.code]);
  });

  it("pays nobody for a fault of his own", () => {
    for (const by of ["node", "operator"] as const) {
      const scene = revealed();
      const submitter = nodeAt(scene.all, 0).actor[by].address;
      expect(accuse(scene.world, [signed(scene, WRONG)], submitter)).to.deep.equal([0]);
      expect(scene.world.record.faults[0]?.beneficiaries).to.deep.equal([]);
    }
  });

  it("reaches a node that is unbonding, and the task goes on", () => {
    const scene = revealed();
    const { world, all, place } = scene;
    const { operator, node } = nodeAt(all, 0).actor;
    world.send(MsgUnregisterNode, { operator: operator.address, node: node.address });
    world.block();
    expect(accuse(world, [signed(scene, WRONG)])).to.deep.equal([0]);
    const isOver = (): boolean => world.task(place.taskHash).status?.settlement !== undefined;
    expect(play(world, all, 400, isOver)).to.equal(true);
  });
});
