/** What auth needs to be told by the host. */

/** An account that a module holds coins in; no key controls it. */
export interface ModuleAccountSpec {
  /** The account's address follows from it (app/lib/address.ts). */
  readonly name: string;
  /** What bank lets the module do beside sending: "minter", "burner". */
  readonly permissions: readonly string[];
}

/** Limits and costs of transactions, which are compiled into the host. */
export interface TxLimits {
  readonly memoBytesMax: number;
  readonly signersMax: number;
  readonly gasPerTxByte: bigint;
  readonly gasPerSignature: bigint;
}

export interface AuthDeps {
  /** Every module account of the chain: they exist from genesis on. */
  readonly moduleAccounts: readonly ModuleAccountSpec[];
  /** Shown as parameters, so that clients find them where they look for them. */
  readonly limits: TxLimits;
}
