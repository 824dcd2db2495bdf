/** What CometBFT says when it gives up or waits, and what an operator can do about it. */

const ADVICE: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    /app block height \(\d+\) is higher than core \(\d+\)/,
    "the application is ahead of CometBFT, whose data are older: put both folders of one backup " +
      "back, or join again by state sync with an empty data folder",
  ],
  [
    /app block height \(\d+\) is too far below block store base \(\d+\)/,
    "the application is behind the oldest block that CometBFT has kept: restore a newer snapshot " +
      "(aegisd snapshots restore), or join again by state sync",
  ],
  [
    /AppHash does not match AppHash after replay|wrong Block\.Header\.AppHash/,
    "this program computes another state than the chain has: check that it is the chain's " +
      "version (aegisd version) and that the data were not changed, then restore a backup",
  ],
  [
    /genesis doc hash in db does not match loaded genesis doc/,
    "the genesis file is not the one that this home was started with: put it back",
  ],
  [
    /error with private validator socket client: can't get pubkey/,
    "no remote signer has called priv_validator_laddr of config.toml within three seconds: start " +
      "the signer first, and look at its log",
  ],
];

/** Advice on a line of CometBFT's log; undefined when there is none. */
export function adviceOn(line: string): string | undefined {
  return ADVICE.find(([said]) => said.test(line))?.[1];
}

const SIGNER_LOST = /SignerListener: (Ping timeout|Error accepting connection)/;
/** CometBFT looks for a lost signer every three seconds, and says so each time. */
const SIGNER_SILENCE_MS = 8_000;

/** Remembers what CometBFT's log says of a trouble that it waits to be over. */
export class Troubles {
  #signerLostMs = -Infinity;

  /** Hears a line of the log. */
  hear(line: string, nowMs: number = Date.now()): void {
    if (SIGNER_LOST.test(line)) this.#signerLostMs = nowMs;
  }

  /** Why the node does not vote now; undefined when nothing is known. */
  reason(nowMs: number = Date.now()): string | undefined {
    if (nowMs - this.#signerLostMs > SIGNER_SILENCE_MS) return undefined;
    return "the remote signer of priv_validator_laddr does not answer";
  }
}
