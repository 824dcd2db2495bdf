/** Queries of slashing. */
import { Query as Service } from "../../proto/gen/aegis/slashing/v1/query.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { EMPTY_BYTES } from "../../app/lib/bytes.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { errors } from "./errors.ts";
import { params, slashes, totalsOf } from "./state.ts";
import { validatorSlashes } from "./validatorState.ts";

function prefixOf(address: string, field: string): Uint8Array {
  if (address === "") return EMPTY_BYTES;
  if (!isAccountAddress(address)) {
    throw errors.invalidAddress(`${field} "${address.slice(0, 100)}"`);
  }
  return addressKey.encode(address);
}

export const queries: readonly Query[] = [
  query({
    method: Service.Params,
    rest: "/aegis/slashing/v1/params",
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of slashing", example: "aegisd query slashing params" },
  }),
  query({
    method: Service.Slashes,
    rest: "/aegis/slashing/v1/slashes",
    handle: (ctx, { node, pagination: request }) => {
      const prefix = prefixOf(node, "node");
      const { entries, pagination } = paginate(ctx, slashes, request, prefix);
      return { slashes: entries.map(([, slash]) => slash), pagination };
    },
    commandLine: {
      summary: "slashes of one node, or of all",
      example: "aegisd query slashing slashes aegis1...",
      positional: ["node"],
    },
  }),
  query({
    method: Service.ValidatorSlashes,
    rest: "/aegis/slashing/v1/validator_slashes",
    handle: (ctx, { operator, pagination: request }) => {
      const prefix = prefixOf(operator, "operator");
      const { entries, pagination } = paginate(ctx, validatorSlashes, request, prefix);
      return { slashes: entries.map(([, slash]) => slash), pagination };
    },
    commandLine: {
      summary: "slashes of one validator, by its operator's account, or of all",
      example: "aegisd query slashing validator-slashes aegis1...",
      positional: ["operator"],
    },
  }),
  query({
    method: Service.Totals,
    rest: "/aegis/slashing/v1/totals",
    handle: (ctx) => ({ totals: totalsOf(ctx) }),
    commandLine: { summary: "sums since genesis", example: "aegisd query slashing totals" },
  }),
];
