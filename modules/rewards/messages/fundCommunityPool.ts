/** MsgFundCommunityPool: an account gives coins to the community. */
import {
  MsgFundCommunityPool,
  MsgFundCommunityPoolResponse,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import type { Coin } from "../../../proto/gen/cosmos/base/v1beta1/coin.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { BASE_DENOM, parseAmount } from "../../../app/lib/coin.ts";
import { decOf } from "../../../app/lib/dec.ts";
import { type Message, message } from "../../../app/module/module.ts";
import { DISTRIBUTION_ACCOUNT, FUND_GAS } from "../constants.ts";
import type { RewardsDeps } from "../deps.ts";
import { sdkErrors } from "../errors.ts";
import { addToCommunityPool } from "../payout.ts";
import { checkAccount } from "../texts.ts";

/** The uasi of `coins`: more than 0, and the only ones. @throws ModuleError invalidCoins of sdk. */
function amountOf(coins: readonly Coin[]): bigint {
  const [coin] = coins;
  if (coins.length !== 1 || coin?.denom !== BASE_DENOM) {
    throw sdkErrors.invalidCoins(`expected one coin of ${BASE_DENOM}`);
  }
  try {
    const amount = parseAmount(coin.amount);
    if (amount > 0n) return amount;
  } catch {
    // Told like an amount of zero.
  }
  throw sdkErrors.invalidCoins("amount is not an integer from 1 to 2^63 - 1");
}

export function fundCommunityPoolMessage({ bank }: RewardsDeps): Message {
  return message<MsgFundCommunityPool, MsgFundCommunityPoolResponse>({
    request: MsgFundCommunityPool,
    response: MsgFundCommunityPoolResponse,
    signer: (msg) => msg.depositor,
    amino: { name: "cosmos-sdk/MsgFundCommunityPool", full: true },
    gas: () => FUND_GAS,
    validate: (msg) => {
      checkAccount(msg.depositor, "depositor");
      amountOf(msg.amount);
    },
    execute: (ctx, { depositor, amount: coins }) => {
      const amount = amountOf(coins);
      bank.send(ctx, depositor, moduleAddress(DISTRIBUTION_ACCOUNT), amount);
      addToCommunityPool(ctx, decOf(amount));
      return {};
    },
    commandLine: {
      summary: "give coins to the community pool",
      example: "aegisd tx rewards fund-community-pool 1000uasi --from alice",
      positional: ["amount"],
    },
  });
}
