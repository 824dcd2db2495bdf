/** Fixed numbers of the tasks module: names, bounds that no parameter may exceed, and gas. */

/** Bank account that holds the fees of tasks until they are settled. */
export const ESCROW_ACCOUNT = "tasks_escrow";
/** Bank account that holds the stake of resource nodes. */
export const STAKE_ACCOUNT = "tasks_stake";
/** Bank account that holds the deposits of models. */
export const DEPOSIT_ACCOUNT = "tasks_deposit";

/** Fractions count in millionths. */
export const MILLION = 1_000_000n;

/** Positions drawn per task, times privilege_width × target_count. */
export const POSITIONS_FACTOR = 4;
/** Draws of verifiers that a result gets. */
export const VERIFIER_DRAWS_MAX = 3;
/** A first draw asks for this many times the verifications that are needed. */
export const VERIFIERS_FACTOR = 2;
/** Seats that the last round of a dispute may have: bounds the largest tally. */
export const SEATS_MAX = 160;
/** A draw at height h is made by beacon(h + 2) (protocol.md 2.2). */
export const DRAW_DELAY = 2n;
/** Largest speed that a qualification measures: one fast node shall not hold every privilege. */
export const WORK_SCORE_MAX = 100n;
/** Qualifications that begin in one block, of all models together. */
export const QUALIFICATIONS_MAX = 256;
/** Most epochs between the tries of a node that goes on failing; every try is kept in state. */
export const RETRY_EPOCHS_MAX = 32n;
/** Nodes of one round that verify each other while a model has too few ACTIVE ones. */
export const BOOTSTRAP_NODES = 5;
/**
 * Challenges of a result that its window stands still for. Were there no limit, nodes that
 * challenge one after the other and reveal nothing could hold a window for ever; were later
 * challenges refused, the friends of a wrong result could use the limit up. So they are taken,
 * while the window runs on: it lasts at most this many, an audit and a last challenge longer.
 */
export const STOPPING_CHALLENGES = 4;
/** Challenges of a result under way at once: one dispute has to take in all of them. */
export const OPEN_CHALLENGES_MAX = 64;
/** Every window is at least this many clock steps, so that no single block closes it. */
export const WINDOW_CLOCK_STEPS = 5n;

/** Tenths of a stake that licences may stand for. */
export const LICENCE_SHARE_TENTHS = 9n;
/** Licences that one registration may name. */
export const NODE_LICENCES_MAX = 1_000;
export const TARGET_COUNT_MAX = 16;
export const BATCH_MAX = 1_024;
/** Bytes of a stream key: a compressed secp256k1 key. */
export const STREAM_KEY_BYTES = 33;
/** Chunks of a proven stream; an honest node makes fewer than it makes tokens. */
export const STREAM_CHUNKS_MAX = 16_384;
export const ID_CHARS_MAX = 64;
export const URL_BYTES_MAX = 256;
export const TEXT_BYTES_MAX = 1_024;
export const NODE_MODELS_MAX = 16;
export const KERNEL_CLASSES_MAX = 16;
export const TOKENIZER_VECTORS_MAX = 64;
export const TOKENIZER_VECTOR_IDS_MAX = 1_024;
export const END_TOKENS_MAX = 16;
/** Largest price in uasi per 1,000 tokens: keeps every sum of fees far below 2^63. */
export const PRICE_MAX = 1_000_000_000_000n;

/** Gas per message, and per item where a message is a list. */
export const GAS = {
  registerModel: 200_000n,
  setModelReward: 30_000n,
  registerNode: 100_000n,
  unregisterNode: 40_000n,
  nodeStake: 40_000n,
  licence: 5_000n,
  message: 5_000n,
  submitTask: 60_000n,
  calculation: 20_000n,
  commitResult: 40_000n,
  revealResult: 50_000n,
  commitVerification: 30_000n,
  /** What an item costs more when it is a challenge: it reads all that was said of the result. */
  challenge: 30_000n,
  revealFingerprint: 50_000n,
  revealVerification: 50_000n,
  commitVote: 30_000n,
  revealVote: 60_000n,
  /** A fraud costs its signature, each chunk a hash, and each byte its part of one. */
  streamFraud: 60_000n,
  streamChunk: 300n,
  streamByte: 10n,
  updateParams: 30_000n,
} as const;

/** Gas of a MsgSubmitTask with one task of one calculation. */
export const tasksGas: bigint = GAS.message + GAS.submitTask + GAS.calculation;
