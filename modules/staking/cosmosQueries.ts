/** Queries of the Cosmos SDK's staking about validators, which wallets and explorers make. */
import { Query as Service } from "../../proto/gen/cosmos/staking/v1beta1/query.ts";
import { BondStatus } from "../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { BASE_DENOM } from "../../app/lib/coin.ts";
import type { KeySet, StateMap } from "../../app/module/collections/schema.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { BONDED_POOL, NOT_BONDED_POOL } from "./constants.ts";
import { cosmosValidator } from "./cosmosForms.ts";
import { notBonded } from "./delegationState.ts";
import type { StakingDeps } from "./deps.ts";
import { sdkErrors } from "./errors.ts";
import { historicalInfo } from "./history.ts";
import { operatorOf } from "./messages/checks.ts";
import { isBonded } from "./pools.ts";
import { params, validators } from "./state.ts";

type Validators = Pick<StateMap<string, Validator>, "entries" | "key">;

const bonded: Validators = {
  key: validators.key,
  *entries(ctx, range) {
    for (const entry of validators.entries(ctx, range)) if (isBonded(entry[1])) yield entry;
  },
};

/** Those that are not bonded are few: they have an index of their own. */
function notBondedOf(status: BondStatus): Validators {
  const index: KeySet<string> = notBonded;
  return {
    key: index.key,
    *entries(ctx, range) {
      for (const operator of index.keys(ctx, range)) {
        const validator = validators.require(ctx, operator);
        if (validator.status === status) yield [operator, validator] as const;
      }
    },
  };
}

const BY_STATUS: ReadonlyMap<string, Validators> = new Map([
  ["", validators],
  ["BOND_STATUS_BONDED", bonded],
  ["BOND_STATUS_UNBONDING", notBondedOf(BondStatus.BOND_STATUS_UNBONDING)],
  ["BOND_STATUS_UNBONDED", notBondedOf(BondStatus.BOND_STATUS_UNBONDED)],
]);

const NANOSECONDS_PER_MS = 1_000_000;

const ofValidators: readonly Query[] = [
  query({
    method: Service.Validators,
    rest: "/cosmos/staking/v1beta1/validators",
    handle: (ctx, { status, pagination: request }) => {
      const list = BY_STATUS.get(status);
      if (list === undefined) {
        throw sdkErrors.invalidRequest(`invalid validator status ${status.slice(0, 40)}`);
      }
      const { entries, pagination } = paginate(ctx, list, request);
      return { validators: entries.map(([, one]) => cosmosValidator(ctx, one)), pagination };
    },
    commandLine: {
      summary: "validators as Cosmos clients see them, of one status or all",
      example: "aegisd query staking cosmos-validators --status BOND_STATUS_BONDED",
    },
  }),
  query({
    method: Service.Validator,
    rest: "/cosmos/staking/v1beta1/validators/{validator_addr}",
    handle: (ctx, { validatorAddr }) => {
      const operator = operatorOf(validatorAddr);
      const validator = validators.get(ctx, operator);
      if (validator === undefined) {
        throw sdkErrors.keyNotFound(`validator ${validatorAddr} not found`);
      }
      return { validator: cosmosValidator(ctx, validator) };
    },
    commandLine: {
      summary: "one validator as Cosmos clients see it",
      example: "aegisd query staking cosmos-validator aegisvaloper1...",
      positional: ["validator_addr"],
    },
  }),
  query({
    method: Service.HistoricalInfo,
    rest: "/cosmos/staking/v1beta1/historical_info/{height}",
    handle: (ctx, { height }) => {
      if (height < 0n) throw sdkErrors.invalidRequest("height cannot be negative");
      const hist = historicalInfo(ctx, height);
      if (hist === undefined) {
        throw sdkErrors.keyNotFound(`historical info for height ${height} not found`);
      }
      return { hist };
    },
    commandLine: {
      summary: "header and committee of a block that is not long ago",
      example: "aegisd query staking historical-info 7",
      positional: ["height"],
    },
  }),
];

const paramsQuery: Query = query({
  method: Service.Params,
  rest: "/cosmos/staking/v1beta1/params",
  handle: (ctx) => {
    const own = params.require(ctx);
    const nanos = Number(own.unbondingTimeMs % 1_000n) * NANOSECONDS_PER_MS;
    return {
      params: {
        unbondingTime: { seconds: own.unbondingTimeMs / 1_000n, nanos },
        // Those that run consensus: wallets tell so who is active.
        maxValidators: own.committeeSize,
        maxEntries: own.maxEntries,
        historicalEntries: own.historicalEntries,
        bondDenom: BASE_DENOM,
        minCommissionRate: own.minCommissionRate,
      },
    };
  },
  commandLine: {
    summary: "parameters as Cosmos clients see them",
    example: "aegisd query staking cosmos-params",
  },
});

/** The queries; pools are what bank says. */
export function validatorQueries(deps: StakingDeps): readonly Query[] {
  return [
    ...ofValidators,
    query({
      method: Service.Pool,
      rest: "/cosmos/staking/v1beta1/pool",
      handle: (ctx) => ({
        pool: {
          bondedTokens: `${deps.bank.balance(ctx, moduleAddress(BONDED_POOL))}`,
          notBondedTokens: `${deps.bank.balance(ctx, moduleAddress(NOT_BONDED_POOL))}`,
        },
      }),
      commandLine: {
        summary: "tokens of bonded validators, and of all others",
        example: "aegisd query staking pool",
      },
    }),
    paramsQuery,
  ];
}
