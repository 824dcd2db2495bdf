/** What is always true of rewards. */
import { moduleAddress } from "../../app/lib/address.ts";
import { uint64Key } from "../../app/module/collections/codecs.ts";
import type { Invariant } from "../../app/module/module.ts";
import { REWARDS_ACCOUNT } from "./constants.ts";
import type { RewardsDeps } from "./deps.ts";
import { poolBalance } from "./pool.ts";
import { epochs, queue, totalsOf, unpaidEpochs } from "./state.ts";

/** The invariants; books are compared with bank's. */
export function invariantsOf(deps: RewardsDeps): readonly Invariant[] {
  return [
    {
      name: "nothing is owed",
      check: (ctx) => {
        // Emission is minted when it is paid, so that the account never keeps any.
        const held = deps.bank.balance(ctx, moduleAddress(REWARDS_ACCOUNT));
        return held === 0n ? undefined : `the rewards account holds ${held}, it owes 0`;
      },
    },
    {
      name: "pool",
      check: (ctx) => {
        const { poolReceived, poolPaid } = totalsOf(ctx);
        const held = poolBalance(deps, ctx);
        if (held !== poolReceived - poolPaid) {
          return `the pool holds ${held}, books say ${poolReceived} - ${poolPaid}`;
        }
        let promised = 0n;
        for (const epoch of unpaidEpochs.keys(ctx)) {
          const record = epochs.require(ctx, epoch);
          promised += record.poolEmission - record.poolPaid;
        }
        return promised <= held ? undefined : `the pool holds ${held} and promised ${promised}`;
      },
    },
    {
      name: "epochs",
      check: (ctx) => {
        for (const [epoch, record] of epochs.entries(ctx)) {
          let waiting = 0n;
          let fees = 0n;
          for (const [, { fee }] of queue.entries(ctx, { prefix: uint64Key.encode(epoch) })) {
            waiting += 1n;
            fees += fee;
          }
          const { calculations, paid, isClosed, taskMinted, taskEmission } = record;
          if (waiting !== calculations - paid) {
            return `epoch ${epoch}: ${waiting} wait, ${calculations} - ${paid} should`;
          }
          if (paid === 0n && fees !== record.fees) {
            return `epoch ${epoch}: fees ${record.fees}, the queue's sum to ${fees}`;
          }
          if (taskMinted > taskEmission) {
            return `epoch ${epoch}: minted ${taskMinted} of ${taskEmission}`;
          }
          if (record.poolPaid > record.poolEmission) {
            return `epoch ${epoch}: ${record.poolPaid} of the pool, not ${record.poolEmission}`;
          }
          if (unpaidEpochs.has(ctx, epoch) !== (isClosed && waiting > 0n)) {
            return `epoch ${epoch}: ${waiting} wait, but its mark says otherwise`;
          }
        }
        return undefined;
      },
    },
  ];
}
