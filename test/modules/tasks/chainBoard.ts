/** Players on the whole application: what they send are signed transactions in real blocks. */
import { anyOf, type Signer } from "../../../app/client/sign.ts";
import { MODEL_ID } from "../../../localnet/defaultModel.ts";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { MsgSubmitTask } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import { ask } from "../../kit/ask.ts";
import { type ChainOptions, createChain, type TestChain } from "../../kit/chain.ts";
import type { Board } from "./contents.ts";
import { Player } from "./play.ts";
import { type Actor, type Outcome, request } from "./world.ts";

/** The application as players see it: what they send waits for the next block. */
export class ChainBoard implements Board {
  readonly model: string = MODEL_ID;
  readonly chain: TestChain;
  private readonly signers = new Map<string, Signer>();

  constructor(chain: TestChain) {
    this.chain = chain;
    for (const signer of [...chain.resourceNodes, ...chain.users]) {
      this.signers.set(signer.address, signer);
    }
  }

  get ctx(): Board["ctx"] {
    return this.chain.context();
  }

  query<Q, A>(method: Method<Q, A>, asked: Partial<Q>): A {
    return ask(this.chain, method, asked);
  }

  task(taskHash: Uint8Array): TaskRecord {
    const { record } = this.query(Query.Task, { taskHash });
    if (record === undefined) throw new Error("a task has a record");
    return record;
  }

  send<M, R>(codec: Codec<M>, message: M): Outcome<R> {
    const { node, sender } = message as { readonly node?: string; readonly sender?: string };
    const signer = this.signers.get(node ?? sender ?? "");
    if (signer === undefined) throw new Error("nobody signs this message");
    const tx = this.chain.sign(signer, [anyOf(codec, message)]);
    const { code, log } = this.chain.mock.broadcast(tx);
    if (code !== 0) throw new Error(`transaction refused: ${log}`);
    return { response: undefined, refused: undefined };
  }

  submit(change: Parameters<typeof request>[0]): void {
    const sender = this.chain.users[0]?.address ?? "";
    const task = request({ model: MODEL_ID, maxFee: 10_000_000n, ...change });
    this.send(MsgSubmitTask, { sender, tasks: [task] });
  }
}

/** A chain with `nodes` resource nodes and a replica, and a player for each node. */
export function boardWith(
  nodes: number,
  options: ChainOptions = {},
): { board: ChainBoard; players: readonly Player[] } {
  const chain = createChain({ replicas: 1, ...options, resourceNodes: nodes });
  const board = new ChainBoard(chain);
  const players = chain.resourceNodes.map((signer, at) => {
    const operator = chain.operators[at];
    const actor = { node: signer, operator } as unknown as Actor;
    return new Player(board, actor);
  });
  chain.mock.block();
  return { board, players };
}
