/** Types of options.mjs. */

/** First port of each kind; undefined means the network's own. */
export interface PortOptions {
  readonly rpc: number | undefined;
  readonly p2p: number | undefined;
  readonly api: number | undefined;
  readonly grpc: number | undefined;
  readonly metrics: number | undefined;
  readonly stream: number | undefined;
}

export interface Options {
  readonly help: boolean;
  readonly once: boolean;
  readonly json: boolean;
  readonly reset: boolean;
  readonly prompt: string;
  /** Name of a manifest in localnet/networks/; undefined means the kept network's. */
  readonly network: string | undefined;
  /** Undefined means that no gateway starts. */
  readonly gatewayPort: number | undefined;
  readonly home: string;
  readonly ports: PortOptions;
}

export declare const HELP: string;
export declare function parseOptions(args: readonly string[], project: string): Options;
