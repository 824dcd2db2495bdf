/**
 * Some real nodes for the seats of a chain of many seeded validators. A committee has four seats;
 * when one goes to another validator, a node whose validator has lost its seat gets the new key and
 * is started anew, while the other three go on.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../app/app.ts";
import { query } from "../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { present } from "../../app/lib/assert.ts";
import { blsPublicKey } from "../../app/lib/bls.ts";
import { hex, utf8 } from "../../app/lib/bytes.ts";
import { silentLogger } from "../../app/lib/log.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import { buildModules } from "../../app/modules.ts";
import { newGenesis } from "../../cmd/aegisd/genesis/document.ts";
import { addSeeded, seededValidator } from "../../cmd/aegisd/genesis/seededValidators.ts";
import { cometAddress, validatorKeyJson } from "../../cmd/aegisd/home/cometKeys.ts";
import { COMET_DEFAULTS, type CometSettings } from "../../cmd/aegisd/home/config.ts";
import { createHome, readIdentity, writeCometSettings } from "../../cmd/aegisd/home/createHome.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { freePorts } from "../../localnet/ports.ts";
import { type Manifest, p2pPort, rpcPort } from "../../localnet/manifest.ts";
import { waitUntil } from "../../localnet/start.ts";
import {
  GenesisState as ChainGenesis,
  Query as AppQuery,
} from "../../proto/gen/aegis/app/v1/app.ts";
import { GenesisState as StakingGenesis } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import { Query as StakingQuery } from "../../proto/gen/aegis/staking/v1/query.ts";
import { RequestInitChain } from "../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../proto/gen/tendermint/types/params.ts";
import { childrenOf, residentMiB } from "./processMemory.ts";
import { PROJECT, Program } from "./program.ts";

export const CROWD_NET_CHAIN_ID = "aegis-crowd-net-1";
const SEATS = 4;
const START_MS = 900_000;
const FIRST_HEIGHT = 2;

export interface CrowdNetworkOptions {
  readonly validators: number;
  readonly delegations: number;
  readonly epochBlocks: bigint;
  readonly timeoutCommitMs: number;
  readonly say: (line: string) => void;
}

/** What starting cost. */
export interface StartCost {
  readonly genesisBytes: number;
  /** From the start of the processes to the first block of all nodes. */
  readonly firstBlockMs: number;
  readonly applicationMiB: readonly number[];
  readonly cometMiB: readonly number[];
}

/** One real node. */
interface Seat {
  readonly home: string;
  readonly rpc: Rpc;
  program: Program | undefined;
  /** Slot of the validator whose keys it has. */
  slot: number;
  /** Whether it answers; not while it is started anew. */
  isUp: boolean;
}

export class CrowdNetwork {
  readonly seed = "crowd net";
  readonly options: CrowdNetworkOptions;
  readonly base: string;
  readonly seats: Seat[] = [];
  /** Consensus address in hex → slot. */
  private readonly slotOf = new Map<string, number>();
  /** Nodes that were given another validator's keys. */
  changes = 0;
  /** How long a node took each time until it answered. */
  readonly restartMs: number[] = [];

  constructor(options: CrowdNetworkOptions) {
    this.options = options;
    const folder = tmpdir().length <= 40 ? tmpdir() : "/tmp";
    this.base = mkdtempSync(join(folder, "aegis-crowd-"));
  }

  /** A node that answers. */
  get rpc(): Rpc {
    return present(this.seats.find(({ isUp }) => isUp) ?? this.seats[0], "a node").rpc;
  }

  /** Makes the genesis and homes, and starts the nodes. */
  async start(): Promise<StartCost> {
    const { validators, say } = this.options;
    say(`making a genesis of ${validators} validators`);
    const text = this.genesisText();
    const file = join(this.base, "genesis.json");
    writeFileSync(file, text);
    say(`${(text.length / 2 ** 20).toFixed(0)} MiB; finding out who has the first seats`);
    const first = this.firstSlots(text);
    await this.makeHomes(file, first);
    say("starting the nodes");
    const started = performance.now();
    for (const seat of this.seats) this.launch(seat);
    for (const { rpc } of this.seats) await this.isAt(rpc, FIRST_HEIGHT);
    const firstBlockMs = performance.now() - started;
    return { genesisBytes: text.length, firstBlockMs, ...this.memory() };
  }

