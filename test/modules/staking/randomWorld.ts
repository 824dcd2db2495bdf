/** Who acts in random staking, and with which keys; a genesis with licences and short times. */
import { keySigner, type Signer } from "../../../app/client/sign.ts";
import { checkpointMessage } from "../../../app/checkpoint/message.ts";
import { bitfieldOf } from "../../../app/checkpoint/bitfield.ts";
import { moduleAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { blsAggregate, blsKeygen, blsPublicKey, blsSign } from "../../../app/lib/bls.ts";
import { hex, sha256, utf8 } from "../../../app/lib/bytes.ts";
import { uasi } from "../../../app/lib/coin.ts";
import type { AppState } from "../../../cmd/aegisd/genesis/document.ts";
import {
  seededBlsSecret,
  seededDelegator,
  seededValidator,
} from "../../../cmd/aegisd/genesis/seededValidators.ts";
import { attestations, checkpoints } from "../../../modules/checkpoints/state.ts";
import { MsgAttest } from "../../../proto/gen/aegis/checkpoints/v1/tx.ts";
import { GenesisState as SlashingGenesis } from "../../../proto/gen/aegis/slashing/v1/genesis.ts";
import { Params as SlashingParams } from "../../../proto/gen/aegis/slashing/v1/slashing.ts";
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import {
  Licence,
  LicenceUse,
  Params as StakingParams,
} from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { GenesisState as BankGenesis } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import { CROWD_CHAIN_ID, Crowd } from "../../kit/crowd.ts";
import type { Prng } from "../../kit/prng.ts";

export const ASI = 1_000_000n;
const VALIDATORS = 10;
const DELEGATIONS = 48;
const NEWCOMERS = 8;
const LICENCE_STAKE = 50n * ASI;
const FUNDS = 5_000n * ASI;

/** Somebody who may be a validator, with the secret of its BLS key. */
export interface Actor {
  readonly signer: Signer;
  readonly blsSecret: Uint8Array;
}

export interface RandomWorld {
  readonly crowd: Crowd;
  /** Validators from the beginning, then others. */
  readonly actors: readonly Actor[];
  /** Public key in hex → secret. */
  readonly blsSecrets: ReadonlyMap<string, Uint8Array>;
}

function newcomer(index: number): Actor {
  const seed = (use: string): Uint8Array => sha256(utf8(`newcomer ${index} ${use}`));
  return { signer: keySigner(seed("account")), blsSecret: blsKeygen(seed("bls")) };
}

function actorsOf(seed: string): Actor[] {
  const founders = Array.from({ length: VALIDATORS }, (_, index) => ({
    signer: seededValidator(seed, index).operator,
    blsSecret: seededBlsSecret(seed, index),
  }));
  const delegators = Array.from({ length: DELEGATIONS / 4 }, (_, index) => ({
    signer: seededDelegator(seed, index),
    blsSecret: blsKeygen(sha256(utf8(`${seed} delegator ${index}`))),
  }));
  const newcomers = Array.from({ length: NEWCOMERS }, (_, index) => newcomer(index));
  return [...founders, ...delegators, ...newcomers];
}

function changed(state: AppState, actors: readonly Actor[], testnet: boolean): AppState {
  const staking = StakingGenesis.fromJson(state["staking"]);
  const licences = actors.map(({ signer }, at) =>
    Licence.create({
      number: at + 1,
      owner: signer.address,
      use: LicenceUse.LICENCE_USE_NOTHING,
    }),
  );
  const stakingParams = {
    ...(staking.params ?? StakingParams.create({})),
    unbondingTimeMs: 15_000n,
    testnet,
    licenceSuspensionEpochs: 3,
    redemptionEnabled: true,
    maxEntries: 4,
  };
  const slashing = SlashingGenesis.fromJson(state["slashing"]);
  const slashingParams = {
    ...(slashing.params ?? SlashingParams.create({})),
    signedBlocksWindow: 8,
    downtimeJailDurationMs: 4_000n,
  };
  const bank = BankGenesis.fromJson(state["bank"]);
  const known = new Set(bank.balances.map(({ address }) => address));
  const strangers = actors.filter(({ signer }) => !known.has(signer.address));
  const licensed = LICENCE_STAKE * BigInt(licences.length);
  const balances = [
    ...bank.balances,
    ...strangers.map(({ signer }) => ({ address: signer.address, coins: uasi(FUNDS) })),
    { address: moduleAddress("staking_licences"), coins: uasi(licensed) },
  ];
  return {
    ...state,
    staking: StakingGenesis.toJson({
      ...staking,
      params: stakingParams,
      licences,
      licenceTotals: { issued: licences.length, liquidated: 0, redeemed: 0 },
      licenceStake: LICENCE_STAKE,
    }),
    slashing: SlashingGenesis.toJson({ ...slashing, params: slashingParams }),
    bank: BankGenesis.toJson({ ...bank, balances, supply: [] }),
  };
}

/** A chain of ten validators and others who may become some; a test network or not. */
export function randomWorld(seed: number): RandomWorld {
  const name = `random ${seed}`;
  const actors = actorsOf(name);
  const crowd = new Crowd({
    validators: VALIDATORS,
    delegations: DELEGATIONS,
    seed: name,
    epochBlocks: 5n,
    checkInvariants: true,
    change: (state) => changed(state, actors, seed % 2 === 0),
  });
  const blsSecrets = new Map(
    actors.map(({ blsSecret }) => [hex(blsPublicKey(blsSecret)), blsSecret]),
  );
  return { crowd, actors, blsSecrets };
}

/** What validators who have not signed the checkpoint of `epoch` would send; each by chance. */
export function attestation(
  { crowd, blsSecrets }: RandomWorld,
  random: Prng,
  epoch: bigint,
  sender: string,
): MsgAttest | undefined {
  const { context, staking } = crowd;
  const checkpoint = checkpoints.get(context, epoch);
  const set = staking.validatorSet(context, epoch);
  if (checkpoint === undefined || set === undefined || checkpoint.closedHeight !== 0n) return;
  const signed = attestations.get(context, epoch)?.signers ?? new Uint8Array(0);
  const message = checkpointMessage({ chainId: CROWD_CHAIN_ID, ...checkpoint });
  const slots: number[] = [];
  const signatures: Uint8Array[] = [];
  for (let slot = 0; slot < set.slots; slot += 1) {
    const isSigned = ((signed[slot >> 3] ?? 0) >> (slot & 7)) & 1;
    if (set.powerOf(slot) === 0 || isSigned === 1 || random.below(3) === 0) continue;
    const operator = staking.operatorOfSlot(context, slot);
    const key = operator && staking.validator(context, operator)?.blsPublicKey;
    const secret = key && blsSecrets.get(hex(key));
    if (!secret) continue;
    slots.push(slot);
    signatures.push(blsSign(secret, message));
  }
  if (slots.length === 0) return;
  const signature = present(blsAggregate(signatures), "an aggregate");
  return MsgAttest.create({ sender, epoch, signers: bitfieldOf(set.slots, slots), signature });
}
