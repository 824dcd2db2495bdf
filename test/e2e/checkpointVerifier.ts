/** The verifier of checkpoints in Go, built from its pinned module. */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT } from "../kit/program.ts";

const SOURCE = fileURLToPath(new URL("./checkpointgo", import.meta.url));

/** Builds the program into `folder`, by default a new temporary one; returns its path. */
export function verifierProgram(folder: string = mkdtempSync(join(tmpdir(), "aegis-go-"))): string {
  const program = join(folder, "checkpointgo");
  // From build/ too the sources lie in the repository.
  const cwd = SOURCE.startsWith(join(PROJECT, "test"))
    ? SOURCE
    : join(PROJECT, "test/e2e/checkpointgo");
  execFileSync("go", ["build", "-o", program, "."], { cwd, stdio: "pipe" });
  return program;
}
