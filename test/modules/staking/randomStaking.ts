/**
 * Random staking on a whole application: messages of staking, distribution, slashing and
 * checkpoints, right and wrong, with missed votes and evidence. Invariants hold after every block.
 * At the end the state is exported, begun anew and exported again: nothing may have changed.
 */
import { createApp } from "../../../app/app.ts";
import { assert, present } from "../../../app/lib/assert.ts";
import { hex, utf8 } from "../../../app/lib/bytes.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { committedState, lastBlock } from "../../../app/lifecycle/host.ts";
import type { ModuleManager } from "../../../app/module/manager.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { validators } from "../../../modules/staking/state.ts";
import {
  type Misbehavior,
  MisbehaviorType,
  RequestInitChain,
} from "../../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../../proto/gen/tendermint/types/params.ts";
import { CROWD_CHAIN_ID, type Crowd } from "../../kit/crowd.ts";
import { consensusAddress } from "../../kit/mockConsensus.ts";
import { Prng } from "../../kit/prng.ts";
import { DRAWS, pick } from "./randomDraws.ts";
import { type Actor, randomWorld } from "./randomWorld.ts";

const MESSAGES_PER_BLOCK = 20;
const EVIDENCE_ONE_IN = 40;
const ABSENT_ONE_IN = 5;
const TIME_STEP_MIN_MS = 400;
const TIME_STEP_SPREAD_MS = 1_600;

/** What came of one run. */
export interface RandomStaking {
  readonly appHash: string;
  readonly sent: number;
  readonly blocks: number;
  /** Result of messages ("ok" or "codespace/code") → how many had it. */
  readonly results: ReadonlyMap<string, number>;
  readonly validators: number;
}

/** Somebody with a seat is said to have signed twice, a few blocks ago. */
function evidence(crowd: Crowd, random: Prng): Misbehavior {
  const { height, timeMs } = crowd.context.block;
  const key = pick(random, [...crowd.current.keys()]);
  const { DUPLICATE_VOTE, LIGHT_CLIENT_ATTACK } = MisbehaviorType;
  return {
    type: pick(random, [DUPLICATE_VOTE, LIGHT_CLIENT_ATTACK]),
    validator: { address: consensusAddress(Buffer.from(key, "hex")), power: 10n },
    height: height - BigInt(random.below(3)),
    time: { seconds: timeMs / 1_000n, nanos: 0 },
    totalVotingPower: 100n,
  };
}

/** Evidence only while enough would be left to go on. */
function mayLose(crowd: Crowd): boolean {
  return crowd.next.size > 5 && crowd.height > 5n;
}

/** Plays `count` messages. @throws Error when an invariant breaks or an export differs. */
export function playStaking(seed: number, count: number): RandomStaking {
  const random = new Prng(seed);
  const world = randomWorld(seed);
  const { crowd, actors } = world;
  const results = new Map<string, number>();
  let sent = 0;
  let blocks = 0;
  crowd.block();
  while (sent < count) {
    const txs: Uint8Array[] = [];
    // One message of each: after one that is refused unseen its sequence would be wrong.
    const free = [...actors];
    for (let at = 0; at < MESSAGES_PER_BLOCK && sent < count; at += 1) {
      const [actor] = free.splice(random.below(free.length), 1) as [Actor];
      const own = actor.signer.address;
      const message = pick(random, DRAWS)({ world, random, actor, own });
      if (message === undefined) continue;
      sent += 1;
      txs.push(crowd.sign(actor.signer, [message]));
    }
    const isAbsent = random.below(ABSENT_ONE_IN) === 0;
    const seat = consensusAddress(Buffer.from(pick(random, [...crowd.current.keys()]), "hex"));
    const isFault = random.below(EVIDENCE_ONE_IN) === 0 && mayLose(crowd);
    const response = crowd.block({
      txs,
      timeStepMs: BigInt(TIME_STEP_MIN_MS + random.below(TIME_STEP_SPREAD_MS)),
      absent: new Set(isAbsent ? [hex(seat)] : []),
      misbehavior: isFault ? [evidence(crowd, random)] : [],
    });
    blocks += 1;
    for (const { code, codespace } of response.txResults.slice(1)) {
      const result = code === 0 ? "ok" : `${codespace}/${code}`;
      results.set(result, (results.get(result) ?? 0) + 1);
    }
  }
  checkExport(crowd);
  const state = committedState(crowd.app.host);
  return {
    appHash: hex(crowd.app.host.store.latest().appHash),
    sent,
    blocks,
    results,
    validators: [...validators.entries({ state })].length,
  };
}

/** The genesis that a state is exported as, as text. */
function exported(manager: ModuleManager, crowd: Pick<Crowd, "context">): string {
  return JSON.stringify(manager.exportGenesis(crowd.context));
}

/** Begins a chain with an exported genesis; its application hash and what it would export. */
function begun(
  manager: ModuleManager,
  genesis: string,
  initialHeight: bigint,
): readonly [string, string] {
  const storeNames = manager.modules.map((module) => module.name);
  const store = openMemoryStore({ storeNames });
  const app = createApp({ store, logger: silentLogger });
  const { appHash } = app.initChain(
    RequestInitChain.create({
      time: { seconds: 1_800_000_000n, nanos: 0 },
      chainId: CROWD_CHAIN_ID,
      consensusParams: ConsensusParams.create({ abci: { voteExtensionsEnableHeight: 1n } }),
      appStateBytes: utf8(genesis),
      initialHeight,
    }),
  );
  const state = present(app.host.genesis, "a state of genesis");
  const context = { state, block: lastBlock(state) };
  const broken = manager.brokenInvariants(context);
  assert(broken.length === 0, `the imported state: ${broken.join("; ")}`);
  return [hex(appHash), exported(manager, { context })];
}

function checkExport(crowd: Crowd): void {
  const { manager } = crowd.modules;
  const genesis = exported(manager, crowd);
  const next = crowd.height + 1n;
  const [hash, again] = begun(manager, genesis, next);
  assert(again === genesis, "export of an import differs from the export");
  const [same] = begun(manager, again, next);
  assert(same === hash, "two imports of one export have different application hashes");
}
