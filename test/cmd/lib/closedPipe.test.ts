/** Programs whose output nobody reads to its end, each with a real pipe of a shell. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { PROJECT } from "../../kit/program.ts";

const NODE = [process.execPath, "--import=tsx"].join(" ");
const CLOSED = 'exec 3>&1; { %; echo "ended with $?" >&3; } | true';

describe("a closed pipe", function () {
  this.timeout(60_000);

  /** What the program says on standard error, and how it ended, with nobody to read its output. */
  function unread(command: string): string {
    const script = CLOSED.replace("%", `{ sleep 1; ${NODE} ${command}; }`);
    const ended = spawnSync("bash", ["-c", script], { cwd: PROJECT, encoding: "utf8" });
    return `${ended.stderr}${ended.stdout}`;
  }

  it("ends aegisd quietly", () => {
    expect(unread("cmd/aegisd/main.ts docs openapi")).to.equal("ended with 0\n");
    expect(unread("cmd/aegisd/main.ts --help")).to.equal("ended with 0\n");
  });

  it("ends aegis-resource quietly", () => {
    expect(unread("cmd/aegis-resource/main.ts --help")).to.equal("ended with 0\n");
  });

  it("does not hide a failure", () => {
    expect(unread("cmd/aegisd/main.ts query block zero")).to.match(/ended with 2\n$/);
  });

  it("of messages only does not end the program", async () => {
    const home = mkdtempSync(join(tmpdir(), "aegis-pipe-"));
    const args = ["--import=tsx", "cmd/aegisd/main.ts", "init", "one", "--home", home];
    const child = spawn(process.execPath, args, {
      cwd: PROJECT,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr?.destroy();
    const code = await new Promise((resolve) => child.once("close", resolve));
    rmSync(home, { recursive: true, force: true });
    expect(code).to.equal(0);
  });
});
