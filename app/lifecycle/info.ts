/** Info: CometBFT asks at every start where the application stands, and replays what is missing. */
import type { RequestInfo, ResponseInfo } from "../../proto/gen/tendermint/abci/types.ts";
import { APP_NAME, APP_PROTOCOL_VERSION, APP_VERSION } from "../constants.ts";
import type { Host } from "./host.ts";

/** ABCI dialect that this application speaks (CometBFT v0.38 to v0.40). */
export const ABCI_VERSION = "2.0.0";

/** Logs when the engine speaks another dialect: the first sign of a mismatched binary. */
export function info(host: Host, request: RequestInfo): ResponseInfo {
  if (request.abciVersion !== "" && request.abciVersion !== ABCI_VERSION) {
    host.logger.warn("CometBFT speaks another ABCI version", {
      expected: ABCI_VERSION,
      got: request.abciVersion,
    });
  }
  const { height, appHash } = host.store.latest();
  return {
    data: APP_NAME,
    version: APP_VERSION,
    appVersion: APP_PROTOCOL_VERSION,
    lastBlockHeight: height,
    lastBlockAppHash: height === 0n ? new Uint8Array(0) : appHash,
  };
}
