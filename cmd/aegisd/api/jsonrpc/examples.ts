/** Values that stand in the examples of the description; each has the form of a real one. */
import { addressOfPublicKey } from "../../../../app/lib/address.ts";
import { base64, fromHex, hex, sha256, utf8 } from "../../../../app/lib/bytes.ts";

// The generator of secp256k1, which nobody uses for an account: its secret key is 1.
const PUBLIC_KEY = fromHex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");

/** An account, its key, and hashes. */
export const EXAMPLE: {
  readonly address: string;
  readonly publicKey: string;
  readonly hash: string;
  readonly other: string;
  readonly subscription: string;
} = {
  address: addressOfPublicKey(PUBLIC_KEY),
  publicKey: base64(PUBLIC_KEY),
  hash: hex(sha256(utf8("a task"))),
  other: hex(sha256(utf8("a commitment"))),
  subscription: "1",
};

/** The answer to fields, with its bytes cut short. */
export const SIGN_DOCUMENT_EXAMPLE: unknown = {
  signDocument: {
    chainId: "aegis-local-1",
    signer: EXAMPLE.address,
    accountNumber: "7",
    sequence: "0",
    gasUsed: "80000",
    gasLimit: "104000",
    fee: "2600",
    bodyBytes: "Cg==",
    authInfoBytes: "Ego=",
    signDoc: "Cg==",
    digest: EXAMPLE.other,
    items: [{ code: 0, codespace: "", log: "", taskHash: EXAMPLE.hash }],
  },
};
