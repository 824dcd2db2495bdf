/** Fixed numbers of slashing. */

/** Module account that slashed stake passes through; it is empty after every slash. */
export const SLASHING_ACCOUNT = "slashing";

export const MILLION = 1_000_000n;

/** Stake behind one unit of power, as staking counts it. */
export const UASI_PER_POWER = 1_000_000n;

/** Bits of one stored piece of a window, as in the Cosmos SDK. */
export const CHUNK_BITS = 1_024;
export const CHUNK_BYTES: number = CHUNK_BITS / 8;

/** What a window may be: a slash removes all of its pieces at once. */
export const WINDOW_LIMIT = 100_000;

/** End of the jail of the tombstoned, beyond any clock: the last second of 9999, as in Cosmos. */
export const JAILED_FOREVER_MS = 253_402_300_799_000n;

/**
 * CometBFT uses a change of stake two heights on. So the stake behind a signature of height h is
 * that with which block h − 1 began, and what left from block h − 1 on was behind it.
 */
export const STAKE_DELAY = 1n;

/** Beginnings of epochs that are remembered: as long as checkpoints can be attested twice. */
export const EPOCHS_KEPT = 4n;

/** Old records of stakes that one block removes, at least; those of one committee go together. */
export const REMOVED_PER_BLOCK = 500;

/** Gas of MsgUnjail. */
export const UNJAIL_GAS = 60_000n;
