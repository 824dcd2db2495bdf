/** Reads the JSON files that commands take, with messages that name the file. */
import { readFile, stat } from "node:fs/promises";
import { oneLine } from "../engine/error.ts";

/** Larger than any job or result within the limits of ASLI. */
const FILE_BYTES_MAX = 64 << 20;

/**
 * The parsed JSON of `path`; `what` names the file's role in messages.
 * @throws Error when it cannot be read, is too large or is not JSON.
 */
export async function readJsonFile(path: string, what: string): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES_MAX) throw new Error(`${size} bytes are too many`);
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new Error(`cannot read the ${what} ${path} (${oneLine(error)})`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`the ${what} ${path} is not JSON (${oneLine(error)})`);
  }
}
