/** Attackers among validators: they withhold the beacon and blame others, or do not show up. */
import { beaconEntry } from "../../../app/beacon/entry.ts";
import { Query } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { createChain, type TestChain } from "../../kit/chain.ts";
import { ask } from "../../kit/ask.ts";
import { type Attack, demand, type Outcome } from "./attack.ts";

const VALIDATORS = 4;
/** Long enough for every window of the beacon's record to fill more than once. */
const BLOCKS = 240;

function jailed(chain: TestChain): number[] {
  const { validators } = ask(chain, Query.Validators);
  return [...validators.keys()].filter((at) => (validators[at]?.jailedHeight ?? 0n) > 0n);
}

/** Validator 0 leaves the signature out of its blocks, and its headers name somebody else. */
async function blame(): Promise<Outcome> {
  const chain = createChain({ validators: VALIDATORS, resourceNodes: 1 });
  chain.mock.block();
  for (let at = 0; at < BLOCKS; at += 1) {
    const turn = at % VALIDATORS;
    if (turn !== 0) chain.mock.block({ proposer: turn });
    else {
      const txs = [beaconEntry(chain.mock.height + 1n, new Uint8Array(0))];
      chain.mock.block({ proposer: 0, named: 2, txs });
    }
  }
  demand(jailed(chain).length === 0, "a header sent somebody to jail");
  return {
    won: 0n,
    lost: 0n,
    told: "a quarter of the blocks is not half of anybody's draws; fees are shared by all alike",
  };
}

/** All but the seats that the quorum needs are offline for an epoch. */
async function offline(): Promise<Outcome> {
  const chain = createChain({ validators: VALIDATORS, resourceNodes: 1 });
  chain.mock.block();
  const { epoch } = chain.context().block;
  while (chain.context().block.epoch < epoch + 2n) chain.mock.block({ absent: new Set([3]) });
  chain.mock.block();
  demand(jailed(chain).length === 0, "being offline for an epoch sent a validator to jail");
  const powers = chain.mock.blocks.flatMap(({ response }) => response.validatorUpdates);
  demand(
    powers.every(({ power }) => power > 0n),
    "the committee lost a seat",
  );
  return { won: 0n, lost: 0n, told: "the committee stays as it is, and the chain goes on" };
}

export const validatorAttacks: readonly Attack[] = [
  { name: "header naming another as proposer", run: blame },
  { name: "epoch in which whom the quorum spares is offline", run: offline },
];
