/** Fixed numbers of staking and the relations among them. */
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";

/** Module account that holds the validators' stakes. */
export const BONDED_POOL = "bonded_tokens_pool";

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

export const MONIKER_BYTES_MAX = 70;

/** CometBFT is tested with up to 175 validators. */
export const COMMITTEE_SIZE_LIMIT = 175;

/** A record of draws is one uint64. */
export const BEACON_WINDOW_LIMIT = 64;

assert(AMOUNT_MAX / UASI_PER_POWER <= TOTAL_POWER_MAX, "all stake there can be fits CometBFT");
