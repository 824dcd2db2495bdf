/**
 * What other people wrote, built from the pinned modules beside this file: the proof verifier in Go
 * that IBC uses, the one in Rust that Hermes and IBC clients use, and CometBFT's remote signer.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../cmd/setup/model.mjs";
import { PROJECT } from "../kit/program.ts";
import type { ProofClaim } from "../kit/proofClaims.ts";

/** A verifier as a program: claims in, a verdict for each out. */
export interface ProofVerifier {
  readonly name: string;
  /** Whether each claim holds. @throws Error when the program fails. */
  judge(claims: readonly ProofClaim[]): boolean[];
}

const OUTPUT_BYTES_MAX = 2 ** 27;
const BUILD_MS_MAX = 300_000;

/** Runs a tool, or says in one sentence why not. */
function build(tool: string, args: readonly string[], folder: string, env: object = {}): void {
  const ended = spawnSync(tool, args, {
    cwd: join(PROJECT, "test/interop", folder),
    encoding: "utf8",
    timeout: BUILD_MS_MAX,
    env: { ...process.env, ...env },
  });
  if (ended.error !== undefined && "code" in ended.error && ended.error.code === "ENOENT") {
    throw new Error(`${tool} was not found: test/interop/${folder} needs it`);
  }
  if (ended.status !== 0) {
    throw new Error(`${tool} could not build test/interop/${folder}: ${ended.stderr.trim()}`);
  }
}

/** The folder of what is built, outside the repository, kept from run to run. */
function outputFolder(): string {
  const folder = join(cacheFolder(), "interop");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Builds the verifier in Go. */
export function goVerifier(): ProofVerifier {
  const program = join(outputFolder(), "ics23go");
  build("go", ["build", "-o", program, "."], "ics23go");
  return { name: "Go", judge: (claims) => judgeWith(program, claims) };
}

/** Builds the remote signer, and tells where its program is. */
export function remoteSigner(): string {
  const program = join(outputFolder(), "remotesigner");
  build("go", ["build", "-o", program, "."], "remotesigner");
  return program;
}

/** Builds the verifier in Rust; without a network as soon as its crates are on this machine. */
export function rustVerifier(): ProofVerifier {
  const target = join(outputFolder(), "ics23rust");
  const args = ["build", "--release", "--locked", "--quiet"];
  const env = { CARGO_TARGET_DIR: target };
  try {
    build("cargo", [...args, "--offline"], "ics23rust", env);
  } catch {
    process.stderr.write(`ics23rust: cargo fetches its crates and compiles into ${target}\n`);
    build("cargo", args, "ics23rust", env);
  }
  const program = join(target, "release/ics23rust");
  return { name: "Rust", judge: (claims) => judgeWith(program, claims) };
}

function judgeWith(program: string, claims: readonly ProofClaim[]): boolean[] {
  const input = claims.map((claim) => `${JSON.stringify(claim)}\n`).join("");
  const ended = spawnSync(program, { input, encoding: "utf8", maxBuffer: OUTPUT_BYTES_MAX });
  if (ended.status !== 0) throw new Error(`${program} failed: ${ended.stderr}`);
  const verdicts = ended.stdout.split("\n").slice(0, -1);
  if (verdicts.length !== claims.length || verdicts.includes("bad claim")) {
    throw new Error(`${program} did not judge every claim`);
  }
  return verdicts.map((verdict) => verdict === "ok");
}
