/** What can go wrong with a call: each fault has a fixed code, and data for programs. */

export type FaultName =
  | "parseError"
  | "invalidRequest"
  | "methodNotFound"
  | "invalidParams"
  | "internal"
  | "chainRefused"
  | "nodeUnavailable"
  | "notIncluded"
  | "needsWebSocket"
  | "limitExceeded";

const FAULTS: Readonly<Record<FaultName, readonly [code: number, text: string]>> = {
  parseError: [-32700, "not JSON"],
  invalidRequest: [-32600, "not a JSON-RPC 2.0 request"],
  methodNotFound: [-32601, "no such method"],
  invalidParams: [-32602, "invalid parameters"],
  internal: [-32603, "internal error: the node's log says more"],
  chainRefused: [-32000, "refused by the chain"],
  nodeUnavailable: [-32001, "the node cannot answer now"],
  notIncluded: [-32002, "no block has the transaction yet; it may still be included"],
  needsWebSocket: [-32003, "subscriptions need a WebSocket connection"],
  limitExceeded: [-32004, "a limit is reached"],
};

/** The error object of an answer. */
export interface FaultJson {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** A refusal that the caller sees. */
export class RpcFault extends Error {
  override readonly name = "RpcFault";
  readonly code: number;
  readonly data: unknown;

  /** `detail` is appended to the table's text; `data` is for programs. */
  constructor(fault: FaultName, detail?: string, data?: unknown) {
    const [code, text] = FAULTS[fault];
    super(detail === undefined ? text : `${text}: ${detail}`);
    this.code = code;
    this.data = data;
  }
}

/** `error` as an answer carries it. */
export function faultJson({ code, message, data }: RpcFault): FaultJson {
  return data === undefined ? { code, message } : { code, message, data };
}

/** Code and text of a fault, for descriptions. */
export function faultText(fault: FaultName): FaultJson {
  const [code, message] = FAULTS[fault];
  return { code, message };
}

/** A parameter that is not what it must be; `at` is its path, such as `prompts[0].role`. */
export function badParam(at: string, reason: string): RpcFault {
  return new RpcFault("invalidParams", `${at}: ${reason}`, { param: at, reason });
}

/** Why the chain refused something. */
export interface Refusal {
  readonly codespace: string;
  readonly code: number;
  readonly log: string;
}

/** The fault of a refusal, with what else is known of it, such as the transaction's hash. */
export function refused({ codespace, code, log }: Refusal, more: object = {}): RpcFault {
  const detail = `${log} (${codespace} code ${code})`;
  return new RpcFault("chainRefused", detail, { codespace, code, log, ...more });
}
