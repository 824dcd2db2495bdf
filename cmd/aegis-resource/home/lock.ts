/** Makes sure that only one daemon works in a home: two would send the same steps. */
import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * Takes the home's lock, which the operating system frees when the process ends, however it ends.
 * @throws RangeError when another process has it.
 * @returns a function that gives it back.
 */
export function lockHome(home: string): () => void {
  const db = new Database(join(home, "lock.db"), { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new RangeError(`another aegis-resource works in ${home}: stop it first`);
  }
  return () => db.close();
}
