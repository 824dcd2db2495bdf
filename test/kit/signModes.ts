/** Transactions signed in amino JSON on the chain of tests, part by part. */
import type { AnteAccount, AnteDeps } from "../../app/ante/deps.ts";
import { anyOf, type Signer, type SignPlace } from "../../app/client/sign.ts";
import {
  aminoSignDigests,
  type SignerPart,
  singleMode,
  type UnsignedTx,
} from "../../app/client/signatures.ts";
import { present } from "../../app/lib/assert.ts";
import { uasi } from "../../app/lib/coin.ts";
import { buildModules } from "../../app/modules.ts";
import { type MessageRouter, messageRouter } from "../../app/router/messages.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { PubKey } from "../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import { Fee, type ModeInfo, TxBody } from "../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { CHAIN_ID, createChain, type TestChain, testSigner } from "./chain.ts";

/** The mode that Ledgers sign in. */
export const AMINO: SignMode = SignMode.SIGN_MODE_LEGACY_AMINO_JSON;
const built = buildModules();
/** What the ante chain asks of accounts. */
export const anteDeps: AnteDeps = built.anteDeps;
/** All messages. */
export const router: MessageRouter = messageRouter(built.manager.modules);

/** A payment of a few coins. */
export const send = (from: string, to: string): Any =>
  anyOf(MsgSend, { fromAddress: from, toAddress: to, amount: uasi(5n) });

/** One payment, not signed yet. */
export function unsigned(
  from: string,
  changes: Partial<TxBody> = {},
  fee: Partial<Fee> = {},
): UnsignedTx {
  const messages = [send(from, testSigner("user 2").address)];
  return {
    body: TxBody.create({ messages, memo: "<a & b>", ...changes }),
    fee: Fee.create({ amount: uasi(20n), gasLimit: 1_000_000n, ...fee }),
  };
}

/** The account in the last block. */
export function accountOf(chain: TestChain, address: string): AnteAccount {
  return present(anteDeps.auth.account(chain.context(), address), "an account");
}

/** What its next signature depends on. */
export function placeOf(chain: TestChain, address: string): SignPlace {
  const { accountNumber, sequence } = accountOf(chain, address);
  return { chainId: CHAIN_ID, accountNumber, sequence };
}

/** What one key brings that signs the document of `signed`. */
export function aminoPart(chain: TestChain, signer: Signer, signed: UnsignedTx): SignerPart {
  const place = placeOf(chain, signer.address);
  const [digest] = aminoSignDigests(router, signed, place);
  return {
    info: {
      publicKey: anyOf(PubKey, { key: signer.publicKey }),
      modeInfo: singleMode(AMINO),
      sequence: place.sequence,
    },
    signature: signer.sign(present(digest, "a document")),
  };
}

/** The same with another mode. */
export const withMode = (part: SignerPart, modeInfo: ModeInfo): SignerPart => ({
  ...part,
  info: { ...part.info, modeInfo },
});

/** Code of CheckTx, and of the block when it passes. */
export function outcome(chain: TestChain, tx: Uint8Array): number {
  const { code } = chain.mock.broadcast(tx);
  if (code !== 0) return code;
  return chain.mock.block().response.txResults[1]?.code ?? -1;
}

/** A chain with two users. */
export function start(): { chain: TestChain; a: Signer; b: Signer } {
  const chain = createChain({ resourceNodes: 0 });
  chain.mock.block();
  const [a, b] = chain.users;
  return { chain, a: present(a, "a user"), b: present(b, "a user") };
}
