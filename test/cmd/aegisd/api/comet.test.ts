/** CometBFT's JSON of blocks → messages, evidence of both kinds too. */
import { expect } from "chai";
import { type BlockJson, blockOf } from "../../../../cmd/aegisd/api/services/comet.ts";
import { Block } from "../../../../proto/gen/tendermint/types/block.ts";

const HASH = "0A".repeat(32);
const ADDRESS = "0B".repeat(20);
const TIME = "2026-01-02T03:04:05.5Z";
const ID = { hash: HASH, parts: { total: 1, hash: HASH } };
const HASHES = [
  ...["last_commit_hash", "data_hash", "validators_hash", "next_validators_hash"],
  ...["consensus_hash", "app_hash", "last_results_hash", "evidence_hash"],
];
const HEADER = {
  version: { block: "11" },
  chain_id: "aegis-test-1",
  height: "7",
  time: TIME,
  last_block_id: { hash: "", parts: { total: 0, hash: "" } },
  ...Object.fromEntries(HASHES.map((name) => [name, HASH])),
  proposer_address: ADDRESS,
};
const COMMIT = {
  height: "6",
  round: 1,
  block_id: ID,
  signatures: [
    { block_id_flag: 2, validator_address: ADDRESS, timestamp: TIME, signature: "AQID" },
    {
      block_id_flag: 1,
      validator_address: "",
      timestamp: "0001-01-01T00:00:00Z",
      signature: null,
    },
  ],
};
const VOTE = {
  type: 2,
  height: "5",
  round: 0,
  block_id: ID,
  timestamp: TIME,
  validator_address: ADDRESS,
  validator_index: 3,
  signature: "AQID",
};
const VALIDATOR = {
  address: ADDRESS,
  pub_key: { type: "tendermint/PubKeyEd25519", value: "AQID" },
  voting_power: "1",
  proposer_priority: "-1",
};
const BLOCK = {
  block_id: ID,
  block: {
    header: HEADER,
    data: { txs: null },
    evidence: {
      evidence: [
        {
          type: "tendermint/DuplicateVoteEvidence",
          value: {
            vote_a: VOTE,
            vote_b: { ...VOTE, signature: null },
            TotalVotingPower: "4",
            ValidatorPower: "1",
            Timestamp: TIME,
          },
        },
        {
          type: "tendermint/LightClientAttackEvidence",
          value: {
            ConflictingBlock: {
              signed_header: { header: HEADER, commit: COMMIT },
              validator_set: { validators: [VALIDATOR] },
            },
            CommonHeight: "3",
            ByzantineValidators: [VALIDATOR],
            TotalVotingPower: "4",
            Timestamp: TIME,
          },
        },
      ],
    },
    last_commit: COMMIT,
  },
};

describe("a block of CometBFT", () => {
  it("becomes a message that the wire can carry, with nothing lost", () => {
    const block = blockOf(BLOCK as unknown as BlockJson);
    expect(Block.decode(Block.encode(block))).to.deep.equal(block);
    const json = JSON.stringify(Block.toJson(block));
    expect(json).to.contain('"proposer_priority":"-1"');
    expect(json).to.contain('"block_id_flag":"BLOCK_ID_FLAG_ABSENT"');
    expect(json).to.contain('"timestamp":"0001-01-01T00:00:00Z"');
    expect(json).to.contain('"type":"SIGNED_MSG_TYPE_PRECOMMIT"');
    expect(json).to.contain('"common_height":"3"');
  });

  it("may have no commit before it and no transactions", () => {
    const first = { ...BLOCK.block, last_commit: null, evidence: { evidence: null } };
    const block = blockOf({ ...BLOCK, block: first } as unknown as BlockJson);
    expect(block.lastCommit).to.equal(undefined);
    expect(block.data?.txs).to.deep.equal([]);
  });
});
