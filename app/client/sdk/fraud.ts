/** Proves on the chain that a node streamed something else than it revealed. */
import {
  MsgSubmitStreamFraud,
  MsgSubmitStreamFraudResponse,
  StreamFraud,
} from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { TxMsgData } from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { EMPTY_BYTES } from "../../lib/bytes.ts";
import { anyOf } from "../sign.ts";
import type { Account } from "./account.ts";
import { AegisError, invalidArgument } from "./error.ts";
import type { Included } from "./types.ts";

/** Sends one proof, an encoded `StreamFraud`. @throws AegisError `refused` and those of `send` */
export async function sendFraud(
  account: Account,
  submitter: string,
  fraud: Uint8Array,
): Promise<Included> {
  const message = anyOf(MsgSubmitStreamFraud, { submitter, frauds: [decoded(fraud)] });
  const { hash, height, data } = await account.send([message]);
  const [response] = TxMsgData.decode(data).msgResponses;
  const { results } = MsgSubmitStreamFraudResponse.decode(response?.value ?? EMPTY_BYTES);
  const { codespace = "tasks", code = 1 } = results[0] ?? {};
  if (code === 0) return { hash, height };
  const details = { codespace, code };
  throw new AegisError("refused", `refused: ${codespace} code ${code}`, details);
}

function decoded(fraud: Uint8Array): StreamFraud {
  try {
    return StreamFraud.decode(fraud);
  } catch (error) {
    if (error instanceof WireError) throw invalidArgument("proof", "an encoded StreamFraud");
    throw error;
  }
}
