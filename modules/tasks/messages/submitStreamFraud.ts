/** MsgSubmitStreamFraud: proves that nodes streamed something else than they revealed. */
import {
  MsgSubmitStreamFraud,
  MsgSubmitStreamFraudResponse,
  StreamFraud,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { proveStreamFraud } from "../streamFraud.ts";
import { checkBatch, validateAddress, validateOrder } from "./lists.ts";

/** Gas of the message: it grows with what is hashed. */
export function streamFraudGas({ frauds }: MsgSubmitStreamFraud): bigint {
  let gas = GAS.message;
  for (const fraud of frauds) {
    const bytes = GAS.streamByte * BigInt(StreamFraud.encode(fraud).length);
    gas += GAS.streamFraud + GAS.streamChunk * BigInt(fraud.chunks.length) + bytes;
  }
  return gas;
}

/** Signed by anybody. Items stand or fall alone. */
export function submitStreamFraudMessage(deps: TasksDeps): Message {
  return message<MsgSubmitStreamFraud, MsgSubmitStreamFraudResponse>({
    request: MsgSubmitStreamFraud,
    response: MsgSubmitStreamFraudResponse,
    signer: (msg) => msg.submitter,
    gas: streamFraudGas,
    validate: (msg) => {
      validateAddress(msg.submitter, "submitter");
      validateOrder(msg.frauds);
    },
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.frauds);
      const results = ctx.eachItem(msg.frauds, (item, fraud) => {
        proveStreamFraud(deps, item, msg.submitter, fraud);
      });
      return { results };
    },
    commandLine: {
      summary: "prove that a node streamed something else than it revealed",
      example: "aegisd tx tasks submit-stream-fraud --frauds @frauds.json --from user",
    },
  });
}
