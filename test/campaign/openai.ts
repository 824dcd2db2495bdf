/**
 * Every parameter of every endpoint of OpenAI's API, sent to a gateway on a live network with the
 * real model, and every endpoint with unmodified clients: what works, and what is refused by name.
 */
import OpenAI from "openai";
import { ENDPOINTS, type Endpoint } from "../../cmd/aegis-gateway/http/openai.ts";
import type { Parameter } from "../../cmd/aegis-gateway/openai/parameter.ts";
import { MODEL_ID } from "../../localnet/defaultModel.ts";
import { pythonWithOpenAi, runPythonClient } from "../interop/openaiPython.ts";
import { type LiveGateway, liveGateway, pay, testOwner } from "../kit/liveGateway.ts";
import { testNetwork } from "../kit/network.ts";
import { type Campaign, type Report, table } from "./report.ts";

const DEPOSIT = 500_000_000n;
/** Requests at once. */
const WIDTH = 8;
const MESSAGES = [{ role: "user", content: "Say hello." }];

/** A request, and what of it the row is about. */
interface Probe {
  readonly path: string;
  readonly name: string;
  readonly about: string;
  readonly body: object;
  /** Whether it shall be refused. */
  readonly isRefused: boolean;
}

interface Row {
  readonly probe: Probe;
  readonly outcome: string;
  readonly detail: string;
  readonly holds: boolean;
}

/** The least that an endpoint needs. */
function leastBody({ path, prompt }: Endpoint): object {
  const value = path === "/v1/completions" ? "Once upon a time" : MESSAGES;
  const limit = path === "/v1/responses" ? { max_output_tokens: 8 } : { max_tokens: 8 };
  // What a node reveals is enough to see that a parameter works.
  return { model: MODEL_ID, [prompt]: value, ...limit, aegis: { certainty: "revealed" } };
}

function probeOf(endpoint: Endpoint, name: string, { use, about, sample }: Parameter): Probe {
  const { path } = endpoint;
  const value = name === "model" ? MODEL_ID : sample;
  const least: Record<string, unknown> = { ...leastBody(endpoint) };
  // The same limit under two names must agree.
  if (name.startsWith("max_")) delete least["max_tokens"];
  if (name === "stream_options") least["stream"] = true;
  const needsMore = ["logprobs", "include"].includes(name) && use === "works";
  if (needsMore) least["aegis"] = { certainty: "soft_final" };
  return { path, name, about, body: { ...least, [name]: value }, isRefused: use === "refused" };
}

/** Values of parameters that work otherwise. */
function furtherProbes(): Probe[] {
  const [chat] = ENDPOINTS;
  if (chat === undefined) return [];
  const image = [{ role: "user", content: [{ type: "image_url", image_url: { url: "x" } }] }];
  const schema = { name: "a", schema: { type: "object" } };
  const cases: readonly (readonly [string, object])[] = [
    ["temperature 0.01", { temperature: 0.01 }],
    ["n 2 at temperature 0", { n: 2, temperature: 0 }],
    ["n 2 in a stream", { n: 2, stream: true }],
    ["logprobs of a revealed answer", { logprobs: true }],
    ["an image", { messages: image }],
    ["response_format json_object", { response_format: { type: "json_object" } }],
    ["a parameter that nobody has", { frobnicate: 1 }],
    [
      "response_format json_schema",
      { response_format: { type: "json_schema", json_schema: schema } },
    ],
  ];
  return cases.map(([name, more]) => ({
    path: chat.path,
    name,
    about: "",
    body: { ...leastBody(chat), ...more },
    isRefused: true,
  }));
}

