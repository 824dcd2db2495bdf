/** What messages about validators say where nothing is typed: mostly the keys of a node's home. */
import { addressBytes } from "../../../app/lib/address.ts";
import { provePossession } from "../../../app/lib/bls.ts";
import { base64 } from "../../../app/lib/bytes.ts";
import { formatDec, parseDecText } from "../../../app/lib/dec.ts";
import { httpRpc } from "../../../app/client/rpc.ts";
import { MsgRegisterBlsKey } from "../../../proto/gen/aegis/staking/v1/tx.ts";
import { PubKey } from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import { Description } from "../../../proto/gen/cosmos/staking/v1beta1/staking.ts";
import {
  MsgCreateValidator,
  MsgEditValidator,
} from "../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { UNCHANGED_TEXT } from "../../../modules/staking/index.ts";
import { readBlsSecret, readIdentity, readNodeIdentity } from "../home/createHome.ts";
import type { TxOptions } from "../tx/options.ts";

/** What was typed. */
interface Typed {
  /** Attribute name of a flag → its text. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly common: Pick<TxOptions, "home" | "node" | "chainId">;
  /** The account that signs. */
  readonly signer: string;
}

type Json = Readonly<Record<string, unknown>>;

/** simd's own defaults of a validator. */
const COMMISSION = { rate: "0.1", max_rate: "0.2", max_change_rate: "0.01" } as const;
const MIN_SELF_DELEGATION = "1000000";

function ofCreation({ options, common }: Typed): Json {
  const rates = Object.entries(COMMISSION).map(([name, text]) => [
    name,
    formatDec(parseDecText(text)),
  ]);
  const fixed = {
    commission: Object.fromEntries(rates),
    min_self_delegation: MIN_SELF_DELEGATION,
  };
  if (options["pubkey"] !== undefined) return fixed;
  const { consensusKey } = readIdentity(common.home);
  return { ...fixed, pubkey: { "@type": PubKey.typeUrl, key: base64(consensusKey) } };
}

async function ofBlsKey({ options, common, signer }: Typed): Promise<Json> {
  if (options["publicKey"] !== undefined || options["possessionProof"] !== undefined) return {};
  const chainId = common.chainId ?? (await httpRpc(common.node).status()).chainId;
  const secret = readBlsSecret(common.home);
  const proof = provePossession(secret, { operator: addressBytes(signer), chainId });
  return {
    public_key: base64(readNodeIdentity(common.home).blsPublicKey),
    possession_proof: base64(proof),
  };
}

/** Texts that an edit does not name stay as they are. */
function ofEdit(): Json {
  const names = Description.fields.map(({ jsonName }) => jsonName);
  return { description: Object.fromEntries(names.map((name) => [name, UNCHANGED_TEXT])) };
}

/**
 * JSON of the fields that need not be typed.
 * @throws RangeError when a key file is missing or malformed, RpcError when no node answers.
 */
export async function defaultsOf(typeUrl: string, typed: Typed): Promise<Json> {
  if (typeUrl === MsgCreateValidator.typeUrl) return ofCreation(typed);
  if (typeUrl === MsgEditValidator.typeUrl) return ofEdit();
  return typeUrl === MsgRegisterBlsKey.typeUrl ? await ofBlsKey(typed) : {};
}
