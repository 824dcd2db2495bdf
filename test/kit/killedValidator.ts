/**
 * A chain of one validator that is killed again and again, and a node beside it that never is: what
 * the second holds at each height is the judgement of the first.
 */
import { accountSigner, listAccounts } from "../../localnet/accounts.ts";
import { commonHeight, compareAppHashes } from "../../localnet/agreement.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME, validatorName } from "../../localnet/layout.ts";
import { sendLoad } from "../../localnet/load.ts";
import { p2pPort, rpcPort } from "../../localnet/manifest.ts";
import { complaintAbout } from "../../localnet/ports.ts";
import type { ProcessSpec } from "../../localnet/processes.ts";
import { addHome, rpcUrl } from "../../localnet/setup.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import { pause } from "../../localnet/stop.ts";
import { query } from "../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { Query as SlashingQuery } from "../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import { type KillPlan, killArgs, killEnv } from "./killPlan.ts";
import { type TestNetwork, testNetwork } from "./network.ts";

const KILLED = 0;
const WITNESS = 1;
const WAIT_MS = 120_000;
const POLL_MS = 100;
/** Blocks between two deaths. */
const LIFE_BLOCKS = 2;
const NEVER: AbortSignal = new AbortController().signal;

/** How the validator dies: at a named point, or with everything or a part of it some time later. */
export type NodeDeath =
  | KillPlan
  | { readonly part: "all" | "application" | "cometbft"; readonly delayMs: number };

/** What came of all deaths. */
export interface Judgement {
  readonly height: number;
  readonly heights: number;
  /** Validators that were convicted of signing twice. */
  readonly doubleSigners: number;
  readonly disagreements: readonly string[];
}

export class KilledValidator {
  private readonly network: TestNetwork;
  private readonly witness: Rpc;
  /** Transactions handed over. */
  sent = 0;

  private constructor(network: TestNetwork, witness: Rpc) {
    this.network = network;
    this.witness = witness;
  }

  static async start(say: (line: string) => void = () => {}): Promise<KilledValidator> {
    const network = await testNetwork({ name: "single", startedResourceNodes: 0, say });
    const { running } = network;
    addHome(running, WITNESS);
    running.processes.start(validatorSpec(running, WITNESS));
    const witness = httpRpc(rpcUrl(running.manifest, WITNESS));
    const killed = new KilledValidator(network, witness);
    await until("the witness to follow", async () => (await witness.status()).height > 1);
    return killed;
  }

  private get running(): RunningNetwork {
    return this.network.running;
  }

  private get rpc(): Rpc {
    return present(this.running.rpcs[KILLED], "the validator");
  }

  close(): Promise<void> {
    return this.network.close();
  }

  /** Lets the validator live under load until it dies so, and starts it again. */
  async die(death: NodeDeath): Promise<void> {
    const { processes } = this.running;
    const name = validatorName(KILLED);
    if ("point" in death) {
      // A point is put into a process when it starts.
      await processes.kill(name);
      await this.portsLeft();
      const pid = processes.start(this.deadly(death)).pid;
      await this.load();
      const isDead = async (): Promise<boolean> => processes.get(name)?.pid !== pid;
      await until(`${name} to die ${death.point}`, isDead);
    } else {
      await this.load();
      await pause(death.delayMs);
      if (death.part === "all") await processes.kill(name);
      else await processes.killPart(name, death.part === "application" ? "leader" : "child");
    }
    await this.portsLeft();
    const { height } = await this.witness.status();
    processes.start(validatorSpec(this.running, KILLED));
    const goesOn = async (): Promise<boolean> =>
      (await commonHeight([this.rpc, this.witness])) >= height + LIFE_BLOCKS;
    await until("the chain to go on", goesOn);
  }

  /** Compares both at every height, and requires that the validator never signed twice. */
  async judge(): Promise<Judgement> {
    const height = await commonHeight([this.rpc, this.witness]);
    const compared = await compareAppHashes([this.rpc, this.witness], 1, height);
    const { info } = await query(this.witness, SlashingQuery.SigningInfos, {
      pagination: undefined,
    });
    const doubleSigners = info.filter(({ tombstoned }) => tombstoned).length;
    return { height, doubleSigners, ...compared };
  }

  private deadly(plan: KillPlan): ProcessSpec {
    const spec = validatorSpec(this.running, KILLED);
    const storeFile = (spec.args[0] ?? "").replace(
      /cmd\/aegisd\/main\.js$/,
      "app/store/multistore.js",
    );
    return { ...spec, args: [...killArgs(), ...spec.args], env: killEnv(plan, storeFile) };
  }

  /** Some transfers; the mempool forgets those that it has when the node dies. */
  private async load(): Promise<void> {
    const { layout } = this.running;
    const signer = await accountSigner(layout, USER_NAME);
    const to = listAccounts(layout).find(({ name }) => name !== USER_NAME)?.address ?? "";
    try {
      await until("the validator to answer", async () => (await this.rpc.status()).height > 0);
      this.sent += await sendLoad(this.rpc, signer, {
        chainId: CHAIN_ID,
        to,
        count: 5,
        pauseMs: 0,
      });
    } catch {
      // It died in the middle.
    }
  }

  private async portsLeft(): Promise<void> {
    const { ports } = this.running.manifest;
    for (const port of [rpcPort(ports, KILLED), p2pPort(ports, KILLED)]) {
      const isFree = async (): Promise<boolean> => (await complaintAbout(port)) === undefined;
      await until(`port ${port} to be free`, isFree);
    }
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  await waitUntil(holds, WAIT_MS, what, NEVER);
  await pause(POLL_MS);
}
