/** Lines of the logger. */
import { expect } from "chai";
import { createLogger, isLogLevel } from "../../../cmd/lib/log.ts";

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

  it("knows its levels", () => {
    expect(isLogLevel("debug")).to.equal(true);
    expect(isLogLevel("loud")).to.equal(false);
  });
});
