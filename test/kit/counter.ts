/**
 * The application that `abci-cli test` expects to find: it counts. A transaction is the next
 * number, big-endian and with any leading zeros; the hash is the count in eight bytes, empty at
 * zero.
 */
import { type Application, baseApplication } from "../../app/abci/application.ts";
import { hex, uint64BigEndian } from "../../app/lib/bytes.ts";
import { ExecTxResult, ResponseFinalizeBlock } from "../../proto/gen/tendermint/abci/types.ts";

const CODE_NOT_NEXT = 2;

/** A new counter at zero. */
export function counter(): Application {
  let count = 0n;

  function apply(tx: Uint8Array): ExecTxResult {
    if (BigInt(`0x0${hex(tx)}`) !== count) return ExecTxResult.create({ code: CODE_NOT_NEXT });
    count += 1n;
    return ExecTxResult.create();
  }

  return {
    ...baseApplication(),
    finalizeBlock: ({ txs }) => {
      const txResults = txs.map(apply);
      const appHash = count === 0n ? new Uint8Array(0) : uint64BigEndian(count);
      return ResponseFinalizeBlock.create({ txResults, appHash });
    },
  };
}
