/**
 * A real network in which some resource nodes cheat: each slot runs the shipped daemon or a
 * cheating one, and tasks are played from their submission to their settlement.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForTx } from "../../../app/client/broadcast.ts";
import { query } from "../../../app/client/query.ts";
import type { Rpc } from "../../../app/client/rpc.ts";
import { gasAndFee, sequencedSigner } from "../../../app/client/sequence.ts";
import { anyOf } from "../../../app/client/sign.ts";
import { present } from "../../../app/lib/assert.ts";
import { equalBytes, hex } from "../../../app/lib/bytes.ts";
import type { AbciEvent } from "../../../app/module/event.ts";
import { parseGasPrice } from "../../../app/tx/fee.ts";
import { accountSigner, listAccounts } from "../../../localnet/accounts.ts";
import { CHAIN_ID } from "../../../localnet/genesis.ts";
import { nodeName, USER_NAME, validatorName } from "../../../localnet/layout.ts";
import { metricsPort, readManifest } from "../../../localnet/manifest.ts";
import { LOCAL_GAS_PRICE } from "../../../localnet/setup.ts";
import { waitUntil } from "../../../localnet/start.ts";
import { submitTask, waitForHeight } from "../../../localnet/task.ts";
import { taskSettled, tasksGas } from "../../../modules/tasks/index.ts";
import { Query } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { QueryTaskResponse } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import { type TaskRequest, TaskRules } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { MsgUpdateParams } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { HONEST } from "../cheater/all.ts";
import { READY_TO_CHEAT } from "../cheater/script.ts";
import { CHEATED } from "../cheater/submitter.ts";
import { type TestNetwork, type TestNetworkOptions, testNetwork } from "../network.ts";
import { PROJECT } from "../program.ts";

const READY_MS = 120_000;
const NEVER = new AbortController().signal;
const CHEATER = join(PROJECT, "test", "kit", "cheater", "main.ts");

/** Which network, and who may cheat in it. */
export interface ArenaOptions extends TestNetworkOptions {
  /** How many of the last nodes can cheat. */
  readonly cheaters: number;
  /** Folder where changed model files are kept. */
  readonly weights: string;
}

/** An event and the block that it is of. */
export interface Seen {
  readonly height: number;
  readonly event: AbciEvent;
}

/** A task that is in a block. */
export interface Submitted {
  readonly hash: Uint8Array;
  readonly height: number;
}

/** A task that was played to its end. */
export interface Play {
  readonly taskHash: Uint8Array;
  readonly answer: QueryTaskResponse;
  /** All events of the chain meanwhile. */
  readonly seen: readonly Seen[];
}

/** A network and who cheats in it. */
export class Arena {
  readonly #network: TestNetwork;
  readonly #weights: string;
  readonly #signal: AbortSignal;
  /** Names of nodes and operators by address. */
  readonly names: ReadonlyMap<string, string>;
  /** Addresses of the nodes, by slot. */
  readonly nodes: readonly string[];
  /** Slots that can cheat. */
  readonly cheaters: readonly number[];
  readonly rpc: Rpc;

  private constructor(
    network: TestNetwork,
    { weights, cheaters, signal = NEVER }: Omit<ArenaOptions, "name">,
    nodes: readonly { readonly address: string; readonly operator: string }[],
  ) {
    this.#network = network;
    this.#weights = weights;
    this.#signal = signal;
    this.rpc = present(network.running.rpcs[0], "a validator");
    const accounts = listAccounts(network.running.layout);
    const names = new Map(accounts.map(({ name, address }) => [address, name]));
    const slotOf = ({ operator }: { readonly operator: string }): number =>
      Number(names.get(operator)?.replace(/\D/g, ""));
    const bySlot = nodes.toSorted((a, b) => slotOf(a) - slotOf(b));
    for (const node of bySlot) names.set(node.address, nodeName(slotOf(node)));
    this.names = names;
    this.nodes = bySlot.map(({ address }) => address);
    this.cheaters = this.nodes.map((_, slot) => slot).slice(this.nodes.length - cheaters);
  }

