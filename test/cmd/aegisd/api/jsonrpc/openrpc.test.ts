/** The OpenRPC document: complete, consistent, and true of what is answered. */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { type RpcNode, rpcNode } from "./node.ts";
import { type Described, misfit, paramsSchema } from "./schema.ts";

const NAMES = [
  "submitTask",
  "submitInferenceResult",
  "submitVerification",
  "queryPendingTasks",
  "queryTask",
  "subscribeTask",
  "subscribePendingTasks",
  "unsubscribe",
  "rpc.discover",
];

/** Every "$ref" anywhere in `value`. */
function refs(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" ? [String(inner)] : refs(inner),
  );
}

describe("the OpenRPC document", () => {
  let node: RpcNode;
  let document: Described;
  before(async () => {
    node = await rpcNode();
    document = (await node.call("rpc.discover")).result;
  });
  after(() => node.close());

  it("is what /openrpc.json serves", async () => {
    const served = await fetch(`${node.address}/openrpc.json`);
    expect(served.headers.get("content-type")).to.match(/^application\/json/);
    expect(await served.json()).to.deep.equal(document);
  });

  it("has what OpenRPC 1.3 demands of a document", () => {
    expect(document.openrpc).to.match(/^1\.3\.\d+$/);
    expect(document.info).to.include.keys("title", "version");
    expect(document.methods.map(({ name }) => name)).to.deep.equal(NAMES);
    for (const method of document.methods) {
      expect(method.summary, method.name).to.be.a("string").and.not.equal("");
      expect(method.paramStructure).to.equal("by-name");
      const params = method.params.map(({ name }) => name);
      expect(new Set(params).size, method.name).to.equal(params.length);
      for (const { name, schema } of method.params) {
        expect(schema, `${method.name} ${name}`).to.be.an("object");
      }
      expect(method.result.schema).to.be.an("object");
      const codes = method.errors.map(({ code }) => code);
      expect(new Set(codes).size).to.equal(codes.length);
      for (const { code, message } of method.errors) {
        expect(code).to.satisfy((one: number) => Number.isInteger(one) && one < 0);
        expect(message).to.not.equal("");
      }
    }
  });

  it("refers only to what is in it", () => {
    const known = new Set(Object.keys(document.components.schemas));
    const inner = refs(document).filter((ref) => ref.startsWith("#"));
    expect(inner.length).to.be.greaterThan(50);
    for (const ref of inner) {
      expect(known.has(ref.replace("#/components/schemas/", "")), ref).to.equal(true);
    }
  });

  it("has an example of each method that fits its schemas", async () => {
    for (const method of document.methods.slice(0, -1)) {
      const [example] = method.examples;
      const params = Object.fromEntries(
        (example?.params ?? []).map(({ name, value }) => [name, value]),
      );
      expect(await misfit(document, paramsSchema(method), params), method.name).to.equal(undefined);
      const result = example?.result.value;
      expect(await misfit(document, method.result.schema, result), method.name).to.equal(undefined);
    }
  });

  it("accepts no example with a name that is not known", async () => {
    for (const method of document.methods) {
      expect(await misfit(document, paramsSchema(method), { other: 1 })).to.be.a("string");
    }
  });

  it("agrees with the README: a request of each method that fits, and every error", async () => {
    const readme = readFileSync("cmd/aegisd/api/jsonrpc/README.md", "utf8");
    const blocks = [...readme.matchAll(/```json\n([^`]+)```/g)].map((one) =>
      JSON.parse(one[1] ?? ""),
    );
    for (const method of document.methods.slice(0, -1)) {
      const own = blocks.filter((block) => block.method === method.name);
      expect(own.length, method.name).to.be.greaterThan(0);
      for (const { params } of own) {
        expect(await misfit(document, paramsSchema(method), params)).to.equal(undefined);
        const { error } = await node.call(method.name, params);
        const data = JSON.stringify(error?.data ?? "");
        // Its transaction is cut short, and a subscription needs a WebSocket.
        const isFine = error?.code !== -32602 || data.includes("TxBody") || data.includes("buffer");
        expect(isFine, `${method.name}: ${error?.message}`).to.equal(true);
      }
    }
    for (const { errors } of document.methods) {
      for (const { code } of errors) expect(readme).to.include(`| ${code} |`);
    }
  });

  it("has examples that the method itself reads", async () => {
    for (const { name, examples } of document.methods.slice(0, 5)) {
      const params = Object.fromEntries(
        (examples[0]?.params ?? []).map((param) => [param.name, param.value]),
      );
      const { error } = await node.call(name, params);
      // Nobody has the example's account or task.
      expect([undefined, -32000], `${name}: ${error?.message}`).to.include(error?.code);
    }
  });
});
