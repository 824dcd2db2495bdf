/** What the ante chain needs of accounts and balances, like any module. */
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import type { BlockContext, QueryContext } from "../module/context.ts";

/** What the ante chain sees of an account. */
export interface AnteAccount {
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  /** Undefined until its first transaction. */
  readonly pubKey: Any | undefined;
}

export interface AnteDeps {
  readonly auth: {
    /** Undefined when the address never received anything. */
    readonly account: (ctx: QueryContext, address: string) => AnteAccount | undefined;
    readonly setPublicKey: (ctx: BlockContext, address: string, pubKey: Any) => void;
    readonly incrementSequence: (ctx: BlockContext, address: string) => void;
  };
  readonly bank: {
    /** @throws ModuleError when the balance is too small. */
    readonly send: (ctx: BlockContext, from: string, to: string, amount: bigint) => void;
  };
  /** The account that collects fees of transactions. */
  readonly feeCollector: string;
}
