/**
 * The shape of a module. A module is made by a plain function that takes its dependencies and
 * returns this declaration; router, CLI, genesis file and documentation are derived from it.
 */
import type { Codec, Method } from "../../proto/wire/codec.ts";
import type { StateSchema } from "./collections/schema.ts";
import type { BlockContext, QueryContext, TxContext } from "./context.ts";
import type { ErrorTable } from "./error.ts";
import type { AnyEvent } from "./event.ts";

/** A change to CometBFT's validator set; power 0 removes. */
export interface ValidatorUpdate {
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly power: bigint;
}

/** How the command line shows a message or query. */
export interface CommandLine {
  readonly summary: string;
  /** One full command that works on the local network. */
  readonly example: string;
  /** Fields (proto names) that are positional arguments; all others become flags. */
  readonly positional?: readonly string[];
  /** Fields that are messages whose own fields become flags. */
  readonly flat?: readonly string[];
  /** Texts of the message, or of flat ones, that are decimals: typed as 0.1, sent as digits. */
  readonly decimals?: readonly string[];
}

/**
 * `urgent` messages (commits, reveals, disputes) keep at least half of a block: PrepareProposal
 * takes them before `normal` ones.
 */
export type Lane = "urgent" | "normal";

/**
 * How one message is written where the rule does not say it. Fields are named by their path in
 * proto names, such as `description.moniker`.
 */
export interface AminoForm {
  readonly name: string;
  /** The Cosmos SDK's own name where clients have another; a signature over either counts. */
  readonly sdkName?: string;
  /** cosmjs writes every field, empty or not, but for those of `sparse`; the SDK none of them. */
  readonly full?: true;
  readonly sparse?: readonly string[];
  /** Decimals: 10^18ths in protobuf, digits with a point in JSON. */
  readonly decimals?: readonly string[];
  /** Other names of fields. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** One message, declared whole. */
export interface MessageSpec<M, R> {
  readonly request: Codec<M>;
  readonly response: Codec<R>;
  /** Account address whose signature the ante chain demands. */
  readonly signer: (msg: M) => string;
  /** Gas of the whole message, from its content alone; consumed before anything runs. */
  readonly gas: (msg: M) => bigint;
  readonly lane?: Lane;
  /** Its amino JSON where that is not `aegis/<module>/<Message>` by the rule of app/tx/amino.ts. */
  readonly amino?: AminoForm;
  /** Checks that need no state. @throws ModuleError. Runs before `gas` and `execute`. */
  readonly validate: (msg: M) => void;
  /** The transition. A ModuleError discards every write and event of all the tx's messages. */
  readonly execute: (ctx: TxContext, msg: M) => R;
  readonly commandLine?: CommandLine;
}

/** A message with its types closed over, so that modules can list them. */
export type Message = MessageSpec<never, unknown>;

/** Closes over the types of a message. */
export function message<M, R>(spec: MessageSpec<M, R>): Message {
  return spec as unknown as Message;
}

/** One query: its path and types come from the generated service method. */
export interface QuerySpec<Q, A> {
  readonly method: Method<Q, A>;
  /**
   * Where the REST server answers it, as google.api.http templates: `/a/v1/things/{field}`, or
   * `{field=**}` for the rest of the path. Other fields are parameters of the URL. With `POST `
   * before it the request is the JSON body.
   */
  readonly rest?: string | readonly string[];
  /** @throws ModuleError, which becomes the query's code. */
  readonly handle: (ctx: QueryContext, request: Q) => A;
  readonly commandLine?: CommandLine;
}

export type Query = QuerySpec<never, unknown>;

/** Closes over the types of a query. */
export function query<Q, A>(spec: QuerySpec<Q, A>): Query {
  return spec as unknown as Query;
}

export interface ParamsSpec<P> {
  readonly codec: Codec<P>;
  readonly defaults: P;
  /** Cross-field checks. @throws ModuleError or RangeError naming the parameter. */
  readonly validate: (params: P) => void;
}

export interface GenesisSpec<G> {
  readonly codec: Codec<G>;
  readonly defaults: G;
  /** Needs no state. @throws ModuleError or RangeError saying what is wrong. */
  readonly validate: (genesis: G) => void;
  readonly init: (ctx: BlockContext, genesis: G) => readonly ValidatorUpdate[];
  /** Export of an init is the identity. */
  readonly export: (ctx: QueryContext) => G;
}

export interface Invariant {
  readonly name: string;
  /** Returns what is broken, with both sides of the equation, or undefined. */
  readonly check: (ctx: QueryContext) => string | undefined;
}

export interface Module<Keeper = unknown, P = unknown, G = unknown> {
  /** Also the store's name and the error codespace. */
  readonly name: string;
  /** Raised by one with every consensus-breaking change. */
  readonly version: number;
  /** Version → what brings the state of that version to the next, at an upgrade. */
  readonly migrations?: Readonly<Record<number, (ctx: BlockContext) => void>>;
  readonly state: StateSchema;
  readonly params?: ParamsSpec<P>;
  readonly genesis: GenesisSpec<G>;
  readonly messages: readonly Message[];
  readonly queries: readonly Query[];
  readonly events: readonly AnyEvent[];
  readonly errors: ErrorTable;
  readonly invariants: readonly Invariant[];
  readonly beginBlock?: (ctx: BlockContext) => void;
  /** At most one module returns validator updates; the manager checks. */
  readonly endBlock?: (ctx: BlockContext) => readonly ValidatorUpdate[];
  /** What other modules may call, typed by their own deps.ts. */
  readonly keeper: Keeper;
}

/** A module with its types closed over, as lists of modules hold it. */
export type AnyModule = Module<unknown, never, never>;
