/** Lines of the logger. */
import { expect } from "chai";
import { createLogger } from "../../../cmd/lib/log.ts";
import { isLogLevel, parseLogLevels } from "../../../cmd/lib/logLevels.ts";

describe("createLogger", () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    lines.push(JSON.parse(line));
  };
  beforeEach(() => {
    lines.length = 0;
  });

  it("writes one JSON object a line, with what it was given", () => {
    const log = createLogger({ name: "test", write });
    log.info("block", { height: "5" });
    log.error("gone");
    expect(lines).to.have.length(2);
    expect(lines[0]).to.include({ level: "info", name: "test", msg: "block", height: "5" });
    expect(lines[0]?.["time"]).to.match(/^\d{4}-\d\d-\d\dT/);
    expect(lines[1]).to.include({ level: "error", msg: "gone" });
  });

  it("keeps to its level", () => {
    const log = createLogger({ name: "test", level: "warn", write });
    log.info("quiet");
    log.warn("loud");
    expect(lines.map(({ msg }) => msg)).to.deep.equal(["loud"]);
    createLogger({ name: "test", level: "silent", write }).error("nothing");
    expect(lines).to.have.length(1);
  });

  it("blanks what could be a secret", () => {
    const log = createLogger({ name: "test", write });
    log.info("key", { mnemonic: "a b c", key: { secret: "x", name: "alice" }, passphrase: "p" });
    expect(JSON.stringify(lines)).not.to.match(/a b c|"x"|"p"/);
    expect(lines[0]?.["key"]).to.deep.equal({ secret: "[secret]", name: "alice" });
  });

  it("gives each part its level, and names it in the line", () => {
    const log = createLogger({ name: "test", level: "tasks:debug,rewards:error,*:warn", write });
    log.info("quiet");
    log.part("tasks").debug("assigned");
    log.part("rewards").warn("quiet");
    log.part("rewards").error("broken");
    log.part("bank").info("quiet");
    expect(lines.map(({ msg, module }) => `${module} ${msg}`)).to.deep.equal([
      "tasks assigned",
      "rewards broken",
    ]);
    expect([log.part("tasks").isDebug, log.part("bank").isDebug]).to.deep.equal([true, false]);
  });

  it("refuses parts that the program does not have", () => {
    const make = (level: string): unknown =>
      createLogger({ name: "test", level, parts: ["test", "tasks"], write });
    expect(() => make("tasks:debug")).not.to.throw();
    expect(() => make("task:debug")).to.throw(RangeError, "no part task to log: take test, tasks");
  });

  it("writes for people on one line, without secrets or a terminal's escapes", () => {
    let text = "";
    const log = createLogger({ name: "test", format: "text", write: (line) => (text += line) });
    log.part("rest").warn("bad\n\u001b[31mred", { url: "/a b", status: 400, secret: "x1y2" });
    const rest = 'WARN  rest bad  [31mred url="/a b" status=400 secret=[secret]\n';
    expect(text.replace(/^\S+ /, "")).to.equal(rest);
    expect(text).to.match(/^\d{4}-\d\d-\d\dT\S+Z /);
  });

  it("reads levels as CometBFT does", () => {
    const levels = parseLogLevels("tasks:debug, rewards:error");
    expect(["tasks", "rewards", "bank"].map(levels.of)).to.deep.equal(["debug", "error", "info"]);
    expect(parseLogLevels("silent").of("tasks")).to.equal("silent");
    for (const wrong of ["", "loud", "tasks:loud", ":info", "a:b:c", "a:info,a:warn", "a:info,"]) {
      expect(() => parseLogLevels(wrong), wrong).to.throw(RangeError);
    }
    expect(() => parseLogLevels("a:info,".repeat(500))).to.throw(RangeError, "too long");
  });

  it("knows its levels", () => {
    expect(isLogLevel("debug")).to.equal(true);
    expect(isLogLevel("loud")).to.equal(false);
  });
});
