/** What a local network consists of, as a file of networks/ says. */
import { readFileSync } from "node:fs";

/** First port of each kind. */
export interface Ports {
  /** Validator i serves RPC at rpc + 10 i and P2P at p2p + 10 i. */
  readonly rpc: number;
  readonly p2p: number;
  /** Validator i serves REST and JSON-RPC at api + 10 i, and gRPC at grpc + 10 i. */
  readonly api: number;
  readonly grpc: number;
  /** Resource node i serves metrics at metrics + i. */
  readonly metrics: number;
  /** Resource node i shows answers while they are made at stream + i. */
  readonly stream: number;
}

/** One network. */
export interface Manifest {
  readonly name: string;
  readonly validators: number;
  /** Nodes that genesis registers as ACTIVE, each of an operator of its own. */
  readonly resourceNodes: number;
  /** How many of them the network starts; the others wait for somebody to start them by hand. */
  readonly startedResourceNodes: number;
  readonly timeoutCommitMs: number;
  readonly ports: Ports;
  /** Rules of tasks that differ from the local ones, by their name in genesis.json. */
  readonly rules: Readonly<Record<string, number>>;
  /** Stake of resource node i in ASI; nodes without an entry have the usual one. */
  readonly stakes: readonly number[];
  /** Work score of resource node i; nodes without an entry have 1. */
  readonly workScores: readonly number[];
}

const VALIDATORS_MAX = 16;
const NODES_MAX = 16;
const PORT_STEP = 10;
const STAKE_MAX = 1_000_000_000;
const SCORE_MAX = 1_000_000_000;

/**
 * The manifest `name` of networks/.
 * @throws RangeError naming what is wrong with it.
 */
export function readManifest(name: string): Manifest {
  const url = new URL(`./networks/${name}.json`, import.meta.url);
  return manifestFromJson(JSON.parse(readFileSync(url, "utf8")));
}

/**
 * A manifest from its JSON.
 * @throws RangeError naming the field that is wrong.
 */
export function manifestFromJson(json: unknown): Manifest {
  const fields = json as Readonly<Record<string, unknown>>;
  const ports = (fields["ports"] ?? {}) as Readonly<Record<string, unknown>>;
  const manifest: Manifest = {
    name: `${fields["name"]}`,
    validators: integer(fields, "validators", 1, VALIDATORS_MAX),
    resourceNodes: integer(fields, "resource_nodes", 0, NODES_MAX),
    startedResourceNodes: integer(fields, "started_resource_nodes", 0, NODES_MAX),
    timeoutCommitMs: integer(fields, "timeout_commit_ms", 100, 60_000),
    ports: {
      rpc: integer(ports, "rpc", 1, 65_000),
      p2p: integer(ports, "p2p", 1, 65_000),
      api: integer(ports, "api", 1, 65_000),
      grpc: integer(ports, "grpc", 1, 65_000),
      metrics: integer(ports, "metrics", 1, 65_000),
      stream: integer(ports, "stream", 1, 65_000),
    },
    rules: integersByName(fields, "rules"),
    stakes: integers(fields, "stakes", STAKE_MAX),
    workScores: integers(fields, "work_scores", SCORE_MAX),
  };
  if (manifest.startedResourceNodes > manifest.resourceNodes) {
    throw new RangeError("started_resource_nodes exceeds resource_nodes");
  }
  return manifest;
}

/** The JSON of a manifest: the inverse of `manifestFromJson`. */
export function manifestToJson(manifest: Manifest): unknown {
  return {
    name: manifest.name,
    validators: manifest.validators,
    resource_nodes: manifest.resourceNodes,
    started_resource_nodes: manifest.startedResourceNodes,
    timeout_commit_ms: manifest.timeoutCommitMs,
    ports: manifest.ports,
    rules: manifest.rules,
    stakes: manifest.stakes,
    work_scores: manifest.workScores,
  };
}

/** RPC port of validator `index`. */
export function rpcPort(ports: Ports, index: number): number {
  return ports.rpc + index * PORT_STEP;
}

/** P2P port of validator `index`. */
export function p2pPort(ports: Ports, index: number): number {
  return ports.p2p + index * PORT_STEP;
}

/** Port of REST and JSON-RPC of validator `index`. */
export function apiPort(ports: Ports, index: number): number {
  return ports.api + index * PORT_STEP;
}

/** gRPC port of validator `index`. */
export function grpcPort(ports: Ports, index: number): number {
  return ports.grpc + index * PORT_STEP;
}

/** Metrics port of resource node `index`. */
export function metricsPort(ports: Ports, index: number): number {
  return ports.metrics + index;
}

/** Port of the streams of resource node `index`. */
export function streamPort(ports: Ports, index: number): number {
  return ports.stream + index;
}

function integer(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
  most: number,
): number {
  const value = fields[name];
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
    return value;
  }
  throw new RangeError(`${name} must be an integer from ${least} to ${most}`);
}

/** A list of positive integers; empty when it is left out. */
function integers(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  most: number,
): readonly number[] {
  const list = fields[name] ?? [];
  if (!Array.isArray(list)) throw new RangeError(`${name} must be a list`);
  return list.map((value) => integer({ [name]: value }, name, 1, most));
}

/** Integers by name; none when it is left out. Genesis validation knows which names there are. */
function integersByName(
  fields: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, number>> {
  const given = (fields[name] ?? {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(given);
  return Object.fromEntries(
    names.map((key) => [key, integer(given, key, 0, Number.MAX_SAFE_INTEGER)]),
  );
}
