/** The node's logger: blocks' events as their modules', each at its level. */
import { expect } from "chai";
import { buildModules } from "../../../../app/modules.ts";
import { nodeLogger } from "../../../../cmd/aegisd/node/logger.ts";
import {
  ExecTxResult,
  ResponseFinalizeBlock,
} from "../../../../proto/gen/tendermint/abci/types.ts";

const TASK_EVENT = "aegis.tasks.v1.TaskSubmitted";
const { modules } = buildModules().manager;
const attributes = [{ key: "task_hash", value: "ab", index: true }];
const BLOCK = ResponseFinalizeBlock.create({
  events: [
    { type: "aegis.rewards.v1.ValidatorsPaid", attributes: [] },
    { type: "transfer", attributes: [] },
    { type: "of.nobody", attributes: [] },
  ],
  txResults: [ExecTxResult.create({ events: [{ type: TASK_EVENT, attributes }] })],
});

describe("the node's logger", () => {
  const logged = (level: string): Record<string, unknown>[] => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string): unknown => lines.push(JSON.parse(line));
    const log = nodeLogger({ level, format: "json", modules, write });
    log.block(7n, BLOCK);
    log.store.info({ seconds: 1 }, "opened");
    return lines;
  };

  it("tells the events of the modules that are asked for", () => {
    const [event, ...more] = logged("tasks:debug,*:warn");
    expect(more).to.deep.equal([]);
    expect(event).to.deep.include({
      level: "debug",
      module: "tasks",
      msg: TASK_EVENT,
      height: "7",
      event: { task_hash: "ab" },
    });
    expect(logged("debug").map(({ module }) => module)).to.deep.equal([
      "rewards",
      "bank",
      "tasks",
      "store",
    ]);
  });

  it("tells no events by default", () => {
    expect(logged("info").map(({ msg }) => msg)).to.deep.equal(["opened"]);
    expect(logged("silent")).to.deep.equal([]);
  });

  it("refuses a part that there is not", () => {
    expect(() => logged("taks:debug")).to.throw(RangeError, "no part taks");
  });
});
