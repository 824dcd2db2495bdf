/** Queries of the Cosmos SDK's distribution. What waits to be fetched counts as earned. */
import {
  Query as Service,
  type QueryDelegationTotalRewardsResponse,
  type QueryValidatorSlashesRequest,
  type QueryValidatorSlashesResponse,
} from "../../proto/gen/cosmos/distribution/v1beta1/query.ts";
import type { ValidatorRewards } from "../../proto/gen/aegis/rewards/v1/rewards.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { addDec, type Dec, DEC_ZERO, parseDec } from "../../app/lib/dec.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { DELEGATIONS_SHOWN_MAX } from "./constants.ts";
import { rewardsOf } from "./delegatorRewards.ts";
import type { RewardsDeps } from "./deps.ts";
import { communityPoolOf, slashEvents } from "./distributionState.ts";
import { distributionErrors, sdkErrors } from "./errors.ts";
import { withdrawAddressOf } from "./payout.ts";
import { earningsNow } from "./periods.ts";
import { checkAccount, decCoins, operatorIn, validatorText } from "./texts.ts";

const REWARDS_URL = "/cosmos/distribution/v1beta1/delegators/{delegator_address}/rewards";

/** @throws ModuleError invalidAddress of sdk, or noValidator. */
function validatorOf(deps: RewardsDeps, ctx: QueryContext, text: string): Validator {
  const validator = deps.staking.validator(ctx, operatorIn(text));
  if (validator === undefined) throw distributionErrors.noValidator(text);
  return validator;
}

function earningsOf(deps: RewardsDeps, ctx: QueryContext, text: string): ValidatorRewards {
  return earningsNow(ctx, validatorOf(deps, ctx, text));
}

/** Operators that an account delegates to. @throws ModuleError when a page could not hold them. */
function operatorsOf(deps: RewardsDeps, ctx: QueryContext, delegator: string): string[] {
  checkAccount(delegator, "delegator_address");
  const operators: string[] = [];
  for (const operator of deps.staking.delegationsOf(ctx, delegator)) {
    operators.push(operator);
    if (operators.length > DELEGATIONS_SHOWN_MAX) {
      throw sdkErrors.invalidRequest(
        `more than ${DELEGATIONS_SHOWN_MAX}: ask validator by validator`,
      );
    }
  }
  return operators;
}

function totalRewards(
  deps: RewardsDeps,
  ctx: QueryContext,
  delegator: string,
): QueryDelegationTotalRewardsResponse {
  let total = DEC_ZERO;
  const rewards = operatorsOf(deps, ctx, delegator).map((operator) => {
    const validatorAddress = validatorText(operator);
    const earned = rewardsOf(deps, ctx, validatorOf(deps, ctx, validatorAddress), delegator);
    total = addDec(total, earned);
    return { validatorAddress, reward: decCoins(earned) };
  });
  return { rewards, total: decCoins(total) };
}

/** @throws ModuleError noDelegation. */
function delegationRewards(
  deps: RewardsDeps,
  ctx: QueryContext,
  delegator: string,
  text: string,
): Dec {
  checkAccount(delegator, "delegator_address");
  const validator = validatorOf(deps, ctx, text);
  if (deps.staking.delegation(ctx, delegator, validator.operator) === undefined) {
    throw distributionErrors.noDelegation();
  }
  return rewardsOf(deps, ctx, validator, delegator);
}

function slashesOf(
  ctx: QueryContext,
  {
    validatorAddress,
    startingHeight,
    endingHeight,
    pagination: page,
  }: QueryValidatorSlashesRequest,
): QueryValidatorSlashesResponse {
  if (endingHeight < startingHeight) {
    throw sdkErrors.invalidRequest("starting height greater than ending height");
  }
  const prefix = addressKey.encode(operatorIn(validatorAddress));
  const within: Pick<typeof slashEvents, "entries" | "key"> = {
    key: slashEvents.key,
    *entries(state, range) {
      for (const entry of slashEvents.entries(state, range)) {
        const { height } = entry[1];
        if (height >= startingHeight && height <= endingHeight) yield entry;
      }
    },
  };
  const { entries, pagination } = paginate(ctx, within, page, prefix);
  return {
    slashes: entries.map(([, { period, fraction }]) => ({ validatorPeriod: period, fraction })),
    pagination,
  };
}

