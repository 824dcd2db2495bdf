/** A real node's gRPC server before `grpcurl`, built from its pinned module. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { cacheFolder } from "../../cmd/setup/model.mjs";
import { listAccounts } from "../../localnet/accounts.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { grpcPort } from "../../localnet/manifest.ts";
import { recordCall } from "../kit/callTable.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { PROJECT } from "../kit/program.ts";

const BUILD_MS_MAX = 300_000;

/** Path of grpcurl, built into the cache when it is not there. */
function grpcurlProgram(): string {
  const folder = join(cacheFolder(), "interop");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "grpcurl");
  const args = ["build", "-o", program, "github.com/fullstorydev/grpcurl/cmd/grpcurl"];
  const cwd = join(PROJECT, "test/interop/grpcurl");
  const built = spawnSync("go", args, { cwd, encoding: "utf8", timeout: BUILD_MS_MAX });
  if (built.status !== 0) throw new Error(`go could not build grpcurl: ${built.stderr}`);
  return program;
}

describe("grpcurl", function () {
  this.timeout(600_000);
  let network: TestNetwork;
  let program: string;
  let address: string;
  let user: string;

  before(async () => {
    program = grpcurlProgram();
    network = await testNetwork({ name: "single", startedResourceNodes: 0 });
    const { layout, manifest } = network.running;
    address = `127.0.0.1:${grpcPort(manifest.ports, 0)}`;
    user = listAccounts(layout).find(({ name }) => name === USER_NAME)?.address ?? "";
  });
  after(() => network?.close());

  /** Standard output, or standard error of a call that failed. */
  function call(...args: readonly string[]): { readonly ok: boolean; readonly text: string } {
    const [options, rest] = [args.slice(0, -1), args.slice(-1)];
    const place = ["-plaintext", ...options, address, ...rest];
    const ended = spawnSync(program, place, { encoding: "utf8", timeout: 60_000 });
    const ok = ended.status === 0;
    const shown = args.map((arg) => (arg === user ? "ADDRESS" : arg)).join(" ");
    const outcome = ok ? "ok" : (/Code: (\w+)/.exec(ended.stderr)?.[1] ?? "failed");
    recordCall({ client: "grpcurl", call: shown.replaceAll(user, "ADDRESS"), outcome });
    return { ok, text: ok ? ended.stdout : ended.stderr };
  }

  function asked(method: string, request: object, ...options: readonly string[]): unknown {
    const { ok, text } = call(...options, "-d", JSON.stringify(request), method);
    expect(ok, text).to.equal(true);
    return JSON.parse(text);
  }

  it("lists the services, and describes each with all of its messages", () => {
    const listed = call("list");
    expect(listed.ok, listed.text).to.equal(true);
    const services = listed.text.trim().split("\n");
    expect(services).to.include.members([
      "aegis.tasks.v1.Query",
      "cosmos.auth.v1beta1.Query",
      "cosmos.bank.v1beta1.Query",
      "cosmos.staking.v1beta1.Query",
      "grpc.reflection.v1.ServerReflection",
    ]);
    for (const service of services) {
      const { ok, text } = spawnDescribe(service);
      expect(ok, text).to.equal(true);
      expect(text).to.include(`${service} is a service`);
    }
  });

  function spawnDescribe(service: string): { readonly ok: boolean; readonly text: string } {
    const args = ["-plaintext", address, "describe", service];
    const ended = spawnSync(program, args, { encoding: "utf8", timeout: 60_000 });
    const ok = ended.status === 0;
    recordCall({ client: "grpcurl", call: `describe ${service}`, outcome: ok ? "ok" : "failed" });
    return { ok, text: `${ended.stdout}${ended.stderr}` };
  }

  it("asks for accounts, balances, validators and models", () => {
    const account = asked("cosmos.auth.v1beta1.Query/Account", { address: user });
    expect(account).to.have.nested.property("account.address", user);
    const balance = asked("cosmos.bank.v1beta1.Query/Balance", { address: user, denom: "uasi" });
    expect(balance).to.have.nested.property("balance.denom", "uasi");
    const validators = asked("cosmos.staking.v1beta1.Query/Validators", {});
    expect(validators).to.have.property("validators").with.length(1);
    const models = asked("aegis.tasks.v1.Query/Models", {});
    expect(models).to.have.property("models").with.length.greaterThan(0);
  });

  it("asks for a past height", () => {
    const header = ["-H", "x-cosmos-block-height: 1"];
    const status = asked("aegis.app.v1.Query/Status", {}, ...header);
    expect(status).to.have.nested.property("state.height", "1");
  });

  it("is told what is wrong, in gRPC's own words", () => {
    const unknown = call("-d", '{"address":"aegis1nobody"}', "cosmos.auth.v1beta1.Query/Account");
    expect(unknown.ok).to.equal(false);
    expect(unknown.text).to.match(/Code: (InvalidArgument|NotFound)/);
    const future = call("-H", "x-cosmos-block-height: 99999", "aegis.app.v1.Query/Status");
    expect(future.text).to.include("Code: InvalidArgument");
    expect(network.failures).to.deep.equal([]);
  });
});
