/** What the node's account and stake are worth, read now and then for the metrics. */
import type { Logger } from "../../app/lib/log.ts";
import type { Chain } from "./chain/chain.ts";
import { oneLine } from "./engine/error.ts";

/** Blocks between two looks. */
const LOOK_EVERY_BLOCKS = 10n;

/** In uasi. */
export interface AccountView {
  readonly balance: bigint;
  readonly stake: bigint;
  /** By how much the stake is less than at the last look. */
  readonly lost: bigint;
}

/** Tells `onLook` of the account from time to time; never keeps the daemon waiting, nor fails. */
export class AccountWatch {
  readonly #chain: Pick<Chain, "balance" | "node">;
  readonly #onLook: (view: AccountView) => void;
  readonly #log: Logger;
  #lookHeight = 0n;
  #stake: bigint | undefined;
  #isLooking = false;

  constructor(
    chain: Pick<Chain, "balance" | "node">,
    onLook: (view: AccountView) => void,
    log: Logger,
  ) {
    this.#chain = chain;
    this.#onLook = onLook;
    this.#log = log;
  }

  /** Looks when it is time to; resolves when it has. */
  async onHeight(height: bigint): Promise<void> {
    if (height < this.#lookHeight || this.#isLooking) return;
    this.#lookHeight = height + LOOK_EVERY_BLOCKS;
    this.#isLooking = true;
    try {
      const stake = (await this.#chain.node())?.node?.stake ?? 0n;
      const balance = await this.#chain.balance();
      const before = this.#stake ?? stake;
      this.#stake = stake;
      const lost = before > stake ? before - stake : 0n;
      if (lost > 0n) this.#log.warn("the stake is less than before", { lost: `${lost} uasi` });
      this.#onLook({ balance, stake, lost });
    } catch (error) {
      this.#log.warn("the account could not be read", { reason: oneLine(error) });
    } finally {
      this.#isLooking = false;
    }
  }
}
