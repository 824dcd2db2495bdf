/**
 * Proofs as a client gets them: through the query of a whole application with random blocks, of
 * every key and every gap of every store, at every height that is kept.
 */
import { expect } from "chai";
import { verifyStateProof } from "../../../app/client/stateProof.ts";
import { anyOf } from "../../../app/client/sign.ts";
import { present } from "../../../app/lib/assert.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { equalBytes, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { RequestQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { createChain, type TestChain, testSigner } from "../../kit/chain.ts";
import { keysAndGaps } from "../../kit/proofClaims.ts";
import { Prng } from "../../kit/prng.ts";

const BLOCKS = 6;

/** A chain with random transfers to new accounts, some of which send all of it on. */
function randomChain(seed: number): TestChain {
  const random = new Prng(seed);
  const chain = createChain({ resourceNodes: 2 });
  chain.mock.block();
  const [from] = chain.users;
  for (let block = 1; block < BLOCKS; block += 1) {
    for (let count = random.below(6); count > 0; count -= 1) {
      const toAddress = testSigner(`receiver ${random.below(40)}`).address;
      const amount = [...uasi(BigInt(1 + random.below(1_000)))];
      const signer = present(from, "a user");
      const message = anyOf(MsgSend, { fromAddress: signer.address, toAddress, amount });
      chain.mock.broadcast(chain.sign(signer, [message]));
    }
    chain.mock.block();
  }
  return chain;
}

/** Asks for a proof and checks it against the app hash of that height. */
function check(chain: TestChain, store: string, key: Uint8Array, height: bigint): void {
  const asked = { path: `/store/${store}/key`, data: key, prove: true, height };
  const answer = chain.app().query(RequestQuery.create(asked));
  expect(answer.code, answer.log).to.equal(0);
  const expected = chain.app().host.store.at(height)?.get(store, key);
  expect(equalBytes(answer.value, expected ?? new Uint8Array(0))).to.equal(true);
  const { appHash } = present(chain.mock.blocks[Number(height) - 1], "a block").response;
  const ops = answer.proofOps?.ops ?? [];
  const claim = { appHash, store, key, value: expected };
  verifyStateProof(claim, ops);
  const lies = [
    { ...claim, appHash: sha256(appHash) },
    { ...claim, value: expected === undefined ? utf8("there") : undefined },
  ];
  for (const lie of lies) expect(() => verifyStateProof(lie, ops)).to.throw(ProofError);
}

describe("proofs by query", () => {
  for (const seed of [1, 2, 3]) {
    it(`hold for every key and every gap at every height, of random chain ${seed}`, () => {
      const chain = randomChain(seed);
      const { store } = chain.app().host;
      let checked = 0;
      for (let height = store.oldestHeight || 1n; height <= chain.mock.height; height += 1n) {
        for (const name of store.storeNames) {
          const asked = keysAndGaps(store, name, height);
          for (const key of asked) check(chain, name, key, height);
          checked += asked.length;
        }
      }
      expect(checked).to.be.greaterThan(500);
    });
  }
});
