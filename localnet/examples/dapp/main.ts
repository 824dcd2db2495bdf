/**
 * `npm run dapp`: builds the example page and serves it beside the network that `npm start` has
 * started, until Ctrl-C.
 */
import { once } from "node:events";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { apiPort } from "../../manifest.ts";
import { keptNetwork, rpcUrl } from "../../setup.ts";
import { buildPage } from "./build.ts";
import { pageServer, type Place } from "./server.ts";

const PORT = 5_180;
const GATEWAY = "http://127.0.0.1:8080";
const PROBE_MS = 2_000;
const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));

const HELP = `Serves the example page beside the network that npm start has started.

npm run dapp -- [OPTIONS]

  --port PORT       where the page is served, on this machine only (default: ${PORT}; 0: a free one)
  --home DIR        folder of the local network (default: .localnet)
  --gateway URL     gateway whose faucet fills burner keys (default: ${GATEWAY})
  --help            this page

Exit codes: 0 done, 1 failure, 2 wrong command line.
`;

interface Options {
  readonly help: boolean;
  readonly port: number;
  readonly home: string;
  readonly gateway: string;
}

/** @throws Error for a wrong command line. */
function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const options = { port: text, home: text, gateway: text, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const port = Number(values.port ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error("--port is a number from 0 to 65535");
  }
  const gateway = (values.gateway ?? GATEWAY).replace(/\/+$/, "");
  if (!/^https?:\/\//.test(gateway)) throw new Error("--gateway is a URL with http or https");
  const home = resolve(PROJECT, values.home ?? join(PROJECT, ".localnet"));
  return { help: values.help ?? false, port, home, gateway };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(PROBE_MS) })).ok;
  } catch {
    return false;
  }
}

/** @throws Error that says what to do when no network runs. */
async function placeOf({ home, gateway }: Options): Promise<Place> {
  const network = keptNetwork(home);
  if (network === undefined) {
    throw new Error(`there is no network in ${home}: start one with npm start`);
  }
  const { manifest } = network;
  const rpc = rpcUrl(manifest, 0);
  if (!(await answers(`${rpc}/status`))) {
    throw new Error(`the network in ${home} does not answer at ${rpc}: start it with npm start`);
  }
  const hasGateway = await answers(`${gateway}/ready`);
  const api = `http://127.0.0.1:${apiPort(manifest.ports, 0)}`;
  return { rpc, api, gateway: hasGateway ? gateway : null };
}

async function serve(options: Options): Promise<void> {
  const place = await placeOf(options);
  const files = await buildPage();
  const server = pageServer(files, place);
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" ? bound?.port : options.port;
  const bytes = Object.values(files).reduce((sum, file) => sum + file.length, 0);
  process.stdout.write(`the page, ${bytes} bytes: http://127.0.0.1:${port}/ (Ctrl-C ends it)\n`);
  if (place.gateway === null) {
    process.stdout.write("no gateway answers, so burner keys cannot be filled here\n");
  }
  const stopped = new Promise<void>((done) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => done());
  });
  await stopped;
  server.close();
  server.closeAllConnections();
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = optionsOf(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n"npm run dapp -- --help" shows more\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    await serve(options);
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

process.exitCode = await main();
