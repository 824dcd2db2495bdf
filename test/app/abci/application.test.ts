/** The defaults of an application are ones that CometBFT can live with. */
import { expect } from "chai";
import { baseApplication } from "../../../app/abci/application.ts";
import {
  RequestFinalizeBlock,
  RequestPrepareProposal,
  RequestProcessProposal,
  RequestVerifyVoteExtension,
  ResponseProcessProposalProposalStatus,
  ResponseVerifyVoteExtensionVerifyStatus,
} from "../../../proto/gen/tendermint/abci/types.ts";

const TXS = [new Uint8Array(10), new Uint8Array(20), new Uint8Array(30)];

describe("baseApplication", () => {
  const app = baseApplication();

  it("gives one result for each transaction", () => {
    const { txResults } = app.finalizeBlock(RequestFinalizeBlock.create({ txs: TXS }));
    expect(txResults.map((result) => result.code)).to.deep.equal([0, 0, 0]);
  });

  it("proposes the transactions that surely fit, in order", () => {
    const proposed = (maxTxBytes: bigint): number =>
      app.prepareProposal(RequestPrepareProposal.create({ txs: TXS, maxTxBytes })).txs.length;
    expect(proposed(78n)).to.equal(3);
    expect(proposed(77n)).to.equal(2);
    expect(proposed(16n)).to.equal(1);
    expect(proposed(15n)).to.equal(0);
  });

  it("accepts proposals and vote extensions", () => {
    expect(app.processProposal(RequestProcessProposal.create()).status).to.equal(
      ResponseProcessProposalProposalStatus.ACCEPT,
    );
    expect(app.verifyVoteExtension(RequestVerifyVoteExtension.create()).status).to.equal(
      ResponseVerifyVoteExtensionVerifyStatus.ACCEPT,
    );
  });
});
