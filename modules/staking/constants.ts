/** Fixed numbers of staking and the relations among them. */
import { SLOTS_MAX } from "../../app/checkpoint/chunks.ts";
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";

/** Module account that holds the tokens of bonded validators. */
export const BONDED_POOL = "bonded_tokens_pool";

/** Module account that holds the tokens of all others, and what is being taken back. */
export const NOT_BONDED_POOL = "not_bonded_tokens_pool";

/** Validators that there can be at a time (constant, protocol.md 1.1): as many as slots. */
export const VALIDATORS_MAX: number = SLOTS_MAX;

/** Validator sets that are kept beside the running epoch's: as long as checkpoints are open. */
export const SETS_KEPT = 3n;

/** Power of a seat for CometBFT, and of the one that has more in an epoch. */
export const SEAT_POWER = 10n;
export const CHANGED_SEAT_POWER = 11n;

export const MILLION = 1_000_000n;

/** What one block completes of each kind: unbondings, redelegations, validators, retired keys. */
export const COMPLETIONS_PER_BLOCK = 100;

/** A validator that should be removed and has a seat is looked at again after this time. */
export const REMOVAL_RETRY_MS = 60_000n;

/** A commission rate changes at most once in this time on the protocol clock. */
export const COMMISSION_CHANGE_MS = 86_400_000n;

/** Gas of messages that move a delegation, and of those that change a validator. */
export const DELEGATION_GAS = 150_000n;
export const REDELEGATION_GAS = 250_000n;
export const VALIDATOR_GAS = 200_000n;
export const EDIT_GAS = 50_000n;

/** Module account that holds what all licences stand for. */
export const LICENCES_ACCOUNT = "staking_licences";

/** Licences that there can ever be (constant, protocol.md 1.6). */
export const LICENCES_MAX = 48_000;

/** Licences behind one validator or node: a slash walks all of them. */
export const LICENCES_PER_BACKER_MAX = 1_000;

/** Releases, and ends of suspensions, that one block makes. */
export const LICENCES_PER_BLOCK = 200;

/** 1,000 ASI: as much as a node needs. All licences together stand for 48 million. */
export const DEFAULT_LICENCE_STAKE = 1_000_000_000n;

/** Gas of a message about one licence. */
export const LICENCE_GAS = 40_000n;

/** Stake behind one unit of voting power. */
export const UASI_PER_POWER = 1_000_000n;

/** CometBFT's own limit on the power of all validators together. */
const TOTAL_POWER_MAX = (2n ** 63n - 1n) / 8n;

/** CometBFT uses a change of validators that block h returns from height h + 2 on. */
export const UPDATE_DELAY = 2n;

/** A validator's BLS key stays known until this many heights after its last one. */
export const KEY_HEIGHTS = 2n;

/** CometBFT is tested with up to 175 validators. */
export const COMMITTEE_SIZE_LIMIT = 175;

/** A record of draws is one uint64. */
export const BEACON_WINDOW_LIMIT = 64;

assert(AMOUNT_MAX / UASI_PER_POWER <= TOTAL_POWER_MAX, "all stake there can be fits CometBFT");
