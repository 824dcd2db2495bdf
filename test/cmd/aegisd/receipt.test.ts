/** `aegisd receipt` and `aegisd verify-receipt`, with a node that answers as CometBFT does. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { headerHash } from "../../../app/client/light/hash.ts";
import { headerTimeText } from "../../../app/client/receipt/header.ts";
import type { LightBlock } from "../../../app/client/light/types.ts";
import { base64, fromHex, hex } from "../../../app/lib/bytes.ts";
import { buildModules } from "../../../app/modules.ts";
import { EXIT } from "../../../cmd/aegisd/exit.ts";
import { runProgram } from "../../../cmd/aegisd/program.ts";
import { RequestQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import type { BlockID, Header } from "../../../proto/gen/tendermint/types/types.ts";
import { type FakeComet, fakeComet } from "../../app/client/fakeComet.ts";
import { temporaryFolder } from "../../app/store/kit.ts";
import { answeredChain, blockOf, TRUST } from "../../kit/receipts.ts";
import { fakeIo } from "./fakeIo.ts";

const { modules } = buildModules().manager;
const NOW = new Date(TRUST.nowMs).toISOString();

function upper(bytes: Uint8Array): string {
  return hex(bytes).toUpperCase();
}

function blockIdJson(id: BlockID | undefined): unknown {
  const { total, hash } = id?.partSetHeader ?? { total: 0, hash: new Uint8Array(0) };
  return { hash: upper(id?.hash ?? new Uint8Array(0)), parts: { total, hash: upper(hash) } };
}

function headerJson(header: Header): unknown {
  return {
    // An application version of 0 is left out.
    version: { block: `${header.version?.block}`, app: `${header.version?.app}` },
    chain_id: header.chainId,
    height: `${header.height}`,
    time: headerTimeText(header.time ?? { seconds: 0n, nanos: 0 }),
    last_block_id: blockIdJson(header.lastBlockId),
    last_commit_hash: upper(header.lastCommitHash),
    data_hash: upper(header.dataHash),
    validators_hash: upper(header.validatorsHash),
    next_validators_hash: upper(header.nextValidatorsHash),
    consensus_hash: upper(header.consensusHash),
    app_hash: upper(header.appHash),
    last_results_hash: upper(header.lastResultsHash),
    evidence_hash: upper(header.evidenceHash),
    proposer_address: upper(header.proposerAddress),
  };
}

function commitJson({ header, commit }: LightBlock): unknown {
  const signatures = commit.signatures.map((one) => ({
    block_id_flag: one.blockIdFlag,
    validator_address: upper(one.validatorAddress),
    timestamp: headerTimeText(one.timestamp ?? { seconds: 0n, nanos: 0 }),
    signature: base64(one.signature),
  }));
  const { height, round, blockId } = commit;
  return {
    signed_header: {
      header: headerJson(header),
      commit: { height: `${height}`, round, block_id: blockIdJson(blockId), signatures },
    },
    canonical: true,
  };
}

describe("aegisd receipt and verify-receipt", () => {
  const answered = answeredChain();
  const { chain, tasks } = answered;
  const folder = temporaryFolder();
  const file = join(folder.path, "receipt.json");
  let comet: FakeComet;

  before(async () => {
    comet = await fakeComet({
      status: () => statusJson(chain.mock.height),
      abci_query: ({ path = "", data = "", height = "0", prove }) => {
        const asked = { path, data: fromHex(data), height: BigInt(height), prove: Boolean(prove) };
        const answer = chain.app().query(RequestQuery.create(asked));
        const ops = answer.proofOps?.ops.map(({ type, key, data: proof }) => {
          return { type, key: base64(key), data: base64(proof) };
        });
        const { code, log, value } = answer;
        const proofOps = ops && { ops };
        return { response: { code, log, value: base64(value), height: `${height}`, proofOps } };
      },
      commit: ({ height = "0" }) => commitJson(blockOf(chain, BigInt(height))),
      validators: ({ height = "0", page = "1" }) => {
        const { validators } = blockOf(chain, BigInt(height));
        const all = validators.map(({ publicKey, power }) => ({
          pub_key: { type: "tendermint/PubKeyEd25519", value: base64(publicKey) },
          voting_power: `${power}`,
        }));
        // A page of a size that asks for another one.
        const from = (Number(page) - 1) * 3;
        return { validators: all.slice(from, from + 3), total: `${all.length}` };
      },
    });
  });
  after(async () => {
    await comet.close();
    folder.remove();
  });

  async function run(
    ...argv: readonly string[]
  ): Promise<[code: number, out: string, err: string]> {
    const io = fakeIo();
    const code = await runProgram(io, modules, argv);
    return [code, io.written.out, io.written.err];
  }

  const verify = (...argv: readonly string[]): Promise<[number, string, string]> =>
    run("verify-receipt", file, "--trust", hex(TRUST.trust), "--now", NOW, ...argv);

  it("writes a receipt that it takes by itself", async () => {
    const task = hex(tasks[0]);
    const [code, , said] = await run("receipt", task, "--out", file, "--node", comet.url);
    expect(code, said).to.equal(EXIT.ok);
    expect(said).to.match(/^\d+ bytes in /);
    const [verified, text, complaint] = await verify();
    expect(verified, complaint).to.equal(EXIT.ok);
    expect(text).to.include("valid: true").and.include("answer: Four.");
    expect(text).to.include("prompt, user: What is two plus two?");
    const [, json] = await verify("-o", "json", "--chain-id", "aegis-test-1");
    const { valid, facts } = JSON.parse(json);
    expect(valid).to.equal(true);
    expect(facts.task).to.include({ taskHash: task, state: "FINAL" });
    expect(facts.header.hash).to.equal(
      hex(headerHash(blockOf(chain, chain.mock.height - 1n).header)),
    );
    const [, printed] = await run("receipt", task, "--node", comet.url);
    expect(printed).to.equal(readFileSync(file, "utf8"));
  });

  it("says with 1 and a code why a receipt proves nothing", async () => {
    const [code, , said] = await verify("--chain-id", "aegis-2");
    expect(code).to.equal(EXIT.failure);
    expect(said).to.include("the receipt proves nothing").and.include("[other_chain]");
    const late = ["--now", "2026-03-01T00:00:00Z"];
    expect((await verify(...late))[2]).to.include("[expired]");
    expect((await verify(...late, "--trusting-period", "90"))[0]).to.equal(EXIT.ok);
    const [refused, json] = await verify("--chain-id", "aegis-2", "-o", "json");
    expect(refused).to.equal(EXIT.failure);
    expect(JSON.parse(json)).to.include({ valid: false, fault: "other_chain" });
    const damaged = join(folder.path, "damaged.json");
    writeFileSync(damaged, readFileSync(file, "utf8").replace('"task": "', '"task": "0'));
    const [, , why] = await run("verify-receipt", damaged, "--trust", hex(TRUST.trust));
    expect(why).to.include("[malformed]");
  });

  it("tells wrong command lines, unknown tasks and silent nodes apart", async () => {
    const node = ["--node", comet.url];
    expect((await run("receipt", "12", ...node))[0]).to.equal(EXIT.usage);
    const [code, , said] = await run("receipt", "00".repeat(32), ...node);
    expect(code).to.equal(EXIT.failure);
    expect(said).to.include("no task 0000");
    const silent = await run("receipt", "00".repeat(32), "--node", "http://127.0.0.1:9");
    expect(silent[0]).to.equal(EXIT.unreachable);
    const nowhere = join(folder.path, "no", "folder");
    const unwritable = await run("receipt", hex(tasks[1]), "--out", nowhere, ...node);
    expect(unwritable[2]).to.include("cannot write");
    expect((await run("verify-receipt", file))[0]).to.equal(EXIT.usage);
    expect((await run("verify-receipt", file, "--trust", "12"))[0]).to.equal(EXIT.usage);
    expect((await verify("--now", "yesterday"))[0]).to.equal(EXIT.usage);
    expect((await verify("--trusting-period", "0"))[0]).to.equal(EXIT.usage);
    const missing = await run("verify-receipt", nowhere, "--trust", hex(TRUST.trust));
    expect(missing[2]).to.include("cannot read");
  });
});

function statusJson(height: bigint): unknown {
  const key = { type: "tendermint/PubKeyEd25519", value: base64(new Uint8Array(32)) };
  const hash = "00".repeat(32);
  const time = "2026-01-01T00:00:00Z";
  return {
    node_info: {
      protocol_version: { p2p: "8", block: "11", app: "1" },
      ...{ id: "00".repeat(20), listen_addr: "tcp", network: "aegis-test-1", version: "0.38.25" },
      ...{ channels: "40", moniker: "a", other: { tx_index: "on", rpc_address: "tcp" } },
    },
    sync_info: {
      ...{ latest_block_hash: hash, latest_app_hash: hash, latest_block_height: `${height}` },
      ...{ latest_block_time: time, catching_up: false },
    },
    validator_info: { address: "00".repeat(20), pub_key: key, voting_power: "1" },
  };
}
