/** What a dishonest node changes of what it sends. */
import type { Signer } from "../../../app/client/sign.ts";
import { sha256, utf8 } from "../../../app/lib/bytes.ts";
import type { OnSigned, Sending } from "../../../cmd/aegis-resource/chain/chain.ts";
import { txHash } from "../../../cmd/aegis-resource/chain/rpcChain.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import type { TestChain } from "../../kit/chain.ts";
import { MockChain } from "../../kit/mockChain.ts";

/** What becomes of a message: another one, or undefined for none. */
export type Meddle = (message: Any) => Any | undefined;

/** A chain on which some messages are sent otherwise than the daemon meant, or never. */
export class MeddlingChain extends MockChain {
  readonly #meddle: Meddle;
  readonly #dropped: Set<string> = new Set();

  constructor(chain: TestChain, signer: Signer, meddle: Meddle) {
    super(chain, signer);
    this.#meddle = meddle;
  }

  override async send(sending: Sending, onSigned: OnSigned): Promise<void> {
    const message = this.#meddle(sending.message);
    if (message !== undefined) {
      await super.send({ ...sending, message }, onSigned);
      return;
    }
    const bytes = sha256(utf8(`never sent ${this.#dropped.size} by ${this.signer.address}`));
    this.#dropped.add(txHash(bytes));
    onSigned(bytes, txHash(bytes));
  }

  override async rebroadcast(bytes: Uint8Array): Promise<void> {
    if (!this.#dropped.has(txHash(bytes))) await super.rebroadcast(bytes);
  }
}
