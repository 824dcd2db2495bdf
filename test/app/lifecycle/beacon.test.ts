/** The randomness beacon: who may sign, what a proposer may not do, and who withholds. */
import { expect } from "chai";
import { beaconEntry } from "../../../app/beacon/entry.ts";
import { beaconOfSignature } from "../../../app/beacon/message.ts";
import { equalBytes, hex } from "../../../app/lib/bytes.ts";
import { BeaconEntry } from "../../../proto/gen/aegis/staking/v1/beacon.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { RequestExtendVote } from "../../../proto/gen/tendermint/abci/types.ts";
import { createChain, type TestChain } from "../../kit/chain.ts";

function entryOf(chain: TestChain): BeaconEntry {
  const bytes = chain.mock.blocks.at(-1)?.request.txs[0] ?? new Uint8Array(0);
  const [message] = TxBody.decode(TxRaw.decode(bytes).bodyBytes).messages;
  return BeaconEntry.decode(message?.value ?? new Uint8Array(0));
}

describe("the beacon", () => {
  for (const validators of [1, 4]) {
    it(`is skipped in block 1 and signed in every later block, with ${validators}`, () => {
      const chain = createChain({ validators });
      chain.mock.block();
      expect(entryOf(chain).signature).to.have.length(0);
      for (let i = 0; i < 12; i++) {
        chain.mock.block();
        const { signature } = entryOf(chain);
        expect(signature).to.have.length(96);
        expect(hex(chain.context().block.beacon)).to.equal(hex(beaconOfSignature(signature)));
      }
    });
  }

  it("is skipped, and the chain goes on, when the designated signer is absent", () => {
    const chain = createChain({ validators: 4 });
    chain.mock.block();
    let skipped = 0;
    for (let i = 0; i < 40; i++) {
      chain.mock.block({ absent: new Set([1]) });
      if (entryOf(chain).signature.length === 0) skipped++;
    }
    expect(skipped).to.be.greaterThan(2);
    expect(skipped).to.be.lessThan(25);
    // Nobody withheld: the signer's precommit was not there.
    expect(chain.mock.blocks.at(-1)?.response.validatorUpdates).to.have.length(0);
  });

  it("makes exactly one validator speak in its vote extension", () => {
    const chain = createChain({ validators: 4 });
    chain.mock.run(5);
    const { request } = chain.mock.block();
    const asked = RequestExtendVote.create({
      height: request.height + 1n,
      txs: [beaconEntry(request.height + 1n, new Uint8Array(0))],
    });
    const lengths = [0, 1, 2, 3].map((i) => chain.app(i).extendVote(asked).voteExtension.length);
    expect(lengths.filter((length) => length === 96)).to.have.length(1);
    expect(lengths.filter((length) => length === 0)).to.have.length(3);
  });

  const REFUSED: readonly (readonly [string, (height: bigint) => readonly Uint8Array[]])[] = [
    ["an empty block", () => []],
    ["a block without an entry", () => [TxRaw.encode(TxRaw.create())]],
    ["an entry of another height", (height) => [beaconEntry(height + 1n, new Uint8Array(0))]],
    [
      "a signature that is not the signer's",
      (height) => [beaconEntry(height, new Uint8Array(96).fill(7))],
    ],
    [
      "a signature of another length",
      (height) => [beaconEntry(height, new Uint8Array(95).fill(7))],
    ],
    [
      "a second entry",
      (height) => [beaconEntry(height, new Uint8Array(0)), beaconEntry(height, new Uint8Array(0))],
    ],
    ["garbage", () => [new Uint8Array(50).fill(1)]],
  ];
  for (const [what, txs] of REFUSED) {
    it(`cannot be cheated by ${what}`, () => {
      const chain = createChain({ validators: 1, resourceNodes: 1 });
      chain.mock.run(2);
      expect(() => chain.mock.block({ txs: txs(chain.mock.height + 1n) })).to.throw("refuses");
      chain.mock.block();
      expect(entryOf(chain).signature).to.have.length(96);
    });
  }

  it("jails a proposer that always skips, and never empties the set", () => {
    const chain = createChain({ validators: 4, resourceNodes: 1 });
    chain.mock.block();
    let removed = 0;
    for (let i = 0; i < 120 && removed === 0; i++) {
      // Validator 0 proposes every block and never includes the signature that it was given.
      const txs = [beaconEntry(chain.mock.height + 1n, new Uint8Array(0))];
      const { response } = chain.mock.block({ proposer: 0, txs });
      removed += response.validatorUpdates.filter(({ power }) => power === 0n).length;
    }
    expect(removed).to.be.greaterThan(0);
    chain.mock.run(5);
    const { request, response, path } = { ...StakingQuery.Validators };
    const answer = chain
      .app()
      .query({ path, data: request.encode(request.create()), height: 0n, prove: false });
    expect(answer.code, answer.log).to.equal(0);
    expect(response.decode(answer.value).validators.length).to.equal(4);
  });

  it("follows from the keys and the chain alone", () => {
    const a = createChain();
    const b = createChain();
    a.mock.run(3);
    b.mock.run(3);
    expect(equalBytes(a.context().block.beacon, b.context().block.beacon)).to.equal(true);
  });
});
