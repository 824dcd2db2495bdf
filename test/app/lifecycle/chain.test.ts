/** The state machine under the mock consensus: replicas agree, restarts replay, beacons follow. */
import { expect } from "chai";
import { anyOf } from "../../../app/client/sign.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { chainStore } from "../../../app/chain/state.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { createChain } from "../../kit/chain.ts";

const send = (from: string, to: string, amount: string) =>
  anyOf(MsgSend, { fromAddress: from, toAddress: to, amount: [{ denom: "uasi", amount }] });

describe("a chain under the mock consensus", () => {
  it("can execute empty blocks", () => {
    const { mock, context } = createChain();
    mock.run(30);
    expect(context().block.height).to.equal(30n);
    expect(chainStore.state.require(context()).epoch).to.equal(1n);
  });

  it("moves coins and keeps three replicas at the same hash", () => {
    const { mock, users, sign } = createChain({ validators: 4, replicas: 1 });
    const [a, b] = users;
    if (a === undefined || b === undefined) throw new Error("users");
    const answer = mock.broadcast(sign(a, [send(a.address, b.address, "5")], { fee: 1000n }));
    expect(answer.log).to.equal("");
    mock.block();
    const { response } = mock.block();
    expect(mock.blocks[0]?.response.txResults.map(({ code }) => code)).to.deep.equal([0, 0]);
    expect(response.txResults).to.have.length(1);
  });

  it("brings a new beacon in every block, signed from the second one on with one validator", () => {
    const { mock, context } = createChain();
    const seen = new Set<string>();
    for (let i = 0; i < 10; i++) {
      const { request } = mock.block();
      seen.add(hex(context().block.beacon));
      const first = request.txs[0]?.length ?? 0;
      if (i === 0) expect(first).to.be.lessThan(96);
      else expect(first).to.be.greaterThan(96);
    }
    expect(seen.size).to.equal(10);
  });

  it("replays to the same hash after a restart, and lets a late node catch up", () => {
    const { mock } = createChain({ validators: 4, replicas: 1 });
    mock.run(5);
    for (let node = 0; node < 5; node++) mock.restart(node);
    mock.run(5);
    expect(mock.height).to.equal(10n);
  });

  it("goes on while validators are absent", () => {
    const { mock } = createChain({ validators: 4 });
    mock.run(12, { absent: new Set([2]) });
    mock.run(12);
    expect(mock.height).to.equal(24n);
  });
});
