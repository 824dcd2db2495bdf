/**
 * `npm start -- --once --json` as a program would use it: one object, one exit code, no remains.
 */
import { expect } from "chai";
import type { TaskReport } from "../../localnet/report.ts";
import { DEFAULT_MODEL_SHA256 } from "../../cmd/setup/model.mjs";
import { type Ended, Program } from "../kit/program.ts";

const PROMPT = "Say hello in one short sentence.";

describe("npm start --silent -- --once --json", () => {
  let ended: Ended;
  let report: TaskReport;

  before(async function () {
    this.timeout(600_000);
    const args = ["start", "--silent", "--", "--once", "--json", "--prompt", PROMPT];
    ended = await new Program("npm", args).ended;
    report = JSON.parse(ended.stdout);
  });

  it("ends with 0 and exactly one JSON object on standard output", () => {
    expect(ended.code, ended.stderr).to.equal(0);
    expect(ended.stdout.trim().split("\n")).to.have.length(1);
    expect(ended.stderr).to.include("stopped everything");
  });

  it("tells answer, model and token counts", () => {
    expect(report.prompt).to.equal(PROMPT);
    expect(report.answer).to.be.a("string").and.not.equal("");
    expect(report.model.sha256).to.equal(DEFAULT_MODEL_SHA256);
    expect(report.task_id).to.match(/^[0-9a-f]{64}$/);
    expect(report.prompt_tokens).to.be.greaterThan(5);
    expect(report.output_tokens).to.be.within(1, 64);
  });

  it("tells the height of each state, in order", () => {
    const states = report.transitions.map(({ state }) => state);
    expect(states.filter((state) => state !== "committed")).to.deep.equal([
      "open",
      "computed",
      "verified",
      "soft final",
      "final",
    ]);
    const heights = report.transitions.map(({ height }) => height);
    expect(heights).to.deep.equal([...heights].sort((a, b) => a - b));
  });

  it("pays executors and verifiers, each by rank, out of what was charged", () => {
    const roles = new Set(report.payments.map(({ role }) => role));
    expect(roles).to.deep.equal(new Set(["executor", "verifier"]));
    const paid = report.payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    expect(paid + BigInt(report.burned)).to.equal(BigInt(report.charged));
    const parts = [report.charged, report.refunded, report.submission_fee].map(BigInt);
    expect(parts.reduce((sum, part) => sum + part, 0n)).to.equal(BigInt(report.escrowed));
  });

  it("loses and invents no money", () => {
    expect(report.balances_total).to.equal(report.supply);
    expect(BigInt(report.supply) > 0n).to.equal(true);
  });
});