  /** Starts a network; its last `cheaters` nodes can cheat, and are honest until they are cast. */
  static async open(options: ArenaOptions): Promise<Arena> {
    const startedResourceNodes = readManifest(options.name).resourceNodes - options.cheaters;
    const network = await testNetwork({ ...options, startedResourceNodes });
    try {
      const rpc = present(network.running.rpcs[0], "a validator");
      const views = (await query(rpc, Query.Nodes)).nodes;
      const nodes = views.map(({ node }) => present(node, "a node"));
      const arena = new Arena(network, options, nodes);
      await Promise.all(arena.cheaters.map((slot) => arena.#start(slot)));
      return arena;
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  /** Name of a node or an operator, or the address itself. */
  readonly nameOf = (address: string): string => this.names.get(address) ?? address;

  /** What ended without being asked to. */
  get failures(): readonly string[] {
    return this.#network.failures;
  }

  close(): Promise<void> {
    return this.#network.close();
  }

  /** Lets the node in `slot` cheat from now on, or be honest again. */
  async cast(slot: number, cheat: string): Promise<void> {
    const before = this.#lines(slot, READY_TO_CHEAT).at(-1)?.["cheat"];
    if (before === cheat) return;
    writeFileSync(this.#script(slot), cheat);
    const isReady = async (): Promise<boolean> =>
      this.#lines(slot, READY_TO_CHEAT).at(-1)?.["cheat"] === cheat;
    await waitUntil(isReady, READY_MS, `${nodeName(slot)} to play ${cheat}`, this.#signal);
  }

  /** Whether the node in `slot` gave something else than an honest node in a task. */
  hasCheated(slot: number, taskHash: Uint8Array): boolean {
    const lines = this.#lines(slot, CHEATED).filter(({ task }) => task === hex(taskHash));
    return lines.some(({ isSame }) => isSame === false);
  }

  async #start(slot: number): Promise<void> {
    const { running } = this.#network;
    const name = nodeName(slot);
    writeFileSync(this.#script(slot), HONEST.name);
    const home = running.layout.resourceNode(slot);
    const options = ["--home", home, "--weights", this.#weights, "--script", this.#script(slot)];
    running.processes.start({ name, args: ["--import=tsx", CHEATER, ...options] });
    const url = `http://127.0.0.1:${metricsPort(running.manifest.ports, slot)}/metrics`;
    const isReady = async (): Promise<boolean> =>
      /^aegis_resource_ready 1$/m.test(await (await fetch(url)).text());
    await waitUntil(isReady, READY_MS, `${name} to be ready`, this.#signal);
  }

  #script(slot: number): string {
    return join(this.#network.running.layout.resourceNode(slot), "cheat");
  }

  /** Lines of a node's log that say `msg`. */
  #lines(slot: number, msg: string): Record<string, unknown>[] {
    const text = readFileSync(this.#network.running.layout.log(nodeName(slot)), "utf8");
    const lines = text.split("\n").filter((line) => line.startsWith("{") && line.endsWith("}"));
    return lines.map((line) => JSON.parse(line)).filter((line) => line.msg === msg);
  }

  /** Changes rules for the tasks to come, by their names in genesis.json. */
  async rule(changes: Readonly<Record<string, number>>): Promise<void> {
    const { params } = await query(this.rpc, Query.Params);
    const { rules, ...others } = present(params, "parameters");
    const before = present(rules, "rules");
    const all = TaskRules.fromJson({ ...(TaskRules.toJson(before) as object), ...changes });
    if (equalBytes(TaskRules.encode(all), TaskRules.encode(before))) return;
    const signer = await accountSigner(this.#network.running.layout, validatorName(0));
    const message = {
      authority: signer.address,
      params: { ...others, rules: all },
    };
    const messages = [anyOf(MsgUpdateParams, message)];
    const { gasLimit, fee } = gasAndFee(messages, tasksGas, parseGasPrice(LOCAL_GAS_PRICE));
    const sender = sequencedSigner(this.rpc, signer, CHAIN_ID);
    const { hash } = await sender.send({ messages, gasLimit, fee });
    await waitForTx(this.rpc, hash);
  }

  /** Submits a task; resolves with its hash and the height of its block. */
  async submit(request: TaskRequest): Promise<Submitted> {
    const signer = await accountSigner(this.#network.running.layout, USER_NAME);
    const place = { chainId: CHAIN_ID, gasPrice: LOCAL_GAS_PRICE };
    return submitTask(this.rpc, signer, place, request);
  }

  /** Follows the chain from the task's block until its money has moved. */
  async follow(
    task: Submitted,
    onSeen: (seen: Seen) => void | Promise<void> = () => undefined,
  ): Promise<Play> {
    const seen: Seen[] = [];
    for (let { height } = task; ; height += 1) {
      // Results and state of a block come a moment after the block; with the next they are there.
      await waitForHeight(this.rpc, height + 1, this.#signal);
      let isSettled = false;
      for (const event of (await this.rpc.blockResults(height)).events) {
        const one = { height, event };
        seen.push(one);
        await onSeen(one);
        const settled = taskSettled.fromAbci(event);
        if (settled !== undefined && equalBytes(task.hash, settled.taskHash)) isSettled = true;
      }
      if (!isSettled) continue;
      const answer = await query(this.rpc, Query.Task, { taskHash: task.hash });
      return { taskHash: task.hash, answer, seen };
    }
  }
}
