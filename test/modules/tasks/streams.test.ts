/** Tasks that stream: what they must be, who may commit when, and what a false stream costs. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { lastHead, type StreamPart } from "../../../app/asli/stream.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { errors } from "../../../modules/tasks/errors.ts";
import { streamFraudProven } from "../../../modules/tasks/events.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { FinishReason, State } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import {
  MsgSubmitStreamFraud,
  type MsgSubmitStreamFraudResponse,
  StreamFraud,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { contentOf, type Place } from "./contents.ts";
import { isSettled, play, type Player, players } from "./play.ts";
import { nodeAt } from "./scenes.ts";
import { account, AT_ONCE, LOCAL_RULES, user, World } from "./world.ts";

const STREAM_KEY = account("listener").publicKey;
const { FINISH_REASON_STOP: STOP, FINISH_REASON_LENGTH: LENGTH } = FinishReason;
const RESULT = contentOf();

/** The whole answer in two chunks. */
function honest(): StreamPart[] {
  return [
    { tokenIds: RESULT.tokenIds.slice(0, 30), text: "Fo", finishReason: 0 },
    { tokenIds: RESULT.tokenIds.slice(30), text: "ur.", finishReason: STOP },
  ];
}

interface Scene {
  readonly world: World;
  readonly all: Player[];
  readonly place: Place;
}

/** A streaming task to which player 0 has revealed its result; played to its end with `ends`. */
function revealed(streamKey: Uint8Array = STREAM_KEY, ends = false): Scene {
  const world = new World({ nodes: 5, params: AT_ONCE });
  const place = { taskHash: world.submit({ streamKey }), calculation: 0, attempt: 0 };
  const all = players(world, [{}, ...Array.from({ length: 4 }, () => ({ commits: false }))]);
  const isThere = (): boolean =>
    ends ? isSettled(world, place.taskHash) : world.task(place.taskHash).revealed.length > 0;
  expect(play(world, all, 1_500, isThere)).to.equal(true);
  return { world, all, place };
}

/** A proof of `parts`; `change` says what is signed instead. */
function proof(
  { world, all, place }: Scene,
  parts: readonly StreamPart[],
  change: Partial<{ chainId: string; signer: Player; attempt: number; signed: StreamPart[] }> = {},
): StreamFraud {
  const executor = nodeAt(all, 0).actor.node;
  const { chainId } = world.ctx.block;
  const name = { chainId, ...place, node: addressBytes(executor.address) };
  const { signer = nodeAt(all, 0), signed = parts, ...other } = change;
  const head = lastHead({ ...name, ...other }, signed);
  const { signature } = secp256k1.ecdsaSign(head, signer.actor.node.privateKey);
  return StreamFraud.create({
    ...place,
    executor: executor.address,
    chunks: parts.map((part) => ({ ...part, tokenIds: [...part.tokenIds] })),
    signature,
  });
}

function submit(
  { world }: Scene,
  frauds: StreamFraud[],
  submitter: string = user.address,
): readonly number[] | string {
  const { response, refused } = world.send<MsgSubmitStreamFraud, MsgSubmitStreamFraudResponse>(
    MsgSubmitStreamFraud,
    { submitter, frauds },
  );
  return refused ?? (response?.results ?? []).map(({ code }) => code);
}

