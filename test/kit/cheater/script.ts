/** Which cheat a cheating node plays now: a file says so, and may say another thing any time. */
import { readFileSync } from "node:fs";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain } from "../../../cmd/aegis-resource/chain/chain.ts";
import { cheatNamed } from "./all.ts";
import type { Cheat, Tools } from "./cheat.ts";

/** What a cheating node logs when it is ready to play a cheat. */
export const READY_TO_CHEAT = "plays";

/** Follows the file. */
export class Script {
  readonly #path: string;
  readonly #tools: Tools;
  readonly #log: Logger;
  #cheat: Cheat | undefined;

  constructor(path: string, tools: Tools, log: Logger) {
    this.#path = path;
    this.#tools = tools;
    this.#log = log;
  }

  /** The cheat that is played; undefined before the first `read`. */
  get cheat(): Cheat | undefined {
    return this.#cheat;
  }

  /** Reads the file and makes ready what a new cheat needs. @throws RangeError for no cheat. */
  async read(): Promise<void> {
    const name = readFileSync(this.#path, "utf8").trim();
    if (name === this.#cheat?.name) return;
    const cheat = cheatNamed(name);
    await Promise.all([this.#tools.right(), cheat.prepare?.(this.#tools)]);
    this.#cheat = cheat;
    this.#log.info(READY_TO_CHEAT, { cheat: name });
  }
}

/** `chain`, which sends what the played cheat makes of every message. */
export function cheatingChain(chain: Chain, script: Script, tools: Tools): Chain {
  return {
    ...chain,
    send: async (sending, onSigned) => {
      const changed = await script.cheat?.sending?.(sending, tools);
      return chain.send(changed ?? sending, onSigned);
    },
  };
}
