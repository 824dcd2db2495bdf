/** The vote extension: the designated signer of the next height signs; everybody else is silent. */
import { equalBytes } from "../lib/bytes.ts";
import type { QueryContext } from "../module/context.ts";
import type { BeaconStaking } from "./deps.ts";
import { readBeaconEntry } from "./entry.ts";
import { beaconMessage } from "./message.ts";

/** A validator's BLS key as the beacon uses it. */
export interface BeaconSigner {
  /** 48 bytes, compressed. */
  readonly publicKey: Uint8Array;
  /** A BLS signature (96 bytes) over `message` under the beacon's domain tag. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const SILENT = new Uint8Array(0);

/**
 * The extension of this node's precommit for the block that `ctx.block` describes: a signature of
 * the next height's beacon when this node is its signer. `firstEntry` is the block's first entry,
 * from which this block's beacon follows.
 */
export function voteExtension(
  ctx: QueryContext,
  staking: BeaconStaking,
  own: BeaconSigner | undefined,
  firstEntry: Uint8Array | undefined,
): Uint8Array {
  if (own === undefined) return SILENT;
  const { beacon } = readBeaconEntry(ctx, staking, firstEntry);
  const height = ctx.block.height + 1n;
  const signer = staking.beaconSigner(ctx, height, beacon);
  if (signer === undefined || !equalBytes(signer.blsPublicKey, own.publicKey)) return SILENT;
  return own.sign(beaconMessage({ chainId: ctx.block.chainId, height, previous: beacon }));
}
