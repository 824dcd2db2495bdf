/** What the metrics know of a node's account. */
import { expect } from "chai";
import { silentLogger } from "../../../app/lib/log.ts";
import { type AccountView, AccountWatch } from "../../../cmd/aegis-resource/account.ts";
import { NodeView } from "../../../proto/gen/aegis/tasks/v1/query.ts";

describe("the watch of an account", () => {
  const views: AccountView[] = [];
  const warnings: string[] = [];
  let stake: bigint | undefined;
  const chain = {
    balance: async () => 5n,
    node: async () => {
      if (stake === undefined) throw new Error("no answer");
      return NodeView.fromJson({ node: { stake: `${stake}` } });
    },
  };
  const log = { ...silentLogger, warn: (message: string) => void warnings.push(message) };

  it("looks every ten blocks, tells losses once, and outlives a silent chain", async () => {
    const watch = new AccountWatch(chain, (view) => views.push(view), log);
    stake = 100n;
    await watch.onHeight(1n);
    stake = 70n;
    await watch.onHeight(2n);
    await watch.onHeight(11n);
    stake = undefined;
    await watch.onHeight(21n);
    stake = 90n;
    await watch.onHeight(31n);
    expect(views).to.deep.equal([
      { balance: 5n, stake: 100n, lost: 0n },
      { balance: 5n, stake: 70n, lost: 30n },
      { balance: 5n, stake: 90n, lost: 0n },
    ]);
    expect(warnings).to.deep.equal([
      "the stake is less than before",
      "the account could not be read",
    ]);
  });
});
