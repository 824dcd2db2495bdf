/** A chain through the HTTP server of one node, with the client library that anybody can use. */
import type { AegisClient } from "../../../app/client/sdk/types.ts";
import type { GatewayConfig } from "../home/config.ts";
import { CommandError, EXIT } from "../../aegisd/exit.ts";
import { accountSigner } from "../money/accounts.ts";
import type { BorrowedClient, GatewayChain, ListedTask } from "./chain.ts";

/** Clients of owners that are kept open when nobody uses them. */
const IDLE_CLIENTS_MAX = 64;

export async function connectChain(
  _config: GatewayConfig,
  _master: Uint8Array,
): Promise<GatewayChain> {
  throw new CommandError("not yet", EXIT.unreachable);
}
