/** Fixed numbers of staking and the relations among them. */
import { assert } from "../../app/lib/assert.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";

/** Module account that holds the validators' stakes. */
export const BONDED_POOL = "bonded_tokens_pool";

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
