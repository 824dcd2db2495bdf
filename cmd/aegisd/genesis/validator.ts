/** The validator that a home's keys make, as staking's genesis has it. */
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { provePossession } from "../../../app/lib/bls.ts";
import { genesisValidator } from "../../../modules/staking/index.ts";
import { readBlsSecret, readIdentity } from "../home/createHome.ts";

export interface ValidatorOfHome {
  readonly home: string;
  /** Account address that owns stake and rewards. */
  readonly operator: string;
  /** The proof that the operator has the BLS key is for this chain only. */
  readonly chainId: string;
  /** In uasi. */
  readonly stake: bigint;
  readonly moniker: string;
}

/** @throws RangeError when a key file of the home is missing or malformed. */
export function validatorOfHome(options: ValidatorOfHome): Validator {
  const { home, operator, chainId, stake, moniker } = options;
  const { consensusKey, blsPublicKey } = readIdentity(home);
  const claim = { operator: addressBytes(operator), chainId };
  return genesisValidator({
    operator,
    consensusPublicKey: consensusKey,
    blsPublicKey,
    possessionProof: provePossession(readBlsSecret(home), claim),
    stake,
    moniker,
    // It gets its own when it is added to a genesis.
    slot: 0,
  });
}
