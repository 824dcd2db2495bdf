// Generated from proto/tendermint/types/validator.proto by "npm run proto". Do not edit.

export type BlockIDFlag = number;
export const BlockIDFlag = {
  BLOCK_ID_FLAG_UNKNOWN: 0,
  BLOCK_ID_FLAG_ABSENT: 1,
  BLOCK_ID_FLAG_COMMIT: 2,
  BLOCK_ID_FLAG_NIL: 3,
} as const;
