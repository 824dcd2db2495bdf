/** Where things lie in the folder of a local network. */
import { join } from "node:path";

/** Paths below `home`. */
export interface Layout {
  readonly home: string;
  /** What the network consists of; written last, so that its presence means that all is there. */
  readonly record: string;
  /** Processes that were started and, as far as we know, still run. */
  readonly processes: string;
  /** Home whose test keyring has the keys of the accounts that people use. */
  readonly keyringHome: string;
  readonly logs: string;
  validator(index: number): string;
  resourceNode(index: number): string;
  log(name: string): string;
}

/** The layout of the network kept in `home`. */
export function layoutOf(home: string): Layout {
  return {
    home,
    record: join(home, "network.json"),
    processes: join(home, "processes.json"),
    // A validator's home, so that `aegisd --home` finds them without more.
    keyringHome: join(home, validatorName(0)),
    logs: join(home, "logs"),
    validator: (index) => join(home, validatorName(index)),
    resourceNode: (index) => join(home, nodeName(index)),
    log: (name) => join(home, "logs", `${name}.log`),
  };
}

/** Name of a validator's process, log and key. */
export function validatorName(index: number): string {
  return `validator${index}`;
}

/** Name of a resource node's process and log. */
export function nodeName(index: number): string {
  return `node${index}`;
}

/** Name of the key of the account that owns resource node `index`. */
export function operatorName(index: number): string {
  return `operator${index}`;
}

/** Name of the key of the account that submits tasks. */
export const USER_NAME = "user";
