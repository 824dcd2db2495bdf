/** Queries of checkpoints. */
import {
  Query as Service,
  type QueryValidatorSetRequest,
  type QueryValidatorSetResponse,
} from "../../proto/gen/aegis/checkpoints/v1/query.ts";
import { checkpointProof, encodeCheckpointProof } from "../../app/checkpoint/proof.ts";
import type { ValidatorSet } from "../../app/checkpoint/validatorSet.ts";
import { isAccountAddress } from "../../app/lib/address.ts";
import { concatBytes } from "../../app/lib/bytes.ts";
import { uint32Key } from "../../app/module/collections/codecs.ts";
import type { Range, StateMap } from "../../app/module/collections/schema.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { type Query, query } from "../../app/module/module.ts";
import { paginate } from "../../app/module/pagination.ts";
import type { CheckpointsDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { missedOf } from "./missed.ts";
import { attestations, checkpoints, params } from "./state.ts";

function setAt(deps: CheckpointsDeps, ctx: QueryContext, epoch: bigint): ValidatorSet {
  const set = deps.staking.validatorSet(ctx, epoch);
  if (set === undefined) throw errors.setForgotten(`${epoch}`);
  return set;
}

/** The slot that a page's key names; a key that is too short ends with zeros. */
function slotOf(key: Uint8Array): number {
  return uint32Key.decode(concatBytes(key, new Uint8Array(4)), 0)[0];
}

/** Slot → power of the members of `set`, as a collection of which there are pages. */
function membersOf(set: ValidatorSet): Pick<StateMap<number, number>, "entries" | "key"> {
  return {
    key: uint32Key,
    *entries(_, { start, end, reverse = false }: Range = {}) {
      const from = start === undefined ? 0 : slotOf(start);
      // The end of a page that goes backwards is its key and one byte: the key is in the page.
      const last = Math.min(set.slots - 1, end === undefined ? set.slots : slotOf(end));
      for (let i = 0; i <= last - from; i += 1) {
        const slot = reverse ? last - i : from + i;
        const power = set.powerOf(slot);
        if (power > 0) yield [slot, power] as const;
      }
    },
  };
}

function validatorSet(
  deps: CheckpointsDeps,
  ctx: QueryContext,
  { epoch, pagination: request }: QueryValidatorSetRequest,
): QueryValidatorSetResponse {
  const set = setAt(deps, ctx, epoch);
  const { entries, pagination } = paginate(ctx, membersOf(set), request);
  const { root, totalPower, totalKey } = set.parts;
  const { commitment, slots, members } = set;
  return {
    members: entries.map(([slot, power]) => ({ slot, key: set.keyOf(slot), power: BigInt(power) })),
    ...{ root, totalPower, totalKey, commitment, slots, memberCount: members, pagination },
  };
}

/** The proof that a checkpoint is final, by all who signed so far. */
function proof(deps: CheckpointsDeps, ctx: QueryContext, epoch: bigint): Uint8Array {
  const checkpoint = checkpoints.get(ctx, epoch);
  if (checkpoint === undefined) throw errors.unknownEpoch(`${epoch}`);
  if (checkpoint.finalHeight === 0n) throw errors.notFinal(`${epoch}`);
  const signed = attestations.require(ctx, epoch);
  return encodeCheckpointProof(checkpointProof(setAt(deps, ctx, epoch), checkpoint, signed));
}

function missed(
  deps: CheckpointsDeps,
  ctx: QueryContext,
  operator: string,
): { slot: number; missed: number } {
  if (!isAccountAddress(operator)) throw errors.invalidAddress("operator");
  const validator = deps.staking.validator(ctx, operator);
  if (validator === undefined) throw errors.noValidator(operator);
  return { slot: validator.slot, missed: missedOf(ctx, validator.slot) };
}

/** Makes the queries. */
export function queriesOf(deps: CheckpointsDeps): readonly Query[] {
  return [
    query({
      method: Service.Params,
      rest: "/aegis/checkpoints/v1/params",
      handle: (ctx) => ({ params: params.require(ctx) }),
      commandLine: {
        summary: "parameters of checkpoints",
        example: "aegisd query checkpoints params",
      },
    }),
    query({
      method: Service.Checkpoint,
      rest: "/aegis/checkpoints/v1/checkpoints/{epoch}",
      handle: (ctx, { epoch }) => {
        const checkpoint = checkpoints.get(ctx, epoch);
        if (checkpoint === undefined) throw errors.unknownEpoch(`${epoch}`);
        return { checkpoint, attestation: attestations.get(ctx, epoch) };
      },
      commandLine: {
        summary: "the checkpoint of an epoch, who signed it and their signature",
        example: "aegisd query checkpoints checkpoint 12",
        positional: ["epoch"],
      },
    }),
    query({
      method: Service.Checkpoints,
      rest: "/aegis/checkpoints/v1/checkpoints",
      handle: (ctx, { pagination: request }) => {
        const { entries, pagination } = paginate(ctx, checkpoints, request);
        return { checkpoints: entries.map(([, checkpoint]) => checkpoint), pagination };
      },
      commandLine: {
        summary: "checkpoints that are kept, without their signers",
        example: "aegisd query checkpoints checkpoints --page-reverse",
      },
    }),
    query({
      method: Service.ValidatorSet,
      rest: "/aegis/checkpoints/v1/checkpoints/{epoch}/validators",
      handle: (ctx, request) => validatorSet(deps, ctx, request),
      commandLine: {
        summary: "who may sign an epoch's checkpoint, with keys and power",
        example: "aegisd query checkpoints validator-set 12",
        positional: ["epoch"],
      },
    }),
    query({
      method: Service.Missed,
      rest: "/aegis/checkpoints/v1/missed/{operator}",
      handle: (ctx, { operator }) => missed(deps, ctx, operator),
      commandLine: {
        summary: "final checkpoints that a validator missed in a row",
        example: "aegisd query checkpoints missed aegis1...",
        positional: ["operator"],
      },
    }),
    query({
      method: Service.Proof,
      rest: "/aegis/checkpoints/v1/checkpoints/{epoch}/proof",
      handle: (ctx, { epoch }) => ({ proof: proof(deps, ctx, epoch) }),
      commandLine: {
        summary: "the proof that an epoch's checkpoint is final",
        example: "aegisd query checkpoints proof 12",
        positional: ["epoch"],
      },
    }),
  ];
}
