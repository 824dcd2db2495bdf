/** What CometBFT says when it gives up, and what an operator can do about it. */

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
];

/** Advice on a line of CometBFT's log; undefined when there is none. */
export function adviceOn(line: string): string | undefined {
  return ADVICE.find(([said]) => said.test(line))?.[1];
}
