/**
 * A node's RPC whose word is not taken: every query of a module runs here, on state that is proven
 * to a header which the light client has verified. What became of a transaction is proven by the
 * headers too. All else passes through as it is.
 */
import { lastBlock } from "../../lifecycle/host.ts";
import { queryContext } from "../../lifecycle/context.ts";
import { EMPTY_BYTES } from "../../lib/bytes.ts";
import { buildModules } from "../../modules.ts";
import { ModuleError } from "../../module/error.ts";
import { type QueryRouter, queryRouter } from "../../router/queries.ts";
import { ProofError } from "../ics23Bytes.ts";
import type { HeaderFact } from "../receipt/header.ts";
import type { IncludedTx, QueryAnswer, Rpc } from "../rpc.ts";
import type { QuerySpec } from "../../module/module.ts";
import type { LightClient } from "./client.ts";
import { ForkError, LightError } from "./error.ts";
import { ProvenState } from "./provenState.ts";
import { provenTx } from "./provenTx.ts";
import { askKey, type RpcCall } from "./provider.ts";

/** What proofs need besides the node's RPC. */
export interface ProvenRpcOptions {
  readonly rpc: Rpc;
  /** Calls a method of the same node. */
  readonly call: RpcCall;
  /** Starts a light client; again when the one before has lost its witnesses. */
  readonly start: () => Promise<LightClient>;
  /** Hears of every header that state is proven to. */
  readonly onVerified?: (fact: HeaderFact) => void;
  /** Hears why an answer was not believed; not of a node that gives none. */
  readonly onRefused?: (error: LightError | ForkError | ProofError) => void;
}

/** A header comes with the next block, which a stopped chain does not make. */
const REACH_MS_MAX = 15_000;
const REACH_PAUSE_MS = 100;
/** Heights whose proven state is kept for the next query. */
const HEIGHTS_MAX = 3;

/** The RPC of a node that need not be trusted. */
export function provenRpc(options: ProvenRpcOptions): Rpc {
  const { rpc } = options;
  const proofs = new Proofs(options, queryRouter(buildModules().manager.modules));
  return {
    ...rpc,
    query: (path, data, height) => proofs.query(path, data, height),
    tx: (hash) => proofs.tx(hash),
  };
}

function isRefusal(error: unknown): error is LightError | ForkError | ProofError {
  if (error instanceof LightError) return error.code !== "no_answer";
  return error instanceof ForkError || error instanceof ProofError;
}

class Proofs {
  private readonly options: ProvenRpcOptions;
  private readonly queries: QueryRouter;
  private readonly states = new Map<bigint, ProvenState>();
  private client: Promise<LightClient> | undefined;
  private following: Promise<bigint> | undefined;

  constructor(options: ProvenRpcOptions, queries: QueryRouter) {
    this.options = options;
    this.queries = queries;
  }

  /**
   * The answer that the chain's own code gives on proven state. What is not a declared query, such
   * as a simulation, is the node's answer.
   * @throws LightError, ForkError, ProofError
   */
  async query(path: string, data: Uint8Array, height?: number): Promise<QueryAnswer> {
    const declared = this.queries.get(path);
    if (declared === undefined) return this.options.rpc.query(path, data, height);
    return this.checked(() => this.proven(declared, data, height));
  }

  /**
   * A transaction with its proven result; undefined while the node names no block.
   * @throws LightError, ForkError, ProofError
   */
  async tx(hash: Uint8Array): Promise<IncludedTx | undefined> {
    const found = await this.options.rpc.tx(hash);
    if (found === undefined) return undefined;
    return this.checked(async () => {
      const height = BigInt(found.height);
      // State and transactions must not contradict each other: the state may be a block behind.
      await this.reach(height);
      const client = await this.started();
      const { light: own } = await client.verify(height);
      const { light: next } = await client.verify(height + 1n);
      const headers = { own: own.header, next: next.header };
      return provenTx(this.options.call, hash, found, headers);
    });
  }

  private async checked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isRefusal(error)) this.options.onRefused?.(error);
      // Whoever was dropped may be back: a new client asks all of them again.
      if (error instanceof LightError && error.code === "no_witness") this.client = undefined;
      throw error;
    }
  }

  /** Waits until state of `height` can be proven. @throws LightError when that takes too long. */
  private async reach(height: bigint): Promise<void> {
    for (const started = Date.now(); (await this.follow()) < height; ) {
      if (Date.now() - started > REACH_MS_MAX) {
        throw new LightError("no_answer", `the header after height ${height} does not come`);
      }
      await new Promise((resolve) => setTimeout(resolve, REACH_PAUSE_MS));
    }
  }

  private async proven(
    declared: QuerySpec<unknown, unknown>,
    data: Uint8Array,
    height?: number,
  ): Promise<QueryAnswer> {
    const at = height === undefined ? await this.follow() : BigInt(height);
    const state = await this.stateAt(at);
    const request = declared.method.request.decode(data);
    const answered = { code: 0, codespace: "", log: "", height: Number(at) };
    try {
      const given = await state.read((read) =>
        declared.handle(queryContext(read, lastBlock(read)), request),
      );
      return { ...answered, value: declared.method.response.encode(given) };
    } catch (error) {
      if (!(error instanceof ModuleError)) throw error;
      const { code, codespace, message } = error;
      return { ...answered, code, codespace, log: message, value: EMPTY_BYTES };
    }
  }

  private started(): Promise<LightClient> {
    this.client ??= this.options.start().catch((error: unknown) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  /** The latest height whose state has a header behind it. Calls at one time share the work. */
  private follow(): Promise<bigint> {
    this.following ??= this.started()
      .then((client) => client.update())
      .then(({ fact }) => {
        if (fact.height > 1n) return fact.height - 1n;
        throw new LightError("no_answer", "the chain has no proven state yet");
      })
      .finally(() => {
        this.following = undefined;
      });
    return this.following;
  }

  private async stateAt(height: bigint): Promise<ProvenState> {
    const known = this.states.get(height);
    if (known !== undefined) return known;
    const header = await (await this.started()).verify(height + 1n);
    const state = new ProvenState(header.appHash, askKey(this.options.call, height));
    this.states.set(height, state);
    const oldest = this.states.keys().next().value;
    if (this.states.size > HEIGHTS_MAX && oldest !== undefined) this.states.delete(oldest);
    this.options.onVerified?.(header.fact);
    return state;
  }
}
