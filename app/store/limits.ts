/** Limits of keys, values and names. A module stays far below them; they bound what is parsed. */

/** Longest key of a store. */
export const KEY_BYTES_MAX = 4_096;

/** Longest value of a store. */
export const VALUE_BYTES_MAX: number = 16 * 1_024 * 1_024;

/** Past versions that are answerable unless the operator says otherwise. */
export const KEPT_VERSIONS_DEFAULT = 100;

/** Most named stores: their number is one byte in the change log. */
export const STORES_MAX = 255;
