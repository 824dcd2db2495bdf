/** MsgSubmitTask: asks for inferences and escrows their fees. */
import { MsgSubmitTask, MsgSubmitTaskResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { EMPTY_BYTES } from "../../../app/lib/bytes.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { GAS, TARGET_COUNT_MAX } from "../constants.ts";
import type { TasksDeps } from "../deps.ts";
import { submitTask } from "../submit.ts";
import { checkBatch, validateAddress, validateLength } from "./lists.ts";

/** Gas grows with what is stored: per task and per calculation. */
function submitGas(msg: MsgSubmitTask): bigint {
  let gas = GAS.message;
  for (const { targetCount } of msg.tasks) {
    const calculations = BigInt(Math.min(targetCount, TARGET_COUNT_MAX));
    gas += GAS.submitTask + GAS.calculation * calculations;
  }
  return gas;
}

/** Signed by the sender. Items stand or fall alone. */
export function submitTaskMessage(deps: TasksDeps): Message {
  return message<MsgSubmitTask, MsgSubmitTaskResponse>({
    request: MsgSubmitTask,
    response: MsgSubmitTaskResponse,
    signer: (msg) => msg.sender,
    gas: submitGas,
    validate: (msg) => {
      validateAddress(msg.sender, "sender");
      validateLength(msg.tasks);
    },
    execute: (ctx, msg) => {
      checkBatch(ctx, msg.tasks);
      const taskHashes: Uint8Array[] = msg.tasks.map(() => EMPTY_BYTES);
      const results = ctx.eachItem(msg.tasks, (item, request, index) => {
        taskHashes[index] = submitTask(deps, item, msg.sender, request, index);
      });
      return { results, taskHashes };
    },
    commandLine: {
      summary: "submit tasks; prompts and answers are public",
      example: "aegisd tx tasks submit-task --tasks @tasks.json --from user",
    },
  });
}