async function send({ url }: LiveGateway, apiKey: string, probe: Probe): Promise<Row> {
  const response = await fetch(`${url}${probe.path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify(probe.body),
  });
  const text = await response.text();
  if (response.ok) {
    const isWhole = !text.includes('"error":{');
    return { probe, outcome: "works", detail: probe.about, holds: isWhole && !probe.isRefused };
  }
  const { error } = JSON.parse(text) as { error: { message: string; param: string | null } };
  const isNamed = response.status === 400 && error.param !== null;
  const outcome = isNamed ? "refused by name" : `HTTP ${response.status}`;
  return { probe, outcome, detail: error.message, holds: isNamed && probe.isRefused };
}

async function runProbes(
  report: Report,
  gateway: LiveGateway,
  apiKey: string,
): Promise<readonly Row[]> {
  const probes = [
    ...ENDPOINTS.flatMap((endpoint) =>
      Object.entries(endpoint.table).map(([name, each]) => probeOf(endpoint, name, each)),
    ),
    ...furtherProbes(),
  ];
  const rows: Row[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < probes.length; i = next++) {
      const probe = probes[i];
      if (probe === undefined) return;
      rows[i] = await send(gateway, apiKey, probe);
      report.progress(`${probe.path} ${probe.name}: ${rows[i]?.outcome}`);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return rows;
}

/** Endpoints with the clients as they are. */
async function runEndpoints(gateway: LiveGateway, apiKey: string): Promise<string[][]> {
  const client = new OpenAI({ apiKey, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
  const messages = [{ role: "user" as const, content: "Say hello." }];
  const short = { model: MODEL_ID, max_tokens: 8 };
  const response = { model: MODEL_ID, input: "Say hello.", max_output_tokens: 16 };
  const all = async (stream: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of stream);
  };
  const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["chat.completions.create", async () => client.chat.completions.create({ ...short, messages })],
    [
      "chat.completions.create, stream",
      async () => all(await client.chat.completions.create({ ...short, messages, stream: true })),
    ],
    ["completions.create", async () => client.completions.create({ ...short, prompt: "Once" })],
    [
      "completions.create, stream",
      async () => all(await client.completions.create({ ...short, prompt: "a", stream: true })),
    ],
    ["responses.create", async () => client.responses.create(response)],
    [
      "responses.create, stream",
      async () => all(await client.responses.create({ ...response, stream: true })),
    ],
    ["models.list", async () => client.models.list()],
    ["models.retrieve", async () => client.models.retrieve(MODEL_ID)],
    ["embeddings.create", async () => client.embeddings.create({ model: MODEL_ID, input: "a" })],
    ["files.list", async () => client.files.list()],
  ];
  const rows: string[][] = [];
  for (const [name, call] of calls) {
    const outcome = await call().then(
      () => "works",
      (error: { readonly status?: number; readonly code?: string }) =>
        `refused: ${error.status} ${error.code}`,
    );
    rows.push(["npm openai", name, outcome]);
  }
  const told = await runPythonClient(pythonWithOpenAi(), `${gateway.url}/v1`, apiKey, MODEL_ID);
  for (const [name, value] of Object.entries(told)) {
    if (["version", "task", "models"].includes(name)) continue;
    const isRefused = Array.isArray(value);
    rows.push([`PyPI openai ${told.version}`, name, isRefused ? value.join(" ") : "works"]);
  }
  return rows;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

async function run(report: Report): Promise<void> {
  const network = await testNetwork({ name: "single", say: (line) => report.progress(line) });
  let gateway: LiveGateway | undefined;
  try {
    gateway = await liveGateway(network.running, { "log-level": "warn" });
    const apiKey = gateway.newKey(testOwner(0));
    await pay(network.running, gateway.accountOf(testOwner(0)), DEPOSIT);
    const rows = await runProbes(report, gateway, apiKey);
    const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
    report.figure("parameters and values sent", rows.length);
    report.figure("work", count("works"));
    report.figure("refused by name", count("refused by name"));
    const cells = rows.map(({ probe, outcome, detail }) =>
      [probe.path, `\`${probe.name}\``, outcome, detail].map(cell),
    );
    report.note("## Parameters");
    report.note(table(["endpoint", "parameter", "outcome", "what it does, or why not"], cells));
    report.note("## Endpoints, with clients as they are");
    report.note(table(["client", "call", "outcome"], await runEndpoints(gateway, apiKey)));
    const wrong = rows.filter(({ holds }) => !holds);
    if (wrong.length > 0) {
      const names = wrong.map(({ probe, detail }) => `${probe.path} ${probe.name}: ${detail}`);
      throw new Error(`not as documented: ${names.join("; ")}`);
    }
  } finally {
    await gateway?.close();
    await network.close();
  }
}

/** `npm run campaign -- openai`. */
export const campaign: Campaign = {
  name: "openai",
  summary:
    "OpenAI's API, parameter by parameter, on a live network with the real model: each works or " +
    "is refused by name, and none is ignored.",
  run,
};
