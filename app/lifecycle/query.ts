/**
 * Query: declared queries by their gRPC path, simulation, proofs under /store/<name>/key, the
 * version, and CometBFT's peer filter. Any height that the store keeps can be asked.
 */
import type { RequestQuery, ResponseQuery } from "../../proto/gen/tendermint/abci/types.ts";
import { SimulateRequest, SimulateResponse } from "../../proto/gen/cosmos/tx/v1beta1/service.ts";
import { WireError } from "../../proto/wire/error.ts";
import { APP_VERSION } from "../constants.ts";
import { utf8 } from "../lib/bytes.ts";
import { ModuleError } from "../module/error.ts";
import { Branch } from "../store/branch.ts";
import type { ReadState } from "../store/store.ts";
import { sdkErrors } from "../tx/errors.ts";
import { queryContext } from "./context.ts";
import {
  committedState,
  type Host,
  isInitialised,
  lastBlock,
  latestHeight,
  nextBlock,
} from "./host.ts";
import { failure, runTx } from "./runTx.ts";

const SIMULATE_PATH = "/cosmos.tx.v1beta1.Service/Simulate";

const EMPTY: ResponseQuery = {
  code: 0,
  log: "",
  info: "",
  index: 0n,
  key: new Uint8Array(0),
  value: new Uint8Array(0),
  proofOps: undefined,
  height: 0n,
  codespace: "",
};

/** Never throws for anything that a client can ask. */
export function query(host: Host, request: RequestQuery): ResponseQuery {
  // cosmjs refuses an answer without a height of at least 1.
  const latest = latestHeight(host) || 1n;
  const height = request.height > 0n ? request.height : latest;
  try {
    return { ...EMPTY, height, ...answer(host, request) };
  } catch (error) {
    const cause = error instanceof WireError ? sdkErrors.invalidRequest(error.message) : error;
    const { code, codespace, log } = failure(host, cause, { gasWanted: 0n, gasUsed: 0n }, []);
    return { ...EMPTY, height, code, codespace, log };
  }
}

/** @throws ModuleError when that height is not kept. */
function stateAt(host: Host, height: bigint): ReadState {
  if (!isInitialised(host)) throw sdkErrors.invalidHeight("the chain has no state yet");
  if (height < 0n) throw sdkErrors.invalidHeight("negative height");
  if (height === 0n || height === latestHeight(host)) return committedState(host);
  const state = host.store.at(height);
  if (state === undefined) {
    throw sdkErrors.invalidHeight(
      `height ${height} is not kept (latest ${latestHeight(host)}, pruned below)`,
    );
  }
  return state;
}

function answer(host: Host, request: RequestQuery): Partial<ResponseQuery> {
  const { path } = request;
  const declared = host.queries.get(path);
  if (declared !== undefined) {
    const state = stateAt(host, request.height);
    const asked = declared.method.request.decode(request.data);
    const given = declared.handle(queryContext(state, lastBlock(state)), asked);
    return { value: declared.method.response.encode(given) };
  }
  if (path === SIMULATE_PATH) return simulate(host, request);
  if (path === "/app/version") return { value: utf8(APP_VERSION) };
  if (path.startsWith("/p2p/filter/")) return {};
  const store = /^\/store\/([a-z0-9_]+)\/key$/.exec(path)?.[1];
  if (store !== undefined) return rawKey(host, store, request);
  throw sdkErrors.unknownRequest(`unknown query path: ${path.slice(0, 200)}`);
}

function simulate(host: Host, request: RequestQuery): Partial<ResponseQuery> {
  const { txBytes } = SimulateRequest.decode(request.data);
  const state = new Branch(stateAt(host, request.height));
  const result = runTx(host, txBytes, { state, block: nextBlock(state), mode: "simulate" });
  if (result.code !== 0) throw new ModuleError(result.codespace, result.code, result.log);
  return {
    value: SimulateResponse.encode({
      gasInfo: { gasWanted: result.gasWanted, gasUsed: result.gasUsed },
      result: {
        data: result.data,
        log: "",
        events: result.events,
        msgResponses: [],
      },
    }),
  };
}

/** A raw key with, when asked for, its existence or absence proof to the height's app hash. */
function rawKey(host: Host, store: string, request: RequestQuery): Partial<ResponseQuery> {
  if (!host.manager.modules.some((module) => module.name === store)) {
    throw sdkErrors.unknownRequest(`no store named ${store}`);
  }
  const height = request.height > 0n ? request.height : latestHeight(host);
  const state = stateAt(host, height);
  const value = state.get(store, request.data) ?? new Uint8Array(0);
  const found = { key: request.data, value, height };
  if (!request.prove) return found;
  if (height === 0n) throw sdkErrors.invalidHeight("proofs need a committed block");
  return { ...found, proofOps: { ops: host.store.prove(height, store, request.data).ops } };
}
