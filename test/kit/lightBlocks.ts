/** Signed headers with whatever in them: validators whose keys are known sign anything. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { signBytes } from "../../app/client/light/commit.ts";
import { headerHash, validatorsHash } from "../../app/client/light/hash.ts";
import {
  type LightBlock,
  type LightValidator,
  validatorAddress,
} from "../../app/client/light/types.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import type { Commit, CommitSig } from "../../proto/gen/tendermint/types/light.ts";
import type { Header } from "../../proto/gen/tendermint/types/types.ts";
import { BlockIDFlag } from "../../proto/gen/tendermint/types/validator.ts";

/** A validator with its secret key. */
export interface SigningValidator extends LightValidator {
  readonly secret: Uint8Array;
}

/** What a validator does about a block. */
export type Vote = "commit" | "nil" | "absent";

/** When the first header of these was made: 2026-01-01. */
export const FIRST_SECOND = 1_767_225_600n;

/** Validators named `name`, one for each power. */
export function signingValidators(name: string, powers: readonly bigint[]): SigningValidator[] {
  return powers.map((power, at) => {
    const secret = sha256(utf8(`${name} ${at}`));
    return { secret, publicKey: ed25519.getPublicKey(secret), power };
  });
}

/** A header as a chain makes it, with all that `change` says otherwise. */
export function headerWith(
  validators: readonly LightValidator[],
  change: Partial<Header> = {},
): Header {
  const height = change.height ?? 1n;
  const hash = validatorsHash(validators);
  const part = (name: string): Uint8Array => sha256(utf8(`${name} ${height}`));
  return {
    version: { block: 11n, app: 1n },
    chainId: "aegis-test-1",
    height,
    time: { seconds: FIRST_SECOND + height, nanos: 120_000_000 },
    lastBlockId: { hash: part("last"), partSetHeader: { total: 1, hash: part("parts") } },
    lastCommitHash: part("commit"),
    dataHash: part("data"),
    validatorsHash: hash,
    nextValidatorsHash: hash,
    consensusHash: part("consensus"),
    appHash: part("app"),
    lastResultsHash: part("results"),
    evidenceHash: part("evidence"),
    proposerAddress: validatorAddress((validators[0] as LightValidator).publicKey),
    ...change,
  };
}

function signatureOf(
  chainId: string,
  commit: Commit,
  { secret, publicKey }: SigningValidator,
  vote: Vote,
): CommitSig {
  const none = new Uint8Array(0);
  if (vote === "absent") {
    const blockIdFlag = BlockIDFlag.BLOCK_ID_FLAG_ABSENT;
    return { blockIdFlag, validatorAddress: none, timestamp: undefined, signature: none };
  }
  const { BLOCK_ID_FLAG_COMMIT, BLOCK_ID_FLAG_NIL } = BlockIDFlag;
  const unsigned = {
    blockIdFlag: vote === "commit" ? BLOCK_ID_FLAG_COMMIT : BLOCK_ID_FLAG_NIL,
    validatorAddress: validatorAddress(publicKey),
    timestamp: { seconds: FIRST_SECOND + commit.height + 1n, nanos: 5_000_000 },
    signature: none,
  };
  const signature = ed25519.sign(signBytes(chainId, commit, unsigned), secret);
  return { ...unsigned, signature };
}

/** The block of `header`, on which the validators voted as `voteOf` says. */
export function signedBlock(
  header: Header,
  validators: readonly SigningValidator[],
  voteOf: (at: number) => Vote = () => "commit",
): LightBlock {
  const hash = headerHash(header);
  const blockId = { hash, partSetHeader: { total: 1, hash: sha256(hash) } };
  const commit: Commit = { height: header.height, round: 0, blockId, signatures: [] };
  return {
    header,
    validators: validators.map(({ publicKey, power }) => ({ publicKey, power })),
    commit: {
      ...commit,
      signatures: validators.map((validator, at) =>
        signatureOf(header.chainId, commit, validator, voteOf(at)),
      ),
    },
  };
}
