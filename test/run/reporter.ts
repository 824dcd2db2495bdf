/**
 * Mocha's output here: a line per outermost `describe`, slow tests by name, failures in full, and
 * the counts as JSON into the file that AEGIS_TEST_COUNTS names, so that test/main.mjs can add them
 * up over processes.
 */
import { writeFileSync } from "node:fs";
import Mocha, { type MochaOptions, type Runner, type Suite, type Test } from "mocha";

interface Tally {
  passed: number;
  failed: number;
  startedMs: number;
}

/** The reporter class that mocha is given by path. */
export default class CountReporter extends Mocha.reporters.Base {
  private readonly tallies = new Map<Suite, Tally>();
  private passed = 0;
  private failed = 0;

  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.on("suite", (suite) => {
      if (suite.parent?.root) {
        this.tallies.set(suite, { passed: 0, failed: 0, startedMs: performance.now() });
      }
    });
    runner.on("pass", (test) => this.pass(test));
    runner.on("fail", (test, error: Error) => this.fail(test, error));
    runner.on("suite end", (suite) => this.suiteEnd(suite));
    runner.on("end", () => this.end());
  }

  private pass(test: Test): void {
    this.passed += 1;
    const tally = this.tallyOf(test);
    if (tally !== undefined) tally.passed += 1;
    if (test.speed !== "slow") return;
    say(`    ${test.fullTitle()} (${seconds(test.duration ?? 0)})`);
  }

  private fail(test: Test, error: Error): void {
    this.failed += 1;
    const tally = this.tallyOf(test);
    if (tally !== undefined) tally.failed += 1;
    say(`  FAILED ${test.fullTitle()}: ${error?.message ?? error}`);
  }

  private suiteEnd(suite: Suite): void {
    const tally = this.tallies.get(suite);
    if (tally === undefined) return;
    const time = seconds(performance.now() - tally.startedMs);
    const failed = tally.failed > 0 ? `, ${tally.failed} FAILED` : "";
    say(`  ${suite.title}: ${tally.passed} passed${failed} (${time})`);
  }

  private end(): void {
    if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
    const file = process.env["AEGIS_TEST_COUNTS"];
    const counts = { passed: this.passed, failed: this.failed };
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    else say(`${counts.passed} passed, ${counts.failed} failed`);
  }

  private tallyOf(test: Test): Tally | undefined {
    let suite: Suite | undefined = test.parent;
    while (suite?.parent && !suite.parent.root) suite = suite.parent;
    return suite === undefined ? undefined : this.tallies.get(suite);
  }
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
