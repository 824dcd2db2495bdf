/**
 * Makes a test build of the store: loaded into a node before its program (node --import), it has
 * named points between FinalizeBlock and Commit, and inside the store's transaction, and ends the
 * process with SIGKILL at one of them. AEGIS_KILL_POINT names it, AEGIS_KILL_COUNT says at which
 * passing, AEGIS_KILL_STORE is the URL of the module with the Store. Nothing of this is shipped.
 */
import { createRequire } from "node:module";

const { AEGIS_KILL_POINT, AEGIS_KILL_COUNT = "1", AEGIS_KILL_STORE } = process.env;
const Database = createRequire(import.meta.url)("better-sqlite3");

let left = Number(AEGIS_KILL_COUNT);

function pass(point) {
  if (point !== AEGIS_KILL_POINT) return;
  left -= 1;
  // A signal to oneself is delivered before the call returns.
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

/** Runs `method` of `prototype` between two points. */
function between(prototype, method, before, after) {
  const original = prototype[method];
  prototype[method] = function (...args) {
    pass(before);
    const result = original.apply(this, args);
    pass(after);
    return result;
  };
}

/** Points behind single statements, by how their text begins. */
const STATEMENTS = [
  ["INSERT INTO version", "after-version-row"],
  ["INSERT INTO change_log", "after-log-row"],
  ["INSERT INTO base", "while-folding"],
  ["DELETE FROM change_log", "after-log-row-deleted"],
  ["DELETE FROM version", "after-version-row-deleted"],
];

const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  const found = STATEMENTS.find(([begin]) => sql.trimStart().startsWith(begin));
  if (found === undefined) return statement;
  const run = statement.run;
  statement.run = (...args) => {
    const result = run.apply(statement, args);
    pass(found[1]);
    return result;
  };
  return statement;
};

const transaction = Database.prototype.transaction;
Database.prototype.transaction = function (work) {
  const made = transaction.call(this, (...args) => {
    pass("transaction-begun");
    const result = work(...args);
    pass("before-durable");
    return result;
  });
  const immediate = (...args) => {
    const result = made.immediate(...args);
    pass("after-durable");
    return result;
  };
  return Object.assign((...args) => made(...args), { immediate });
};

const { Store } = await import(AEGIS_KILL_STORE);
between(Store.prototype, "apply", "before-apply", "after-apply");
between(Store.prototype, "commit", "before-commit", "after-commit");
