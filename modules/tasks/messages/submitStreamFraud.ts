/** MsgSubmitStreamFraud: proofs that nodes streamed something else than they revealed. */
import {
  MsgSubmitStreamFraud,
  MsgSubmitStreamFraudResponse,
  StreamFraud,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { proveStreamFraud } from "../streamFraud.ts";
import { checkBatch, validateItems } from "./lists.ts";

/** Every chunk is hashed, and every byte of it is compared. */
function fraudGas({ frauds }: MsgSubmitStreamFraud): bigint {
  let gas = GAS.message;
  for (const fraud of frauds) {
    const bytes = BigInt(StreamFraud.encode(fraud).length);
    gas += GAS.streamFraud + GAS.streamChunk * BigInt(fraud.chunks.length);
    gas += GAS.streamByte * bytes;
  }
  return gas;
}

/** Signed by whoever has the proof. Items stand or fall alone. */
export function submitStreamFraudMessage(deps: TasksDeps): Message {
  return message<MsgSubmitStreamFraud, MsgSubmitStreamFraudResponse>({
    request: MsgSubmitStreamFraud,
    response: MsgSubmitStreamFraudResponse,
    signer: (msg) => msg.submitter,
    gas: fraudGas,
    validate: (msg) => validateItems(msg.submitter, msg.frauds, "submitter"),
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.frauds);
      const results = ctx.eachItem(msg.frauds, (item, one) =>
        proveStreamFraud(deps, item, msg.submitter, one),
      );
      return { results };
    },
    commandLine: {
      summary: "prove that nodes streamed something else than they revealed",
      example: "aegisd tx tasks submit-stream-fraud --frauds @frauds.json --from user",
    },
  });
}
