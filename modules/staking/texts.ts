/** Addresses, coins and times as messages and events of Cosmos' staking have them. */
import { Timestamp } from "../../proto/gen/google/protobuf/timestamp.ts";
import { addressBytes, operatorAddress } from "../../app/lib/address.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import type { BlockInfo } from "../../app/module/context.ts";

/** `amount` as events write coins, such as "12uasi". */
export function coinText(amount: bigint): string {
  return `${amount}${BASE_DENOM}`;
}

/** An operator as Cosmos writes it, `aegisvaloper…`. */
export function validatorText(operator: string): string {
  return operatorAddress(addressBytes(operator));
}

type Clocks = Pick<BlockInfo, "clockMs" | "timeMs">;

/**
 * The block time at which the protocol clock will show `clockMs` if no block takes too long, as
 * wallets want it; for what is over the time at which it showed that, or later.
 */
export function shownTime({ clockMs: now, timeMs }: Clocks, clockMs: bigint): Timestamp {
  const ms = timeMs + clockMs - now;
  const shown = ms < 0n ? 0n : ms;
  return { seconds: shown / 1_000n, nanos: Number(shown % 1_000n) * 1_000_000 };
}

/** The same as RFC 3339 text of whole seconds. */
export function timeText(clocks: Clocks, clockMs: bigint): string {
  const { seconds } = shownTime(clocks, clockMs);
  return `${Timestamp.toJson({ seconds, nanos: 0 })}`;
}
