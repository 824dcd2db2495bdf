/** What the chain lets a node do: read now and then, and told to its operator when it changes. */
import { NodeModelState } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import type { NodeView } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { Logger } from "../../../app/lib/log.ts";
import type { Chain } from "../chain/chain.ts";

/** Blocks between two looks. */
const LOOK_EVERY_BLOCKS = 4n;

/** A node's standing on its models. */
export class Standing {
  readonly #chain: Chain;
  readonly #log: Logger;
  #view: NodeView | undefined;
  #lookHeight = 0n;
  #told = "";

  constructor(chain: Chain, log: Logger) {
    this.#chain = chain;
    this.#log = log;
  }

  /** The registration as it was last read. */
  get view(): NodeView | undefined {
    return this.#view;
  }

  /** Reads the registration anew when it is time to. */
  async look(height: bigint): Promise<void> {
    if (height < this.#lookHeight) return;
    this.#lookHeight = height + LOOK_EVERY_BLOCKS;
    this.#view = await this.#chain.node();
    const notes = this.#view?.notes.join("; ") ?? "";
    if (notes === this.#told) return;
    if (notes === "") this.#log.info("ACTIVE for all of its models");
    else this.#log.warn(notes);
    this.#told = notes;
  }

  /** Those of `models` on which the node may compute; all of them until something is known. */
  active(models: readonly string[]): string[] {
    const own = this.#view?.node?.models;
    if (own === undefined) return [...models];
    return models.filter((model) =>
      own.some(
        (one) => one.model === model && one.state === NodeModelState.NODE_MODEL_STATE_ACTIVE,
      ),
    );
  }
}
