/** A chain of which a test sets every answer, for what a real one cannot be brought to do. */
import { TxFailure } from "../../app/client/broadcast.ts";
import { RpcError } from "../../app/client/rpc.ts";
import { hex, sha256, utf8 } from "../../app/lib/bytes.ts";
import type { Chain, Inclusion, OnSigned, Sending } from "../../cmd/aegis-resource/chain/chain.ts";
import type { Duty, PendingCalculation } from "../../proto/gen/aegis/tasks/v1/query.ts";

/** What becomes of a broadcast. */
export type Fate = "taken" | "refused" | "silent";

/** A chain made of fields. */
export class FakeChain implements Chain {
  chainId = "fake-1";
  height = 10n;
  clockMs = 1_000n;
  isUp = true;
  fate: Fate = "taken";
  dutyList: Duty[] = [];
  pendingList: PendingCalculation[] = [];
  batch = 256;
  readonly sent: Sending[] = [];
  readonly again: string[] = [];
  readonly blocks: Map<string, Inclusion> = new Map();
  sequenceResets = 0;
  /** Calls of `status`, answered or not. */
  asked = 0;

  status = async (): Promise<{ chainId: string; height: bigint; clockMs: bigint }> => {
    this.asked += 1;
    this.#check();
    const { chainId, height, clockMs } = this;
    return { chainId, height, clockMs };
  };
  duties = async (): Promise<readonly Duty[]> => this.#answer(this.dutyList);
  pending = async (): Promise<readonly PendingCalculation[]> => this.#answer(this.pendingList);
  maxBatch = async (): Promise<number> => this.#answer(this.batch);
  balance = async (): Promise<bigint> => this.#answer(0n);
  node = async (): Promise<undefined> => this.#answer(undefined);
  softFinal = async (): Promise<readonly Uint8Array[]> => this.#answer([]);
  task = async (): Promise<never> => this.#unused();
  revision = async (): Promise<never> => this.#unused();
  inclusion = async (hash: string): Promise<Inclusion | undefined> =>
    this.#answer(this.blocks.get(hash));
  forgetSequence = (): void => {
    this.sequenceResets += 1;
  };

  async send(sending: Sending, onSigned: OnSigned): Promise<void> {
    const bytes = utf8(`transaction ${this.sent.length}`);
    this.sent.push(sending);
    const hash = hex(sha256(bytes)).toUpperCase();
    onSigned(bytes, hash);
    this.#meetFate(hash);
  }

  async rebroadcast(bytes: Uint8Array): Promise<void> {
    const hash = hex(sha256(bytes)).toUpperCase();
    this.again.push(hash);
    this.#meetFate(hash);
  }

  #meetFate(hash: string): void {
    if (this.fate === "refused") throw new TxFailure(hash, "sdk", 32, "wrong sequence");
    if (this.fate === "silent") throw new RpcError("no answer");
  }

  #check(): void {
    if (!this.isUp) throw new RpcError("connection refused");
  }

  #answer<T>(value: T): T {
    this.#check();
    return value;
  }

  #unused(): never {
    throw new Error("this test does not expect the call");
  }
}
