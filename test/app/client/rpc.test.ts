/** The RPC client against a node that answers, refuses, talks nonsense or says nothing. */
import { createServer } from "node:http";
import { expect } from "chai";
import { broadcast, TxFailure, TxTimeout, waitForTx } from "../../../app/client/broadcast.ts";
import { query, QueryError } from "../../../app/client/query.ts";
import { httpRpc, RpcError } from "../../../app/client/rpc.ts";
import { base64, hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import {
  Query,
  QueryBalanceRequest,
  QueryBalanceResponse,
} from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { type FakeComet, FakeRpcError, fakeComet, type Method } from "./fakeComet.ts";

const TX = utf8("a transaction");
const HASH = hex(sha256(TX)).toUpperCase();

async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.fail("it was let through"),
    (error: Error) => error,
  );
}

describe("httpRpc", () => {
  let comet: FakeComet | undefined;
  const serve = async (methods: Readonly<Record<string, Method>>): Promise<FakeComet> => {
    comet = await fakeComet(methods);
    return comet;
  };
  afterEach(async () => {
    await comet?.close();
    comet = undefined;
  });

  const checked = (code: number, log = "") => ({
    code,
    data: "",
    log,
    codespace: code === 0 ? "" : "sdk",
    hash: HASH,
  });
  const included = (code: number) => ({
    hash: HASH,
    height: "7",
    index: 0,
    tx_result: {
      code,
      data: "AQI=",
      log: code === 0 ? "" : "out of gas",
      codespace: code === 0 ? "" : "sdk",
      gas_wanted: "9",
      gas_used: "8",
      events: [{ type: "tx", attributes: [{ key: "fee", value: "5uasi", index: true }] }],
    },
    tx: base64(TX),
  });

  it("says in one line that nobody listens", async () => {
    const error = await failure(httpRpc("http://127.0.0.1:1").status());
    expect(error).to.be.instanceOf(RpcError);
    expect(error.message).to.match(/^status at http:\/\/127\.0\.0\.1:1 failed: /);
    expect(error.message).not.to.contain("\n");
  });

  it("says that it was not answered in time", async () => {
    const { url } = await serve({ status: () => undefined });
    const error = await failure(httpRpc(url, 50).status());
    expect(error).to.be.instanceOf(RpcError);
    expect(error.message).to.contain("no answer in 50 ms");
  });

  it("refuses what is not CometBFT's answer", async () => {
    const server = createServer((_request, response) => response.end("<html>hello</html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    try {
      const error = await failure(httpRpc(`http://127.0.0.1:${port}`).status());
      expect(error).to.be.instanceOf(RpcError);
    } finally {
      server.close();
    }
  });

  it("takes a tcp:// address as CometBFT writes it", () => {
    expect(httpRpc("tcp://127.0.0.1:5").url).to.equal("http://127.0.0.1:5");
  });

  it("finds a transaction, or knows that it is not there", async () => {
    const { url } = await serve({ tx: () => included(0) });
    const found = await httpRpc(url).tx(sha256(TX));
    expect(found).to.deep.include({ hash: HASH, height: 7, code: 0, gasWanted: 9n, gasUsed: 8n });
    expect(found?.events).to.deep.equal([
      { type: "tx", attributes: [{ key: "fee", value: "5uasi", index: false }] },
    ]);
    await comet?.close();
    const missing = await serve({
      tx: () => {
        throw new FakeRpcError(`tx (${HASH}) not found`);
      },
    });
    expect(await httpRpc(missing.url).tx(sha256(TX))).to.equal(undefined);
  });

  describe("query", () => {
    const answer = (code: number, value: Uint8Array) => ({
      response: {
        code,
        codespace: code === 0 ? "" : "bank",
        log: code === 0 ? "" : "no such thing",
        info: "",
        index: "0",
        key: null,
        value: base64(value),
        proofOps: null,
        height: "3",
      },
    });

    it("sends the request's bytes to the method's path, and decodes the answer", async () => {
      const balance = { denom: "uasi", amount: "5" };
      const { url, calls } = await serve({
        abci_query: () => answer(0, QueryBalanceResponse.encode({ balance })),
      });
      const request = { address: "a", denom: "uasi" };
      expect(await query(httpRpc(url), Query.Balance, request, 3)).to.deep.equal({ balance });
      expect(calls[0]?.params).to.include({
        path: "/cosmos.bank.v1beta1.Query/Balance",
        data: hex(QueryBalanceRequest.encode(request)),
        height: "3",
      });
    });

    it("throws the codespace and code of a refusal", async () => {
      const { url } = await serve({ abci_query: () => answer(4, new Uint8Array(0)) });
      const error = await failure(query(httpRpc(url), Query.Balance, {}));
      expect(error).to.be.instanceOf(QueryError);
      expect(error).to.include({ codespace: "bank", code: 4, message: "no such thing" });
    });
  });

  describe("broadcast", () => {
    it("gives the hash of what was accepted", async () => {
      const { url } = await serve({ broadcast_tx_sync: () => checked(0) });
      expect(await broadcast(httpRpc(url), TX)).to.deep.equal({ hash: HASH });
    });

    it("throws the code of a refusal", async () => {
      const { url } = await serve({ broadcast_tx_sync: () => checked(32, "wrong sequence") });
      const error = await failure(broadcast(httpRpc(url), TX));
      expect(error).to.be.instanceOf(TxFailure);
      expect(error).to.include({ codespace: "sdk", code: 32, hash: HASH });
    });

    it("takes a transaction that the mempool has already for accepted", async () => {
      const { url } = await serve({
        broadcast_tx_sync: () => {
          throw new FakeRpcError("tx already exists in cache");
        },
      });
      expect(await broadcast(httpRpc(url), TX)).to.deep.equal({ hash: HASH });
    });

    it("does not take another fault of the mempool for accepted", async () => {
      const { url } = await serve({
        broadcast_tx_sync: () => {
          throw new FakeRpcError("mempool is full");
        },
      });
      expect(await failure(broadcast(httpRpc(url), TX))).to.be.instanceOf(RpcError);
    });
  });

  describe("waitForTx", () => {
    it("waits until a block has it", async () => {
      let asked = 0;
      const { url } = await serve({
        tx: () => {
          asked += 1;
          if (asked < 3) throw new FakeRpcError("tx not found");
          return included(0);
        },
      });
      expect((await waitForTx(httpRpc(url), HASH)).height).to.equal(7);
      expect(asked).to.equal(3);
    });

    it("throws the code with which it failed in its block", async () => {
      const { url } = await serve({ tx: () => included(11) });
      const error = await failure(waitForTx(httpRpc(url), HASH));
      expect(error).to.be.instanceOf(TxFailure);
      expect(error).to.include({ code: 11 });
    });

    it("gives up in the end, without a verdict", async () => {
      const { url } = await serve({
        tx: () => {
          throw new FakeRpcError("tx not found");
        },
      });
      expect(await failure(waitForTx(httpRpc(url), HASH, 1))).to.be.instanceOf(TxTimeout);
    });
  });
});
