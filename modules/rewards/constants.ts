/** Fixed numbers of rewards. */

/** Module account through which emission is paid; it is empty after every block. */
export const REWARDS_ACCOUNT = "rewards";

/** Module account that holds tokens of liquidated licences until tasks earn them. */
export const POOL_ACCOUNT = "rewards_pool";

/** Module account that the fees of transactions are paid into. */
export const FEE_COLLECTOR = "fee_collector";

export const MILLION = 1_000_000n;

/** Final calculations that one block pays: an epoch may have hundreds of thousands. */
export const CALCULATIONS_PER_BLOCK = 200;

/** Epochs whose records can still be asked for. */
export const EPOCHS_KEPT = 1_000n;
