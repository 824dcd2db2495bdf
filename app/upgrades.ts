/**
 * Names of the upgrades that this program can make. An upgrade raises the version of each module
 * whose state changes and gives it a migration; its name is added here, and stays.
 */
export const UPGRADES: readonly string[] = [];
