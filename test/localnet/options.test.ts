/** The command line of `npm start`: what is refused, and what is taken when nothing is said. */
import { expect } from "chai";
import { readManifest, manifestFromJson, manifestToJson } from "../../localnet/manifest.ts";
import { HELP, parseOptions } from "../../localnet/options.mjs";

const PROJECT = "/project";

describe("parseOptions", () => {
  it("keeps a network in .localnet and asks a question of its own when nothing is said", () => {
    const options = parseOptions([], PROJECT);
    expect(options.home).to.equal("/project/.localnet");
    expect(options.prompt).to.not.equal("");
    expect(options.network).to.equal(undefined);
    expect(options.once).to.equal(false);
    expect(options.gatewayPort).to.equal(8_080);
    const names = ["rpc", "p2p", "api", "grpc", "metrics", "stream"];
    expect(Object.keys(options.ports)).to.have.members(names);
    expect(Object.values(options.ports).every((port) => port === undefined)).to.equal(true);
  });

  it("takes what is said", () => {
    const args = ["--validators", "4", "--prompt", "Why?", "--home", "x", "--rpc-port", "4000"];
    const options = parseOptions(args, PROJECT);
    expect(options.network).to.equal("four");
    expect(options.prompt).to.equal("Why?");
    expect(options.home).to.equal("/project/x");
    expect(options.ports.rpc).to.equal(4000);
    expect(parseOptions(["--gateway-port", "81"], PROJECT).gatewayPort).to.equal(81);
    expect(parseOptions(["--no-gateway"], PROJECT).gatewayPort).to.equal(undefined);
    expect(parseOptions(["--once"], PROJECT).gatewayPort).to.equal(undefined);
    expect(parseOptions(["--network", "eight"], PROJECT).network).to.equal("eight");
    expect(parseOptions(["--once", "--json"], PROJECT)).to.include({ once: true, json: true });
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ["an option that does not exist", ["--once", "--nodes", "3"], "--nodes"],
    ["a stray word", ["once"], "once"],
    ["an odd number of validators", ["--validators", "2"], "--validators is 1 or 4"],
    ["a network that does not exist", ["--network", "nine"], "--network is one of"],
    ["two answers to one question", ["--network", "four", "--validators", "4"], "--network says"],
    ["--json without --once", ["--json"], "--json goes with --once"],
    ["--reset of a temporary network", ["--once", "--reset"], "nothing to --reset"],
    ["--home of a temporary network", ["--once", "--home", "x"], "--home"],
    ["an empty prompt", ["--prompt", "  "], "--prompt needs a text"],
    ["a port of no gateway", ["--once", "--gateway-port", "81"], "--gateway-port has no meaning"],
    ["port 0", ["--rpc-port", "0"], "--rpc-port is a port"],
    ["a port above 65535", ["--p2p-port", "65536"], "--p2p-port is a port"],
    ["a port that is no number", ["--metrics-port", "1e3"], "--metrics-port is a port"],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => parseOptions(args, PROJECT)).to.throw(message);
    });
  }

  it("has a help page that names every option and gives examples", () => {
    for (const name of ["once", "json", "reset", "prompt", "validators", "home", "rpc-port"]) {
      expect(HELP).to.include(`--${name}`);
    }
    expect(HELP).to.include("Examples:");
  });
});

describe("readManifest", () => {
  for (const [name, validators, nodes] of [
    ["single", 1, 3],
    ["four", 4, 3],
    ["eight", 1, 8],
    ["sidecar", 1, 0],
  ] as const) {
    it(`reads ${name}`, () => {
      const manifest = readManifest(name);
      expect(manifest.name).to.equal(name);
      expect(manifest.validators).to.equal(validators);
      expect(manifest.startedResourceNodes).to.equal(nodes);
    });
  }

  it("comes back from its own JSON as it was", () => {
    const own = { rules: { audit_rate: 1_000_000 }, stakes: [5, 6], workScores: [1, 9] };
    const manifest = { ...readManifest("four"), ...own };
    expect(manifestFromJson(manifestToJson(manifest))).to.deep.equal(manifest);
  });

  const good = manifestToJson(readManifest("single")) as Record<string, unknown>;
  for (const [what, change] of Object.entries({
    validators: { validators: 0 },
    resource_nodes: { resource_nodes: 1.5 },
    started_resource_nodes: { started_resource_nodes: 4 },
    timeout_commit_ms: { timeout_commit_ms: "500" },
    rpc: { ports: { p2p: 1, metrics: 1, api: 1, grpc: 1, stream: 1 } },
    audit_rate: { rules: { audit_rate: 0.05 } },
    stakes: { stakes: [2_000, 0] },
    work_scores: { work_scores: 7 },
  })) {
    it(`names ${what} when it is wrong`, () => {
      expect(() => manifestFromJson({ ...good, ...change })).to.throw(RangeError, what);
    });
  }
});
