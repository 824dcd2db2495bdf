/** Attackers who want to earn by paying themselves, or by whom they let into blocks. */
import type { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { MsgCommitResult } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { Prng } from "../../kit/prng.ts";
import { Arena, type Ledger } from "./arena.ts";
import { type Attack, demand, type Outcome, type Scale } from "./attack.ts";

/** Blocks after which the emission of the last task's epoch is paid. */
const EPOCH_BLOCKS = 45;

/** With fewer tasks luck decides who is first, not who censors. */
const CENSORED_TASKS_MIN = 8;

function unrewarded(genesis: GenesisState): GenesisState {
  const models = genesis.models.map((model) => ({ ...model, referencePrice: undefined }));
  return { ...genesis, models };
}

async function trade(arena: Arena, tasks: number): Promise<Ledger> {
  for (let at = 0; at < tasks; at += 1) await arena.settle(arena.submit());
  for (let at = 0; at < EPOCH_BLOCKS; at += 1) await arena.block();
  return arena.ledger;
}

/** All nodes of the model are his, and he is its only user. */
async function ownModel({ tasks }: Scale): Promise<Outcome> {
  const attackers = { nodes: [0, 1, 2, 3], users: [0] };
  const arena = new Arena({ nodes: 4, attackers, changeTasks: unrewarded });
  const ledger = await trade(arena, tasks);
  demand(ledger.won < ledger.lost, "washing his own model paid");
  return { ...ledger, told: "the model earns no emission, and part of every fee is burned" };
}

/** A third of the nodes of a rewarded model are his. */
async function rewardedModel({ tasks }: Scale): Promise<Outcome> {
  const attackers = { nodes: [0, 1], users: [0] };
  const arena = new Arena({ nodes: 6, attackers });
  const ledger = await trade(arena, tasks);
  demand(ledger.won < ledger.lost, "washing a rewarded model paid with a third of its stake");
  return { ...ledger, told: "most of what he pays goes to ranks and verifiers that are not his" };
}

/** Whether a transaction commits a result of another node than `friend`. */
function isRivalCommit(bytes: Uint8Array, friend: string): boolean {
  const [message] = TxBody.decode(TxRaw.decode(bytes).bodyBytes).messages;
  if (message?.typeUrl !== MsgCommitResult.typeUrl) return false;
  return MsgCommitResult.decode(message.value).node !== friend;
}

/** One of four validators leaves the commits of his friend's rivals out of his blocks. */
async function censor({ tasks }: Scale): Promise<Outcome> {
  let censored = 0;
  const play = async (censors: boolean): Promise<Arena> => {
    const arena = new Arena({ nodes: 4, validators: 4, attackers: { nodes: [0] } });
    const { mock } = arena.chain;
    const friend = arena.chain.resourceNodes[0]?.address ?? "";
    const random = new Prng(23);
    for (let at = 0; at < Math.max(2 * tasks, CENSORED_TASKS_MIN); at += 1) {
      const hash = arena.submit();
      while (arena.task(hash).status?.settlement === undefined) {
        for (const node of arena.nodes) await node.look();
        const proposer = random.below(4);
        const isHis = proposer === 3;
        const held = censors && isHis ? mock.mempool.filter((tx) => isRivalCommit(tx, friend)) : [];
        censored += held.length;
        for (const tx of held) mock.mempool.splice(mock.mempool.indexOf(tx), 1);
        arena.produce(undefined, proposer);
        mock.mempool.push(...held);
      }
    }
    return arena;
  };
  const fair = (await play(false)).ledger;
  const rigged = (await play(true)).ledger;
  const gain = rigged.won - fair.won;
  demand(censored > 0, "nothing was censored");
  demand(gain * 5n < fair.won, "a quarter of the blocks gave more than a fifth of the fees");
  return {
    won: gain > 0n ? gain : 0n,
    lost: gain > 0n ? 0n : -gain,
    told: `rivals come in with the next proposer: ${censored} delayed commits against a fair run`,
  };
}

export const moneyAttacks: readonly Attack[] = [
  { name: "wash trader on his own model", run: ownModel },
  { name: "wash trader with a third of a rewarded model", run: rewardedModel },
  { name: "proposer who censors rivals' commits", run: censor },
];
