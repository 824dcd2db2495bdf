/** Transactions whose place and result are proven, and nodes that lie about them. */
import { expect } from "chai";
import { ProofError } from "../../../../app/client/ics23Bytes.ts";
import { LightClient } from "../../../../app/client/light/client.ts";
import { headerHash, merkleRoot } from "../../../../app/client/light/hash.ts";
import { provenRpc } from "../../../../app/client/light/provenRpc.ts";
import type { RpcCall } from "../../../../app/client/light/provider.ts";
import { encodeLightBlock, type LightBlock } from "../../../../app/client/light/types.ts";
import { httpRpc, type IncludedTx, type Rpc } from "../../../../app/client/rpc.ts";
import { base64, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { ExecTxResult } from "../../../../proto/gen/tendermint/abci/types.ts";
import {
  FIRST_SECOND,
  headerWith,
  signedBlock,
  signingValidators,
} from "../../../kit/lightBlocks.ts";

const HEIGHT = 3n;
const LATEST = 5n;
const VALIDATORS = signingValidators("validator", [10n, 10n, 10n, 10n]);
const TXS = [utf8("beacon"), utf8("mine"), utf8("another")];
const RESULTS = [
  ExecTxResult.create({ data: utf8("") }),
  ExecTxResult.create({ code: 0, data: utf8("items"), gasWanted: 90n, gasUsed: 80n }),
  ExecTxResult.create({ code: 5, gasWanted: 7n, gasUsed: 7n }),
];

const blocks: readonly LightBlock[] = chainOfBlocks();
const [trusted] = blocks;

function chainOfBlocks(): LightBlock[] {
  const made: LightBlock[] = [];
  for (let height = 1n; height <= LATEST; height += 1n) {
    const before = made.at(-1)?.commit.blockId;
    const txs = height === HEIGHT ? TXS : [];
    const results = height === HEIGHT + 1n ? RESULTS : [];
    const header = headerWith(VALIDATORS, {
      height,
      ...(before !== undefined && { lastBlockId: before }),
      dataHash: merkleRoot(txs.map(sha256)),
      lastResultsHash: merkleRoot(results.map((one) => ExecTxResult.encode(one))),
    });
    made.push(signedBlock(header, VALIDATORS));
  }
  return made;
}

/** What the node says, for a test to change. */
interface Said {
  txs: readonly Uint8Array[];
  results: readonly ExecTxResult[];
  found: Partial<IncludedTx>;
  trust: LightBlock | undefined;
}

const honest: Said = { txs: TXS, results: RESULTS, found: {}, trust: trusted };
const refused: string[] = [];

function rpcOf(said: Said): Rpc {
  const call: RpcCall = async (method, { height }) => {
    expect(height).to.equal(`${said.found.height ?? HEIGHT}`);
    if (method === "block") return { block: { data: { txs: said.txs.map(base64) } } };
    const txsResults = said.results.map(({ code, data, gasWanted, gasUsed }) => ({
      ...{ code, data: data.length === 0 ? null : base64(data), log: "any", codespace: "any" },
      ...{ gas_wanted: `${gasWanted}`, gas_used: `${gasUsed}` },
    }));
    return { txs_results: txsResults };
  };
  const { header } = said.trust as LightBlock;
  const start = () =>
    LightClient.start({
      chainId: "aegis-test-1",
      primary: {
        url: "node",
        latestHeight: async () => LATEST,
        lightBlock: async (height) => encodeLightBlock(blocks[Number(height) - 1] as LightBlock),
      },
      witnesses: [],
      trust: { height: header.height, hash: headerHash(header) },
      trustingPeriodMs: 86_400_000,
      nowMs: () => Number(FIRST_SECOND + LATEST) * 1_000 + 1_000,
    });
  const found = {
    ...{ hash: "", height: Number(HEIGHT), code: 9, codespace: "sdk", log: "" },
    ...{ data: utf8("lie"), gasWanted: 1n, gasUsed: 1n, events: [], bytes: utf8("lie") },
    ...said.found,
  };
  const rpc = { ...httpRpc("http://127.0.0.1:1"), tx: async () => found };
  const onRefused = ({ message }: Error): void => void refused.push(message);
  return provenRpc({ rpc, call, start, onRefused });
}

async function refusal(said: Partial<Said>): Promise<string> {
  refused.length = 0;
  const rpc = rpcOf({ ...honest, ...said });
  const error = await rpc.tx(sha256(TXS[1] as Uint8Array)).catch((thrown: unknown) => thrown);
  expect(error).to.be.instanceOf(ProofError);
  const { message } = error as ProofError;
  expect(refused).to.deep.equal([message]);
  return message;
}

describe("a transaction on proven headers", () => {
  it("has the result that the chain has, whatever the node's index says", async () => {
    for (const trust of [trusted, blocks[4]]) {
      const found = await rpcOf({ ...honest, trust }).tx(sha256(TXS[1] as Uint8Array));
      expect(found?.code).to.equal(0);
      expect(found?.data).to.deep.equal(utf8("items"));
      expect(found?.bytes).to.deep.equal(TXS[1]);
      expect([found?.gasWanted, found?.gasUsed]).to.deep.equal([90n, 80n]);
      const failed = await rpcOf({ ...honest, trust }).tx(sha256(TXS[2] as Uint8Array));
      expect(failed?.code).to.equal(5);
    }
  });

  it("is not believed when block, result or place are not the chain's", async () => {
    const [first, second, third] = RESULTS as [ExecTxResult, ExecTxResult, ExecTxResult];
    const otherTxs = "the transactions are not those of the block";
    const otherResults = "the results are not those of the block";
    expect(await refusal({ txs: TXS.slice(0, 2) })).to.equal(otherTxs);
    expect(await refusal({ txs: [...TXS].reverse() })).to.equal(otherTxs);
    expect(await refusal({ txs: [] })).to.equal(otherTxs);
    const code = [first, { ...second, code: 6 }, third];
    expect(await refusal({ results: code })).to.equal(otherResults);
    const data = [first, { ...second, data: utf8("other") }, third];
    expect(await refusal({ results: data })).to.equal(otherResults);
    const gas = [first, { ...second, gasUsed: 81n }, third];
    expect(await refusal({ results: gas })).to.equal(otherResults);
    expect(await refusal({ results: [second, first, third] })).to.equal(otherResults);
    const elsewhere = { txs: [], results: [], found: { height: 2 } };
    expect(await refusal(elsewhere)).to.equal("the block does not have the transaction");
  });

  it("is refused with the name of the fault when the answer is no block", async () => {
    const nonsense = Number.NaN as never;
    const results = [{ ...(RESULTS[0] as ExecTxResult), gasUsed: nonsense }];
    expect(await refusal({ results })).to.equal("the node's answer is no block");
  });
});
