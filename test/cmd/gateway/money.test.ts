/** Keys, wallets, limits and refunds of the gateway. */
import { Secp256k1HdWallet, serializeSignDoc } from "@cosmjs/amino";
import { expect } from "chai";
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { base64, hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { arbitraryDigest, isSignedBy } from "../../../cmd/aegis-gateway/money/walletSignature.ts";
import { FAKE_MODEL, FAKE_PRICE } from "../../kit/fakeAegis.ts";
import { type Json, post, type TestGateway, testGateway } from "../../kit/gateway.ts";

const CHAT = "/v1/chat/completions";
const body = { model: FAKE_MODEL.id, messages: [{ role: "user", content: "Hi" }] };

/** A challenge of the gateway, signed by `signer`. */
async function signed(
  { server }: TestGateway,
  signer: Signer,
  fields: Readonly<Record<string, string>>,
): Promise<Json> {
  const query = new URLSearchParams({ address: signer.address, ...fields });
  const { nonce, text } = (await server.inject(`/v1/aegis/challenge?${query}`)).json();
  const { action: _, ...rest } = fields;
  return {
    ...rest,
    address: signer.address,
    nonce,
    pub_key: base64(signer.publicKey),
    signature: base64(signer.sign(arbitraryDigest(signer.address, text))),
  };
}

describe("aegis-gateway: ADR-36", () => {
  it("is what wallets sign with signArbitrary", async () => {
    const wallet = await Secp256k1HdWallet.generate(12, { prefix: "aegis" });
    const [account] = await wallet.getAccounts();
    if (account === undefined) throw new Error("a wallet has an account");
    const text = "Make an API key.\nNonce: 1";
    const document = {
      chain_id: "",
      account_number: "0",
      sequence: "0",
      fee: { gas: "0", amount: [] },
      msgs: [
        {
          type: "sign/MsgSignData",
          value: { signer: account.address, data: base64(utf8(text)) },
        },
      ],
      memo: "",
    };
    expect(hex(sha256(serializeSignDoc(document)))).to.equal(
      hex(arbitraryDigest(account.address, text)),
    );
    const { signature } = await wallet.signAmino(account.address, document);
    const bytes = Buffer.from(signature.signature, "base64");
    expect(isSignedBy(account.address, text, account.pubkey, bytes)).to.equal(true);
    expect(isSignedBy(account.address, `${text}!`, account.pubkey, bytes)).to.equal(false);
  });
});

describe("aegis-gateway: money and access", () => {
  let gateway: TestGateway;
  const wallet = keySigner(new Uint8Array(32).fill(77));
  const other = keySigner(new Uint8Array(32).fill(78));

  beforeEach(async () => {
    gateway = await testGateway();
  });
  afterEach(() => gateway.close());

  const newKey = async (fields: Record<string, string> = {}): Promise<Json> => {
    const asked = await signed(gateway, wallet, { action: "create_key", ...fields });
    return post(gateway, "/v1/aegis/keys", asked);
  };

  it("makes a key for a wallet, which then spends from the wallet's own account", async () => {
    const { status, json } = await newKey({ name: "laptop", spending_limit: "20000" });
    expect(status).to.equal(201);
    expect(json.api_key).to.match(/^sk-aegis-[\w-]{43}$/);
    expect(json.deposit_address).to.equal(gateway.chain.accountOf(wallet.address));
    const answer = await post({ ...gateway, apiKey: json.api_key }, CHAT, body);
    expect(answer.status).to.equal(200);
    expect(gateway.journal.requests.ofTask(answer.json.aegis.task)?.account).to.equal(
      json.deposit_address,
    );
  });

  it("takes a challenge once, in time, for what it says, from who signed it", async () => {
    const asked = await signed(gateway, wallet, { action: "create_key" });
    expect((await post(gateway, "/v1/aegis/keys", asked)).status).to.equal(201);
    const again = await post(gateway, "/v1/aegis/keys", asked);
    expect([again.status, again.json.error.code]).to.deep.equal([401, "invalid_signature"]);
    const late = await signed(gateway, wallet, { action: "create_key" });
    gateway.clock.ms += 6 * 60_000;
    expect((await post(gateway, "/v1/aegis/keys", late)).status).to.equal(401);
    const limited = await signed(gateway, wallet, { action: "create_key", spending_limit: "5" });
    const raised = { ...limited, spending_limit: "500000" };
    expect((await post(gateway, "/v1/aegis/keys", raised)).status).to.equal(401);
    const foreign = await signed(gateway, wallet, { action: "create_key" });
    const stolen = { ...foreign, pub_key: base64(other.publicKey) };
    expect((await post(gateway, "/v1/aegis/keys", stolen)).status).to.equal(401);
    const withdrawal = await signed(gateway, wallet, { action: "withdraw", amount: "all" });
    expect((await post(gateway, "/v1/aegis/keys", withdrawal)).status).to.equal(401);
  });

  it("stores a key's hash only, and logs neither key nor prompt", async () => {
    const { json } = await newKey();
    await post({ ...gateway, apiKey: json.api_key }, CHAT, body);
    const [stored] = gateway.journal.keys.list(wallet.address);
    expect(hex(stored?.hash ?? new Uint8Array(0))).to.equal(hex(sha256(utf8(json.api_key))));
    const all = gateway.logged.join("\n");
    expect(all).to.not.include(json.api_key).and.not.include('"Hi"');
  });

  it("revokes: a key itself, and a wallet any of its own", async () => {
    const { json } = await newKey();
    const foreign = await post(gateway, "/v1/aegis/keys/revoke", { key: json.id });
    expect(foreign.status).to.equal(401);
    const byOther = await signed(gateway, other, { action: "revoke_key", key: json.id });
    expect((await post(gateway, "/v1/aegis/keys/revoke", byOther)).status).to.equal(404);
    const byWallet = await signed(gateway, wallet, { action: "revoke_key", key: json.id });
    const revoked = await post(gateway, "/v1/aegis/keys/revoke", byWallet);
    expect(revoked.json.revoked).to.equal(gateway.clock.ms);
    const later = await post({ ...gateway, apiKey: json.api_key }, CHAT, body);
    expect([later.status, later.json.error.code]).to.deep.equal([401, "invalid_api_key"]);
    const own = await post(gateway, "/v1/aegis/keys/revoke", { key: gateway.key.id });
    expect(own.status).to.equal(200);
  });

  it("holds a key to its spending limit, and counts what came back", async () => {
    const { json } = await newKey({ spending_limit: "12000" });
    const mine = { ...gateway, apiKey: json.api_key };
    const first = await post(mine, CHAT, body);
    await post(mine, CHAT, body);
    const third = await post(mine, CHAT, body);
    expect([third.status, third.json.error.code]).to.deep.equal([429, "insufficient_quota"]);
    expect(third.headers["x-should-retry"]).to.equal("false");
    gateway.chain.settle(first.json.aegis.task, 600n);
    await gateway.follower.round();
    expect((await post(mine, CHAT, body)).status).to.equal(200);
    const headers = { authorization: `Bearer ${json.api_key}` };
    const usage = (await gateway.server.inject({ url: "/v1/aegis/usage", headers })).json();
    expect(usage.spent).to.equal("600");
    const row = usage.data.find((one: Json) => one.task === first.json.aegis.task);
    expect(row.stage).to.equal("settled");
    expect(BigInt(row.refunded) + 600n).to.equal(BigInt(row.max_fee));
  });

  it("withdraws to the owner only, and keeps the fee of the payment", async () => {
    const asked = await signed(gateway, wallet, { action: "withdraw", amount: "all" });
    const { status, json } = await post(gateway, "/v1/aegis/withdraw", asked);
    expect(status, JSON.stringify(json)).to.equal(200);
    const [sent] = gateway.chain.sent;
    expect(sent?.to).to.equal(wallet.address);
    expect(sent?.from).to.equal(gateway.chain.accountOf(wallet.address));
    expect(sent?.amount).to.equal(gateway.chain.funds - 10_000n);
    const more = await signed(gateway, wallet, { action: "withdraw", amount: "9000000000" });
    const refused = await post(gateway, "/v1/aegis/withdraw", more);
    expect([refused.status, refused.json.error.code]).to.deep.equal([400, "insufficient_funds"]);
  });

  it("shows an account to its key, and to its wallet without one", async () => {
    const headers = { authorization: `Bearer ${gateway.apiKey}` };
    const byKey = (await gateway.server.inject({ url: "/v1/aegis/account", headers })).json();
    expect(byKey).to.include({ owner: gateway.wallet.address, balance: "1000000" });
    const asked = await signed(gateway, gateway.wallet, { action: "list_keys" });
    const byWallet = await post({ ...gateway, apiKey: "" }, "/v1/aegis/account", asked);
    expect(byWallet.json.keys[0].id).to.equal(gateway.key.id);
  });

  it("limits requests per minute, and says when to come back", async () => {
    await gateway.close();
    gateway = await testGateway({ initial: { "limits.requests-per-minute": 2 } });
    await post(gateway, CHAT, body);
    await post(gateway, CHAT, body);
    const third = await post(gateway, CHAT, body);
    expect(third.status).to.equal(429);
    expect(third.headers["retry-after"]).to.equal("30");
    expect(third.headers["x-should-retry"]).to.equal("true");
    gateway.clock.ms += 30_000;
    expect((await post(gateway, CHAT, body)).status).to.equal(200);
  });

  it("has a faucet only where the settings say so", async () => {
    const asked = { address: wallet.address };
    expect((await post(gateway, "/v1/aegis/faucet", asked)).status).to.equal(404);
    await gateway.close();
    gateway = await testGateway({ initial: { "faucet.uasi": 5_000 } });
    expect((await post(gateway, "/v1/aegis/faucet", asked)).status).to.equal(200);
    expect(gateway.chain.sent).to.deep.equal([{ from: "own", to: wallet.address, amount: 5_000n }]);
    expect((await post(gateway, "/v1/aegis/faucet", asked)).status).to.equal(429);
  });

  it("answers a repeated request from its first task", async () => {
    const headers = { "idempotency-key": "abc" };
    const first = await post(gateway, CHAT, body, headers);
    const second = await post(gateway, CHAT, body, headers);
    expect(second.json.aegis.task).to.equal(first.json.aegis.task);
    expect(gateway.chain.asked).to.have.length(1);
    const twice = { "idempotency-key": "twice" };
    const both = [post(gateway, CHAT, body, twice), post(gateway, CHAT, body, twice)];
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses).to.include(200);
    expect(gateway.chain.asked).to.have.length(2);
    const changed = await post(gateway, CHAT, { ...body, max_tokens: 3 }, headers);
    expect([changed.status, changed.json.error.code]).to.deep.equal([400, "idempotency_error"]);
  });

  it("escrows at most what a request says", async () => {
    const cheap = await post(gateway, CHAT, {
      ...body,
      aegis: { max_fee: `${FAKE_PRICE.maxFee}` },
    });
    expect(cheap.json.aegis.max_fee).to.equal(`${FAKE_PRICE.maxFee}`);
  });
});
