/** The OpenRPC document: what every method takes, answers and refuses, out of the declarations. */
import { APP_VERSION } from "../../../../app/constants.ts";
import { type FaultName, faultText } from "./fault.ts";
import { type Method, method, NOTIFICATION } from "./method.ts";
import { recordSchemas } from "./record.ts";
import type { JsonSchema } from "./shape.ts";

const OPENRPC_VERSION = "1.3.2";
/** What any method can answer. */
const COMMON: readonly FaultName[] = ["invalidParams", "internal"];

/** The document of `methods`, which begin to speak of themselves with `rpc.discover`. */
export function openRpcDocument(methods: readonly Method[]): JsonSchema {
  const records = methods.flatMap((one) => one.records ?? []);
  return {
    openrpc: OPENRPC_VERSION,
    info: {
      title: "AegisAI RPC",
      version: APP_VERSION,
      description:
        "JSON-RPC 2.0 by HTTP POST and WebSocket at /rpc. Bytes of the protocol are hex, parts " +
        "of transactions base64, 64-bit integers decimal text, amounts in uasi.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ name: "this node", url: "/rpc" }],
    methods: methods.map(described),
    components: { schemas: recordSchemas(records) },
  };
}

function described(one: Method): JsonSchema {
  const { name, summary, description, params, result, faults, notifies, example } = one;
  return {
    name,
    summary,
    ...(description === undefined ? {} : { description }),
    paramStructure: "by-name",
    params: Object.entries(params).map(([param, { schema, isOptional }]) => ({
      name: param,
      required: !isOptional,
      schema,
    })),
    result: { name: `${name}Result`, schema: result },
    errors: [...COMMON, ...faults].map(faultText),
    examples: [
      {
        name: `${name}Example`,
        params: Object.entries(example.params).map(([param, value]) => ({ name: param, value })),
        result: { name: `${name}Result`, value: example.result },
      },
    ],
    // OpenRPC has no word for what is sent later.
    ...(notifies === undefined
      ? {}
      : { "x-notification": { name: NOTIFICATION, params: notifies } }),
  };
}

/** `rpc.discover`, the method that OpenRPC names. */
export function discoverMethod(document: () => JsonSchema): Method {
  return method({
    name: "rpc.discover",
    summary: "This description.",
    params: {},
    result: { $ref: "https://meta.open-rpc.org/" },
    faults: [],
    example: { params: {}, result: {} },
    run: document,
  });
}
