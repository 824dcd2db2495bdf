/** Validators that attest a whole chain, and one that does not. */
import { expect } from "chai";
import { query } from "../../../../app/client/query.ts";
import { decodeCheckpointProof, verifyCheckpointProof } from "../../../../app/checkpoint/proof.ts";
import { present } from "../../../../app/lib/assert.ts";
import { blsKeygen, blsPublicKey, blsSign } from "../../../../app/lib/bls.ts";
import { sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { Aggregator } from "../../../../cmd/aegisd/attest/aggregator.ts";
import { attestChain } from "../../../../cmd/aegisd/attest/chain.ts";
import type { Peer } from "../../../../cmd/aegisd/attest/peers.ts";
import { silentLogger } from "../../../../app/lib/log.ts";
import type { Checkpoint } from "../../../../proto/gen/aegis/checkpoints/v1/checkpoints.ts";
import { Query } from "../../../../proto/gen/aegis/checkpoints/v1/query.ts";
import { Query as BankQuery } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { ACCOUNT_BALANCE, CHAIN_ID, createChain, type TestChain } from "../../../kit/chain.ts";
import { type MockRpc, mockRpc } from "../../../kit/mockRpc.ts";

const EPOCH_BLOCKS = 20;
const VALIDATORS = 4;
/** Does not attest. */
const ABSENT = 3;

function aggregatorOf(
  chain: TestChain,
  rpc: MockRpc,
  index: number,
  peer?: Aggregator,
): Aggregator {
  const secret = blsKeygen(sha256(utf8(`bls ${index}`)));
  const signer = present(chain.users[index], "a user");
  const peers: Peer[] = [];
  if (peer !== undefined) {
    const send: Peer["send"] = async (partial) => {
      const added = peer.add(partial);
      return typeof added === "number" ? "taken" : { refused: added };
    };
    peers.push({ url: "http://peer", send, merged: async () => undefined });
  }
  return new Aggregator({
    chain: attestChain({ rpc, chainId: CHAIN_ID, signer, gasPrice: 25_000n }),
    key: { publicKey: blsPublicKey(secret), sign: (_, message) => blsSign(secret, message) },
    peers,
    listens: peer === undefined,
    log: silentLogger,
  });
}

describe("a chain that is attested", () => {
  let chain: TestChain;
  let rpc: MockRpc;

  before(async () => {
    chain = createChain({ validators: VALIDATORS, users: VALIDATORS, resourceNodes: 1 });
    rpc = mockRpc(chain);
    const collector = aggregatorOf(chain, rpc, 0);
    const others = [1, 2].map((index) => aggregatorOf(chain, rpc, index, collector));
    for (let i = 0; i < 6 * EPOCH_BLOCKS + 2; i += 1) {
      chain.mock.block();
      for (const one of [collector, ...others, collector]) await one.step();
    }
  });

  async function checkpoints(): Promise<readonly Checkpoint[]> {
    return (await query(rpc, Query.Checkpoints)).checkpoints;
  }

  it("has final checkpoints, soon after their epochs, for one transaction each", async () => {
    const list = await checkpoints();
    expect(list.map(({ epoch }) => epoch)).to.deep.equal([0n, 1n, 2n, 3n, 4n, 5n]);
    for (const { epoch, height, finalHeight, signedMembers } of list.slice(0, 5)) {
      expect(signedMembers, `epoch ${epoch}`).to.equal(3);
      expect(finalHeight - height <= 3n, `epoch ${epoch}`).to.equal(true);
    }
  });

  it("proves a checkpoint to who knows the commitment only", async () => {
    const { proof } = await query(rpc, Query.Proof, { epoch: 4n });
    const { checkpoint } = await query(rpc, Query.Checkpoint, { epoch: 4n });
    const decoded = present(decodeCheckpointProof(proof), "a proof");
    const { commitment = new Uint8Array(0) } = checkpoint ?? {};
    const verified = verifyCheckpointProof(decoded, commitment);
    expect(verified).to.deep.include({ final: true, signedPower: 3_000n, totalPower: 4_000n });
  });

  it("jails who missed three that were final: it is not in the next set", async () => {
    const list = await checkpoints();
    expect(list.map(({ members }) => members)).to.deep.equal([4, 4, 4, 4, 4, 4]);
    const { memberCount, members } = await query(rpc, Query.ValidatorSet, { epoch: 6n });
    expect(memberCount).to.equal(3);
    expect(members.some(({ slot }) => slot === ABSENT)).to.equal(false);
  });

  it("takes no fee of who has its signature brought in", async () => {
    const balances = chain.users.map(async ({ address }) => {
      const { balance } = await query(rpc, BankQuery.Balance, { address, denom: "uasi" });
      return BigInt(balance?.amount ?? "0");
    });
    const [collector, ...others] = await Promise.all(balances);
    expect(others).to.deep.equal([1, 2, 3].map(() => ACCOUNT_BALANCE));
    expect(collector).to.not.equal(ACCOUNT_BALANCE);
  });
});
