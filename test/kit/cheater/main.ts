/**
 * A resource daemon that cheats: the shipped daemon's parts, with one cheat in front of them. Runs
 * as a process of its own on the home of a registered node:
 * `main.ts --home DIR --weights DIR --script FILE`. FILE has the name of the cheat; changed model
 * files are kept in the folder of weights.
 */
import { parseArgs } from "node:util";
import { present } from "../../../app/lib/assert.ts";
import { connect, homeKey } from "../../../cmd/aegis-resource/chain/connect.ts";
import { assembleNode } from "../../../cmd/aegis-resource/assemble.ts";
import { readConfig } from "../../../cmd/aegis-resource/home/config.ts";
import { journalPath } from "../../../cmd/aegis-resource/home/home.ts";
import { lockHome } from "../../../cmd/aegis-resource/home/lock.ts";
import { Journal } from "../../../cmd/aegis-resource/journal/journal.ts";
import { resourceMetrics } from "../../../cmd/aegis-resource/metrics.ts";
import { prepare } from "../../../cmd/aegis-resource/prepare.ts";
import type { Submitter, SubmitterParts } from "../../../cmd/aegis-resource/submit/submitter.ts";
import { watch } from "../../../cmd/aegis-resource/watch.ts";
import { createLogger } from "../../../cmd/lib/log.ts";
import { cheatingChain, Script } from "./script.ts";
import { CheatingSubmitter } from "./submitter.ts";
import { openTools } from "./tools.ts";

const { values } = parseArgs({
  options: {
    home: { type: "string" },
    weights: { type: "string" },
    script: { type: "string" },
  },
});
const home = present(values.home, "--home");
const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stop.abort(name));

const config = readConfig(home);
const log = createLogger({ name: "cheater", level: config.logLevel });
const { signer, secret } = await homeKey(home, config);
const unlock = lockHome(home);
const honest = connect(home, config, signer);
const { address } = signer;
const tools = openTools(config, { chain: honest, address }, present(values.weights, "--weights"));
const script = new Script(present(values.script, "--script"), tools, log);
const chain = cheatingChain(honest, script, tools);
const journal = new Journal(journalPath(home));
const committer = { chainId: config.chainId, address, secret };
const submitter = (parts: SubmitterParts): Submitter => new CheatingSubmitter(parts, script, tools);
const { daemon, runner } = assembleNode({ chain, committer, journal, log, submitter });
const metrics = await resourceMetrics(config.metricsAddress, {
  jobs: () => journal.counts(),
  speed: () => ({}),
});
const [ready] = await Promise.all([
  prepare(config, { chain, journal }, log, stop.signal),
  script.read(),
]);
runner.equip(ready);
metrics.ready();
await watch({
  chain,
  chainId: config.chainId,
  models: () => daemon.active(ready.models),
  pollMs: config.pollMs,
  log,
  signal: stop.signal,
  onHeight: async (height) => {
    await script.read();
    await daemon.onHeight(height);
  },
  onView: (view) => daemon.onView(view),
});
runner.cancel("the daemon stops");
await runner.idle();
await ready.engine.close();
await tools.close();
await metrics.close();
journal.close();
unlock();
