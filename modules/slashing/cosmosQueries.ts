/** Queries of the Cosmos SDK's slashing, which explorers make. */
import { Query as Service } from "../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import type {
  Params,
  ValidatorSigningInfo,
} from "../../proto/gen/cosmos/slashing/v1beta1/slashing.ts";
import type { Timestamp } from "../../proto/gen/google/protobuf/timestamp.ts";
import { consensusAddress, consensusBytes } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { utf8 } from "../../app/lib/bytes.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import { JAILED_FOREVER_MS } from "./constants.ts";
import type { SlashingDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { heightsCounted, infoOf } from "./signing.ts";
import { consensusAddressOf } from "./stakes.ts";
import { params } from "./state.ts";
import { signingInfos, tombstonedKeys, tombstones } from "./validatorState.ts";

function addressIn(text: string): Uint8Array {
  try {
    return consensusBytes(text);
  } catch {
    throw errors.invalidAddress("cons_address");
  }
}

/** `ms` as seconds and billionths of one. */
function split(ms: bigint): Timestamp {
  return { seconds: ms / 1_000n, nanos: Number(ms % 1_000n) * 1_000_000 };
}

/**
 * The block time at which the protocol clock shows `untilMs` if no block takes too long. Who was
 * never jailed was so until 1970, and the tombstoned are until the end of 9999, as in Cosmos.
 */
function jailedUntil({ block }: QueryContext, untilMs: bigint): Timestamp {
  if (untilMs === 0n || untilMs === JAILED_FOREVER_MS) return split(untilMs);
  const ms = block.timeMs + untilMs - block.clockMs;
  return split(ms < 0n ? 0n : ms);
}

function shown(ctx: QueryContext, operator: string, address: Uint8Array): ValidatorSigningInfo {
  const info = infoOf(ctx, operator);
  const isKnown = signingInfos.has(ctx, operator);
  return {
    address: consensusAddress(address),
    startHeight: isKnown ? info.startHeight : 0n,
    indexOffset: heightsCounted(info, ctx.block.height),
    jailedUntil: jailedUntil(ctx, info.jailedUntilMs),
    tombstoned: tombstones.has(ctx, operator),
    missedBlocksCounter: BigInt(info.missedBlocks),
  };
}

function cosmosParams(ctx: QueryContext): Params {
  const current = params.require(ctx);
  return {
    signedBlocksWindow: BigInt(current.signedBlocksWindow),
    minSignedPerWindow: utf8(current.minSignedPerWindow),
    downtimeJailDuration: split(current.downtimeJailDurationMs),
    slashFractionDoubleSign: utf8(current.slashFractionDoubleSign),
    slashFractionDowntime: utf8(current.slashFractionDowntime),
  };
}

/** Makes them. */
export function cosmosQueries(deps: SlashingDeps): readonly Query[] {
  return [
    query({
      method: Service.Params,
      rest: "/cosmos/slashing/v1beta1/params",
      handle: (ctx) => ({ params: cosmosParams(ctx) }),
      commandLine: {
        summary: "parameters as Cosmos clients read them",
        example: "aegisd query slashing cosmos-params",
      },
    }),
    query({
      method: Service.SigningInfo,
      rest: "/cosmos/slashing/v1beta1/signing_infos/{cons_address}",
      handle: (ctx, { consAddress }) => {
        const address = addressIn(consAddress);
        const validator = deps.staking.validatorByConsensusAddress(ctx, address);
        const operator = validator?.operator ?? tombstonedKeys.get(ctx, address);
        if (operator === undefined) throw errors.noSigningInfo(consAddress);
        return { valSigningInfo: shown(ctx, operator, address) };
      },
      commandLine: {
        summary: "how well a validator signs, by its consensus address",
        example: "aegisd query slashing signing-info aegisvalcons1...",
        positional: ["cons_address"],
      },
    }),
    query({
      method: Service.SigningInfos,
      rest: "/cosmos/slashing/v1beta1/signing_infos",
      handle: (ctx, request) => {
        const { entries, pagination } = paginate(ctx, signingInfos, request.pagination);
        const info = entries.map(([operator]) => {
          const validator = present(deps.staking.validator(ctx, operator), "who signs");
          return shown(ctx, operator, consensusAddressOf(validator));
        });
        return { info, pagination };
      },
      commandLine: {
        summary: "how well validators sign that have or had a seat",
        example: "aegisd query slashing signing-infos",
      },
    }),
  ];
}
