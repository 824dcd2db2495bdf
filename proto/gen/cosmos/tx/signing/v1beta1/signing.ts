// Generated from proto/cosmos/tx/signing/v1beta1/signing.proto by "npm run proto". Do not edit.

/** How the bytes that are signed are made. */
export type SignMode = number;
export const SignMode = {
  SIGN_MODE_UNSPECIFIED: 0,
  SIGN_MODE_DIRECT: 1,
  SIGN_MODE_TEXTUAL: 2,
  SIGN_MODE_DIRECT_AUX: 3,
  SIGN_MODE_LEGACY_AMINO_JSON: 127,
  SIGN_MODE_EIP_191: 191,
} as const;