describe("a task that streams", () => {
  const refusedKeys: readonly [string, Uint8Array][] = [
    ["too short", STREAM_KEY.slice(1)],
    ["too long", Uint8Array.of(...STREAM_KEY, 0)],
    ["uncompressed", Uint8Array.of(4, ...STREAM_KEY.slice(1))],
  ];
  for (const [name, streamKey] of refusedKeys) {
    it(`is refused with a key that is ${name}`, () => {
      expect(new World().submitCode({ streamKey })).to.equal(`tasks/${errors.invalidTask.code}`);
    });
  }

  it("is refused with two calculations", () => {
    const code = new World().submitCode({ streamKey: STREAM_KEY, targetCount: 2 });
    expect(code).to.equal(`tasks/${errors.invalidTask.code}`);
  });

  it("pays one rank, and has the hash that it would have without", () => {
    const world = new World();
    const hash = world.submit({ streamKey: STREAM_KEY });
    const { task } = world.task(hash);
    expect(task?.rules).to.deep.equal({ ...LOCAL_RULES, rewardRanks: 1 });
    expect(task?.streamKey).to.deep.equal(STREAM_KEY);
    expect(new World().submit()).to.deep.equal(hash);
  });

  it("holds every position but 0 back for a delay", () => {
    const world = new World({ nodes: 6 });
    const place = {
      taskHash: world.submit({ streamKey: STREAM_KEY }),
      calculation: 0,
      attempt: 0,
    };
    world.blocks(2);
    const [round] = world.task(place.taskHash).rounds;
    const positions = round?.positions ?? [];
    const delay = rulesOf(world.task(place.taskHash).task as never).privilegeDelayBlocks;
    const firsts = positions.map((node) => {
      const { calculations } = world.query(Query.PendingTasks, { model: world.model, node });
      return Number((calculations[0]?.firstHeight ?? 0n) - (round?.startHeight ?? 0n));
    });
    expect(firsts).to.deep.equal([0, 1, 1, 2, 2, 3].map((step) => step * delay));
    const codes = positions.map((node) =>
      players(world)
        .find((p) => p.node === node)
        ?.commit(place),
    );
    expect(codes[0]).to.deep.equal([0]);
    expect(codes[1]).to.deep.equal([errors.tooEarly.code]);
  });
});

