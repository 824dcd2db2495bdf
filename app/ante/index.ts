/**
 * What every transaction must pass, in an order that refuses cheaply before it verifies dearly:
 * limits, gas, fee, signers and sequences, signatures; only then the fee is taken and sequences
 * advance. All of it is undone when one step refuses.
 */
import type { BlockContext } from "../module/context.ts";
import { plainEvent, type EventSpec } from "../module/event.ts";
import { base64 } from "../lib/bytes.ts";
import type { Tx } from "../tx/decode.ts";
import { feeFor, feeOf, type GasPrice, gasLimitOf, gasOf } from "../tx/fee.ts";
import { sdkErrors } from "../tx/errors.ts";
import { MEMO_BYTES_MAX } from "../constants.ts";
import type { AnteDeps } from "./deps.ts";
import { type Signer, signersOf } from "./signers.ts";
import { verifySignatures } from "./verifySignatures.ts";

/**
 * How much is checked: `check` adds the node's own minimum fee, `recheck` skips signatures that
 * were verified when the transaction came in, `simulate` skips signatures and fee.
 */
export type AnteMode = "check" | "recheck" | "proposal" | "finalize" | "simulate";

export interface AnteResult {
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  /** Signer address → the sequence that it signed with. */
  readonly sequences: ReadonlyMap<string, bigint>;
}

export interface Ante {
  /** @throws ModuleError with the code that the transaction fails with. */
  run(ctx: BlockContext, tx: Tx, mode: AnteMode): AnteResult;
}

const feeEvent: EventSpec<Readonly<Record<"fee" | "fee_payer", string>>> = plainEvent("tx", [
  "fee",
  "fee_payer",
]);
const sequenceEvent: EventSpec<Readonly<Record<"acc_seq", string>>> = plainEvent(
  "tx",
  ["acc_seq"],
  ["acc_seq"],
);
const signatureEvent: EventSpec<Readonly<Record<"signature", string>>> = plainEvent("tx", [
  "signature",
]);

function checkLimits(ctx: BlockContext, tx: Tx): void {
  if (Buffer.byteLength(tx.body.memo) > MEMO_BYTES_MAX) {
    throw sdkErrors.memoTooLarge(`at most ${MEMO_BYTES_MAX} bytes`);
  }
  const { timeoutHeight } = tx.body;
  if (timeoutHeight !== 0n && timeoutHeight < ctx.block.height) {
    throw sdkErrors.txTimeoutHeight(`block ${ctx.block.height} is after ${timeoutHeight}`);
  }
}

function checkGas(tx: Tx, mode: AnteMode): { gasWanted: bigint; gasUsed: bigint } {
  const gasUsed = gasOf(tx);
  if (mode === "simulate") return { gasWanted: gasUsed, gasUsed };
  const gasWanted = gasLimitOf(tx);
  if (gasUsed > gasWanted) {
    throw sdkErrors.outOfGas(`needs ${gasUsed}, the limit is ${gasWanted}`);
  }
  return { gasWanted, gasUsed };
}

/** Makes the chain. `minimumGasPrice` is this node's own and only judges CheckTx. */
export function anteChain(deps: AnteDeps, minimumGasPrice: GasPrice): Ante {
  const checkFee = (tx: Tx, fee: bigint): void => {
    const least = feeFor(gasLimitOf(tx), minimumGasPrice);
    if (fee < least) throw sdkErrors.insufficientFee(`got ${fee}uasi, required ${least}uasi`);
  };
  const settle = (ctx: BlockContext, tx: Tx, fee: bigint, signers: readonly Signer[]): void => {
    const payer = tx.authInfo.fee?.payer || (signers[0]?.address ?? "");
    if (fee > 0n) deps.bank.send(ctx, payer, deps.feeCollector, fee);
    ctx.emit(feeEvent, { fee: fee === 0n ? "" : `${fee}uasi`, fee_payer: payer });
    signers.forEach((signer, index) => {
      if (!signer.isKeyKnown) deps.auth.setPublicKey(ctx, signer.address, signer.publicKey);
      deps.auth.incrementSequence(ctx, signer.address);
      ctx.emit(sequenceEvent, { acc_seq: `${signer.address}/${signer.sequence}` });
      const signature = tx.signatures[index] ?? new Uint8Array(0);
      ctx.emit(signatureEvent, { signature: base64(signature) });
    });
  };
  return {
    run: (ctx, tx, mode) => {
      checkLimits(ctx, tx);
      const gas = checkGas(tx, mode);
      const fee = mode === "simulate" ? 0n : feeOf(tx);
      if (mode === "check" || mode === "recheck") checkFee(tx, fee);
      const signers = signersOf(ctx, deps, tx, mode);
      if (mode !== "simulate" && mode !== "recheck") {
        verifySignatures(ctx.block.chainId, tx, signers);
      }
      settle(ctx, tx, fee, signers);
      const sequences = new Map(signers.map(({ address, sequence }) => [address, sequence]));
      return { ...gas, sequences };
    },
  };
}
