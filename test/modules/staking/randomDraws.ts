/** Messages about validators and delegations, drawn at random and most of them nearly right. */
import { anyOf } from "../../../app/client/sign.ts";
import { addressBytes, operatorAddress } from "../../../app/lib/address.ts";
import { blsPublicKey, provePossession } from "../../../app/lib/bls.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import { formatDec, parseDecText } from "../../../app/lib/dec.ts";
import { delegations, unbondings } from "../../../modules/staking/delegationState.ts";
import { licences, validators } from "../../../modules/staking/state.ts";
import {
  MsgAddValidatorLicence,
  MsgRedeemLicence,
  MsgRegisterBlsKey,
  MsgRemoveValidatorLicence,
} from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { MsgAttest } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import {
  MsgFundCommunityPool,
  MsgSetWithdrawAddress,
  MsgWithdrawDelegatorReward,
  MsgWithdrawValidatorCommission,
} from "../../../proto/gen/cosmos/distribution/v1beta1/tx.ts";
import { MsgUnjail } from "../../../proto/gen/cosmos/slashing/v1beta1/tx.ts";
import { Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import {
  MsgBeginRedelegate,
  MsgCancelUnbondingDelegation,
  MsgCreateValidator,
  MsgDelegate,
  MsgEditValidator,
  MsgRotateConsPubKey,
  MsgUndelegate,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { Codec } from "../../../proto/wire/codec.ts";
import { CROWD_CHAIN_ID } from "../../kit/crowd.ts";
import type { Prng } from "../../kit/prng.ts";
import { type Actor, ASI, attestation, type RandomWorld } from "./randomWorld.ts";

/** What a message is drawn from. */
export interface Given {
  readonly world: RandomWorld;
  readonly random: Prng;
  readonly actor: Actor;
  /** Account of the actor. */
  readonly own: string;
}

/** A message of the actor, or nothing when there is nothing to say. */
type Draw = (given: Given) => Any | undefined;

const AMOUNTS: readonly bigint[] = [1n, 7n, 999_999n, ASI, 3n * ASI + 1n, 40n * ASI, 900n * ASI];
const TOO_MUCH = 2n ** 62n;
const LICENCES_MAX = 40;

export function pick<T>(random: Prng, list: readonly T[]): T {
  return list[random.below(list.length)] as T;
}

function say<M>(codec: Codec<M>, fields: Partial<M>): Any {
  return anyOf(codec, codec.create(fields));
}

function valoper(account: string): string {
  return operatorAddress(addressBytes(account));
}

function amountOf(random: Prng): { readonly denom: string; readonly amount: string } {
  const amount = random.below(30) === 0 ? TOO_MUCH : pick(random, AMOUNTS);
  return { denom: random.below(60) === 0 ? "atom" : "uasi", amount: `${amount}` };
}

function rate(text: string): string {
  return formatDec(parseDecText(text));
}

/** A validator that there is, or now and then an account that is none. */
function someValidator({ world, random }: Given): string {
  if (random.below(25) === 0) return valoper(pick(random, world.actors).signer.address);
  return valoper(pick(random, [...validators.entries(world.crowd.context)])[0]);
}

/** A validator that the actor delegates to, if it does. */
function ownDelegation(given: Given): string {
  const prefix = addressBytes(given.own);
  const found = [...delegations.entries(given.world.crowd.context, { prefix })];
  if (found.length === 0) return someValidator(given);
  return valoper(pick(given.random, found)[0][1]);
}

const cancel: Draw = ({ world, random, own }) => {
  const prefix = addressBytes(own);
  const found = [...unbondings.entries(world.crowd.context, { prefix })];
  if (found.length === 0) return undefined;
  const [[, operator], { entries }] = pick(random, found);
  const { creationHeight, balance } = pick(random, entries);
  const amount = random.below(2) === 0 ? { denom: "uasi", amount: `${balance}` } : amountOf(random);
  return say(MsgCancelUnbondingDelegation, {
    delegatorAddress: own,
    validatorAddress: valoper(operator),
    amount,
    creationHeight,
  });
};

const create: Draw = ({ random, own, world }) =>
  say(MsgCreateValidator, {
    description: Description.create({ moniker: "random" }),
    commission: {
      rate: rate(pick(random, ["0", "0.05", "1"])),
      maxRate: rate(pick(random, ["0.2", "1"])),
      maxChangeRate: rate("0.1"),
    },
    minSelfDelegation: "1000000",
    validatorAddress: valoper(own),
    pubkey: say(PubKey, { key: sha256(utf8(`${own} ${world.crowd.height} key`)) }),
    value: amountOf(random),
  });

const edit: Draw = ({ random, own }) =>
  say(MsgEditValidator, {
    description: Description.create({ moniker: "edited" }),
    validatorAddress: valoper(own),
    commissionRate: random.below(2) === 0 ? "" : rate("0.06"),
    minSelfDelegation: random.below(3) === 0 ? `${pick(random, AMOUNTS)}` : "",
  });

const registerKey: Draw = ({ random, actor, own }) => {
  const chainId = random.below(10) === 0 ? "aegis-other-1" : CROWD_CHAIN_ID;
  return say(MsgRegisterBlsKey, {
    operator: own,
    publicKey: blsPublicKey(actor.blsSecret),
    possessionProof: provePossession(actor.blsSecret, { operator: addressBytes(own), chainId }),
  });
};

const takeLicence: Draw = ({ world, random, own }) => {
  const mine = [...licences.entries(world.crowd.context)].filter(([, { owner }]) => owner === own);
  const number = mine.length > 0 ? pick(random, mine)[0] : 1 + random.below(LICENCES_MAX);
  return pick(random, [
    say(MsgAddValidatorLicence, { operator: own, number }),
    say(MsgAddValidatorLicence, { operator: own, number: 1 + random.below(LICENCES_MAX) }),
    say(MsgRemoveValidatorLicence, { operator: own, number }),
    random.below(10) === 0
      ? say(MsgRedeemLicence, { owner: own, number })
      : say(MsgAddValidatorLicence, { operator: own, number }),
  ]);
};

const attest: Draw = ({ world, random, own }) => {
  const back = BigInt(1 + random.below(2));
  const { epoch } = world.crowd.context.block;
  const message = epoch < back ? undefined : attestation(world, random, epoch - back, own);
  return message && say(MsgAttest, message);
};

const withdrawals: readonly Draw[] = [
  (given) =>
    say(MsgWithdrawDelegatorReward, {
      delegatorAddress: given.own,
      validatorAddress: ownDelegation(given),
    }),
  ({ own }) => say(MsgWithdrawValidatorCommission, { validatorAddress: valoper(own) }),
  ({ own, world, random }) =>
    say(MsgSetWithdrawAddress, {
      delegatorAddress: own,
      withdrawAddress: pick(random, world.actors).signer.address,
    }),
  ({ own, random }) => say(MsgFundCommunityPool, { amount: [amountOf(random)], depositor: own }),
];

const delegate: Draw = (given) =>
  say(MsgDelegate, {
    delegatorAddress: given.own,
    validatorAddress: someValidator(given),
    amount: amountOf(given.random),
  });

const undelegate: Draw = (given) =>
  say(MsgUndelegate, {
    delegatorAddress: given.own,
    validatorAddress: ownDelegation(given),
    amount: amountOf(given.random),
  });

const redelegate: Draw = (given) =>
  say(MsgBeginRedelegate, {
    delegatorAddress: given.own,
    validatorSrcAddress: ownDelegation(given),
    validatorDstAddress: someValidator(given),
    amount: amountOf(given.random),
  });

const rotateKey: Draw = ({ own, world }) =>
  say(MsgRotateConsPubKey, {
    validatorAddress: valoper(own),
    newPubkey: say(PubKey, { key: sha256(utf8(`${own} ${world.crowd.height} rotated`)) }),
  });

const unjail: Draw = ({ own }) => say(MsgUnjail, { validatorAddr: valoper(own) });

/** What stands twice comes twice as often. */
export const DRAWS: readonly Draw[] = [
  ...[delegate, delegate, delegate, undelegate, undelegate, redelegate, redelegate, cancel],
  ...[create, edit, rotateKey, registerKey, takeLicence, attest, attest, unjail, unjail],
  ...withdrawals,
];
