/** REST over declared queries: what it answers, and how it refuses whatever else is asked. */
import { expect } from "chai";
import { base64 } from "../../../../app/lib/bytes.ts";
import { parseTemplate } from "../../../../cmd/aegisd/api/rest/template.ts";
import { QueryParamsRequest } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";
import { addressFor } from "../../../kit/modules.ts";
import { type ApiTest, apiTest, SETTINGS } from "./kit.ts";

const BANK = "/cosmos/bank/v1beta1";
const STAKING = "/cosmos/staking/v1beta1";

const STRANGER = addressFor("nobody");

describe("REST", () => {
  let api: ApiTest;
  let user = "";

  before(async () => {
    api = await apiTest();
    user = api.chain.users[0]?.address ?? "";
  });
  after(() => api.server.close());

  it("answers with the names, defaults and numbers of the gateway", async () => {
    const { status, json } = await api.get(`${BANK}/balances/${user}?pagination.limit=1000`);
    expect(status).to.equal(200);
    expect(json).to.deep.equal({
      balances: [{ denom: "uasi", amount: "10000000000" }],
      pagination: { next_key: null, total: "0" },
    });
  });

  it("shows decimals with a point, accounts with their type, absent messages as null", async () => {
    const { json: validators } = await api.get(`${STAKING}/validators?status=BOND_STATUS_BONDED`);
    expect(JSON.stringify(validators)).to.contain('"rate":"0.100000000000000000"');
    const { json: params } = await api.get("/cosmos/slashing/v1beta1/params");
    expect(JSON.stringify(params)).to.contain('"min_signed_per_window":"0.500000000000000000"');
    const { json } = await api.get(`/cosmos/auth/v1beta1/accounts/${user}`);
    expect(json).to.have.nested.property("account.pub_key", null);
    expect(JSON.stringify(json)).to.contain('"@type":"/cosmos.auth.v1beta1.BaseAccount"');
  });

  it("takes the rest of a path, a parameter in any place, and hex of our own hashes", async () => {
    expect((await api.get(`${BANK}/denoms_metadata/uasi`)).status).to.equal(200);
    expect((await api.get(`${BANK}/denoms_metadata/ibc/ABC`)).status).to.equal(404);
    const { json } = await api.get(`${BANK}/supply/by_denom?denom=uasi`);
    expect(json).to.have.nested.property("amount.denom", "uasi");
    expect((await api.get(`/aegis/tasks/v1/tasks/${"ab".repeat(32)}`)).status).to.equal(404);
  });

  it("tells of an unknown account what it is, without the status before it", async () => {
    const { status, json } = await api.get(`/cosmos/auth/v1beta1/accounts/${STRANGER}`);
    expect(status).to.equal(404);
    expect(json).to.include({ code: 5 });
    expect(json)
      .to.have.property("message")
      .that.matches(/^account not found/);
  });

  it("pages by key in both alphabets of base64", async () => {
    const first = await api.get("/cosmos/auth/v1beta1/accounts?pagination.limit=1");
    const key = String(
      (first.json as never as { pagination: { next_key: string } }).pagination.next_key,
    );
    expect(key).to.not.equal("null");
    const answers = await Promise.all(
      [
        encodeURIComponent(key),
        key.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
      ].map((text) =>
        api.get(`/cosmos/auth/v1beta1/accounts?pagination.limit=1&pagination.key=${text}`),
      ),
    );
    for (const { status, json } of answers) {
      expect(status).to.equal(200);
      expect(json).to.deep.equal(answers[0]?.json).and.not.deep.equal(first.json);
    }
  });

  it("answers of the height in the header, and says which", async () => {
    const now = await api.get("/aegis/app/v1/status");
    expect(now.headers["x-cosmos-block-height"]).to.equal("3");
    const past = await api.get("/aegis/app/v1/status", { "x-cosmos-block-height": "2" });
    expect(past.json).to.have.nested.property("state.height", "2");
    expect(past.headers["grpc-metadata-x-cosmos-block-height"]).to.equal("2");
  });

  it("takes a request with messages in it as a body", async () => {
    const url = "/aegis/tasks/v1/quote";
    const wrong = await api.post(url, { request: { model: "none" } });
    expect(wrong.status).to.equal(404);
    expect((await api.post(url, { nonsense: 1 })).status).to.equal(400);
  });

  it("allows the pages that the settings name, and no others", async () => {
    const ask = async (origin: string): Promise<unknown> => {
      const headers = { origin, "access-control-request-method": "GET" };
      const answer = await api.server.inject({ method: "OPTIONS", url: `${BANK}/params`, headers });
      return answer.headers["access-control-allow-origin"];
    };
    expect(await ask("https://wallet.example")).to.equal("https://wallet.example");
    expect(await ask("https://other.example")).to.equal(undefined);
  });

  const height = (text: string): Record<string, string> => ({ "x-cosmos-block-height": text });
  const REFUSALS: readonly (readonly [
    name: string,
    url: string,
    status: number,
    code: number,
    headers?: Record<string, string>,
  ])[] = [
    ["an address that is none", `${BANK}/balances/nonsense`, 400, 3],
    ["an address in upper case", `${BANK}/balances/AEGIS1ABC`, 400, 3],
    [
      "an account that nobody has",
      `/cosmos/auth/v1beta1/accounts/${"aegis1".padEnd(44, "q")}`,
      400,
      3,
    ],
    ["a validator that is none", `${STAKING}/validators/${"x".repeat(40)}`, 400, 3],
    ["a limit that is no number", `${BANK}/supply?pagination.limit=ten`, 400, 3],
    ["a negative limit", `${BANK}/supply?pagination.limit=-1`, 400, 3],
    ["a limit beyond 64 bits", `${BANK}/supply?pagination.limit=18446744073709551616`, 400, 3],
    ["a fraction", `${BANK}/supply?pagination.limit=1.5`, 400, 3],
    ["a switch that is none", `${BANK}/supply?pagination.reverse=maybe`, 400, 3],
    ["a key that is no base64", `${BANK}/supply?pagination.key=%00%01`, 400, 3],
    ["a message as a parameter", `${BANK}/supply?pagination=5`, 400, 3],
    ["a parameter given twice", `${BANK}/supply/by_denom?denom=a&denom=b`, 400, 3],
    ["a hash that is no hex", "/aegis/tasks/v1/tasks/xyz", 400, 3],
    ["a state that is none", "/aegis/tasks/v1/tasks?state=ASLEEP", 400, 3],
    ["a state by a wrong number", "/aegis/tasks/v1/tasks?state=99", 400, 3],
    ["a licence number beyond 32 bits", "/aegis/staking/v1/licences/4294967296", 400, 3],
    ["a height header that is none", `${BANK}/params`, 400, 3, height("latest")],
    ["a negative height", `${BANK}/params`, 400, 3, height("-1")],
    ["a height beyond 64 bits", `${BANK}/params`, 400, 3, height("9".repeat(30))],
    ["a height to come", `${BANK}/params`, 400, 3, height("99")],
    ["a model that nobody registered", "/aegis/tasks/v1/models/none", 404, 5],
    ["a module that this chain does not have", "/cosmos/mint/v1beta1/inflation", 501, 12],
    ["another one", "/cosmos/gov/v1/proposals?pagination.limit=5", 501, 12],
    ["parameters by subspace", "/cosmos/params/v1beta1/params?subspace=a&key=b", 501, 12],
    ["a path of nobody", "/nothing", 404, 5],
    ["the root", "/", 404, 5],
    ["a way out of the path", `${BANK}/balances/..%2f..%2fetc%2fpasswd`, 400, 3],
    ["dots that a client left in", `${BANK}/../../../../etc/passwd`, 404, 5],
    ["a parameter that is too long", `${BANK}/balances/${"a".repeat(600)}`, 414, 3],
    ["a URL that is malformed", `${BANK}/balances/%E0%A4%A`, 400, 3],
  ];
  for (const [name, url, status, code, headers] of REFUSALS) {
    it(`refuses ${name}`, async () => {
      const answer = await api.get(url, headers);
      expect(answer.json).to.include({ code });
      expect(answer.status).to.equal(status);
      expect(answer.json).to.have.all.keys("code", "message", "details");
      expect(JSON.stringify(answer.json)).to.not.match(/ at .*\.ts|node_modules/);
    });
  }

  it("ignores parameters that no field is named by, prototypes too", async () => {
    const url = `${BANK}/params?utm=1&__proto__.a=1&constructor=2&pagination.limit=5`;
    expect((await api.get(url)).status).to.equal(200);
    expect(({} as Record<string, unknown>)["a"]).to.equal(undefined);
  });

  it("refuses a body beyond the limit, one that is no JSON, and a wrong verb", async () => {
    const large = await api.post("/cosmos/tx/v1beta1/simulate", {
      tx_bytes: base64(new Uint8Array(SETTINGS.apiBodyBytesMax)),
    });
    expect(large.status).to.equal(413);
    const broken = await api.post("/cosmos/tx/v1beta1/simulate", "{");
    expect(broken.status).to.equal(400);
    expect(broken.json).to.include({ code: 3, message: "the body is not JSON" });
    expect((await api.post(`${BANK}/params`, {})).status).to.equal(501);
    expect((await api.post("/cosmos/tx/v1beta1/simulate", [])).status).to.equal(400);
    const proto = await api.post("/cosmos/tx/v1beta1/simulate", '{"__proto__": {"a": 1}}');
    expect(proto.status).to.equal(400);
  });

  it("refuses messages that are nested without end", async () => {
    const depth = 2_000;
    const open = '{"multi":{"mode_infos":[';
    const mode = `${open.repeat(depth)}${"]}}".repeat(depth)}`;
    const body = `{"tx":{"auth_info":{"signer_infos":[{"mode_info":${mode}}]}}}`;
    const { status, json } = await api.post("/cosmos/tx/v1beta1/simulate", body);
    expect(status).to.equal(400);
    expect(json).to.have.property("message").that.contains("nested too deeply");
  });
});

describe("a URL template", () => {
  const request = QueryParamsRequest as Codec<unknown>;

  it("that names a field which the request lacks stops the program", () => {
    expect(() => parseTemplate("/a/{b}", request)).to.throw("has no field b");
    expect(() => parseTemplate("a/b", request)).to.throw("is no URL template");
  });

  it("is a route of the server and a path of OpenAPI", () => {
    const fields = [{ jsonName: "b" }, { jsonName: "c" }];
    const made = parseTemplate("POST /a/{b}/{c=**}", {
      ...request,
      fields,
    } as unknown as Codec<unknown>);
    expect(made).to.include({ verb: "POST", route: "/a/:b/*", path: "/a/{b}/{c}", isOpen: true });
  });
});
