/**
 * Any URL of the server with any values in it, and any body: it is answered or refused, never a
 * fault of the program.
 */
import { expect } from "chai";
import fc from "fast-check";
import { silentLogger } from "../../../../app/lib/log.ts";
import { restRoutes } from "../../../../cmd/aegisd/api/rest/routes.ts";
import { createApi } from "../../../../cmd/aegisd/api/server.ts";
import { apiMethods } from "../../../../cmd/aegisd/api/services.ts";
import { createChain } from "../../../kit/chain.ts";
import { fakeBackend } from "../../../kit/fakeComet.ts";
import { RPC_URL, SETTINGS } from "./kit.ts";

const RUNS = 1_500;

const ODD = [
  ...["", "0", "-1", "1e9", "18446744073709551615", "9223372036854775808", "NaN", "null", "true"],
  ...["..", "../..", "%", "\u0000", "a\nb", "\ud83d", "constructor", "__proto__", "uasi", "AA=="],
  ...[
    "aegis1",
    "aegisvaloper1qqqq",
    "0x",
    "ab".repeat(32),
    "a".repeat(500),
    "smollm2-135m-instruct",
  ],
];

const value = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: "binary", maxLength: 60 }));

/** Half a surrogate pair cannot be escaped; as UTF-8 it becomes a replacement character. */
function escaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

const body = fc.oneof(
  fc.json({ maxDepth: 4 }),
  value,
  fc.uint8Array({ maxLength: 80 }).map((bytes) => {
    const tx_bytes = Buffer.from(bytes).toString("base64");
    return JSON.stringify({ tx_bytes, mode: "BROADCAST_MODE_SYNC" });
  }),
  fc.jsonValue({ maxDepth: 3 }).map((inner) => JSON.stringify({ tx: { body: inner } })),
  fc.jsonValue({ maxDepth: 3 }).map((request) => JSON.stringify({ request })),
);

describe("garbage over REST", function () {
  this.timeout(60_000);

  it("is never a fault of the program", async () => {
    const chain = createChain();
    chain.mock.run(2);
    const backend = fakeBackend(chain);
    const faults: string[] = [];
    const error = (text: string, more?: object): void =>
      void faults.push(`${text} ${JSON.stringify(more)}`);
    const logger = { ...silentLogger, error };
    const server = await createApi({ backend, settings: SETTINGS, rpcUrl: RPC_URL, logger });
    const routes = restRoutes(apiMethods(backend.modules));
    const request = fc.record({
      route: fc.constantFrom(...routes),
      parts: fc.array(value, { minLength: 3, maxLength: 3 }),
      query: fc.array(fc.tuple(fc.nat(30), value), { maxLength: 4 }),
      height: fc.option(value, { nil: undefined }),
      body,
    });
    const names = ["pagination.limit", "pagination.key", "pagination.reverse", "query", "events"];
    try {
      // Each odd value once in every place of every path, so that no seed decides what is tried.
      for (const route of routes.filter(({ verb }) => verb === "GET")) {
        for (const odd of ODD) {
          const path = route.path.replace(/\{\w+\}/g, () => escaped(odd) || "x");
          const fields = route.answers.method.request.fields.map(({ jsonName }) => jsonName);
          const url = `${path}?${fields.map((name) => `${name}=${escaped(odd)}`).join("&")}`;
          for (const each of [path, url]) {
            const answer = await server.inject({ method: "GET", url: each });
            expect(answer.statusCode, `${each} ${answer.body}`).to.not.equal(500);
          }
        }
      }
      await fc.assert(
        fc.asyncProperty(request, async ({ route, parts, query, height, body: payload }) => {
          const filled = parts.map((part) => escaped(part));
          const path = route.path.replace(/\{\w+\}/g, () => filled.pop() ?? "x");
          const fields = route.answers.method.request.fields.map(({ jsonName }) => jsonName);
          const known = [...names, ...fields, "__proto__.a", "a.b.c"];
          const search = query.map(([at, text]) => {
            return `${known[at % known.length]}=${escaped(text)}`;
          });
          const headers = height === undefined ? {} : { "x-cosmos-block-height": escaped(height) };
          const url = `${path}?${search.join("&")}`;
          const answer = await server.inject(
            route.verb === "GET"
              ? { method: "GET", url, headers }
              : { method: "POST", url, payload },
          );
          expect(answer.statusCode, `${url} ${answer.body}`).to.not.equal(500);
          expect(() => answer.json(), url).to.not.throw();
        }),
        { numRuns: RUNS },
      );
    } finally {
      await server.close();
    }
    expect(faults).to.deep.equal([]);
  });
});
