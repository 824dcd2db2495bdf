/** A chain over many epochs: what must hold of every committee that CometBFT is given. */
import { assert } from "../../../app/lib/assert.ts";
import type { Params } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { type Misbehavior, MisbehaviorType } from "../../../proto/gen/tendermint/abci/types.ts";
import { params } from "../../../modules/staking/state.ts";
import { Crowd } from "../../kit/crowd.ts";
import { consensusAddress } from "../../kit/mockConsensus.ts";
import { Prng } from "../../kit/prng.ts";

export interface RotationsOptions {
  readonly validators: number;
  readonly epochs: number;
  readonly seed: number;
  /** Whether members are found to have signed twice, now and then. */
  readonly faults?: boolean;
  /** Told after each epoch. */
  readonly told?: (epoch: number) => void;
}

export interface Rotations {
  /** Of the last committee. */
  readonly seats: number;
  /** Different validators that had a seat. */
  readonly seated: number;
  /** Most seats that one epoch gave to somebody else. */
  readonly mostJoined: number;
  /** Largest part of a committee's power that one epoch changed, in percent. */
  readonly mostChangedPercent: number;
  /** CometBFT was told of a change. */
  readonly epochsWithUpdates: number;
}

const FAULT_ONE_IN = 4;

/** Evidence that the seat of a key (hex) signed twice in the last block but one. */
export function doubleSign(crowd: Crowd, key: string): Misbehavior {
  const { height, timeMs } = crowd.context.block;
  return {
    type: MisbehaviorType.DUPLICATE_VOTE,
    validator: { address: consensusAddress(Buffer.from(key, "hex")), power: 10n },
    height: height - 1n,
    time: { seconds: timeMs / 1_000n, nanos: 0 },
    totalVotingPower: 10n,
  };
}

function shared(before: ReadonlyMap<string, bigint>, after: ReadonlyMap<string, bigint>): bigint {
  let power = 0n;
  for (const [key, own] of after) {
    const old = before.get(key) ?? 0n;
    power += old < own ? old : own;
  }
  return power;
}

function total(powers: ReadonlyMap<string, bigint>): bigint {
  return [...powers.values()].reduce((sum, power) => sum + power, 0n);
}

function checkSeats({ next }: Crowd, { committeeSize }: Params): void {
  assert(next.size <= committeeSize, `${next.size} seats`);
  const powers = [...next.values()];
  assert(
    powers.every((power) => power === 10n || power === 11n),
    "seats have equal power",
  );
  assert(powers.filter((power) => power === 11n).length <= 1, "one seat has more power");
}

/** Plays epochs. @throws AssertionError when a bound does not hold. */
export function playRotations(options: RotationsOptions): Rotations {
  const { validators, epochs, seed, faults = false, told } = options;
  const crowd = new Crowd({ validators, epochBlocks: 3n, seed: `rotations ${seed}` });
  const limits = params.require(crowd.context);
  const random = new Prng(seed);
  const seated = new Set<string>(crowd.next.keys());
  let mostJoined = 0;
  let mostChanged = 0;
  let withUpdates = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const before = crowd.next;
    // Now and then somebody who has a seat is jailed before the epoch ends.
    if (faults && before.size > limits.minCommitteeSize && random.below(FAULT_ONE_IN) === 0) {
      const victim = [...before.keys()][random.below(before.size)] as string;
      crowd.block({ misbehavior: [doubleSign(crowd, victim)] });
      assert(!crowd.next.has(victim), "a tombstoned member leaves at once");
    }
    const response = crowd.endEpoch();
    const joined = [...crowd.next.keys()].filter((key) => !before.has(key)).length;
    const most = Math.max(1, Math.trunc((before.size * limits.committeeChurnMillionths) / 10 ** 6));
    assert(joined <= most, `${joined} joined, at most ${most} may`);
    checkSeats(crowd, limits);
    const changed = 100 - Number((100n * shared(before, crowd.next)) / total(crowd.next));
    mostChanged = Math.max(mostChanged, changed);
    mostJoined = Math.max(mostJoined, joined);
    if (response.validatorUpdates.length > 0) withUpdates += 1;
    for (const key of crowd.next.keys()) seated.add(key);
    told?.(epoch);
  }
  return {
    seats: crowd.next.size,
    seated: seated.size,
    mostJoined,
    mostChangedPercent: mostChanged,
    epochsWithUpdates: withUpdates,
  };
}
