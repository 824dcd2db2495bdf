/** Limits of the ABCI server. */

/** Admits an InitChain of 256 MB of state beside 10,000 validators. */
export const FRAME_BYTES_MAX = 285_212_672;

/** CometBFT opens four connections; a few more serve tools such as abci-cli. */
export const CONNECTIONS_MAX = 16;

/** A peer that leaves a frame unfinished, or does not read its answers, for so long is dropped. */
export const STALL_MS_MAX = 120_000;

/** Answers waiting for a slow peer beyond this many bytes stop the reading of its requests. */
export const WRITE_BUFFER_BYTES = 1_048_576;

/** Answers of one connection that its application still works on, before it is asked for more. */
export const PENDING_ANSWERS_MAX = 1_024;

/** Longest path of a unix socket that every supported system takes. */
export const SOCKET_PATH_BYTES_MAX = 99;
