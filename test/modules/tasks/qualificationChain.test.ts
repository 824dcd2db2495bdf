/** Qualifications on the whole application, with halts of a day between its blocks. */
import { expect } from "chai";
import type { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { type NodeModel, NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { boardWith, type ChainBoard } from "./chainBoard.ts";
import { EXACT } from "./newcomers.ts";

const DAY_MS = 86_400_000n;
const ACTIVE = NodeModelState.NODE_MODEL_STATE_ACTIVE;
const PENDING = NodeModelState.NODE_MODEL_STATE_PENDING;

/** Everybody must qualify in epoch 1; the last node never has. */
function unproven(genesis: GenesisState): GenesisState {
  const params = genesis.params && {
    ...genesis.params,
    qualificationTokens: 70,
    requalificationEpochs: 1,
  };
  const nodes = genesis.nodes.map((node, at) =>
    at < genesis.nodes.length - 1
      ? node
      : { ...node, models: node.models.map((model) => ({ ...model, state: PENDING })) },
  );
  return { ...genesis, params, nodes };
}

function standings(board: ChainBoard): NodeModel[] {
  return board.query(Query.Nodes, {}).nodes.flatMap(({ node }) => node?.models ?? []);
}

describe("a round of qualifications on the whole application", () => {
  it("makes nobody too slow by halts of a day", () => {
    const { board, players } = boardWith(4, { changeTasks: unproven });
    for (const player of players) player.behaviour = EXACT;
    const stages = new Set<number>();
    const isOver = (): boolean =>
      standings(board).every(
        ({ qualification, qualifiedEpoch }) => qualification.length === 0 && qualifiedEpoch > 0n,
      );
    for (let at = 0; at < 120 && !isOver(); at += 1) {
      const hash = standings(board)[0]?.qualification ?? new Uint8Array(0);
      const stage = hash.length > 0 ? board.task(hash).calculations[0]?.stage : undefined;
      const isNew = stage !== undefined && !stages.has(stage);
      if (stage !== undefined) stages.add(stage);
      // The clock goes on by clock_step_max, 2 s here, whatever the time did.
      board.chain.mock.block({ timeStepMs: isNew ? DAY_MS : 1_000n });
      for (const player of players) player.act();
    }
    expect(stages.size).to.be.greaterThan(3);
    expect(standings(board).map(({ state }) => state)).to.deep.equal([
      ACTIVE,
      ACTIVE,
      ACTIVE,
      ACTIVE,
    ]);
    expect(standings(board).every(({ workScore }) => workScore > 1n)).to.equal(true);
  });
});
