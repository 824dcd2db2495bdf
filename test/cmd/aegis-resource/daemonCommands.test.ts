/** The commands that have a home: init, status, start and doctor's look at the chain. */
import { join } from "node:path";
import { expect } from "chai";
import { addressOfPublicKey } from "../../../app/lib/address.ts";
import { fromBase64 } from "../../../app/lib/bytes.ts";
import { lockHome } from "../../../cmd/aegis-resource/home/lock.ts";
import { testSigner } from "../../kit/chain.ts";
import { Child } from "../../kit/child.ts";
import { type CliRun, runResource } from "../../kit/resourceCli.ts";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

/** Nobody listens at port 9 of this machine. */
const NOBODY = "http://127.0.0.1:9";

describe("aegis-resource with a home", function () {
  this.timeout(120_000);
  const scratch = new ScratchFolder();
  const home = join(scratch.path, "home");
  let made: CliRun;

  before(async () => {
    const model = scratch.tinyModel("tiny.gguf");
    const { address } = testSigner("operator");
    const settings = ["--chain-id", "aegis-test-1", "--node", NOBODY, "--model", model];
    const others = ["--keyring-backend", "test", "--operator", address];
    made = await runResource("init", "--home", home, ...settings, ...others);
  });

  after(() => scratch.remove());

  it("init makes the home and says what to do next", () => {
    expect(made.code, made.stderr).to.equal(0);
    const { address, public_key, signature, model_sha256 } = JSON.parse(made.stdout);
    expect(address).to.equal(addressOfPublicKey(fromBase64(public_key)));
    expect(fromBase64(signature).length).to.equal(64);
    expect(model_sha256).to.match(/^[0-9a-f]{64}$/);
    expect(made.stderr).to.include("register-node").and.include(`start --home ${home}`);
  });

  it("init refuses a home that is there, and a model file that is not", async () => {
    const settings = ["--chain-id", "a", "--node", NOBODY, "--keyring-backend", "test"];
    const model = join(scratch.path, "tiny.gguf");
    const again = await runResource("init", "--home", home, ...settings, "--model", model);
    expect(again.code).to.equal(1);
    expect(again.stderr).to.include("is not overwritten");
    const missing = ["--model", join(scratch.path, "missing.gguf")];
    const other = join(scratch.path, "other");
    const without = await runResource("init", "--home", other, ...settings, ...missing);
    expect(without.code).to.equal(1);
    expect(without.stderr.trim().split("\n").length).to.equal(1);
  });

  it("status prints what the home knows when the chain is silent, and fails", async () => {
    const { code, stdout } = await runResource("status", "--home", home);
    expect(code).to.equal(1);
    const report = JSON.parse(stdout);
    expect(report.address).to.equal(JSON.parse(made.stdout).address);
    expect(report.jobs).to.deep.equal({});
    expect(report.problem).to.include(NOBODY);
    const text = await runResource("status", "--home", home, "--output", "text");
    expect(text.stdout).to.include(`address  ${report.address}`).and.include("problem  ");
  });

  it("start waits for the chain, and stops cleanly at the first signal", async () => {
    const program = ["--import=tsx", "cmd/aegis-resource/main.ts", "start", "--home", home];
    const daemon = new Child(process.execPath, program);
    await daemon.printed("waiting for the chain");
    expect(await daemon.stop()).to.equal(0);
    expect(daemon.output).to.include('"msg":"stopped"');
  });

  it("start refuses a home that another works in, or that is none", async () => {
    const unlock = lockHome(home);
    const second = await runResource("start", "--home", home);
    unlock();
    expect(second.code).to.equal(1);
    expect(second.stderr).to.include("another aegis-resource works in");
    const none = await runResource("start", "--home", join(scratch.path, "nothing"));
    expect(none.code).to.equal(1);
    expect(none.stderr).to.include('run "aegis-resource init"');
  });
});
