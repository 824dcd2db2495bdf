/** Tasks of one account on their way: those that are asked at one time share a transaction. */
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { TaskRequest } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgSubmitTask, MsgSubmitTaskResponse } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { TxMsgData } from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import { hex } from "../../lib/bytes.ts";
import { query } from "../query.ts";
import { anyOf } from "../sign.ts";
import { type Account, explained } from "./account.ts";
import type { NodeApi } from "./api.ts";
import { AegisError } from "./error.ts";

/** A task in a block. */
export interface Submitted {
  readonly taskHash: string;
  readonly height: number;
  /** uasi escrowed. */
  readonly maxFee: bigint;
}

interface Waiting {
  readonly request: TaskRequest;
  readonly resolve: (submitted: Submitted) => void;
  readonly reject: (error: AegisError) => void;
}

/** Tasks of one transaction; the chain takes 256. */
const BATCH_MAX = 32;

/** What the chain says of one item of a list, by codespace `tasks`. */
export class Submitter {
  private readonly api: NodeApi;
  private readonly account: Account;
  private readonly address: string;
  private waiting: Waiting[] = [];
  private isBusy = false;

  constructor(api: NodeApi, account: Account, address: string) {
    this.api = api;
    this.account = account;
    this.address = address;
  }

  /**
   * Sends a task. A `maxFee` of 0 is what the chain quotes.
   * @throws AegisError, also for what only this task of a transaction is refused for
   */
  async submit(request: TaskRequest): Promise<Submitted> {
    const maxFee = request.maxFee === 0n ? await this.quoted(request) : request.maxFee;
    return new Promise((resolve, reject) => {
      this.waiting.push({ request: { ...request, maxFee }, resolve, reject });
      void this.run();
    });
  }

  private async quoted(request: TaskRequest): Promise<bigint> {
    try {
      return (await query(this.api, Query.Quote, { request })).maxFee;
    } catch (error) {
      throw explained(error);
    }
  }

  private async run(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH_MAX);
      await this.send(batch).catch((error: unknown) => this.single(batch, explained(error)));
    }
    this.isBusy = false;
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    const tasks = batch.map(({ request }) => request);
    const message = anyOf(MsgSubmitTask, { sender: this.address, tasks });
    const { height, data } = await this.account.send([message]);
    const [response] = TxMsgData.decode(data).msgResponses;
    const { results, taskHashes } = MsgSubmitTaskResponse.decode(
      response?.value ?? new Uint8Array(0),
    );
    for (const [at, { request, resolve, reject }] of batch.entries()) {
      const { codespace = "tasks", code = 1 } = results[at] ?? {};
      const hash = taskHashes[at];
      if (code === 0 && hash !== undefined) {
        resolve({ taskHash: hex(hash), height, maxFee: request.maxFee });
      } else {
        const details = { codespace, code };
        reject(new AegisError("refused", `refused: ${codespace} code ${code}`, details));
      }
    }
  }

  /** What fails together is tried one by one, so that nobody fails for another's task. */
  private async single(batch: readonly Waiting[], reason: AegisError): Promise<void> {
    const isOurs = reason.code === "refused" || reason.code === "insufficient_funds";
    if (batch.length === 1 || !isOurs) {
      for (const { reject } of batch) reject(reason);
      return;
    }
    for (const one of batch) {
      await this.send([one]).catch((error: unknown) => one.reject(explained(error)));
    }
  }
}
