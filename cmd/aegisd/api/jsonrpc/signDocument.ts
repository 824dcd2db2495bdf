/**
 * Sign documents: what a caller's fields become as a transaction, with gas and fee, ready for its
 * key. The key never comes here.
 */
import { SignDoc } from "../../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { Service, type SimulateResponse } from "../../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import type { Any } from "../../../../proto/gen/google/protobuf/any.ts";
import { signDocOf, simulationTx, type TxContent } from "../../../../app/client/sign.ts";
import { MEMO_BYTES_MAX } from "../../../../app/constants.ts";
import { addressOfPublicKey } from "../../../../app/lib/address.ts";
import { base64, EMPTY_BYTES, hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";
import { mulDivUp } from "../../../../app/lib/coin.ts";
import { feeFor, type GasPrice, parseGasPrice } from "../../../../app/tx/fee.ts";
import { isPublicKey } from "../../../../app/tx/signature.ts";
import type { Backend } from "../backend.ts";
import { type Account, accountOf, ask, chainIdOf } from "./chain.ts";
import { badParam, refused } from "./fault.ts";
import {
  base64Bytes,
  type JsonSchema,
  optional,
  type Shape,
  text,
  UINT64_SCHEMA,
  uint64,
  type Values,
} from "./shape.ts";
import { type Item, ITEM_SCHEMA, itemsOf } from "./signed.ts";

const PUBLIC_KEY_BYTES = 33;
/** Factor on simulated gas, in thousandths: the state may change until a block is made. */
const GAS_ADJUSTMENT = 1_300n;
const GAS_PRICE_CHARACTERS_MAX = 32;

/** Parameters of whoever will sign. */
export const SIGNING: {
  readonly publicKey: Shape<Uint8Array | undefined>;
  readonly nonce: Shape<bigint | undefined>;
  readonly gasPrice: Shape<string | undefined>;
  readonly memo: Shape<string | undefined>;
  readonly timeoutHeight: Shape<bigint | undefined>;
} = {
  publicKey: optional(
    base64Bytes(
      "The signer's compressed secp256k1 public key; may be left out once the chain knows it.",
      PUBLIC_KEY_BYTES,
      PUBLIC_KEY_BYTES,
    ),
  ),
  nonce: optional(
    uint64(
      "The account's sequence; that of the last block when left out. Raise it by one for " +
        "each transaction that still waits.",
    ),
  ),
  gasPrice: optional(
    text(
      'Such as "0.025uasi"; the least that this node takes when left out.',
      GAS_PRICE_CHARACTERS_MAX,
    ),
  ),
  memo: optional(text("Public note in the transaction.", MEMO_BYTES_MAX)),
  timeoutHeight: optional(uint64("Last height at which the transaction may be included.")),
};

/** The schema of a sign document. */
export const SIGN_DOCUMENT_SCHEMA: JsonSchema = {
  type: "object",
  description:
    "Sign `digest` (or `signDoc` with a signer that hashes) and post bodyBytes, authInfoBytes " +
    "and signature.",
  properties: {
    chainId: { type: "string" },
    signer: { type: "string" },
    accountNumber: UINT64_SCHEMA,
    sequence: UINT64_SCHEMA,
    gasUsed: UINT64_SCHEMA,
    gasLimit: UINT64_SCHEMA,
    fee: { ...UINT64_SCHEMA, description: "In uasi." },
    bodyBytes: { type: "string", contentEncoding: "base64" },
    authInfoBytes: { type: "string", contentEncoding: "base64" },
    signDoc: { type: "string", contentEncoding: "base64" },
    digest: { type: "string", pattern: "^[0-9a-f]{64}$", description: "SHA-256 of signDoc." },
    items: {
      type: "array",
      items: ITEM_SCHEMA,
      description:
        "What simulation says of each entry. A task hash is there when `nonce` is the account's " +
        "sequence now, and holds if the model's revision does not change before inclusion.",
    },
  },
  required: [
    ...["chainId", "signer", "accountNumber", "sequence", "gasUsed", "gasLimit", "fee"],
    ...["bodyBytes", "authInfoBytes", "signDoc", "digest", "items"],
  ],
  additionalProperties: false,
};

/** What is to be signed, by whom. */
export interface Unsigned {
  readonly signer: string;
  readonly message: Any;
}

/** The document's JSON. @throws RpcFault when a field is wrong, or a simulation refuses it. */
export function signDocument(
  backend: Backend,
  { signer, message }: Unsigned,
  params: Values<typeof SIGNING>,
  minimumGasPrice: GasPrice,
): unknown {
  const account = accountOf(backend, signer);
  const publicKey = keyOf(signer, account, params.publicKey);
  const memo = params.memo ?? "";
  if (utf8(memo).length > MEMO_BYTES_MAX) throw badParam("memo", `above ${MEMO_BYTES_MAX} bytes`);
  const price = priceOf(params.gasPrice, minimumGasPrice);
  const { timeoutHeight, nonce: sequence = account.sequence } = params;
  const draft: TxContent = { messages: [message], memo, timeoutHeight, gasLimit: 0n, fee: 0n };
  const simulated = simulate(backend, simulationTx(publicKey, draft, sequence));
  const gasUsed = simulated.gasInfo?.gasUsed ?? 0n;
  const gasLimit = mulDivUp(gasUsed, GAS_ADJUSTMENT, 1000n);
  const fee = feeFor(gasLimit, price);
  const items = itemsOf(backend, simulated.result?.data ?? EMPTY_BYTES);
  if (items[0] !== undefined && items.every(({ code }) => code !== 0)) throw refused(items[0]);
  const chainId = chainIdOf(backend);
  const { accountNumber } = account;
  const place = { chainId, accountNumber, sequence };
  const doc = signDocOf(publicKey, { ...draft, gasLimit, fee }, place);
  const signDoc = SignDoc.encode(doc);
  return {
    chainId,
    signer,
    accountNumber: `${accountNumber}`,
    sequence: `${sequence}`,
    gasUsed: `${gasUsed}`,
    gasLimit: `${gasLimit}`,
    fee: `${fee}`,
    bodyBytes: base64(doc.bodyBytes),
    authInfoBytes: base64(doc.authInfoBytes),
    signDoc: base64(signDoc),
    digest: hex(sha256(signDoc)),
    // Simulation runs at the account's sequence, which a task's hash depends on.
    items: sequence === account.sequence ? items : items.map(withoutHash),
  };
}

function withoutHash({ code, codespace, log }: Item): Item {
  return { code, codespace, log };
}

function simulate(backend: Backend, txBytes: Uint8Array): SimulateResponse {
  return ask(backend, Service.Simulate, { txBytes });
}

function keyOf(signer: string, account: Account, given: Uint8Array | undefined): Uint8Array {
  const key = given ?? account.publicKey;
  if (key === undefined) throw badParam("publicKey", `the chain has no single key of ${signer}`);
  if (!isPublicKey(key)) throw badParam("publicKey", "not a compressed secp256k1 key");
  if (addressOfPublicKey(key) !== signer) throw badParam("publicKey", `not the key of ${signer}`);
  return key;
}

function priceOf(given: string | undefined, least: GasPrice): GasPrice {
  if (given === undefined) return least;
  try {
    return parseGasPrice(given);
  } catch {
    throw badParam("gasPrice", 'expected a price such as "0.025uasi"');
  }
}
