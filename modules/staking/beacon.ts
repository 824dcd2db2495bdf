/**
 * Staking's part of the randomness beacon (protocol.md 2.2): who signs which height, and what
 * becomes of validators that withhold it.
 */
import { JailReason } from "../../proto/gen/aegis/staking/v1/staking.ts";
import type { BeaconDraw, DesignatedSigner } from "../../app/beacon/deps.ts";
import { equalBytes, preimage, sha256 } from "../../app/lib/bytes.ts";
import { uniform, type Words } from "../../app/lib/draw.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import { comingCommittee, committeeAt, consensusAddress } from "./committee.ts";
import type { StakingDeps } from "./deps.ts";
import { beaconWithheld } from "./events.ts";
import { beaconRecords, operators, params, validators } from "./state.ts";
import { jail } from "./status.ts";

/** First 8 bytes, big-endian, of the protocol's hash, then of the hash of that hash, and so on. */
function signerWords(chainId: string, height: bigint, previousBeacon: Uint8Array): Words {
  let bytes = preimage(
    { domain: "aegis/beacon-signer/v1" },
    { text: chainId },
    { hash: previousBeacon },
    { integer: height },
  );
  return () => {
    bytes = sha256(bytes);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  };
}

/**
 * The signer of `height`: of the committee of `height − 1`, in order of consensus address, the one
 * in whose stretch of power a uniform number below the total falls.
 */
export function beaconSigner(
  ctx: QueryContext,
  height: bigint,
  previousBeacon: Uint8Array,
): DesignatedSigner | undefined {
  const members = committeeAt(ctx, height - 1n)?.members ?? [];
  const total = members.reduce((sum, { power }) => sum + power, 0n);
  if (total === 0n) return undefined;
  let rest = uniform(signerWords(ctx.block.chainId, height, previousBeacon), total);
  for (const { consensusAddress: address, power } of members) {
    if (rest < power) {
      const { blsPublicKey } = validators.require(ctx, operators.require(ctx, address));
      return { consensusAddress: address, blsPublicKey };
    }
    rest -= power;
  }
  return undefined;
}

/** Counts the draw for the signer and for the proposer: which of them withheld is not known. */
export function recordBeaconDraw(deps: StakingDeps, ctx: BlockContext, draw: BeaconDraw): void {
  const signer = operators.get(ctx, draw.signer.consensusAddress);
  const proposer = draw.proposer.length === 20 ? operators.get(ctx, draw.proposer) : undefined;
  if (draw.isWithheld) {
    ctx.emit(beaconWithheld, {
      height: draw.height,
      signer: signer ?? "",
      proposer: proposer ?? "",
    });
  }
  if (signer !== undefined) count(deps, ctx, signer, draw.isWithheld);
  if (proposer !== undefined && proposer !== signer) count(deps, ctx, proposer, draw.isWithheld);
}

function count(deps: StakingDeps, ctx: BlockContext, operator: string, isWithheld: boolean): void {
  const { beaconWindow } = params.require(ctx);
  const last = beaconRecords.get(ctx, operator) ?? { operator, withheld: 0n, draws: 0 };
  const shifted = (last.withheld << 1n) | (isWithheld ? 1n : 0n);
  const withheld = BigInt.asUintN(beaconWindow, shifted);
  const draws = Math.min(last.draws + 1, beaconWindow);
  beaconRecords.set(ctx, operator, { operator, withheld, draws });
  if (onesIn(withheld) * 2 > beaconWindow) jailWithholder(deps, ctx, operator);
}

/** How many bits of `bits` are 1. */
export function onesIn(bits: bigint): number {
  let ones = 0;
  for (let rest = bits; rest > 0n; rest >>= 1n) ones += Number(rest & 1n);
  return ones;
}

/** Takes the seat away, unless too few would remain: then the next draw tries again. */
function jailWithholder(deps: StakingDeps, ctx: BlockContext, operator: string): void {
  const validator = validators.require(ctx, operator);
  if (validator.jailedHeight !== 0n) return;
  const address = consensusAddress(validator.consensusPublicKey);
  const { members } = comingCommittee(ctx);
  const remaining = members.filter((seat) => !equalBytes(seat.consensusAddress, address));
  if (remaining.length < params.require(ctx).minCommitteeSize) return;
  jail(deps, ctx, operator, JailReason.JAIL_REASON_BEACON);
}
