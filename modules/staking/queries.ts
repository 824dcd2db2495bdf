/** Queries of staking. */
import { Query as Service } from "../../proto/gen/aegis/staking/v1/query.ts";
import type { Licence, Validator } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import type { StateMap } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { committeeAt, consensusAddress } from "./committee.ts";
import { errors } from "./errors.ts";
import {
  beaconRecords,
  licences,
  licencesByOwner,
  licenceStakeItem,
  licenceTotalsOf,
  params,
  validators,
} from "./state.ts";

/** Licences in the order of their owners' index. */
const ownedLicences: Pick<StateMap<readonly [string, number], Licence>, "entries" | "key"> = {
  key: licencesByOwner.key,
  *entries(ctx, range) {
    for (const key of licencesByOwner.keys(ctx, range)) {
      yield [key, licences.require(ctx, key[1])] as const;
    }
  },
};

const HEIGHT_MAX = 2n ** 63n - 1n;

function find(ctx: QueryContext, operator: string): Validator {
  const found = isAccountAddress(operator) ? validators.get(ctx, operator) : undefined;
  if (found === undefined) throw errors.validatorNotFound(operator.slice(0, 100));
  return found;
}

const licenceQueries: readonly Query[] = [
  query({
    method: Service.Licence,
    rest: "/aegis/staking/v1/licences/{number}",
    handle: (ctx, { number }) => {
      const licence = licences.get(ctx, number);
      if (licence === undefined) throw errors.unknownLicence(`${number}`);
      return { licence };
    },
    commandLine: {
      summary: "one licence: owner, what it backs, whether it is suspended",
      example: "aegisd query staking licence 1",
      positional: ["number"],
    },
  }),
  query({
    method: Service.Licences,
    rest: "/aegis/staking/v1/licences",
    handle: (ctx, { owner, pagination: request }) => {
      if (owner === "") {
        const { entries, pagination } = paginate(ctx, licences, request);
        return { licences: entries.map(([, licence]) => licence), pagination };
      }
      if (!isAccountAddress(owner)) throw errors.invalidAddress("owner");
      const prefix = addressKey.encode(owner);
      const { entries, pagination } = paginate(ctx, ownedLicences, request, prefix);
      return { licences: entries.map(([, licence]) => licence), pagination };
    },
    commandLine: {
      summary: "licences of one owner, or all",
      example: "aegisd query staking licences aegis1...",
      positional: ["owner"],
    },
  }),
  query({
    method: Service.LicenceTotals,
    rest: "/aegis/staking/v1/licence_totals",
    handle: (ctx) => ({
      totals: licenceTotalsOf(ctx),
      licenceStake: licenceStakeItem.require(ctx),
    }),
    commandLine: {
      summary: "how many licences there are, and what each stands for",
      example: "aegisd query staking licence-totals",
    },
  }),
];

export const queries: readonly Query[] = [
  query({
    method: Service.Params,
    rest: "/aegis/staking/v1/params",
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of staking", example: "aegisd query staking params" },
  }),
  query({
    method: Service.Validators,
    rest: "/aegis/staking/v1/validators",
    handle: (ctx, request) => {
      const { entries, pagination } = paginate(ctx, validators, request.pagination);
      return { validators: entries.map(([, validator]) => validator), pagination };
    },
    commandLine: { summary: "all validators", example: "aegisd query staking validators" },
  }),
  query({
    method: Service.Validator,
    rest: "/aegis/staking/v1/validators/{operator}",
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
    rest: ["/aegis/staking/v1/committees/{height}", "/aegis/staking/v1/committee"],
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
    rest: "/aegis/staking/v1/beacon_records/{operator}",
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
  ...licenceQueries,
];
