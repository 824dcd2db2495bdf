/** Pays a deposit back: to the owner's wallet and nowhere else. */
import type { Gateway } from "./gateway.ts";
import { OpenAiError } from "../openai/error.ts";
import { failureOf } from "../work/failure.ts";

/** What the payment itself costs at most, in uasi: kept back when all is withdrawn. */
const FEE_RESERVE = 10_000n;

/** Parts of a gateway that pay. */
export type Payer = Pick<Gateway, "chain" | "journal" | "log" | "now">;

/**
 * Sends `amount`, or all that is there, to `owner`.
 * @throws OpenAiError when the account has less, or the chain refuses.
 */
export async function withdraw(
  { chain, journal, log, now }: Payer,
  owner: string,
  amount: bigint | "all",
): Promise<unknown> {
  const account = chain.accountOf(owner);
  const { client, giveBack } = await chain.borrow(owner);
  try {
    const balance = await client.balance(account);
    const wanted = amount === "all" ? balance - FEE_RESERVE : amount;
    if (wanted <= 0n || wanted > balance) {
      const message = `the account has ${balance} uasi`;
      throw new OpenAiError(400, "invalid_request_error", message, { code: "insufficient_funds" });
    }
    const id = journal.requests.beginWithdrawal(owner, account, wanted, now());
    try {
      const { hash, height } = await client.send(owner, wanted);
      journal.requests.endWithdrawal(id, "sent", hash, "");
      log.info("withdrawn", { owner, amount: `${wanted}`, hash });
      return { owner, amount: `${wanted}`, hash, height };
    } catch (error) {
      const failure = failureOf(error);
      // A node that does not answer may have taken it: the balance tells.
      if (failure?.status === 400 || failure?.status === 429) {
        journal.requests.endWithdrawal(id, "refused", null, failure.message);
      }
      throw failure ?? error;
    }
  } finally {
    giveBack();
  }
}
