/** Queries of staking. */
import { Query as Service } from "../../proto/gen/aegis/staking/v1/query.ts";
import type { Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { committeeAt, consensusAddress } from "./committee.ts";
import { errors } from "./errors.ts";
import { beaconRecords, params, validators } from "./state.ts";

const HEIGHT_MAX = 2n ** 63n - 1n;

function find(ctx: QueryContext, operator: string): Validator {
  const found = isAccountAddress(operator) ? validators.get(ctx, operator) : undefined;
  if (found === undefined) throw errors.validatorNotFound(operator.slice(0, 100));
  return found;
}

export const queries: readonly Query[] = [
  query({
    method: Service.Params,
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of staking", example: "aegisd query staking params" },
  }),
  query({
    method: Service.Validators,
    handle: (ctx, request) => {
      const { entries, pagination } = paginate(ctx, validators, request.pagination);
      return { validators: entries.map(([, validator]) => validator), pagination };
    },
    commandLine: { summary: "all validators", example: "aegisd query staking validators" },
  }),
  query({
    method: Service.Validator,
    handle: (ctx, { operator }) => {
      const validator = find(ctx, operator);
      return { validator, consensusAddress: consensusAddress(validator.consensusPublicKey) };
    },
    commandLine: {
      summary: "one validator: keys, stake, and why it is jailed",
      example: "aegisd query staking validator aegis1...",
      positional: ["operator"],
    },
  }),
  query({
    method: Service.Committee,
    handle: (ctx, { height }) => {
      const asked = height === 0n ? ctx.block.height + 1n : height;
      // What acts later than two heights on is not decided yet.
      const isDecided = asked < HEIGHT_MAX && asked <= ctx.block.height + 2n;
      const committee = isDecided ? committeeAt(ctx, asked) : undefined;
      if (committee === undefined) throw errors.noCommittee(`height ${asked}`);
      return { committee };
    },
    commandLine: {
      summary: "the validators that run consensus at a height",
      example: "aegisd query staking committee",
    },
  }),
  query({
    method: Service.BeaconRecord,
    handle: (ctx, { operator }) => {
      find(ctx, operator);
      const none = { operator, withheld: 0n, draws: 0 };
      return { record: beaconRecords.get(ctx, operator) ?? none };
    },
    commandLine: {
      summary: "a validator's last draws of the beacon",
      example: "aegisd query staking beacon-record aegis1...",
      positional: ["operator"],
    },
  }),
];
