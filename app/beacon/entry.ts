/**
 * The first entry of every block: a well-formed TxRaw with one BeaconEntry and no signatures, so
 * that every client can decode it. It carries the designated signer's signature, or none (skip).
 */
import { BeaconEntry } from "../../proto/gen/aegis/staking/v1/beacon.ts";
import { AuthInfo, TxBody, TxRaw } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { WireError } from "../../proto/wire/error.ts";
import { blsVerify } from "../lib/bls.ts";
import { equalBytes } from "../lib/bytes.ts";
import type { QueryContext } from "../module/context.ts";
import type { BeaconStaking, DesignatedSigner } from "./deps.ts";
import { type BeaconPlace, beaconMessage, beaconOfSignature, skippedBeacon } from "./message.ts";

/** The bytes of the entry of `height`; an empty `signature` means skip. */
export function beaconEntry(height: bigint, signature: Uint8Array): Uint8Array {
  const body = TxBody.create({
    messages: [{ typeUrl: BeaconEntry.typeUrl, value: BeaconEntry.encode({ height, signature }) }],
  });
  return TxRaw.encode({
    bodyBytes: TxBody.encode(body),
    authInfoBytes: AuthInfo.encode(AuthInfo.create()),
    signatures: [],
  });
}

/** What a block's first entry says. */
export interface ReadEntry {
  readonly isValid: boolean;
  /** Why not; empty when valid. */
  readonly reason: string;
  readonly isSkip: boolean;
  readonly signer: DesignatedSigner | undefined;
  /** beacon(height): of the signature, or the skip value. */
  readonly beacon: Uint8Array;
}

/** Which beacon the block after `ctx` brings. */
export function beaconPlace(ctx: QueryContext): BeaconPlace {
  const { chainId, height, beacon } = ctx.block;
  return { chainId, height, previous: beacon };
}

/** Whether `signature` is the designated signer's for `place`. */
export function isBeaconSignature(
  place: BeaconPlace,
  signer: DesignatedSigner | undefined,
  signature: Uint8Array,
): boolean {
  if (signer === undefined || signature.length !== 96) return false;
  return blsVerify(signer.blsPublicKey, beaconMessage(place), signature);
}

/**
 * Reads and verifies the first entry of the block that `ctx.block` describes (`ctx.state` is the
 * state before it, `ctx.block.beacon` the beacon before it). An invalid entry counts as skip.
 */
export function readBeaconEntry(
  ctx: QueryContext,
  staking: BeaconStaking,
  bytes: Uint8Array | undefined,
): ReadEntry {
  const place = beaconPlace(ctx);
  const signer = staking.beaconSigner(ctx, place.height, place.previous);
  const skipped = { isSkip: true, signer, beacon: skippedBeacon(place) };
  const refused = (reason: string): ReadEntry => ({ isValid: false, reason, ...skipped });
  const entry = bytes === undefined ? undefined : decodeEntry(bytes);
  if (entry === undefined || bytes === undefined) return refused("the first entry is not one");
  if (entry.height !== place.height) return refused(`it is for height ${entry.height}`);
  const { signature } = entry;
  if (!equalBytes(bytes, beaconEntry(place.height, signature))) return refused("not canonical");
  if (signature.length === 0) return { isValid: true, reason: "", ...skipped };
  if (!isBeaconSignature(place, signer, signature)) return refused("wrong signature");
  const beacon = beaconOfSignature(signature);
  return { isValid: true, reason: "", isSkip: false, signer, beacon };
}

function decodeEntry(bytes: Uint8Array): BeaconEntry | undefined {
  try {
    const { messages } = TxBody.decode(TxRaw.decode(bytes).bodyBytes);
    const [message] = messages;
    if (messages.length !== 1 || message?.typeUrl !== BeaconEntry.typeUrl) return undefined;
    return BeaconEntry.decode(message.value);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}