  private genesisText(): string {
    const { validators, delegations, epochBlocks, say } = this.options;
    const state = buildModules().manager.defaultGenesis();
    const app = ChainGenesis.fromJson(state["app"]);
    const params = { authority: "", epochBlocks, clockStepMaxMs: 10_000n };
    const staking = StakingGenesis.fromJson(state["staking"]);
    const limits = { ...present(staking.params, "params"), committeeSize: SEATS };
    let told = 0;
    const appState = addSeeded(
      {
        ...state,
        app: ChainGenesis.toJson({ ...app, params }),
        staking: StakingGenesis.toJson({ ...staking, params: limits }),
      },
      {
        seed: this.seed,
        chainId: CROWD_NET_CHAIN_ID,
        validators,
        delegations,
        progress: (line) => {
          told += 1;
          if (told % 10 === 1) say(line);
        },
      },
    );
    for (let slot = 0; slot < validators; slot += 1) {
      const { consensus } = seededValidator(this.seed, slot);
      this.slotOf.set(hex(cometAddress(consensus.publicKey)), slot);
    }
    const chainId = CROWD_NET_CHAIN_ID;
    return JSON.stringify(newGenesis({ chainId, genesisTime: new Date(), appState }));
  }

  /** Who has a seat in the first committee, as an application of our own says. */
  private firstSlots(text: string): number[] {
    const { app_state: state } = JSON.parse(text) as { app_state: unknown };
    const storeNames = buildModules().manager.modules.map(({ name }) => name);
    const app = createApp({ store: openMemoryStore({ storeNames }), logger: silentLogger });
    const { validators } = app.initChain(
      RequestInitChain.create({
        time: { seconds: 1_700_000_000n, nanos: 0 },
        chainId: CROWD_NET_CHAIN_ID,
        consensusParams: ConsensusParams.create({ abci: { voteExtensionsEnableHeight: 1n } }),
        appStateBytes: utf8(JSON.stringify(state)),
        initialHeight: 1n,
      }),
    );
    return validators.map(({ pubKey }) =>
      this.slotAt(cometAddress(present(pubKey?.ed25519, "key"))),
    );
  }

  private slotAt(address: Uint8Array): number {
    return present(this.slotOf.get(hex(address)), "a seeded validator");
  }

  private async makeHomes(genesis: string, slots: readonly number[]): Promise<void> {
    const ports = await freePorts({
      validators: SEATS,
      resourceNodes: 0,
      startedResourceNodes: 0,
    } as Manifest);
    const settings = (index: number, persistentPeers: readonly string[]): CometSettings => ({
      ...COMET_DEFAULTS,
      moniker: `seat-${index}`,
      rpcAddress: `tcp://127.0.0.1:${rpcPort(ports, index)}`,
      p2pAddress: `tcp://127.0.0.1:${p2pPort(ports, index)}`,
      persistentPeers,
      timeoutCommitMs: this.options.timeoutCommitMs,
    });
    const peers: string[] = [];
    for (let index = 0; index < SEATS; index += 1) {
      const home = join(this.base, `seat${index}`);
      mkdirSync(home);
      const comet = settings(index, []);
      const { genesis: own } = createHome({
        home,
        comet,
        app: {
          "minimum-gas-prices": "0uasi",
          "check-invariants": false,
          "api.enable": false,
          "grpc.address": "",
        },
      });
      copyFileSync(genesis, own);
      peers.push(`${readIdentity(home).nodeId}@127.0.0.1:${p2pPort(ports, index)}`);
      const rpc = httpRpc(`http://127.0.0.1:${rpcPort(ports, index)}`);
      this.seats.push({ home, rpc, program: undefined, slot: -1, isUp: true });
    }
    this.seats.forEach((seat, index) => {
      const others = peers.filter((_, peer) => peer !== index);
      writeCometSettings(seat.home, settings(index, others));
      this.giveKeys(seat, present(slots[index], "a first seat"));
    });
  }

