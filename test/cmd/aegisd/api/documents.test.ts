/** What is generated: the OpenAPI document, and the descriptions of the chain. */
import { expect } from "chai";
import { buildModules } from "../../../../app/modules.ts";
import { DOCUMENT_PATHS } from "../../../../cmd/aegisd/api/documents.ts";
import { REGISTRY_DOCUMENTS } from "../../../../cmd/aegisd/api/registry/documents.ts";
import type { ChainFacts } from "../../../../cmd/aegisd/api/registry/facts.ts";
import { restRoutes } from "../../../../cmd/aegisd/api/rest/routes.ts";
import { apiMethods } from "../../../../cmd/aegisd/api/services.ts";
import { runProgram } from "../../../../cmd/aegisd/program.ts";
import { fakeIo } from "../fakeIo.ts";
import { type ApiTest, apiTest, RPC_URL } from "./kit.ts";
import { assetListFaults, chainFaults, keplrFaults } from "./registryRules.ts";

type Open = Readonly<Record<string, unknown>>;

interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Open };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; schema: Open }[];
  readonly requestBody?: { readonly content: Open };
  readonly responses: Open;
}

const { modules } = buildModules().manager;
const methods = apiMethods(modules);
const routes = restRoutes(methods);

describe("the table of methods", () => {
  it("has a URL for every query of every module, and no URL twice", () => {
    const without = methods.filter(({ rest }) => rest.length === 0);
    expect(without.map(({ method }) => method.path)).to.deep.equal([]);
    const urls = routes.map(({ verb, path }) => `${verb} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(urls).size).to.equal(urls.length);
  });

  it("keeps Cosmos' methods under Cosmos' URLs, and ours under ours", () => {
    for (const { path, answers } of routes) {
      const [, root, part, version] = path.split("/");
      expect(["cosmos", "aegis"]).to.include(root);
      // Two methods of auth share one URL in Cosmos; the one that nobody can reach there is here.
      if (answers.method.path.endsWith("/AddressBytesToString")) continue;
      if (part === "base") continue;
      const wanted = `/${root}.${part}.${version}.`;
      expect(answers.method.path.startsWith(wanted), `${path} ${answers.method.path}`).to.equal(
        true,
      );
    }
  });
});

describe("the OpenAPI document", () => {
  let document: OpenApiDocument;
  let api: ApiTest;

  before(async () => {
    api = await apiTest();
    document = (await api.get("/openapi.json")).json as unknown as OpenApiDocument;
  });
  after(() => api.server.close());

  it("is the one that the command line prints", async () => {
    const io = fakeIo();
    expect(await runProgram(io, modules, ["docs", "openapi"])).to.equal(0);
    expect(JSON.parse(io.written.out)).to.deep.equal(document);
  });

  it("has every route, and nothing that is none", () => {
    const told = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    );
    const own = [
      ...routes.map(({ verb, path }) => `${verb} ${path}`),
      ...Object.keys(DOCUMENT_PATHS).map((path) => `GET ${path}`),
    ];
    expect(told.sort()).to.deep.equal(own.sort());
  });

  it("is well formed: version, unique ids, path parameters, references that exist", () => {
    expect(document.openapi).to.match(/^3\.0\.\d$/);
    expect(document.info).to.include.keys("title", "version");
    const ids = new Set<string>();
    for (const [path, verbs] of Object.entries(document.paths)) {
      for (const [verb, operation] of Object.entries(verbs)) {
        expect(ids.has(operation.operationId), operation.operationId).to.equal(false);
        ids.add(operation.operationId);
        expect(operation.summary).to.be.a("string").and.not.equal("");
        expect(operation.responses).to.include.keys("200");
        const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        const { parameters = [] } = operation;
        const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => name);
        if (verb === "get") expect(inPath, path).to.deep.equal(named);
        else expect(operation.requestBody?.content, path).to.include.keys("application/json");
        expect(new Set(parameters.map(({ name }) => name)).size).to.equal(parameters.length);
      }
    }
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).to.be.greaterThan(100);
    for (const [, name = ""] of references)
      expect(document.components.schemas).to.have.property(name);
  });

  it("spells out pages and names heights", () => {
    const get = document.paths["/cosmos/bank/v1beta1/balances/{address}"]?.["get"];
    const names = get?.parameters?.map(({ name }) => name);
    expect(names).to.include.members(["address", "pagination.limit", "x-cosmos-block-height"]);
  });
});

const FACTS: ChainFacts = {
  chainId: "aegis-1",
  coins: [
    {
      description: "",
      denomUnits: [
        { denom: "uasi", exponent: 0, aliases: ["microasi"] },
        { denom: "ASI", exponent: 6, aliases: [] },
      ],
      base: "uasi",
      display: "ASI",
      name: "AegisAI",
      symbol: "ASI",
      uri: "",
      uriHash: "",
    },
  ],
  gasPrice: 25_000n,
  sendGas: 54_500,
  unbondingSeconds: 1_814_400n,
  urls: { rpc: "https://rpc.example", rest: "https://rest.example" },
};

describe("descriptions of the chain", () => {
  const { chain, assetlist, keplr } = REGISTRY_DOCUMENTS;

  for (const chainId of ["aegis-1", "aegis-local-1", "AEGIS", "1", "test-net_2-77"]) {
    it(`hold to the rules for ${chainId}`, () => {
      const facts = { ...FACTS, chainId };
      expect(chainFaults(chain?.(facts))).to.deep.equal([]);
      expect(assetListFaults(assetlist?.(facts))).to.deep.equal([]);
      expect(keplrFaults(keplr?.(facts))).to.deep.equal([]);
    });
  }

  it("have prices of zero where the node asks for none", () => {
    const made = { ...FACTS, gasPrice: 0n };
    expect(chainFaults(chain?.(made))).to.deep.equal([]);
    expect(keplr?.(made)).to.have.nested.property("feeCurrencies[0].gasPriceStep.high", 0);
  });

  it("would be found wrong: the rules can fail", () => {
    const made = chain?.(FACTS) as Open;
    expect(chainFaults({ ...made, chain_name: "Ae-gis" })).to.have.length(1);
    expect(chainFaults({ ...made, more: 1 })).to.deep.equal(["unknown property more"]);
    expect(assetListFaults({ chain_name: "a", assets: [] })).to.deep.equal(["no assets"]);
    expect(keplrFaults({ ...keplr?.(FACTS), bech32Config: {} })).to.not.deep.equal([]);
  });

  it("are served, of the chain as it is", async () => {
    const api = await apiTest();
    try {
      const served = (await api.get("/registry/chain.json")).json;
      expect(chainFaults(served)).to.deep.equal([]);
      expect(served).to.include({ chain_id: "aegis-test-1", network_type: "testnet" });
      expect(served).to.have.nested.property("apis.rpc[0].address", RPC_URL);
      expect(assetListFaults((await api.get("/registry/assetlist.json")).json)).to.deep.equal([]);
      expect(keplrFaults((await api.get("/registry/keplr.json")).json)).to.deep.equal([]);
    } finally {
      await api.server.close();
    }
  });
});
