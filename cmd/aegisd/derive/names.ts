/** Names of derived commands and flags. */

/** "SubmitTask" and "submit_task" as "submit-task". */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** The last part of a full name: of a type URL or of a method's path. */
function lastPart(path: string): string {
  return path.split(/[./]/).at(-1) ?? path;
}

/**
 * The verb of a message: "/aegis.tasks.v1.MsgSubmitTask" is "submit-task". Where a module has a
 * message of our own by the same name, Cosmos' has its package before: "consensus-update-params".
 */
export function messageVerb(typeUrl: string, all: readonly string[] = []): string {
  const last = lastPart(typeUrl);
  const verb = kebab(last.replace(/^Msg(?=[A-Z])/, ""));
  const isTaken = all.some((other) => other !== typeUrl && lastPart(other) === last);
  const [, group] = /^\/cosmos\.(\w+)\./.exec(typeUrl) ?? [];
  return isTaken && group !== undefined ? `${group}-${verb}` : verb;
}

/** What users of Cosmos chains call a module of ours, when that is something else. */
export function cosmosNameOf(module: string): string | undefined {
  return module === "rewards" ? "distribution" : undefined;
}

/**
 * The name of a query: "/cosmos.bank.v1beta1.Query/AllBalances" is "all-balances". Where a module
 * answers a query of our own by the same name, Cosmos' is "cosmos-params".
 */
export function queryName(path: string, all: readonly string[] = []): string {
  const last = lastPart(path);
  const isTaken = all.some((other) => other !== path && lastPart(other) === last);
  return isTaken && path.startsWith("/cosmos.") ? `cosmos-${kebab(last)}` : kebab(last);
}

/** A verb as words, for a summary. */
export function words(verb: string): string {
  return verb.replaceAll("-", " ");
}