  /** The node becomes another validator, which has never signed anything. */
  private giveKeys(seat: Seat, slot: number): void {
    const paths = homePaths(seat.home);
    const { consensus, blsSecret } = seededValidator(this.seed, slot);
    writeFileSync(paths.validatorKey, JSON.stringify(validatorKeyJson(consensus)));
    writeFileSync(paths.validatorState, JSON.stringify({ height: "0", round: 0, step: 0 }));
    const bls = { public_key: hex(blsPublicKey(blsSecret)), secret_key: hex(blsSecret) };
    writeFileSync(paths.blsKey, JSON.stringify(bls));
    seat.slot = slot;
  }

  private launch(seat: Seat): void {
    const main = join(PROJECT, "build", "cmd", "aegisd", "main.js");
    const args = ["--max-old-space-size=6144", main, "start", "--home", seat.home];
    seat.program = new Program(process.execPath, args);
  }

  private isAt(rpc: Rpc, height: number): Promise<void> {
    const isReady = async (): Promise<boolean> => {
      const dead = this.seats.find(({ program }) => program?.child.exitCode !== null);
      if (dead?.program !== undefined) throw new Error(`a node ended: ${dead.program.stderr}`);
      return (await rpc.status()).height >= height;
    };
    return waitUntil(
      isReady,
      START_MS,
      `height ${height} at ${rpc.url}`,
      new AbortController().signal,
    );
  }

  /** Resident memory of the applications and of the CometBFTs under them. */
  memory(): Pick<StartCost, "applicationMiB" | "cometMiB"> {
    const applicationMiB: number[] = [];
    const cometMiB: number[] = [];
    for (const { program } of this.seats) {
      const pid = program?.child.pid ?? 0;
      applicationMiB.push(residentMiB(pid));
      for (const child of childrenOf(pid)) cometMiB.push(residentMiB(child));
    }
    return { applicationMiB, cometMiB };
  }

  /** Slots of the committee two heights on. */
  async comingSlots(): Promise<number[]> {
    const { rpc } = this;
    const { height } = present((await query(rpc, AppQuery.Status)).state, "state");
    const { committee } = await query(rpc, StakingQuery.Committee, { height: height + 2n });
    return (committee?.members ?? []).map((seat) => this.slotAt(seat.consensusAddress));
  }

  /** Gives seats that are vacant to nodes whose validators have none. Returns how many changed. */
  async follow(): Promise<number> {
    const coming = await this.comingSlots();
    const vacant = coming.filter((slot) => !this.seats.some((seat) => seat.slot === slot));
    const idle = this.seats.filter((seat) => !coming.includes(seat.slot));
    let changed = 0;
    for (const slot of vacant) {
      const seat = idle.shift();
      if (seat === undefined) break;
      seat.isUp = false;
      await this.stop(seat);
      this.giveKeys(seat, slot);
      const started = performance.now();
      this.launch(seat);
      await this.isAt(seat.rpc, FIRST_HEIGHT);
      this.restartMs.push(performance.now() - started);
      seat.isUp = true;
      changed += 1;
    }
    this.changes += changed;
    return changed;
  }

  private async stop({ program }: Seat): Promise<void> {
    if (program === undefined) return;
    program.signal("SIGINT");
    const timer = setTimeout(() => program.signal("SIGKILL", "group"), 30_000);
    await program.ended;
    clearTimeout(timer);
  }

  /** Stops everything and deletes the folder. */
  async close(): Promise<void> {
    await Promise.all(this.seats.map((seat) => this.stop(seat)));
    rmSync(this.base, { recursive: true, force: true });
  }
}