function ofValidators(deps: RewardsDeps): readonly Query[] {
  return [
    query({
      method: Service.ValidatorDistributionInfo,
      rest: "/cosmos/distribution/v1beta1/validators/{validator_address}",
      handle: (ctx, { validatorAddress }) => {
        const validator = validatorOf(deps, ctx, validatorAddress);
        const { operator } = validator;
        return {
          operatorAddress: operator,
          selfBondRewards: decCoins(rewardsOf(deps, ctx, validator, operator)),
          commission: decCoins(parseDec(earningsNow(ctx, validator).commission)),
        };
      },
      commandLine: {
        summary: "what an operator can withdraw",
        example: "aegisd query rewards validator-distribution-info aegisvaloper1...",
        positional: ["validator_address"],
      },
    }),
    query({
      method: Service.ValidatorOutstandingRewards,
      rest: "/cosmos/distribution/v1beta1/validators/{validator_address}/outstanding_rewards",
      handle: (ctx, { validatorAddress }) => {
        const { outstanding } = earningsOf(deps, ctx, validatorAddress);
        return { rewards: { rewards: decCoins(parseDec(outstanding)) } };
      },
      commandLine: {
        summary: "what a validator and its delegators earned and did not withdraw",
        example: "aegisd query rewards validator-outstanding-rewards aegisvaloper1...",
        positional: ["validator_address"],
      },
    }),
    query({
      method: Service.ValidatorCommission,
      rest: "/cosmos/distribution/v1beta1/validators/{validator_address}/commission",
      handle: (ctx, { validatorAddress }) => {
        const { commission } = earningsOf(deps, ctx, validatorAddress);
        return { commission: { commission: decCoins(parseDec(commission)) } };
      },
      commandLine: {
        summary: "what of it is the operator's",
        example: "aegisd query rewards validator-commission aegisvaloper1...",
        positional: ["validator_address"],
      },
    }),
    query({
      method: Service.ValidatorSlashes,
      rest: "/cosmos/distribution/v1beta1/validators/{validator_address}/slashes",
      handle: slashesOf,
      commandLine: {
        summary: "slashes of a validator between two heights",
        example: "aegisd query rewards validator-slashes aegisvaloper1... 0 1000",
        positional: ["validator_address", "starting_height", "ending_height"],
      },
    }),
  ];
}

function ofDelegators(deps: RewardsDeps): readonly Query[] {
  return [
    query({
      method: Service.DelegationRewards,
      rest: `${REWARDS_URL}/{validator_address}`,
      handle: (ctx, { delegatorAddress, validatorAddress }) => ({
        rewards: decCoins(delegationRewards(deps, ctx, delegatorAddress, validatorAddress)),
      }),
      commandLine: {
        summary: "what one delegation can withdraw",
        example: "aegisd query rewards delegation-rewards aegis1... aegisvaloper1...",
        positional: ["delegator_address", "validator_address"],
      },
    }),
    query({
      method: Service.DelegationTotalRewards,
      rest: REWARDS_URL,
      handle: (ctx, { delegatorAddress }) => totalRewards(deps, ctx, delegatorAddress),
      commandLine: {
        summary: "what all delegations of an account can withdraw",
        example: "aegisd query rewards delegation-total-rewards aegis1...",
        positional: ["delegator_address"],
      },
    }),
    query({
      method: Service.DelegatorValidators,
      rest: "/cosmos/distribution/v1beta1/delegators/{delegator_address}/validators",
      handle: (ctx, { delegatorAddress }) => ({
        validators: operatorsOf(deps, ctx, delegatorAddress).map(validatorText),
      }),
      commandLine: {
        summary: "validators that an account delegates to",
        example: "aegisd query rewards delegator-validators aegis1...",
        positional: ["delegator_address"],
      },
    }),
    query({
      method: Service.DelegatorWithdrawAddress,
      rest: "/cosmos/distribution/v1beta1/delegators/{delegator_address}/withdraw_address",
      handle: (ctx, { delegatorAddress }) => {
        checkAccount(delegatorAddress, "delegator_address");
        return { withdrawAddress: withdrawAddressOf(ctx, delegatorAddress) };
      },
      commandLine: {
        summary: "who gets the rewards of an account",
        example: "aegisd query rewards delegator-withdraw-address aegis1...",
        positional: ["delegator_address"],
      },
    }),
  ];
}

/** The queries. */
export function distributionQueries(deps: RewardsDeps): readonly Query[] {
  return [
    query({
      method: Service.Params,
      rest: "/cosmos/distribution/v1beta1/params",
      // There is no tax; the two bonuses are retired in Cosmos too.
      handle: () => ({
        params: {
          communityTax: "0",
          baseProposerReward: "0",
          bonusProposerReward: "0",
          withdrawAddrEnabled: true,
        },
      }),
      commandLine: {
        summary: "parameters that wallets of Cosmos ask for; all of them are fixed",
        example: "aegisd query rewards cosmos-params",
      },
    }),
    ...ofValidators(deps),
    ...ofDelegators(deps),
    query({
      method: Service.CommunityPool,
      rest: "/cosmos/distribution/v1beta1/community_pool",
      handle: (ctx) => ({ pool: decCoins(communityPoolOf(ctx)) }),
      commandLine: {
        summary: "what is nobody's: gifts, and remainders of payments",
        example: "aegisd query rewards community-pool",
      },
    }),
  ];
}
