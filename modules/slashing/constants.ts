/** Fixed numbers of slashing. */

/** Module account that slashed stake passes through; it is empty after every slash. */
export const SLASHING_ACCOUNT = "slashing";

export const MILLION = 1_000_000n;
