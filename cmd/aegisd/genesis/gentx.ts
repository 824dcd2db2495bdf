/**
 * Genesis transactions: an operator's signed wish to be a validator of the first block. As in other
 * Cosmos chains it is signed with account number and sequence 0; the memo is the node's address.
 */
import { PubKey as ConsensusKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import type { Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import { MsgCreateValidator } from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { AuthInfo, Tx, TxBody, TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { MsgRegisterBlsKey } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import { Params, type Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { anyOf, type Signer, signTx } from "../../../app/client/sign.ts";
import { addressBytes, addressOfPublicKey, operatorAddress } from "../../../app/lib/address.ts";
import { isPossession, provePossession } from "../../../app/lib/bls.ts";
import { BASE_DENOM } from "../../../app/lib/coin.ts";
import { formatDecText, parseDec } from "../../../app/lib/dec.ts";
import { directDigest } from "../../../app/tx/signDoc.ts";
import { verifySignature } from "../../../app/tx/signature.ts";
import {
  consensusKeyIn,
  genesisValidator,
  UASI_PER_POWER,
  validateCreation,
} from "../../../modules/staking/index.ts";
import { CommandError } from "../exit.ts";
import { partOf } from "./change.ts";
import type { AppState } from "./document.ts";
import { readBlsSecret, readIdentity } from "../home/createHome.ts";

const GAS_LIMIT = 400_000n;

/** CometBFT's id of a node and its address: nothing else may get into a config.toml. */
const PEER = /^[0-9a-f]{40}@[A-Za-z0-9.:[\]-]{1,253}:\d{1,5}$/;

/** What an operator says. */
export interface GentxOptions {
  readonly home: string;
  readonly chainId: string;
  readonly signer: Signer;
  /** In uasi. */
  readonly amount: bigint;
  readonly description: Description;
  /** Decimals of 18 digits. */
  readonly commission: {
    readonly rate: string;
    readonly maxRate: string;
    readonly maxChangeRate: string;
  };
  /** In uasi. */
  readonly minSelfDelegation: bigint;
  /** `nodeid@host:port`. */
  readonly peer: string;
}

/** The signed transaction. */
export function makeGentx(options: GentxOptions): Tx {
  const { home, chainId, signer, amount, peer } = options;
  const { consensusKey, blsPublicKey } = readIdentity(home);
  const operator = addressBytes(signer.address);
  const creation = MsgCreateValidator.create({
    description: options.description,
    commission: options.commission,
    minSelfDelegation: `${options.minSelfDelegation}`,
    delegatorAddress: signer.address,
    validatorAddress: operatorAddress(operator),
    pubkey: anyOf(ConsensusKey, { key: consensusKey }),
    value: { denom: BASE_DENOM, amount: `${amount}` },
  });
  const registration = MsgRegisterBlsKey.create({
    operator: signer.address,
    publicKey: blsPublicKey,
    possessionProof: provePossession(readBlsSecret(home), { operator, chainId }),
  });
  const messages = [anyOf(MsgCreateValidator, creation), anyOf(MsgRegisterBlsKey, registration)];
  const content = { messages, memo: peer, gasLimit: GAS_LIMIT, fee: 0n };
  const bytes = signTx(signer, content, { chainId, accountNumber: 0n, sequence: 0n });
  const { bodyBytes, authInfoBytes, signatures } = TxRaw.decode(bytes);
  const body = TxBody.decode(bodyBytes);
  return { body, authInfo: AuthInfo.decode(authInfoBytes), signatures };
}

/** What a genesis transaction asks for. */
export interface ReadGentx {
  readonly validator: Validator;
  readonly peer: string;
}

/**
 * Reads a genesis transaction and checks all that needs no other.
 * @throws CommandError saying what is wrong.
 */
export function readGentx(json: unknown, chainId: string): ReadGentx {
  const tx = parsed(json);
  const body = TxBody.create(tx.body);
  const authInfo = AuthInfo.create(tx.authInfo);
  const [first, second] = body.messages;
  const isPair =
    body.messages.length === 2 &&
    first?.typeUrl === MsgCreateValidator.typeUrl &&
    second?.typeUrl === MsgRegisterBlsKey.typeUrl;
  if (!isPair) throw new CommandError("it must hold MsgCreateValidator and MsgRegisterBlsKey");
  const creation = MsgCreateValidator.decode(first.value);
  const registration = MsgRegisterBlsKey.decode(second.value);
  const operator = checkSignature(tx, body, authInfo, chainId);
  const { delegatorAddress, validatorAddress } = creation;
  const isOwn =
    validatorAddress === operatorAddress(addressBytes(operator)) &&
    registration.operator === operator &&
    (delegatorAddress === operator || delegatorAddress === "");
  if (!isOwn) throw new CommandError(`not everything in it is about its signer ${operator}`);
  if (body.memo !== "" && !PEER.test(body.memo)) {
    throw new CommandError("its memo is not a node's address, NODE_ID@HOST:PORT");
  }
  const { publicKey, possessionProof } = registration;
  const claim = { publicKey, operator: addressBytes(operator), chainId };
  if (!isPossession(claim, possessionProof)) {
    throw new CommandError(`no proof that ${operator} has the BLS key on ${chainId}`);
  }
  return { validator: validatorOf(operator, creation, registration), peer: body.memo };
}

/**
 * Checks what the genesis asks of every validator that joins, as it is asked of those that join
 * later.
 * @throws CommandError saying what is too little.
 */
export function checkFounder(state: AppState, validator: Validator): void {
  const { params, licences } = partOf(state, "staking", StakingGenesis);
  const { minCommissionRate, minSelfStake } = Params.create(params);
  const { operator, tokens, commissionRate, minSelfDelegation } = validator;
  if (parseDec(commissionRate) < parseDec(minCommissionRate)) {
    const least = formatDecText(parseDec(minCommissionRate));
    throw new CommandError(`commission_rate must be at least ${least}`);
  }
  const isLicensed = licences.some(({ owner }) => owner === operator);
  if (minSelfDelegation < minSelfStake && !isLicensed) {
    throw new CommandError(`min_self_delegation must be at least ${minSelfStake}`);
  }
  if (tokens < UASI_PER_POWER) {
    throw new CommandError(`the stake must be at least ${UASI_PER_POWER}uasi`);
  }
}

function parsed(json: unknown): Tx {
  try {
    return Tx.fromJson(json);
  } catch (error) {
    throw new CommandError(`not a transaction: ${error instanceof Error ? error.message : ""}`);
  }
}

/** The signer's address. @throws CommandError unless it signed for this chain's first block. */
function checkSignature(tx: Tx, body: TxBody, authInfo: AuthInfo, chainId: string): string {
  const [info] = authInfo.signerInfos;
  const [signature] = tx.signatures;
  const isSingle = authInfo.signerInfos.length === 1 && tx.signatures.length === 1;
  if (!isSingle || info === undefined || signature === undefined || info.sequence !== 0n) {
    throw new CommandError("it needs one signature with sequence 0");
  }
  if (info.publicKey?.typeUrl !== PubKey.typeUrl) throw new CommandError("not a secp256k1 key");
  const { key } = PubKey.decode(info.publicKey.value);
  const bodyBytes = TxBody.encode(body);
  const authInfoBytes = AuthInfo.encode(authInfo);
  const digest = directDigest({ bodyBytes, authInfoBytes, chainId, accountNumber: 0n });
  if (verifySignature(signature, digest, key)) return addressOfPublicKey(key);
  throw new CommandError(`the signature is not that of its key for ${chainId}`);
}

function validatorOf(
  operator: string,
  creation: MsgCreateValidator,
  { publicKey: blsPublicKey, possessionProof }: MsgRegisterBlsKey,
): Validator {
  validateCreation(creation);
  const { rate = "", maxRate = "", maxChangeRate = "" } = creation.commission ?? {};
  const founder = genesisValidator({
    operator,
    consensusPublicKey: consensusKeyIn(creation.pubkey),
    blsPublicKey,
    possessionProof,
    stake: BigInt(creation.value?.amount ?? "0"),
    moniker: creation.description?.moniker ?? "",
    // It gets its own when it is added to a genesis.
    slot: 0,
  });
  return {
    ...founder,
    description: creation.description,
    commissionRate: rate,
    commissionMaxRate: maxRate,
    commissionMaxChangeRate: maxChangeRate,
    minSelfDelegation: BigInt(creation.minSelfDelegation),
  };
}
