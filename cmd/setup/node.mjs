/**
 * Refuses a Node.js that is too old, before anything that such a Node could not even parse is
 * loaded. So this file has no imports, and its syntax is old.
 */

/** The oldest Node.js that the dependencies run on. */
export const NODE_VERSION_MIN = "20.19.0";

/**
 * Returns what to do when `version` (as `process.versions.node` has it) is older than
 * `NODE_VERSION_MIN`, else undefined.
 */
export function nodeComplaint(version) {
  const found = version.split(".").map(Number);
  const least = NODE_VERSION_MIN.split(".").map(Number);
  for (let i = 0; i < least.length; i += 1) {
    if (found[i] > least[i]) return undefined;
    if (found[i] < least[i]) {
      return (
        `this needs Node.js ${NODE_VERSION_MIN} or newer and runs on ${version}: ` +
        "install a newer one from nodejs.org"
      );
    }
  }
  return undefined;
}

/** Ends the process with the complaint as its last word when this Node.js is too old. */
export function requireNode() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint === undefined) return;
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
