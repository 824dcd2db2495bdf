/** The example application on our ABCI server runs under real CometBFT for a thousand blocks. */
import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Application } from "../../app/abci/application.ts";
import { base64, hex, utf8 } from "../../app/lib/bytes.ts";
import { ensureCometbft } from "../../cmd/setup/cometbft.mjs";
import { createLog } from "../../cmd/setup/log.mjs";
import { AbciServers, type TestServer } from "../kit/abciServer.ts";
import { Comet, initComet } from "../kit/comet.ts";
import { kvstore, kvstoreHash } from "../kit/kvstore.ts";

const BLOCKS = 1_000;
const TX_EVERY_BLOCKS = 10;
const POLL_MS = 20;

describe("the kvstore example under CometBFT", () => {
  const folder = mkdtempSync(join(tmpdir(), "comet-"));
  const servers = new AbciServers();
  const calls = new Map<string, number>();
  let server: TestServer;
  let comet: Comet;
  let sent = 0;

  /** The same application, with its calls counted. */
  function counted(app: Application): Application {
    return new Proxy(app, {
      get: (target, name: keyof Application) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return target[name];
      },
    });
  }

  async function send(tx: string): Promise<void> {
    const { code } = await comet.rpc("broadcast_tx_sync", { tx: base64(utf8(tx)) });
    expect(code).to.equal(0);
    sent += 1;
  }

  async function heightAbove(height: number): Promise<number> {
    for (;;) {
      const now = await comet.height();
      if (now > height) return now;
      await Promise.race([
        sleep(POLL_MS),
        comet.ended.then((end) => {
          throw new Error(`CometBFT ended (${end}): ${comet.output.slice(-2_000)}`);
        }),
      ]);
    }
  }

  before(async () => {
    const binary = await ensureCometbft({ log: createLog() });
    initComet(binary, folder);
    server = await servers.start({}, { application: counted(kvstore()) });
    comet = new Comet(binary, folder, server.address);
  });

  after(async () => {
    await comet?.stop();
    await servers.stop();
    servers.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`makes ${BLOCKS} blocks with transactions among them`, async () => {
    let height = 0;
    while (height < BLOCKS) {
      height = await heightAbove(height);
      if (sent * TX_EVERY_BLOCKS < height) await send(`key${sent}=value${sent}`);
    }
    expect(sent).to.be.above(10);
  });

  it("applied every transaction, and has the hash that follows from them", async () => {
    await heightAbove((await comet.height()) + 2);
    const { response } = await comet.rpc("abci_info");
    expect(JSON.parse(response.data)).to.deep.equal({ size: sent });
    expect(response.last_block_app_hash).to.equal(base64(kvstoreHash(sent)));
    const { signed_header: signed } = await comet.rpc("commit");
    expect(signed.header.app_hash.toLowerCase()).to.equal(hex(kvstoreHash(sent)));
  });

  it("answers queries through CometBFT", async () => {
    for (const i of [0, sent - 1]) {
      const { response } = await comet.rpc("abci_query", { data: hex(utf8(`key${i}`)) });
      expect(response.value).to.equal(base64(utf8(`value${i}`)));
    }
    const { code } = await comet.rpc("broadcast_tx_sync", { tx: base64(utf8("malformed")) });
    expect(code).to.equal(2);
  });

  it("was served by the methods that CometBFT's grammar names, over healthy connections", () => {
    const count = (method: string): number => calls.get(method) ?? 0;
    expect(count("initChain")).to.equal(1);
    expect(count("finalizeBlock")).to.be.at.least(BLOCKS);
    expect(count("commit")).to.be.within(count("finalizeBlock") - 1, count("finalizeBlock"));
    for (const method of ["prepareProposal", "processProposal"]) {
      expect(count(method), method).to.be.at.least(BLOCKS);
    }
    expect(count("checkTx")).to.be.at.least(sent);
    expect(server.lines).to.deep.equal([]);
    expect(server.fatal).to.deep.equal([]);
  });
});
