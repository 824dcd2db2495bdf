/** Ports of a local network: whether they are free, and which option changes them. */
import { createServer } from "node:net";
import {
  apiPort,
  grpcPort,
  type Manifest,
  metricsPort,
  type Ports,
  p2pPort,
  rpcPort,
  streamPort,
} from "./manifest.ts";

const HOST = "127.0.0.1";
/** Room for 16 validators in steps of 10, and 16 nodes, twice. */
const BLOCK = 400;
const BLOCK_FIRST = 20_000;
const BLOCKS = 100;

/** A port in use, what for, and the option that chooses another. */
export interface PortUse {
  readonly port: number;
  readonly use: string;
  readonly option: string;
}

/** Every port that the network will listen on. */
export function portUses(manifest: Manifest): PortUse[] {
  const uses: PortUse[] = [];
  for (let i = 0; i < manifest.validators; i += 1) {
    const { ports } = manifest;
    uses.push({ port: rpcPort(ports, i), use: `RPC of validator ${i}`, option: "rpc" });
    uses.push({ port: p2pPort(ports, i), use: `P2P of validator ${i}`, option: "p2p" });
    uses.push({ port: apiPort(ports, i), use: `REST of validator ${i}`, option: "api" });
    uses.push({ port: grpcPort(ports, i), use: `gRPC of validator ${i}`, option: "grpc" });
  }
  for (let i = 0; i < manifest.startedResourceNodes; i += 1) {
    const port = metricsPort(manifest.ports, i);
    uses.push({ port, use: `metrics of resource node ${i}`, option: "metrics" });
    const stream = streamPort(manifest.ports, i);
    uses.push({ port: stream, use: `streams of resource node ${i}`, option: "stream" });
  }
  return uses;
}

/**
 * Checks every port before anything starts.
 * @throws RangeError naming the port, what it is for, and the option that chooses another.
 */
export async function requireFreePorts(manifest: Manifest): Promise<void> {
  const taken = new Set<number>();
  for (const { port, use, option } of portUses(manifest)) {
    const advice = `choose another with --${option}-port, or stop the program that has it`;
    if (taken.has(port)) throw new RangeError(`port ${port} (${use}) is used twice: ${advice}`);
    taken.add(port);
    const reason = await complaintAbout(port);
    if (reason !== undefined) throw new RangeError(`port ${port} (${use}) ${reason}: ${advice}`);
  }
}

/**
 * Ports that are free now, for a temporary network. `start` spreads networks that are made at the
 * same time.
 * @throws RangeError when nothing is free.
 */
export async function freePorts(manifest: Manifest, start: number = process.pid): Promise<Ports> {
  for (let i = 0; i < BLOCKS; i += 1) {
    const base = BLOCK_FIRST + ((start + i) % BLOCKS) * BLOCK;
    const ports = {
      rpc: base,
      p2p: base + 1,
      api: base + 2,
      grpc: base + 3,
      metrics: base + 200,
      stream: base + 220,
    };
    const uses = portUses({ ...manifest, ports });
    const complaints = await Promise.all(uses.map(({ port }) => complaintAbout(port)));
    if (complaints.every((complaint) => complaint === undefined)) return ports;
  }
  throw new RangeError("no free ports found for a temporary network: choose some with --rpc-port");
}

/** Why nobody can listen on `port` now, or undefined. */
export function complaintAbout(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.code})`);
    });
    probe.listen(port, HOST, () => probe.close(() => resolve(undefined)));
  });
}
