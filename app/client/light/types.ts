/** A header with what proves it: the commit of its block and the validators that may sign it. */
import { LightBlock as LightBlockMessage } from "../../../proto/gen/tendermint/types/light.ts";
import type { Commit } from "../../../proto/gen/tendermint/types/light.ts";
import type { Header } from "../../../proto/gen/tendermint/types/types.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { equalBytes, sha256 } from "../../lib/bytes.ts";

/** A member of a validator set. */
export interface LightValidator {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly power: bigint;
}

/** What is known of a block without its transactions. */
export interface LightBlock {
  readonly header: Header;
  readonly commit: Commit;
  /** In the order of the set. */
  readonly validators: readonly LightValidator[];
}

const ADDRESS_BYTES = 20;
const KEY_BYTES = 32;

/** CometBFT's address of an Ed25519 key. */
export function validatorAddress(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).slice(0, ADDRESS_BYTES);
}

/** Canonical bytes: without what no hash and no signature covers. */
export function encodeLightBlock({ header, commit, validators }: LightBlock): Uint8Array {
  return LightBlockMessage.encode({
    signedHeader: { header, commit },
    validatorSet: {
      validators: validators.map(({ publicKey, power }) => ({
        address: validatorAddress(publicKey),
        pubKey: { ed25519: publicKey, secp256k1: undefined },
        votingPower: power,
        proposerPriority: 0n,
      })),
      proposer: undefined,
      totalVotingPower: 0n,
    },
  });
}

/** Inverse of `encodeLightBlock`. @throws WireError for any other bytes. */
export function decodeLightBlock(bytes: Uint8Array): LightBlock {
  const { signedHeader, validatorSet } = LightBlockMessage.decode(bytes);
  const { header, commit } = signedHeader ?? {};
  if (header === undefined || commit === undefined) throw new WireError("no signed header");
  const validators = (validatorSet?.validators ?? []).map(({ pubKey, votingPower }) => {
    const publicKey = pubKey?.ed25519;
    if (publicKey?.length !== KEY_BYTES) throw new WireError("a validator without Ed25519 key");
    return { publicKey, power: votingPower };
  });
  const block = { header, commit, validators };
  if (!equalBytes(encodeLightBlock(block), bytes)) throw new WireError("not the canonical form");
  return block;
}
