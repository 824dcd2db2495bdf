/** Events of coins, by the names and keys under which wallets and explorers look for them. */
import { BASE_DENOM } from "../../app/lib/coin.ts";
import { type EventSpec, plainEvent } from "../../app/module/event.ts";

type Keys<K extends string> = EventSpec<Readonly<Record<K, string>>>;

export const coinSpent: Keys<"spender" | "amount"> = plainEvent("coin_spent", [
  "spender",
  "amount",
]);
export const coinReceived: Keys<"receiver" | "amount"> = plainEvent("coin_received", [
  "receiver",
  "amount",
]);
/** Explorers list an account's payments by recipient and sender. */
export const transfer: Keys<"recipient" | "sender" | "amount"> = plainEvent(
  "transfer",
  ["recipient", "sender", "amount"],
  ["recipient", "sender"],
);
export const coinbase: Keys<"minter" | "amount"> = plainEvent("coinbase", ["minter", "amount"]);
export const burned: Keys<"burner" | "amount"> = plainEvent("burn", ["burner", "amount"]);
/** Whose message moved coins; the host's own `message` event names action and module. */
export const messageSender: Keys<"sender"> = plainEvent("message", ["sender"], ["sender"]);

/** `amount` as events write coins, such as "12uasi". */
export function coinText(amount: bigint): string {
  return `${amount}${BASE_DENOM}`;
}
