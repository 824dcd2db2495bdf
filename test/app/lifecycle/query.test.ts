/** Queries: declared paths, simulation, proofs, past heights, and answers to nonsense. */
import { expect } from "chai";
import { anyOf, simulationTx } from "../../../app/client/sign.ts";
import { equalBytes, utf8 } from "../../../app/lib/bytes.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Query as AuthQuery } from "../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import { Query as BankQuery } from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { SimulateRequest, SimulateResponse } from "../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import { RequestQuery, type ResponseQuery } from "../../../proto/gen/tendermint/abci/types.ts";
import { ACCOUNT_BALANCE, createChain, type TestChain, testSigner } from "../../kit/chain.ts";

const SIMULATE = "/cosmos.tx.v1beta1.Service/Simulate";

function ask(chain: TestChain, request: Partial<RequestQuery>): ResponseQuery {
  return chain.app().query(RequestQuery.create(request));
}

function users(chain: TestChain) {
  const [a, b] = chain.users;
  if (a === undefined || b === undefined) throw new Error("users");
  const amount = [{ denom: "uasi", amount: "7" }];
  const message = anyOf(MsgSend, { fromAddress: a.address, toAddress: b.address, amount });
  return { a, b, message };
}

describe("a query", () => {
  const REFUSED: readonly (readonly [string, number, Partial<RequestQuery>])[] = [
    ["an unknown path", 6, { path: "/no.such.Query/Method" }],
    ["an empty path", 6, { path: "" }],
    ["an unknown store", 6, { path: "/store/nothing/key" }],
    ["a request that does not decode", 18, { path: BankQuery.Balance.path, data: utf8("xx") }],
    ["a height that is not kept", 26, { path: BankQuery.TotalSupply.path, height: 999n }],
    ["a negative height", 26, { path: BankQuery.TotalSupply.path, height: -5n }],
    [
      "garbage to simulate",
      2,
      { path: SIMULATE, data: SimulateRequest.encode({ tx: undefined, txBytes: utf8("x") }) },
    ],
  ];
  for (const [what, code, request] of REFUSED) {
    it(`is answered with a code: ${what}`, () => {
      const chain = createChain({ resourceNodes: 1 });
      chain.mock.block();
      const answer = ask(chain, request);
      expect(answer.code, answer.log).to.equal(code);
      expect(answer.height === 0n).to.equal(false);
    });
  }

  it("is answered at a past height as the state was then", () => {
    const chain = createChain({ resourceNodes: 1 });
    const { a, b, message } = users(chain);
    chain.mock.block();
    chain.mock.broadcast(chain.sign(a, [message]));
    chain.mock.run(2);
    const data = BankQuery.Balance.request.encode({ address: b.address, denom: "uasi" });
    const at = (height: bigint) =>
      BankQuery.Balance.response.decode(
        ask(chain, { path: BankQuery.Balance.path, data, height }).value,
      ).balance?.amount;
    expect(at(1n)).to.equal(`${ACCOUNT_BALANCE}`);
    expect(at(2n)).to.equal(`${ACCOUNT_BALANCE + 7n}`);
    expect(at(0n)).to.equal(`${ACCOUNT_BALANCE + 7n}`);
  });

  it("says NotFound of an unknown account in the words that cosmjs looks for", () => {
    const chain = createChain({ resourceNodes: 1 });
    chain.mock.block();
    const data = AuthQuery.Account.request.encode({ address: testSigner("stranger").address });
    const answer = ask(chain, { path: AuthQuery.Account.path, data });
    expect(answer.code).to.not.equal(0);
    expect(answer.log).to.include("rpc error: code = NotFound");
  });

  it("proves a key, and the absence of another, in two steps", () => {
    const chain = createChain({ resourceNodes: 1 });
    chain.mock.run(3);
    const { value } = chain.app().host.store.latest().iterate("bank", {}).next();
    const [key, stored] = value as readonly [Uint8Array, Uint8Array];
    const found = ask(chain, { path: "/store/bank/key", data: key, prove: true });
    expect(equalBytes(found.value, stored)).to.equal(true);
    expect(found.proofOps?.ops.map(({ type }) => type)).to.deep.equal([
      "ics23:iavl",
      "ics23:simple",
    ]);
    const absent = ask(chain, { path: "/store/bank/key", data: utf8("absent"), prove: true });
    expect(absent.value).to.have.length(0);
    expect(absent.proofOps?.ops).to.have.length(2);
  });

  it("simulates a transaction with one empty signature, and changes nothing", () => {
    const chain = createChain({ resourceNodes: 1 });
    const { a, b, message } = users(chain);
    chain.mock.block();
    const txBytes = simulationTx(a.publicKey, { messages: [message], gasLimit: 0n, fee: 0n }, 0n);
    const answer = ask(chain, {
      path: SIMULATE,
      data: SimulateRequest.encode({ tx: undefined, txBytes }),
    });
    expect(answer.code, answer.log).to.equal(0);
    const { gasInfo } = SimulateResponse.decode(answer.value);
    const used = gasInfo?.gasUsed ?? 0n;
    expect(used > 0n).to.equal(true);
    // What was simulated is enough for the signed transaction, with the usual factor.
    const signed = chain.sign(a, [message], { gasLimit: (used * 14n) / 10n });
    expect(chain.mock.broadcast(signed).code).to.equal(0);
    expect(b.address).to.not.equal(a.address);
  });

  it("answers the peer filter and the version", () => {
    const chain = createChain({ resourceNodes: 1 });
    chain.mock.block();
    expect(ask(chain, { path: "/p2p/filter/addr/1.2.3.4:5" }).code).to.equal(0);
    expect(ask(chain, { path: "/app/version" }).value.length).to.be.greaterThan(0);
  });
});
