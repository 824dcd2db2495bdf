/** A gateway over the fake chain, with a key that may spend. */
import type { FastifyInstance } from "fastify";
import type { Logger } from "../../app/lib/log.ts";
import { type Assembled, assemble } from "../../cmd/aegis-gateway/assemble.ts";
import { schemaBytes } from "../../cmd/aegis-gateway/chain/schemaUse.ts";
import { configToml, type GatewayConfig, readConfig } from "../../cmd/aegis-gateway/home/config.ts";
import { type Journal, openJournal } from "../../cmd/aegis-gateway/journal/journal.ts";
import type { KeyRecord } from "../../cmd/aegis-gateway/journal/records.ts";
import { createKey } from "../../cmd/aegis-gateway/money/apiKey.ts";
import type { InitialSettings } from "../../cmd/aegisd/home/settings/table.ts";
import { keySigner, type Signer } from "../../app/client/sign.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeAegis } from "./fakeAegis.ts";

/** A gateway for one test. */
export interface TestGateway extends Assembled {
  readonly chain: FakeAegis;
  readonly config: GatewayConfig;
  readonly journal: Journal;
  readonly server: FastifyInstance;
  /** Wallet that owns the key. */
  readonly wallet: Signer;
  readonly key: KeyRecord;
  /** The key's text. */
  readonly apiKey: string;
  readonly clock: { ms: number };
  readonly logged: string[];
  /** Stops it, as a signal would. */
  readonly stop: AbortController;
  close(): Promise<void>;
}

/** What of it is otherwise. */
export interface TestGatewayOptions {
  readonly initial?: InitialSettings;
  readonly spendingLimit?: bigint;
  readonly chain?: FakeAegis;
  readonly journal?: Journal;
}

/** Settings as `init` writes them. */
export function testConfig(initial: InitialSettings = {}): GatewayConfig {
  const home = mkdtempSync(join(tmpdir(), "aegis-gw-"));
  try {
    writeFileSync(join(home, "config.toml"), configToml({ "chain-id": "fake-1", ...initial }));
    return readConfig(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Makes one. */
export async function testGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const { chain = new FakeAegis(), journal = openJournal(":memory:"), spendingLimit } = options;
  const config = testConfig(options.initial);
  const clock = { ms: 1_800_000_000_000 };
  const logged: string[] = [];
  const write = (message: string, fields: unknown = {}): void => {
    logged.push(JSON.stringify({ message, fields }));
  };
  const log: Logger = { info: write, warn: write, error: write };
  const stop = new AbortController();
  const parts = { config, chain, journal, master: chain.master, log, schemaBytes };
  const now = (): number => clock.ms;
  const assembled = await assemble({ ...parts, stop: stop.signal, now });
  const wallet = keySigner(new Uint8Array(32).fill(9));
  const made = createKey(journal, { owner: wallet.address, name: "test", spendingLimit }, clock.ms);
  await assembled.follower.round();
  return {
    ...assembled,
    chain,
    config,
    journal,
    wallet,
    key: made.record,
    apiKey: made.text,
    clock,
    logged,
    stop,
    close: () => assembled.server.close(),
  };
}

/** Posts a body with the gateway's key. */
export async function post(
  { server, apiKey }: Pick<TestGateway, "server" | "apiKey">,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Record<string, unknown>; text: string; json: Json }> {
  const response = await server.inject({
    method: "POST",
    url,
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      ...headers,
    },
    payload: JSON.stringify(body),
  });
  const { statusCode: status, body: text } = response;
  const isJson = `${response.headers["content-type"]}`.startsWith("application/json");
  const json = isJson ? (JSON.parse(text) as Json) : {};
  return { status, headers: response.headers, text, json };
}

/** JSON whose fields a test looks into. */
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field.
export type Json = any;
