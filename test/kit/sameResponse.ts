/** Replicas must answer FinalizeBlock alike, to the byte. */
import { assert } from "../../app/lib/assert.ts";
import { equalBytes, hex } from "../../app/lib/bytes.ts";
import { ResponseFinalizeBlock } from "../../proto/gen/tendermint/abci/types.ts";

/** Everything that CometBFT hashes, and the events too: replicas must not differ in anything. */
export function assertSameResponse(a: ResponseFinalizeBlock, b: ResponseFinalizeBlock): void {
  assert(equalBytes(a.appHash, b.appHash), `app hashes differ, one is ${hex(a.appHash)}`);
  const left = ResponseFinalizeBlock.encode(a);
  assert(equalBytes(left, ResponseFinalizeBlock.encode(b)), "results of replicas differ");
}
