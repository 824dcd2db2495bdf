/** Queries of the Cosmos SDK's staking about delegations, which wallets and explorers make. */
import { Query as Service } from "../../proto/gen/cosmos/staking/v1beta1/query.ts";
import type {
  Redelegation,
  UnbondingDelegation,
} from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { Dec } from "../../app/lib/dec.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { KeySet, Readable, StateMap } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import {
  cosmosDelegation,
  cosmosRedelegation,
  cosmosUnbonding,
  cosmosValidator,
} from "./cosmosForms.ts";
import {
  delegations,
  delegationsByValidator,
  type Pair,
  pairOfAddresses,
  redelegations,
  redelegationsBySource,
  type Triple,
  unbondings,
  unbondingsByValidator,
} from "./delegationState.ts";
import { sdkErrors } from "./errors.ts";
import { checkDelegator, operatorOf } from "./messages/checks.ts";
import { validators } from "./state.ts";
import { validatorText } from "./texts.ts";

/** Of what one account has with one validator. */
const DELEGATION_URL =
  "/cosmos/staking/v1beta1/validators/{validator_addr}/delegations/{delegator_addr}";

/** Records in the order of an index of their keys. */
function indexed<K, V>(
  index: KeySet<K>,
  read: (ctx: Readable, key: K) => V,
): Pick<StateMap<K, V>, "entries" | "key"> {
  return {
    key: index.key,
    *entries(ctx, range) {
      for (const key of index.keys(ctx, range)) yield [key, read(ctx, key)] as const;
    },
  };
}

const ofValidator: Pick<StateMap<Pair, Dec>, "entries" | "key"> = indexed(
  delegationsByValidator,
  (ctx, [operator, delegator]) => delegations.require(ctx, [delegator, operator]),
);

const leavingValidator: Pick<StateMap<Pair, UnbondingDelegation>, "entries" | "key"> = indexed(
  unbondingsByValidator,
  (ctx, [operator, delegator]) => unbondings.require(ctx, [delegator, operator]),
);

const movedFrom: Pick<StateMap<Triple, Redelegation>, "entries" | "key"> = indexed(
  redelegationsBySource,
  (ctx, [source, delegator, to]) => redelegations.require(ctx, [delegator, source, to]),
);

/** The operator's bytes of a validator that there is. @throws ModuleError as Cosmos refuses. */
function knownPrefix(ctx: QueryContext, validatorAddr: string): Uint8Array {
  const operator = operatorOf(validatorAddr);
  if (validators.has(ctx, operator)) return addressKey.encode(operator);
  throw sdkErrors.keyNotFound(`validator ${validatorAddr} not found`);
}

function delegatorPrefix(address: string): Uint8Array {
  checkDelegator(address);
  return addressKey.encode(address);
}

const ofValidators: readonly Query[] = [
  query({
    method: Service.ValidatorDelegations,
    rest: "/cosmos/staking/v1beta1/validators/{validator_addr}/delegations",
    handle: (ctx, { validatorAddr, pagination: request }) => {
      const prefix = knownPrefix(ctx, validatorAddr);
      const { entries, pagination } = paginate(ctx, ofValidator, request, prefix);
      const delegationResponses = entries.map(([[operator, delegator], shares]) =>
        cosmosDelegation(ctx, delegator, operator, shares),
      );
      return { delegationResponses, pagination };
    },
    commandLine: {
      summary: "who delegates to a validator",
      example: "aegisd query staking validator-delegations aegisvaloper1...",
      positional: ["validator_addr"],
    },
  }),
  query({
    method: Service.ValidatorUnbondingDelegations,
    rest: "/cosmos/staking/v1beta1/validators/{validator_addr}/unbonding_delegations",
    handle: (ctx, { validatorAddr, pagination: request }) => {
      const prefix = knownPrefix(ctx, validatorAddr);
      const { entries, pagination } = paginate(ctx, leavingValidator, request, prefix);
      const unbondingResponses = entries.map(([, one]) => cosmosUnbonding(ctx, one));
      return { unbondingResponses, pagination };
    },
    commandLine: {
      summary: "what is being taken back from a validator",
      example: "aegisd query staking validator-unbonding-delegations aegisvaloper1...",
      positional: ["validator_addr"],
    },
  }),
];

const ofPairs: readonly Query[] = [
  query({
    method: Service.Delegation,
    rest: DELEGATION_URL,
    handle: (ctx, { delegatorAddr, validatorAddr }) => {
      checkDelegator(delegatorAddr);
      const operator = operatorOf(validatorAddr);
      const shares = delegations.get(ctx, [delegatorAddr, operator]);
      if (shares === undefined) {
        throw sdkErrors.keyNotFound(
          `delegation with delegator ${delegatorAddr} not found for validator ${validatorAddr}`,
        );
      }
      return { delegationResponse: cosmosDelegation(ctx, delegatorAddr, operator, shares) };
    },
    commandLine: {
      summary: "what one account delegates to one validator",
      example: "aegisd query staking delegation aegis1... aegisvaloper1...",
      positional: ["delegator_addr", "validator_addr"],
    },
  }),
  query({
    method: Service.UnbondingDelegation,
    rest: `${DELEGATION_URL}/unbonding_delegation`,
    handle: (ctx, { delegatorAddr, validatorAddr }) => {
      checkDelegator(delegatorAddr);
      const unbonding = unbondings.get(ctx, [delegatorAddr, operatorOf(validatorAddr)]);
      if (unbonding === undefined) {
        throw sdkErrors.keyNotFound(
          `unbonding delegation with delegator ${delegatorAddr} not found for validator ` +
            validatorAddr,
        );
      }
      return { unbond: cosmosUnbonding(ctx, unbonding) };
    },
    commandLine: {
      summary: "what one account takes back from one validator",
      example: "aegisd query staking unbonding-delegation aegis1... aegisvaloper1...",
      positional: ["delegator_addr", "validator_addr"],
    },
  }),
  query({
    method: Service.DelegatorValidator,
    rest: "/cosmos/staking/v1beta1/delegators/{delegator_addr}/validators/{validator_addr}",
    handle: (ctx, { delegatorAddr, validatorAddr }) => {
      checkDelegator(delegatorAddr);
      const operator = operatorOf(validatorAddr);
      if (!delegations.has(ctx, [delegatorAddr, operator])) {
        throw sdkErrors.keyNotFound("no delegation for (address, validator) tuple");
      }
      return { validator: cosmosValidator(ctx, validators.require(ctx, operator)) };
    },
    commandLine: {
      summary: "a validator that an account delegates to",
      example: "aegisd query staking delegator-validator aegis1... aegisvaloper1...",
      positional: ["delegator_addr", "validator_addr"],
    },
  }),
];

