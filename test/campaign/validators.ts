/**
 * 48,000 validators on real nodes: from genesis to final checkpoints through real changes of the
 * committee, proofs checked by programs of their own, and what an epoch costs by size.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "../../app/lib/assert.ts";
import { hex } from "../../app/lib/bytes.ts";
import { svgChart } from "../../cmd/aegis-resource/calibrate/svg.ts";
import { compareAppHashes } from "../../localnet/agreement.ts";
import { verifierProgram } from "../e2e/checkpointVerifier.ts";
import { CrowdNetwork } from "../kit/crowdNetwork.ts";
import { type CrowdPlay, playCrowd } from "../kit/crowdPlay.ts";
import { type EpochCost, epochCost } from "../kit/epochCost.ts";
import { PROJECT } from "../kit/program.ts";
import { type Campaign, type Report, table } from "./report.ts";

const ALL = 48_000;
const DELEGATIONS = 200_000;
const EPOCHS = 10;
const EPOCH_BLOCKS = 60n;
const SIZES: readonly number[] = [100, 1_000, 10_000, ALL];
const MEASURED_EPOCHS = 9;
const CHANGE_MS_MAX = 60;
/** One in so many validators does not attest, in every other epoch. */
const ABSENT_ONE_IN = 10;

async function run(report: Report, args: readonly string[]): Promise<void> {
  const validators = Number(args[0] ?? ALL);
  const epochs = Number(args[1] ?? EPOCHS);
  await realNodes(report, validators, epochs);
  curve(
    report,
    SIZES.filter((size) => size <= validators),
  );
}

async function realNodes(report: Report, validators: number, epochs: number): Promise<void> {
  const network = new CrowdNetwork({
    validators,
    delegations: Math.trunc((DELEGATIONS * validators) / ALL),
    epochBlocks: EPOCH_BLOCKS,
    timeoutCommitMs: 1_000,
    say: (line) => report.progress(line),
  });
  try {
    const cost = await network.start();
    report.figure("validators", validators);
    report.figure("delegations beside their own", network.options.delegations);
    report.figure("genesis file, MiB", (cost.genesisBytes / 2 ** 20).toFixed(0));
    report.figure("four nodes to their first block, s", (cost.firstBlockMs / 1_000).toFixed(0));
    report.figure("memory of each application then, MiB", cost.applicationMiB.join(", "));
    report.figure("memory of each CometBFT then, MiB", cost.cometMiB.join(", "));
    const play = await playCrowd(network, { epochs, absentEvery: ABSENT_ONE_IN });
    await figuresOf(report, network, play);
  } finally {
    await network.close();
  }
}

async function figuresOf(report: Report, network: CrowdNetwork, play: CrowdPlay): Promise<void> {
  const { attested } = play;
  report.figure("epochs whose checkpoint became final", attested.length);
  report.figure("seats that went to another validator, its node started anew", network.changes);
  assert(network.changes >= attested.length - 1, "committees change in real life");
  const restarts = network.restartMs.map((ms) => (ms / 1_000).toFixed(0));
  report.figure("each of those restarts, s", restarts.join(", "));
  const signMs = Math.max(...attested.map((one) => one.signMs));
  const signers = [...new Set(attested.map((one) => one.signers))];
  report.figure("signers of a checkpoint, each with its own key", signers.join(" and "));
  report.figure("making their signatures on one core, most, s", (signMs / 1_000).toFixed(1));
  const { height } = await network.rpc.status();
  const rpcs = network.seats.map(({ rpc }) => rpc);
  const { heights, disagreements } = await compareAppHashes(rpcs, 1, height - 2);
  assert(disagreements.length === 0, disagreements.join("; "));
  report.figure("heights at which all four agree on the application hash", heights);
  const memory = network.memory();
  report.figure("memory of each application at the end, MiB", memory.applicationMiB.join(", "));
  report.figure("memory of each CometBFT at the end, MiB", memory.cometMiB.join(", "));
  report.figure("proof of the newest checkpoint, bytes", play.proof.length);
  verify(report, play);
}

