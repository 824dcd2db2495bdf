/** Validators, delegations and queues as Cosmos clients know them. */
import type {
  Redelegation,
  UnbondingDelegation,
  Validator,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import { PubKey } from "../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import type {
  DelegationResponse,
  RedelegationResponse,
  UnbondingDelegation as CosmosUnbonding,
  Validator as CosmosValidator,
} from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import type { Timestamp } from "../../proto/gen/google/protobuf/timestamp.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import { type Dec, formatDec, parseDec, truncateDec } from "../../app/lib/dec.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { tokensFromShares } from "./shares.ts";
import { validators } from "./state.ts";
import { shownTime, validatorText } from "./texts.ts";

const LONG_AGO: Timestamp = { seconds: 0n, nanos: 0 };

/** Fields that the Cosmos SDK has for chains that provide security to others; none here. */
const NOT_HELD = { unbondingId: 0n, unbondingOnHoldRefCount: 0n } as const;

/** A validator. */
export function cosmosValidator({ block }: QueryContext, validator: Validator): CosmosValidator {
  const { commissionRate: rate, commissionMaxRate: maxRate, unbondingUntilMs } = validator;
  const { consensusPublicKey: key, commissionMaxChangeRate: maxChangeRate } = validator;
  return {
    operatorAddress: validatorText(validator.operator),
    consensusPubkey: { typeUrl: PubKey.typeUrl, value: PubKey.encode(PubKey.create({ key })) },
    jailed: validator.jailedHeight !== 0n,
    status: validator.status,
    tokens: `${validator.tokens}`,
    delegatorShares: validator.delegatorShares,
    description: validator.description,
    unbondingHeight: validator.unbondingHeight,
    unbondingTime: unbondingUntilMs === 0n ? LONG_AGO : shownTime(block, unbondingUntilMs),
    commission: {
      commissionRates: { rate, maxRate, maxChangeRate },
      updateTime: shownTime(block, validator.commissionUpdateMs),
    },
    minSelfDelegation: `${validator.minSelfDelegation}`,
    unbondingOnHoldRefCount: 0n,
    unbondingIds: [],
  };
}

/** A delegation and what it is worth. */
export function cosmosDelegation(
  ctx: QueryContext,
  delegator: string,
  operator: string,
  shares: Dec,
): DelegationResponse {
  const worth = tokensFromShares(validators.require(ctx, operator), shares);
  return {
    delegation: {
      delegatorAddress: delegator,
      validatorAddress: validatorText(operator),
      shares: formatDec(shares),
    },
    balance: { denom: BASE_DENOM, amount: `${truncateDec(worth)}` },
  };
}

/** What a delegator takes back from a validator. */
export function cosmosUnbonding(
  { block }: QueryContext,
  { delegator, operator, entries }: UnbondingDelegation,
): CosmosUnbonding {
  return {
    delegatorAddress: delegator,
    validatorAddress: validatorText(operator),
    entries: entries.map((entry) => ({
      creationHeight: entry.creationHeight,
      completionTime: shownTime(block, entry.completionMs),
      initialBalance: `${entry.initialBalance}`,
      balance: `${entry.balance}`,
      ...NOT_HELD,
    })),
  };
}

/** What a delegator moved from one validator to another, and what that is worth now. */
export function cosmosRedelegation(
  ctx: QueryContext,
  { delegator, source, destination, entries }: Redelegation,
): RedelegationResponse {
  const validator = validators.get(ctx, destination);
  const shown = entries.map((entry) => ({
    creationHeight: entry.creationHeight,
    completionTime: shownTime(ctx.block, entry.completionMs),
    initialBalance: `${entry.initialBalance}`,
    sharesDst: entry.shares,
    ...NOT_HELD,
  }));
  return {
    redelegation: {
      delegatorAddress: delegator,
      validatorSrcAddress: validatorText(source),
      validatorDstAddress: validatorText(destination),
      // As the Cosmos SDK answers: the entries stand beside it.
      entries: [],
    },
    entries: shown.map((redelegationEntry) => {
      const shares = parseDec(redelegationEntry.sharesDst);
      const isWorth = validator !== undefined && validator.delegatorShares !== "0";
      const worth = isWorth ? truncateDec(tokensFromShares(validator, shares)) : 0n;
      return { redelegationEntry, balance: `${worth}` };
    }),
  };
}
