/**
 * Everything that a fresh machine lacks: npm packages, CometBFT, the default model, the engine
 * folder of the local network's kernel class and the compiled programs. What is there already
 * costs a second.
 */
import { ensureBuild } from "./build.mjs";
import { ensureCometbft } from "./cometbft.mjs";
import { ensureEngineFolder } from "./engine.mjs";
import { ensurePackages } from "./install.mjs";
import { ensureModel } from "./model.mjs";

/** The kernel class of the local network's nodes. */
export const KERNEL_CLASS = "cpu-x64-avx2";

/**
 * Brings this machine to where the programs in build/ run. Resolves to `{cometbft, model, engine}`:
 * the path of CometBFT's binary, of the model file and of the engine's node_modules. Throws one
 * Error that tells everything that is missing and what to do about it.
 */
export async function prepare({ log }) {
  const [cometbft, model] = await all([
    ensureCometbft({ log }),
    ensureModel({ log: log.line }),
    ensurePackages({ log }),
  ]);
  const engine = ensureEngineFolder(KERNEL_CLASS);
  await ensureBuild({ log });
  return { cometbft, model, engine };
}

/** What the programs and tests started next find the prepared files by. */
export function preparedEnvironment({ cometbft, model }, env = process.env) {
  return { ...env, COMETBFT_BIN: cometbft, AEGIS_MODEL: model };
}

/** Waits for all, so that nothing goes on behind the error message; then tells every failure. */
async function all(works) {
  const settled = await Promise.allSettled(works);
  const failures = settled.filter((one) => one.status === "rejected").map((one) => one.reason);
  const bug = failures.find((failure) => failure instanceof TypeError);
  if (bug !== undefined) throw bug;
  if (failures.length > 0) throw new Error(failures.map((one) => one.message ?? one).join("\n"));
  return settled.map((one) => one.value);
}
