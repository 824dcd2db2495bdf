/** MsgRegisterNode: a resource node with its stake. */
import { MsgRegisterNode, MsgRegisterNodeResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { utf8 } from "../../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS, NODE_LICENCES_MAX, NODE_MODELS_MAX, URL_BYTES_MAX } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { errors } from "../errors.ts";
import { registerNode } from "../nodes.ts";
import { isId } from "../revision.ts";
import { validateAddress } from "./lists.ts";

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidNode(what);
}

function validate(msg: MsgRegisterNode): void {
  const { operator, publicKey, signature, endpoint, models, stake, licences } = msg;
  validateAddress(operator, "operator");
  check(publicKey.length === 33, "public_key has 33 bytes");
  check(signature.length === 64, "signature has 64 bytes");
  check(utf8(endpoint).length <= URL_BYTES_MAX, `endpoint has at most ${URL_BYTES_MAX} bytes`);
  check(/^https?:\/\/[\x21-\x7e]+$/.test(endpoint), "endpoint is an http or https URL");
  check(stake <= AMOUNT_MAX, "stake is not an amount");
  check(licences.length <= NODE_LICENCES_MAX, `at most ${NODE_LICENCES_MAX} licences`);
  for (const [at, number] of licences.entries()) {
    check(number > (licences[at - 1] ?? 0), "licences must be strictly ascending");
  }
  check(models.length >= 1 && models.length <= NODE_MODELS_MAX, `1 to ${NODE_MODELS_MAX} models`);
  for (const [at, { model, kernelClass }] of models.entries()) {
    check(isId(model) && isId(kernelClass), "models: model and kernel_class are ids");
    check(model > (models[at - 1]?.model ?? ""), "models must be strictly ascending");
  }
}

/** Signed by the operator; the node's key signs inside. */
export function registerNodeMessage(deps: TasksDeps): Message {
  return message<MsgRegisterNode, MsgRegisterNodeResponse>({
    request: MsgRegisterNode,
    response: MsgRegisterNodeResponse,
    signer: (msg) => msg.operator,
    gas: (msg) => GAS.registerNode + GAS.licence * BigInt(msg.licences.length),
    validate,
    execute: (ctx, msg) => ({ node: registerNode(deps, ctx, msg) }),
    commandLine: {
      summary: "register a resource node with its stake",
      example:
        "aegisd tx tasks register-node --public-key KEY --signature SIGNATURE " +
        "--endpoint https://node.example --models @models.json --stake 1000000000 --from operator",
    },
  });
}
