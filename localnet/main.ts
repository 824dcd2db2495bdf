/**
 * What `npm start` runs once everything is installed and built: opens or makes the network, starts
 * it, has one task answered, tells what happened, and goes on until it is told to stop.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "../cmd/setup/log.mjs";
import { accountSigner, listAccounts } from "./accounts.ts";
import { CHAIN_ID } from "./genesis.ts";
import { gatewayLines, requireGatewayPort, startLocalGateway } from "./gateway.ts";
import { endLeftovers } from "./leftovers.ts";
import { layoutOf, nodeName, USER_NAME, validatorName } from "./layout.ts";
import { apiPort, grpcPort, type Manifest, metricsPort, readManifest } from "./manifest.ts";
import { balances } from "./money.ts";
import type { Options } from "./options.mjs";
import { freePorts } from "./ports.ts";
import { reportLines, type TaskReport, taskReport } from "./report.ts";
import {
  createNetwork,
  keptNetwork,
  LOCAL_GAS_PRICE,
  type Network,
  rpcUrl,
  writeSettings,
} from "./setup.ts";
import { type RunningNetwork, startNetwork } from "./start.ts";
import { Stopped, unlessStopped, watchForStop } from "./stop.ts";
import { followTask, submitTask, taskRequest } from "./task.ts";

/** What `npm start` has prepared. */
export interface LocalnetRun {
  readonly options: Options;
  /** Path of the default model's file. */
  readonly modelFile: string;
  readonly log: Log;
}

/** Exit code when somebody stopped it before the task was final. */
const INTERRUPTED = 130;

/** Runs the local network; resolves with the exit code when everything it started has stopped. */
export async function runLocalnet({ options, modelFile, log }: LocalnetRun): Promise<number> {
  const watch = watchForStop();
  const broken = new AbortController();
  const signal = AbortSignal.any([watch.signal, broken.signal]);
  let running: RunningNetwork | undefined;
  const home = options.once ? temporaryHome() : options.home;
  try {
    const network = await openNetwork(home, options, modelFile, log);
    const onEnd = (message: string): void => broken.abort(message);
    const { gatewayPort } = options;
    if (gatewayPort !== undefined) await requireGatewayPort(gatewayPort);
    running = await startNetwork(network, log, onEnd, signal);
    const { report, isFinal } = await answerOne(running, options.prompt, log, signal);
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    if (options.once) return isFinal ? 0 : 1;
    const gateway =
      gatewayPort === undefined
        ? undefined
        : await startLocalGateway(running, gatewayPort, log, signal);
    const more = gateway === undefined ? [] : gatewayLines(gateway);
    for (const line of addressLines(running, more)) log.line(line);
    await unlessStopped(signal, new Promise<never>(() => {}));
    return 0;
  } catch (error) {
    if (broken.signal.aborted) throw new Error(`${broken.signal.reason}`);
    if (!(error instanceof Stopped)) throw error;
    log.line(`stopping: ${error.message}`);
    return options.once ? INTERRUPTED : 0;
  } finally {
    // A second Ctrl-C must not leave processes behind, so signals stay watched until the end.
    await running?.processes.stopAll();
    if (options.once) rmSync(home, { recursive: true, force: true });
    watch.close();
    if (running !== undefined) log.line("stopped everything that it had started");
  }
}

async function openNetwork(
  home: string,
  options: Options,
  modelFile: string,
  log: Log,
): Promise<Network> {
  const kept = options.reset ? undefined : keptNetwork(home);
  if (kept === undefined) {
    endLeftovers(layoutOf(home));
    const manifest = readManifest(options.network ?? "single");
    const ports = options.once ? await freePorts(manifest) : manifest.ports;
    return log.step(`making a new network in ${home}`, () =>
      createNetwork(home, withPorts({ ...manifest, ports }, options), modelFile),
    );
  }
  if (options.network !== undefined && options.network !== kept.manifest.name) {
    throw new Error(
      `the network in ${home} is "${kept.manifest.name}", with ${kept.manifest.validators} ` +
        "validator(s): --reset starts anew with another number, --home DIR keeps both",
    );
  }
  const { stream = kept.manifest.ports.stream } = options.ports;
  if (stream !== kept.manifest.ports.stream) {
    throw new Error("--stream-port: nodes are registered with theirs; --reset starts anew");
  }
  log.line(`going on with the network in ${home}; --reset starts anew`);
  const network = { ...kept, manifest: withPorts(kept.manifest, options) };
  writeSettings(network, modelFile);
  return network;
}

function withPorts(manifest: Manifest, { ports }: Options): Manifest {
  return {
    ...manifest,
    ports: {
      rpc: ports.rpc ?? manifest.ports.rpc,
      p2p: ports.p2p ?? manifest.ports.p2p,
      api: ports.api ?? manifest.ports.api,
      grpc: ports.grpc ?? manifest.ports.grpc,
      metrics: ports.metrics ?? manifest.ports.metrics,
      stream: ports.stream ?? manifest.ports.stream,
    },
  };
}

async function answerOne(
  running: RunningNetwork,
  prompt: string,
  log: Log,
  signal: AbortSignal,
): Promise<{ readonly report: TaskReport; readonly isFinal: boolean }> {
  const [rpc] = running.rpcs;
  if (rpc === undefined) throw new Error("a network has at least one validator");
  const place = { chainId: CHAIN_ID, gasPrice: LOCAL_GAS_PRICE };
  const signer = await accountSigner(running.layout, USER_NAME);
  log.line(`submitting a task: ${prompt}`);
  const request = taskRequest(prompt);
  const submitted = await unlessStopped(signal, submitTask(rpc, signer, place, request));
  const onTransition = ({ state, height }: { state: string; height: number }): void =>
    log.line(`  ${state.padEnd(12)} at height ${height}`);
  const following = followTask(rpc, submitted, onTransition, signal);
  const followed = await unlessStopped(signal, following);
  const report = taskReport(followed, prompt, await balances(rpc));
  const names = new Map(listAccounts(running.layout).map(({ name, address }) => [address, name]));
  const nameOf = (address: string): string => {
    const name = names.get(address);
    return name === undefined ? "" : ` (${name})`;
  };
  for (const line of reportLines(report, nameOf)) log.line(line);
  return { report, isFinal: followed.isFinal };
}

function addressLines(
  { layout, manifest, processes }: RunningNetwork,
  more: readonly string[],
): string[] {
  const lines = ["Running:"];
  for (let i = 0; i < manifest.validators; i += 1) {
    const grpc = `gRPC 127.0.0.1:${grpcPort(manifest.ports, i)}`;
    const rest = `REST http://127.0.0.1:${apiPort(manifest.ports, i)}`;
    lines.push(`  ${validatorName(i).padEnd(12)} RPC ${rpcUrl(manifest, i)}, ${rest}, ${grpc}`);
  }
  for (let i = 0; i < manifest.startedResourceNodes; i += 1) {
    const url = `http://127.0.0.1:${metricsPort(manifest.ports, i)}/metrics`;
    lines.push(`  ${nodeName(i).padEnd(12)} metrics ${url}`);
  }
  lines.push(
    ...more,
    `  accounts     aegisd keys list --keyring-backend test --home ${layout.keyringHome}`,
    `  logs         ${layout.logs}`,
    `${processes.names().length} processes run until Ctrl-C. The network is kept; the next ` +
      "start goes on from here.",
  );
  return lines;
}

/** Short, because paths of sockets have less than 100 bytes. */
function temporaryHome(): string {
  const base = tmpdir().length <= 40 ? tmpdir() : "/tmp";
  return mkdtempSync(join(base, "aegis-"));
}
