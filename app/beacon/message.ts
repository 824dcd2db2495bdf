/** The byte strings of the randomness beacon (protocol.md 2.2). */
import { hashOf, preimage, sha256 } from "../lib/bytes.ts";

/** Which beacon: its height and the one before it. */
export interface BeaconPlace {
  readonly chainId: string;
  readonly height: bigint;
  /** beacon(height − 1), 32 bytes. */
  readonly previous: Uint8Array;
}

/** What the designated signer of a height signs. No round: two rounds give one value. */
export function beaconMessage(place: BeaconPlace): Uint8Array {
  return preimage(
    { domain: "aegis/beacon/v1" },
    { text: place.chainId },
    { hash: place.previous },
    { integer: place.height },
  );
}

/** beacon(height) of a signature. */
export function beaconOfSignature(signature: Uint8Array): Uint8Array {
  return sha256(signature);
}

/** beacon(height) when the signature is missing. */
export function skippedBeacon(place: BeaconPlace): Uint8Array {
  return hashOf(
    { domain: "aegis/beacon-skip/v1" },
    { text: place.chainId },
    { hash: place.previous },
    { integer: place.height },
  );
}
