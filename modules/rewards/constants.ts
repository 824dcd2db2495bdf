/** Fixed numbers of rewards. */

/** Module account through which emission is paid; it is empty after every block. */
export const REWARDS_ACCOUNT = "rewards";

/** Module account that holds tokens of liquidated licences until tasks earn them. */
export const POOL_ACCOUNT = "rewards_pool";

/** Module account that holds what validators and delegators earned and did not withdraw. */
export const DISTRIBUTION_ACCOUNT = "distribution";

/** Module account that the fees of transactions are paid into. */
export const FEE_COLLECTOR = "fee_collector";

export const MILLION = 1_000_000n;

/** Final calculations that one block pays: an epoch may have hundreds of thousands. */
export const CALCULATIONS_PER_BLOCK = 200;

/** Epochs whose records can still be asked for. */
export const EPOCHS_KEPT = 1_000n;

/**
 * Seats that one epoch counts: the committees of its two ends, of 175 at most, and consensus keys
 * that replace others in it. Who comes later is not counted.
 */
export const SEATS_COUNTED_MAX = 512;

/**
 * What waits for who attests an epoch's checkpoint goes back when this many epochs have ended after
 * it: checkpoints close earlier.
 */
export const STANDBY_EPOCHS = 4n;

/** Delegations of one account that a query adds up. */
export const DELEGATIONS_SHOWN_MAX = 10_000;

/** Gas: a withdrawal ends a period, pays and begins a delegation anew. */
export const WITHDRAW_GAS = 120_000n;
export const SET_ADDRESS_GAS = 20_000n;
export const FUND_GAS = 50_000n;
