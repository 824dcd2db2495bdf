/** Validators with keys that follow from a number, for genesis files of tests. */
import { addressBytes } from "../../app/lib/address.ts";
import { blsKeygen, blsPublicKey, provePossession } from "../../app/lib/bls.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import { genesisValidator } from "../../modules/staking/index.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { addressFor } from "./modules.ts";

/** A validator and the secret of its BLS key. */
export interface TestValidator {
  readonly validator: Validator;
  readonly blsSecret: Uint8Array;
  /** Consensus address, 20 bytes. */
  readonly address: Uint8Array;
}

/** Validator `index` of chain `chainId`. Its consensus key cannot sign: tests need none. */
export function testValidator(
  index: number,
  chainId = "aegis-test-1",
  stake = 10_000_000n,
): TestValidator {
  const blsSecret = blsKeygen(sha256(utf8(`bls ${index}`)));
  const operator = addressFor(`operator ${index}`);
  const consensusPublicKey = sha256(utf8(`consensus ${index}`));
  const validator = genesisValidator({
    operator,
    consensusPublicKey,
    blsPublicKey: blsPublicKey(blsSecret),
    possessionProof: provePossession(blsSecret, { operator: addressBytes(operator), chainId }),
    stake,
    moniker: `validator ${index}`,
    slot: index,
  });
  return { validator, blsSecret, address: sha256(consensusPublicKey).slice(0, 20) };
}

/** Validators 0 to `count` − 1. */
export function testValidators(count: number, chainId?: string): readonly TestValidator[] {
  return Array.from({ length: count }, (_, index) => testValidator(index, chainId));
}