describe("MsgSubmitStreamFraud", () => {
  const frauds: readonly [string, StreamPart[]][] = [
    ["other tokens", [{ tokenIds: [1], text: "", finishReason: 0 }]],
    ["tokens in another order", [{ tokenIds: [11, 10], text: "", finishReason: 0 }]],
    ["another text with the same tokens", [{ ...(honest()[0] as StreamPart), text: "Fi" }]],
    ["chunks in another order", [...honest()].reverse()],
    ["an end too early", [{ ...(honest()[0] as StreamPart), finishReason: STOP }]],
    ["another end", [{ ...RESULT, finishReason: LENGTH }]],
    ["tokens behind the end", [...honest(), { tokenIds: [1], text: "", finishReason: 0 }]],
    ["text behind the end", [...honest(), { tokenIds: [], text: "!", finishReason: 0 }]],
    ["a second end", [...honest(), { tokenIds: [], text: "", finishReason: STOP }]],
    ["an end without an answer", [{ tokenIds: [], text: "", finishReason: STOP }]],
  ];
  for (const [name, parts] of frauds) {
    it(`punishes ${name}, once`, () => {
      const scene = revealed();
      const { world, all } = scene;
      expect(submit(scene, [proof(scene, parts)])).to.deep.equal([0]);
      expect(world.record.faults.at(-1)).to.deep.include({
        node: nodeAt(all, 0).node,
        reason: "stream_fraud",
        fractionMillionths: BigInt(LOCAL_RULES.slashWrongResult),
        beneficiaries: [user.address],
        reference: scene.place.taskHash,
      });
      expect(world.ctx.emitted(streamFraudProven)).to.have.length(1);
      const again = submit(scene, [proof(scene, parts)]);
      expect(again).to.deep.equal([errors.streamFraudKnown.code]);
      expect(world.record.faults).to.have.length(1);
      world.check();
    });
  }

  const right: readonly [string, StreamPart[]][] = [
    ["the whole answer", honest()],
    ["its beginning", honest().slice(0, 1)],
    ["an answer in one chunk", [{ ...RESULT }]],
    ["text that comes later than its tokens", [{ ...(honest()[0] as StreamPart), text: "" }]],
  ];
  for (const [name, parts] of right) {
    it(`leaves who streamed ${name}`, () => {
      const scene = revealed();
      expect(submit(scene, [proof(scene, parts)])).to.deep.equal([errors.streamMatches.code]);
      expect(scene.world.record.faults).to.deep.equal([]);
    });
  }

  const wrong: StreamPart[] = [{ tokenIds: [1], text: "x", finishReason: 0 }];

  it("needs the node's signature over these chunks of this stream", () => {
    const scene = revealed();
    const forged = [
      proof(scene, wrong, { signer: nodeAt(scene.all, 1) }),
      proof(scene, wrong, { chainId: "another" }),
      proof(scene, wrong, { attempt: 1 }),
      proof(scene, wrong, { signed: honest() }),
      { ...proof(scene, wrong), signature: new Uint8Array(64) },
      { ...proof(scene, honest()), chunks: proof(scene, honest().reverse()).chunks },
    ];
    for (const one of forged) {
      expect(submit(scene, [one])).to.deep.equal([errors.streamSignature.code]);
    }
    expect(scene.world.record.faults).to.deep.equal([]);
  });

  it("refuses what names no revealed result of a stream", () => {
    const scene = revealed();
    const good = proof(scene, wrong);
    const cases: readonly [Partial<StreamFraud>, number][] = [
      [{ taskHash: new Uint8Array(31) }, errors.invalidItem.code],
      [{ executor: "aegis1nobody" }, errors.invalidItem.code],
      [{ signature: new Uint8Array(63) }, errors.invalidItem.code],
      [{ chunks: [] }, errors.invalidItem.code],
      [{ taskHash: sha256(utf8("no task")) }, errors.unknownTask.code],
      [{ calculation: 1 }, errors.unknownResult.code],
      [{ attempt: 1 }, errors.unknownResult.code],
      [{ executor: nodeAt(scene.all, 1).node }, errors.unknownResult.code],
    ];
    for (const [change, code] of cases) {
      expect(submit(scene, [{ ...good, ...change }]), JSON.stringify(code)).to.deep.equal([code]);
    }
    const plain = revealed(new Uint8Array(0));
    expect(submit(plain, [proof(plain, wrong)])).to.deep.equal([errors.notStreaming.code]);
  });

  it("refuses lists that are empty, unordered or of a malformed account", () => {
    const scene = revealed();
    const good = proof(scene, wrong);
    expect(submit(scene, [])).to.equal(`tasks/${errors.listEmpty.code}`);
    expect(submit(scene, [good, good])).to.equal(`tasks/${errors.listOrder.code}`);
    expect(submit(scene, [good], "me")).to.equal(`tasks/${errors.invalidAddress.code}`);
  });

  it("pays nothing to the node and its operator", () => {
    for (const who of ["node", "operator"] as const) {
      const scene = revealed();
      const { address } = nodeAt(scene.all, 0).actor[who];
      expect(submit(scene, [proof(scene, wrong)], address)).to.deep.equal([0]);
      expect(scene.world.record.faults.at(-1)?.beneficiaries).to.deep.equal([]);
    }
  });

  it("reaches a node after the task's end, and leaves its result as it is", () => {
    const scene = revealed(STREAM_KEY, true);
    expect(submit(scene, [proof(scene, wrong)])).to.deep.equal([0]);
    const [result] = scene.world.task(scene.place.taskHash).results;
    expect([result?.state, result?.streamFraud]).to.deep.equal([State.STATE_FINAL, true]);
    scene.world.check();
  });

  it("takes more gas for more chunks and bytes", () => {
    const scene = revealed();
    const gasOf = (parts: StreamPart[]): bigint => {
      const spec = scene.world.module.messages.find(
        (one) =>
          (one as { request?: { typeUrl: string } }).request?.typeUrl ===
          MsgSubmitStreamFraud.typeUrl,
      ) as unknown as { gas: (msg: MsgSubmitStreamFraud) => bigint };
      return spec.gas({ submitter: user.address, frauds: [proof(scene, parts)] });
    };
    const one = gasOf(wrong);
    expect(gasOf([...wrong, ...wrong]) - one >= 500n).to.equal(true);
    expect(
      gasOf([{ tokenIds: [], text: "x".repeat(1_000), finishReason: 0 }]) - one >= 9_900n,
    ).to.equal(true);
  });
});
