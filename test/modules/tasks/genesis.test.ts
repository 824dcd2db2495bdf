/** Genesis: what is refused, each with what is wrong. */
import { expect } from "chai";
import { moduleAddress } from "../../../app/lib/address.ts";
import { LOCAL_PARAMS } from "../../../modules/tasks/index.ts";
import type { GenesisState } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { rulesOf } from "../../../modules/tasks/access.ts";
import { testContext } from "../../kit/context.ts";
import { mint } from "./fakes.ts";
import { genesisOf, revision, STAKE, World } from "./world.ts";

const world = new World({ nodes: 2 });
const good = genesisOf(world.actors, {});
const node = (at: number): GenesisState["nodes"][number] => {
  const found = good.nodes[at];
  if (found === undefined) throw new Error("a node of genesis");
  return found;
};

describe("genesis", () => {
  it("is valid by default", () => {
    world.module.genesis.validate(world.module.genesis.defaults);
    world.module.genesis.validate(good);
  });

  const bad: readonly [string, Partial<GenesisState>, string][] = [
    ["no parameters", { params: undefined }, "params are missing"],
    ["a model twice", { models: [...good.models, ...good.models] }, "twice"],
    ["a model without revisions", { revisions: [] }, "newest_revision"],
    ["a revision without a model", { models: [], nodes: [] }, "no such model"],
    ["revisions out of order", { revisions: [{ ...revision(), number: 2 }] }, "must be 1, 2, 3"],
    ["a bad revision", { revisions: [{ ...revision(), ggufBytes: 0n }] }, "gguf_bytes"],
    ["a node twice", { nodes: [node(0), node(0)] }, "twice"],
    [
      "a node without a key",
      { nodes: [{ ...node(0), publicKey: new Uint8Array(0) }] },
      "public_key",
    ],
    [
      "another's key",
      { nodes: [{ ...node(0), publicKey: node(1).publicKey }] },
      "address of its key",
    ],
    ["a node without an operator", { nodes: [{ ...node(0), operator: "" }] }, "operator"],
    ["a node without a status", { nodes: [{ ...node(0), status: 0 }] }, "status"],
    ["a stake beyond amounts", { nodes: [{ ...node(0), stake: 2n ** 63n }] }, "stake"],
    [
      "a node for an unknown model",
      { nodes: [{ ...node(0), models: node(0).models.map((m) => ({ ...m, model: "x" })) }] },
      "unknown model",
    ],
    [
      "a qualification that is not there",
      {
        nodes: [
          {
            ...node(0),
            models: node(0).models.map((m) => ({ ...m, qualification: new Uint8Array(32) })),
          },
        ],
      },
      "qualification for",
    ],
    [
      "a task without parts",
      {
        tasks: [
          {
            task: undefined,
            status: undefined,
            rounds: [],
            calculations: [],
            results: [],
            revealed: [],
            fingerprints: [],
            verifications: [],
            disputes: [],
            votes: [],
          },
        ],
      },
      "incomplete",
    ],
  ];
  for (const [name, change, text] of bad) {
    it(`refuses ${name}`, () => {
      expect(() => world.module.genesis.validate({ ...good, ...change })).to.throw(text);
    });
  }

  it("refuses a task whose hash is not its identity's", () => {
    const other = new World({ nodes: 2 });
    const record = other.task(other.submit());
    const { task } = record;
    if (task === undefined) throw new Error("a task");
    const identity = task.identity && { ...task.identity, maxOutputTokens: 3 };
    const changed = { ...good, tasks: [{ ...record, task: { ...task, identity } }] };
    expect(() => world.module.genesis.validate(changed)).to.throw("tasks[0]: hash");
    const numbered = { ...good, tasks: [{ ...record, task: { ...task, sequence: 4n } }] };
    expect(() => world.module.genesis.validate(numbered)).to.throw("tasks[0]: sequence");
  });

  it("refuses a bank that holds another sum than the stakes", () => {
    const ctx = testContext();
    mint(ctx, moduleAddress("tasks_stake"), STAKE);
    expect(() => world.module.genesis.init(ctx, good)).to.throw(
      `bank must give ${2n * STAKE} uasi`,
    );
  });

  it("refuses a latency that an outage exceeds", () => {
    const params = { ...LOCAL_PARAMS, qualificationLatencyMs: 1_999n };
    const short = { ...good, params };
    expect(() => world.module.genesis.init(testContext(), short)).to.throw(
      "qualification_latency_ms must be at least 2000",
    );
  });

  it("refuses windows that are short against the clock", () => {
    const rules = { ...rulesOf(LOCAL_PARAMS), revealWindowMs: 9_000n };
    const short = { ...good, params: { ...LOCAL_PARAMS, rules } };
    expect(() => world.module.genesis.init(testContext(), short)).to.throw("reveal_window_ms");
  });
});
