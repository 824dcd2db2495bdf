/** What a figure was measured on: every report, bench and calibration says it. */
import { cpus, release, totalmem, type } from "node:os";

const GIBIBYTE = 2 ** 30;

/** One line: processor, cores, memory, system, Node.js. */
export function machineLine(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? "unknown processor";
  const memory = (totalmem() / GIBIBYTE).toFixed(0);
  const system = `${type()} ${release()}`;
  return `${model}, ${cores.length} cores, ${memory} GiB, ${system}, Node.js ${process.version}`;
}
