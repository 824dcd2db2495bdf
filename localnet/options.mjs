/**
 * The options of `npm start`. Read before anything is installed, so that a mistake is told at once;
 * hence nothing but Node's built-ins.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What `--validators` may be; each has its manifest in localnet/networks/. */
const NETWORK_BY_VALIDATORS = { 1: "single", 4: "four" };
/** What `--network` may be: every manifest there. */
const NETWORKS = ["single", "four", "eight", "sidecar"];

const DEFAULT_PROMPT = "Name three things that every blockchain needs, one line each.";
const PORT_MAX = 65_535;
const GATEWAY_PORT = 8_080;

/** What `npm start -- --help` prints. */
export const HELP = `Starts a local AegisAI network, has a task answered, and keeps the network up.

npm start -- [OPTIONS]

  --prompt TEXT        what to ask (default: "${DEFAULT_PROMPT}")
  --validators N       1 or 4 validators (default: 1, or what the kept network has)
  --network NAME       ${NETWORKS.join(", ")} (localnet/networks/NAME.json): eight has eight
                       operators with a resource node each, enough to decide disputes
  --once               end after the answer is final; the network is a temporary one
  --json               with --once: print one JSON object on standard output, all else on
                       standard error (npm start --silent -- --once --json)
  --reset              delete the kept network and start anew
  --home DIR           where the network is kept (default: .localnet)
  --rpc-port PORT      RPC port of the first validator; the others follow in steps of 10
                       (default: 26657; with --once a free one)
  --p2p-port PORT      P2P port of the first validator, likewise (default: 26656)
  --api-port PORT      REST and JSON-RPC port of the first validator, likewise (default: 1317)
  --grpc-port PORT     gRPC port of the first validator, likewise (default: 9090)
  --metrics-port PORT  metrics port of the first resource node; the others follow in steps of 1
  --stream-port PORT   port of the first resource node's streams, likewise; of a new network only
                       (default: 26670; with --once a free one)
  --gateway-port PORT  port of the gateway for clients of OpenAI's API (default: 8080)
  --no-gateway         start no gateway; --once starts none anyway
  --help               this page

Exit codes: 0 done (with --once: the task is final), 1 failure, 2 wrong command line.

Examples:
  npm start
  npm start -- --prompt "What is a Merkle tree?"
  npm start --silent -- --once --json
`;

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  once: { type: "boolean" },
  json: { type: "boolean" },
  reset: { type: "boolean" },
  prompt: { type: "string" },
  validators: { type: "string" },
  network: { type: "string" },
  home: { type: "string" },
  "rpc-port": { type: "string" },
  "p2p-port": { type: "string" },
  "api-port": { type: "string" },
  "grpc-port": { type: "string" },
  "metrics-port": { type: "string" },
  "stream-port": { type: "string" },
  "gateway-port": { type: "string" },
  "no-gateway": { type: "boolean" },
};

/**
 * The options in `args`; relative folders are relative to `project`. Throws an Error of one line
 * for a wrong command line.
 */
export function parseOptions(args, project) {
  const { values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false });
  const { once = false, json = false, reset = false } = values;
  if (json && !once) throw new Error("--json goes with --once: only that ends with one object");
  if (once && reset)
    throw new Error("--once uses a temporary network: there is nothing to --reset");
  if (once && values.home !== undefined) {
    throw new Error("--once uses a temporary network: --home has no meaning with it");
  }
  if (values.prompt?.trim() === "") throw new Error("--prompt needs a text");
  return {
    help: values.help ?? false,
    once,
    json,
    reset,
    prompt: values.prompt ?? DEFAULT_PROMPT,
    network: networkOf(values),
    gatewayPort: gatewayPortOf(values),
    home: resolve(project, values.home ?? join(project, ".localnet")),
    ports: {
      rpc: portOf(values, "rpc-port"),
      p2p: portOf(values, "p2p-port"),
      api: portOf(values, "api-port"),
      grpc: portOf(values, "grpc-port"),
      metrics: portOf(values, "metrics-port"),
      stream: portOf(values, "stream-port"),
    },
  };
}

/** Undefined means that no gateway starts. */
function gatewayPortOf(values) {
  const port = portOf(values, "gateway-port");
  if (!values.once && !values["no-gateway"]) return port ?? GATEWAY_PORT;
  if (port === undefined) return undefined;
  throw new Error("--gateway-port has no meaning with --once or --no-gateway: no gateway starts");
}

function networkOf({ validators, network }) {
  if (network !== undefined) {
    if (validators !== undefined) throw new Error("--network says the validators already");
    if (NETWORKS.includes(network)) return network;
    throw new Error(`--network is one of ${NETWORKS.join(", ")}, not "${network}"`);
  }
  if (validators === undefined) return undefined;
  const known = Object.keys(NETWORK_BY_VALIDATORS);
  if (!known.includes(validators)) {
    throw new Error(`--validators is ${known.join(" or ")}, not "${validators}"`);
  }
  return NETWORK_BY_VALIDATORS[validators];
}

function portOf(values, name) {
  const text = values[name];
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > PORT_MAX) {
    throw new Error(`--${name} is a port from 1 to ${PORT_MAX}, not "${text}"`);
  }
  return port;
}
