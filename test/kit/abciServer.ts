/** ABCI servers for tests, each on a socket of its own, with what they logged. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseApplication, type ServedApplication } from "../../app/abci/application.ts";
import { type AbciServer, type ServerOptions, serve } from "../../app/abci/server.ts";
import { AbciPeer } from "./abciPeer.ts";

/** A running server, what it logged as "message: reason", and what stopped it. */
export interface TestServer extends AbciServer {
  readonly lines: readonly string[];
  readonly fatal: readonly unknown[];
  connect(): Promise<AbciPeer>;
}

/** Starts servers and, in `stop`, ends them and their peers and removes their sockets. */
export class AbciServers {
  private readonly folder = mkdtempSync(join(tmpdir(), "abci-"));
  private readonly servers: AbciServer[] = [];
  private readonly peers: AbciPeer[] = [];
  private count = 0;

  /** A path for one more unix socket. */
  path(): string {
    this.count += 1;
    return join(this.folder, `${this.count}.sock`);
  }

  /** Serves the defaults of an application with `methods` in their place. */
  async start(
    methods: Partial<ServedApplication> = {},
    options: Partial<ServerOptions> = {},
  ): Promise<TestServer> {
    const lines: string[] = [];
    const fatal: unknown[] = [];
    const log = (message: string, fields?: Readonly<Record<string, unknown>>): void => {
      lines.push(`${message}: ${fields?.["reason"]}`);
    };
    const server = await serve({
      application: { ...baseApplication(), ...methods },
      address: `unix://${this.path()}`,
      logger: { info: log, warn: log, error: log },
      onFatal: (error) => fatal.push(error),
      ...options,
    });
    this.servers.push(server);
    const connect = async (): Promise<AbciPeer> => {
      const peer = await AbciPeer.connect(server.address);
      this.peers.push(peer);
      return peer;
    };
    return { ...server, lines, fatal, connect };
  }

  /** Ends what this test started. */
  async stop(): Promise<void> {
    for (const peer of this.peers.splice(0)) peer.close();
    await Promise.all(this.servers.splice(0).map((server) => server.close()));
  }

  /** Removes the sockets' folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