const ofDelegators: readonly Query[] = [
  query({
    method: Service.DelegatorDelegations,
    rest: "/cosmos/staking/v1beta1/delegations/{delegator_addr}",
    handle: (ctx, { delegatorAddr, pagination: request }) => {
      const prefix = delegatorPrefix(delegatorAddr);
      const { entries, pagination } = paginate(ctx, delegations, request, prefix);
      const delegationResponses = entries.map(([[delegator, operator], shares]) =>
        cosmosDelegation(ctx, delegator, operator, shares),
      );
      return { delegationResponses, pagination };
    },
    commandLine: {
      summary: "what an account delegates",
      example: "aegisd query staking delegator-delegations aegis1...",
      positional: ["delegator_addr"],
    },
  }),
  query({
    method: Service.DelegatorUnbondingDelegations,
    rest: "/cosmos/staking/v1beta1/delegators/{delegator_addr}/unbonding_delegations",
    handle: (ctx, { delegatorAddr, pagination: request }) => {
      const prefix = delegatorPrefix(delegatorAddr);
      const { entries, pagination } = paginate(ctx, unbondings, request, prefix);
      const unbondingResponses = entries.map(([, one]) => cosmosUnbonding(ctx, one));
      return { unbondingResponses, pagination };
    },
    commandLine: {
      summary: "what an account takes back",
      example: "aegisd query staking delegator-unbonding-delegations aegis1...",
      positional: ["delegator_addr"],
    },
  }),
  query({
    method: Service.DelegatorValidators,
    rest: "/cosmos/staking/v1beta1/delegators/{delegator_addr}/validators",
    handle: (ctx, { delegatorAddr, pagination: request }) => {
      const prefix = delegatorPrefix(delegatorAddr);
      const { entries, pagination } = paginate(ctx, delegations, request, prefix);
      const list = entries.map(([[, operator]]) =>
        cosmosValidator(ctx, validators.require(ctx, operator)),
      );
      return { validators: list, pagination };
    },
    commandLine: {
      summary: "validators that an account delegates to",
      example: "aegisd query staking delegator-validators aegis1...",
      positional: ["delegator_addr"],
    },
  }),
];

interface RedelegationsAsked {
  readonly delegatorAddr: string;
  readonly srcValidatorAddr: string;
  readonly dstValidatorAddr: string;
}

/** The one redelegation of a delegator between two validators. */
function between(ctx: QueryContext, asked: RedelegationsAsked): Redelegation {
  const { delegatorAddr, srcValidatorAddr, dstValidatorAddr } = asked;
  checkDelegator(delegatorAddr);
  const key = [delegatorAddr, operatorOf(srcValidatorAddr), operatorOf(dstValidatorAddr)] as const;
  const found = redelegations.get(ctx, key);
  if (found !== undefined) return found;
  throw sdkErrors.keyNotFound(
    `redelegation not found for delegator address ${delegatorAddr} from validator address ` +
      validatorText(key[1]),
  );
}

const redelegationQuery: Query = query({
  method: Service.Redelegations,
  rest: "/cosmos/staking/v1beta1/delegators/{delegator_addr}/redelegations",
  handle: (ctx, { pagination: request, ...asked }) => {
    const { delegatorAddr, srcValidatorAddr, dstValidatorAddr } = asked;
    if (delegatorAddr !== "" && srcValidatorAddr !== "" && dstValidatorAddr !== "") {
      const found = cosmosRedelegation(ctx, between(ctx, asked));
      return { redelegationResponses: [found], pagination: undefined };
    }
    const isFromValidator = delegatorAddr === "";
    if (!isFromValidator) checkDelegator(delegatorAddr);
    const { entries, pagination } = isFromValidator
      ? paginate(ctx, movedFrom, request, addressKey.encode(operatorOf(srcValidatorAddr)))
      : paginate(ctx, redelegations, request, prefixOf(delegatorAddr, srcValidatorAddr));
    const redelegationResponses = entries.map(([, one]) => cosmosRedelegation(ctx, one));
    return { redelegationResponses, pagination };
  },
  commandLine: {
    summary: "what an account moved, or what was moved away from a validator, of late",
    example: "aegisd query staking redelegations aegis1...",
    positional: ["delegator_addr"],
  },
});

function prefixOf(delegator: string, source: string): Uint8Array {
  if (source === "") return addressKey.encode(delegator);
  return pairOfAddresses.encode([delegator, operatorOf(source)]);
}

export const delegationQueries: readonly Query[] = [
  ...ofValidators,
  ...ofPairs,
  ...ofDelegators,
  redelegationQuery,
];
