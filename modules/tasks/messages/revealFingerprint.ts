/** MsgRevealFingerprint: reveal fingerprints of results. */
import {
  MsgRevealFingerprint,
  MsgRevealFingerprintResponse,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { revealFingerprint } from "../opening.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { checkBatch, listGas, validateItems } from "./lists.ts";

/** Signed by the node's own key. Items stand or fall alone. */
export function revealFingerprintMessage(deps: TasksDeps): Message {
  return message<MsgRevealFingerprint, MsgRevealFingerprintResponse>({
    request: MsgRevealFingerprint,
    response: MsgRevealFingerprintResponse,
    signer: (msg) => msg.node,
    gas: (msg) => listGas(GAS.message, GAS.revealFingerprint, msg.items),
    lane: "urgent",
    validate: (msg) => validateItems(msg.node, msg.items),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.items);
      const results = ctx.eachItem(msg.items, (item, one) =>
        revealFingerprint(deps, item, msg.node, one),
      );
      return { results };
    },
    commandLine: {
      summary: "reveal fingerprints of results",
      example: "aegisd tx tasks reveal-fingerprint --items @items.json --from node1",
    },
  });
}
