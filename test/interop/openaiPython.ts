/** The official Python client of OpenAI's API, in a virtual environment of its own. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../cmd/setup/model.mjs";
import { PROJECT } from "../kit/program.ts";

const FOLDER = join(PROJECT, "test/interop/openai-python");
const INSTALL_MS_MAX = 300_000;

/** What client.py prints. */
export interface PythonClientReport {
  readonly version: string;
  readonly chat: string;
  readonly task: string;
  readonly stream: string;
  readonly completion: string;
  readonly response: string;
  readonly models: readonly string[];
  readonly seed: readonly string[];
  readonly embeddings: readonly string[];
  readonly wrong_key: readonly string[];
}

function step(command: string, args: readonly string[]): void {
  const ended = spawnSync(command, args, { encoding: "utf8", timeout: INSTALL_MS_MAX });
  if (ended.error !== undefined) throw new Error(`${command}: ${ended.error.message}`);
  if (ended.status !== 0) throw new Error(`${command} failed: ${ended.stderr.trim()}`);
}

/** Python with the client of the pinned requirements, installed when it is not there yet. */
export function pythonWithOpenAi(): string {
  const requirements = join(FOLDER, "requirements.txt");
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const folder = join(cacheFolder(), "interop", `openai-python-${hash}`);
  const python = join(folder, "bin", "python");
  const done = join(folder, "complete");
  if (!existsSync(done)) {
    step("python3", ["-m", "venv", "--clear", folder]);
    const quiet = ["--quiet", "--disable-pip-version-check", "--require-hashes"];
    step(python, ["-m", "pip", "install", ...quiet, "--only-binary", ":all:", "-r", requirements]);
    writeFileSync(done, "");
  }
  return python;
}

/** Runs the client. @throws Error when it fails. */
export function runPythonClient(
  python: string,
  baseUrl: string,
  apiKey: string,
  model: string,
): Promise<PythonClientReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [join(FOLDER, "client.py"), baseUrl, apiKey, model]);
    let out = "";
    let err = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
    });
    child.stderr.on("data", (bytes) => {
      err += bytes;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(out) as PythonClientReport);
      else reject(new Error(`client.py ended with ${code}: ${err.trim().slice(-2_000)}`));
    });
  });
}
