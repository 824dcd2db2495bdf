/** CometBFT's hashes of headers and validator sets: simple Merkle trees over encoded fields. */
import type { Header } from "../../../proto/gen/tendermint/types/types.ts";
import { BlockID } from "../../../proto/gen/tendermint/types/types.ts";
import { SimpleValidator } from "../../../proto/gen/tendermint/types/light.ts";
import { Consensus } from "../../../proto/gen/tendermint/version/types.ts";
import { Timestamp } from "../../../proto/gen/google/protobuf/timestamp.ts";
import { Writer } from "../../../proto/wire/writer.ts";
import { concatBytes, EMPTY_BYTES, sha256, utf8 } from "../../lib/bytes.ts";
import { present } from "../../lib/assert.ts";
import type { LightValidator } from "./types.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root over `leaves`: each half is a tree, the left one the largest power of two. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(EMPTY_BYTES);
  if (leaves.length === 1) return sha256(concatBytes(LEAF, leaves[0] as Uint8Array));
  let left = 1;
  while (2 * left < leaves.length) left *= 2;
  return sha256(
    concatBytes(NODE, merkleRoot(leaves.slice(0, left)), merkleRoot(leaves.slice(left))),
  );
}

/** A plain value in the wrapper that CometBFT encodes it in; nothing when it is empty. */
function wrappedBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length === 0 ? EMPTY_BYTES : new Writer().tag(10).bytes(bytes).finish();
}

function wrappedInteger(value: bigint): Uint8Array {
  return value === 0n ? EMPTY_BYTES : new Writer().tag(8).int64(value).finish();
}

/** The hash that a block is known by. `header` must have all its parts. */
export function headerHash(header: Header): Uint8Array {
  return merkleRoot([
    Consensus.encode(present(header.version, "version")),
    wrappedBytes(utf8(header.chainId)),
    wrappedInteger(header.height),
    Timestamp.encode(present(header.time, "time")),
    BlockID.encode(present(header.lastBlockId, "last block id")),
    wrappedBytes(header.lastCommitHash),
    wrappedBytes(header.dataHash),
    wrappedBytes(header.validatorsHash),
    wrappedBytes(header.nextValidatorsHash),
    wrappedBytes(header.consensusHash),
    wrappedBytes(header.appHash),
    wrappedBytes(header.lastResultsHash),
    wrappedBytes(header.evidenceHash),
    wrappedBytes(header.proposerAddress),
  ]);
}

/** The hash of a validator set, in the set's own order. */
export function validatorsHash(validators: readonly LightValidator[]): Uint8Array {
  return merkleRoot(
    validators.map(({ publicKey, power }) =>
      SimpleValidator.encode({
        pubKey: { ed25519: publicKey, secp256k1: undefined },
        votingPower: power,
      }),
    ),
  );
}