/** Both programs know the proof and the commitment, nothing else. */
function verify(report: Report, { proof, commitment, proofEpoch }: CrowdPlay): void {
  const folder = mkdtempSync(join(tmpdir(), "aegis-proof-"));
  try {
    const file = join(folder, "proof.bin");
    writeFileSync(file, proof);
    const main = join(PROJECT, "build", "cmd", "aegisd", "main.js");
    const programs: readonly (readonly [string, string, readonly string[]])[] = [
      ["aegisd verify-checkpoint", process.execPath, [main, "verify-checkpoint", file]],
      ["the verifier in Go", verifierProgram(), [file]],
    ];
    for (const [name, command, args] of programs) {
      const flag = name.startsWith("aegisd")
        ? ["--commitment", hex(commitment)]
        : [hex(commitment)];
      const ended = spawnSync(command, [...args, ...flag], { encoding: "utf8" });
      assert(ended.status === 0, `${name}: ${ended.stdout}${ended.stderr}`);
      report.note(
        `${name}, checkpoint of epoch ${proofEpoch}:\n\n\`\`\`\n${ended.stdout.trim()}\n\`\`\``,
      );
      report.progress(`${name} accepts the proof`);
    }
    report.figure("programs of their own that accept the proof", programs.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an epoch costs one application in this process, as a table and a picture. */
function curve(report: Report, sizes: readonly number[]): void {
  const costs = sizes.map((size) => {
    const cost = epochCost(size, MEASURED_EPOCHS);
    report.progress(`${size} validators: an epoch changes in ${cost.change.median.toFixed(1)} ms`);
    return cost;
  });
  const ms = (value: number): string => value.toFixed(1);
  const rows = costs.map((cost) => [
    `${cost.validators}`,
    ms(cost.block.median),
    ms(cost.attestation.median),
    ms(cost.end.median),
    ms(cost.begin.median),
    ms(cost.change.median),
    ms(cost.change.most),
    cost.genesisSeconds.toFixed(1),
  ]);
  report.note(
    "CPU of all threads of the process, in ms, medians of nine epochs; nine tenths attest. A " +
      "block in which nothing happens, one with that attestation, the last of an epoch, the " +
      "first of the next, and the change: both of these together.",
  );
  report.note(
    table(
      ["validators", "block", "attestation", "last", "first", "change", "most", "genesis s"],
      rows,
    ),
  );
  const folder = join(PROJECT, "test", "reports", "validators");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "epoch-cost.svg"), chart(costs));
  report.note("![cost by validators](validators/epoch-cost.svg)");
  const worst = costs.at(-1);
  assert(worst !== undefined && worst.change.median <= CHANGE_MS_MAX, "an epoch changes in 60 ms");
}

function chart(costs: readonly EpochCost[]): string {
  const line = (name: string, of: (cost: EpochCost) => number) => ({
    name,
    points: costs.map((cost) => [cost.validators, of(cost)] as const),
  });
  return svgChart({
    title: "CPU of an epoch's change by the number of validators",
    xLabel: "validators",
    yLabel: "ms",
    series: [
      line("change", (cost) => cost.change.median),
      line("last block", (cost) => cost.end.median),
      line("first block", (cost) => cost.begin.median),
      line("attestation", (cost) => cost.attestation.median),
      line("plain block", (cost) => cost.block.median),
    ],
    xTicks: SIZES,
    yTicks: [0, 10, 20, 30, 40, 50, 60, 70, 80],
    xLogarithmic: true,
    yLogarithmic: false,
  });
}

/** `npm run campaign -- validators [VALIDATORS] [EPOCHS]`. */
export const campaign: Campaign = {
  name: "validators",
  summary: "48,000 validators on real nodes: committees change, checkpoints are final and proven.",
  run,
};
