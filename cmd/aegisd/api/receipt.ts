/** `GET /receipt/HASH`: the file that proves a task's answer, as `aegisd receipt` writes it. */
import { CollectError } from "../../../app/client/receipt/collect.ts";
import { encodeReceipt } from "../../../app/client/receipt/format.ts";
import { makeReceipt } from "../../../app/client/receipt/make.ts";
import { nodeSource } from "../../../app/client/receipt/node.ts";
import { RpcError } from "../../../app/client/rpcError.ts";
import { fromHex } from "../../../app/lib/bytes.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Mount } from "./server.ts";

/** Receipts that are made at a time: each asks this very process for some fifty proofs. */
const MAKERS_MAX = 4;
const HASH = /^[0-9a-fA-F]{64}$/;

/** The route; `rpcUrl` is that of the node's CometBFT. */
export function receiptMount(rpcUrl: string, logger: Logger): Mount {
  const source = nodeSource(rpcUrl);
  let making = 0;
  return (server) => {
    server.get<{ Params: { task: string } }>("/receipt/:task", async (request, reply) => {
      const { task } = request.params;
      if (!HASH.test(task)) return reply.code(400).send({ code: 3, message: "no hash of a task" });
      if (making >= MAKERS_MAX) return reply.code(429).send({ code: 8, message: "ask again" });
      making += 1;
      try {
        const bytes = encodeReceipt(await makeReceipt(source, fromHex(task)));
        return await reply.type("application/json").send(Buffer.from(bytes));
      } catch (error) {
        const [status, code] = refusalOf(error);
        if (status === 500) logger.error("a receipt failed", { error: `${error}` });
        const message = status === 500 ? "internal error" : (error as Error).message;
        return reply.code(status).send({ code, message });
      } finally {
        making -= 1;
      }
    });
  };
}

/** HTTP status and gRPC code. */
function refusalOf(error: unknown): readonly [status: number, code: number] {
  if (error instanceof RpcError) return [503, 14];
  if (!(error instanceof CollectError)) return [500, 13];
  // Too early: the task is there, and its proof is not yet.
  return error.message.startsWith("no task") ? [404, 5] : [425, 9];
}
