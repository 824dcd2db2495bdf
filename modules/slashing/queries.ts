/** Queries of slashing. */
import { Query as Service } from "../../proto/gen/aegis/slashing/v1/query.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { addressKey } from "../../app/module/collections/codecs.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { errors } from "./errors.ts";
import { params, slashes, totalsOf } from "./state.ts";

export const queries: readonly Query[] = [
  query({
    method: Service.Params,
    handle: (ctx) => ({ params: params.require(ctx) }),
    commandLine: { summary: "parameters of slashing", example: "aegisd query slashing params" },
  }),
  query({
    method: Service.Slashes,
    handle: (ctx, { node, pagination: request }) => {
      if (node !== "" && !isAccountAddress(node)) {
        throw errors.invalidAddress(`node "${node.slice(0, 100)}"`);
      }
      const prefix = node === "" ? new Uint8Array(0) : addressKey.encode(node);
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
    method: Service.Totals,
    handle: (ctx) => ({ totals: totalsOf(ctx) }),
    commandLine: { summary: "sums since genesis", example: "aegisd query slashing totals" },
  }),
];
