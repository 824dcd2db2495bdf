/**
 * A local network of four validators whose epochs, windows and times in jail are short, with a
 * fifth node and accounts that delegate; and what a test wants to know of it.
 */
import { copyFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { query } from "../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { addressBytes, operatorAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { hex } from "../../app/lib/bytes.ts";
import type { AppState } from "../../cmd/aegisd/genesis/document.ts";
import { cometAddress } from "../../cmd/aegisd/home/cometKeys.ts";
import { readIdentity } from "../../cmd/aegisd/home/createHome.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import { addHome, rpcUrl } from "../../localnet/setup.ts";
import { metricsPort } from "../../localnet/manifest.ts";
import { type RunningNetwork, validatorSpec, waitUntil } from "../../localnet/start.ts";
import {
  GenesisState as ChainGenesis,
  Query as AppQuery,
} from "../../proto/gen/aegis/app/v1/app.ts";
import { GenesisState as SlashingGenesis } from "../../proto/gen/aegis/slashing/v1/genesis.ts";
import { Query as SlashingQuery } from "../../proto/gen/aegis/slashing/v1/query.ts";
import {
  Params as SlashingParams,
  type ValidatorSlash,
} from "../../proto/gen/aegis/slashing/v1/slashing.ts";
import { GenesisState as StakingGenesis } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import { Query as StakingQuery } from "../../proto/gen/aegis/staking/v1/query.ts";
import { Params as StakingParams } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { type AegisdCli, aegisdCli } from "./aegisdCli.ts";
import { type TestNetwork, testNetwork } from "./network.ts";
import { readBook, readStake, slashed, wholeAsi, withLeft } from "./stakeBook.ts";

const EPOCH_BLOCKS = 8n;
const SIGNED_BLOCKS_WINDOW = 12;
const JAIL_MS = 12_000n;
/** Far more than anything takes here, on a slow machine too. */
const WAIT_MS = 120_000;

/** The node that joins. */
export const JOINER = 4;
/** The node that gets the keys of validator TWINNED. */
export const TWIN = 5;
export const TWINNED = 3;
/** Where erin moves her stake. */
const REFUGE = 1;

/** Accounts beside those of genesis. */
export const DELEGATORS = ["carol", "dave", "erin"] as const;
const GIFT = "800000000uasi";
/** What erin takes out at a time. */
const DRIP = 1_000_003n;

function shortened(state: AppState): AppState {
  const app = ChainGenesis.fromJson(state["app"]);
  const slashing = SlashingGenesis.fromJson(state["slashing"]);
  const staking = StakingGenesis.fromJson(state["staking"]);
  const epochs = { ...present(app.params, "params"), epochBlocks: EPOCH_BLOCKS };
  const signing = { signedBlocksWindow: SIGNED_BLOCKS_WINDOW, downtimeJailDurationMs: JAIL_MS };
  return {
    ...state,
    app: ChainGenesis.toJson({ ...app, params: epochs }),
    slashing: SlashingGenesis.toJson({
      ...slashing,
      params: SlashingParams.create({ ...slashing.params, ...signing }),
    }),
    staking: StakingGenesis.toJson({
      ...staking,
      // Erin leaves in many small steps.
      params: StakingParams.create({ ...staking.params, maxEntries: 100 }),
    }),
  };
}

/** Waits until `holds` says yes. @throws Error naming `what` after two minutes. */
export function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  return waitUntil(holds, WAIT_MS, what, new AbortController().signal);
}

export class StakingNetwork {
  readonly network: TestNetwork;
  /** With a client of the fifth node, which does not run yet. */
  readonly running: RunningNetwork;
  readonly rpc: Rpc;
  /** Commands with the keys of genesis' accounts and of the delegators. */
  readonly people: AegisdCli;
  /** Commands with what is in the fifth node's home. */
  readonly fifth: AegisdCli;
  /** Accounts of operators by number, and of delegators by name. */
  readonly addresses: Readonly<Record<string | number, string>>;
  /** Entries of what had left a validator that slashes have reached. */
  reached = 0;

  private constructor(
    network: TestNetwork,
    clis: Pick<StakingNetwork, "people" | "fifth" | "addresses">,
  ) {
    const { running: four } = network;
    this.network = network;
    this.running = { ...four, rpcs: [...four.rpcs, httpRpc(rpcUrl(four.manifest, JOINER))] };
    this.rpc = present(four.rpcs[0], "a node");
    this.people = clis.people;
    this.fifth = clis.fifth;
    this.addresses = clis.addresses;
  }

  /** Starts the four, makes the home of the fifth, and gives the new accounts something. */
  static async start(): Promise<StakingNetwork> {
    const options = { name: "four", startedResourceNodes: 0, change: shortened };
    const network = await testNetwork(options);
    try {
      const { layout, rpcs } = network.running;
      const { url } = present(rpcs[0], "a node");
      const people = aegisdCli(layout.keyringHome, url);
      const fifth = aegisdCli(addHome(network.running, JOINER), url);
      const addresses: Record<string | number, string> = {
        [JOINER]: await fifth.addKey("operator"),
      };
      for (const name of DELEGATORS) addresses[name] = await people.addKey(name);
      for (const address of Object.values(addresses)) {
        await people.tx("bank", "send", "user", address, GIFT);
      }
      for (let i = 0; i < JOINER; i += 1) addresses[i] = await people.address(`validator${i}`);
      return new StakingNetwork(network, { people, fifth, addresses });
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  account(who: string | number): string {
    return present(this.addresses[who], "an account");
  }

  /** A validator's operator as Cosmos writes it. */
  operator(index: number): string {
    return operatorAddress(addressBytes(this.account(index)));
  }

  /** Starts a node with the keys of validator TWINNED and a memory of nothing. */
  startTwin(): void {
    const own = homePaths(addHome(this.running, TWIN));
    const theirs = homePaths(this.running.layout.validator(TWINNED));
    copyFileSync(theirs.validatorKey, own.validatorKey);
    copyFileSync(theirs.blsKey, own.blsKey);
    this.running.processes.start(validatorSpec(this.running, TWIN));
  }

  /** Runs `aegisd attest` for a validator; that of validator 0 collects for all. */
  attest(index: number): void {
    const { layout, manifest, processes } = this.running;
    const home = layout.validator(index);
    const listen = `127.0.0.1:${metricsPort(manifest.ports, 0)}`;
    const role = index === 0 ? ["--listen", listen] : ["--peer", `http://${listen}`];
    const keys = "keyring-test";
    if (index > 0 && index < JOINER) {
      cpSync(join(layout.keyringHome, keys), join(home, keys), { recursive: true });
    }
    const from = index === JOINER ? "operator" : `validator${index}`;
    const node = rpcUrl(manifest, index);
    const [program = ""] = validatorSpec(this.running, index).args;
    const options = ["--home", home, "--keyring-backend", "test", "--node", node, "--from", from];
    const args = [program, "attest", ...options, "--poll", "1", ...role];
    processes.start({ name: `attest${index}`, args });
  }

  async height(): Promise<number> {
    return (await this.rpc.status()).height;
  }

  /** Waits until the state after block `height` can be asked for. */
  passes(height: number): Promise<void> {
    return until(`height ${height}`, async () => (await this.height()) > height);
  }

  /** First height of a seat, when the block of `height` was the first to make it possible. */
  async firstSeat(height: number): Promise<number> {
    // A change in an epoch's first block comes too late for the set with which it begins.
    await this.passes(height);
    const { state } = await query(this.rpc, AppQuery.Status, {}, height);
    const lastOfNext = present(state, "state").epochStartHeight + 2n * EPOCH_BLOCKS - 1n;
    return Number(lastOfNext) + 2;
  }

  /** Whether the validator has a seat at `height`; CometBFT and the chain agree on all seats. */
  async hasSeat(index: number, height: number): Promise<boolean> {
    const { validators } = await this.comet<{
      validators: { address: string; voting_power: string }[];
    }>(`validators?height=${height}`);
    const asked = { height: BigInt(height) };
    const { committee } = await query(this.rpc, StakingQuery.Committee, asked);
    const seats = committee?.members.map(({ consensusAddress, power }) => {
      return [hex(consensusAddress).toUpperCase(), `${power}`];
    });
    expect(validators.map((one) => [one.address, one.voting_power])).to.have.deep.members(
      present(seats, "a committee"),
    );
    return validators.some(({ address }) => address === this.voter(index));
  }

  /** Whether the validator's precommit stands in the commit of `height`. */
  async hasSigned(index: number, height: number): Promise<boolean> {
    const { signed_header: header } = await this.comet<{
      signed_header: { commit: { signatures: { validator_address: string }[] } };
    }>(`commit?height=${height}`);
    const { signatures } = header.commit;
    return signatures.some((one) => one.validator_address === this.voter(index));
  }

  /** Heights of votes that the evidence in the block of `height` is about. */
  async evidence(height: number): Promise<readonly bigint[]> {
    const { block } = await this.comet<{
      block: { evidence: { evidence: { value: { vote_a: { height: string } } }[] | null } };
    }>(`block?height=${height}`);
    return (block.evidence.evidence ?? []).map(({ value }) => BigInt(value.vote_a.height));
  }

  /** All slashes of a validator, the last one first. */
  async slashes(index: number): Promise<readonly ValidatorSlash[]> {
    const asked = { operator: this.account(index) };
    const { slashes } = await query(this.rpc, SlashingQuery.ValidatorSlashes, asked);
    return [...slashes].reverse();
  }

  /** Erin leaves the validator in small steps, by turns in both ways, until it is jailed. */
  async leaveUntilJailed(index: number): Promise<void> {
    const from = this.operator(index);
    const ways = [
      ["undelegate", from, `${DRIP}uasi`],
      ["begin-redelegate", from, this.operator(REFUGE), `${DRIP}uasi`],
    ];
    let step = 0;
    await until(`validator ${index} to be jailed`, async () => {
      if ((await readStake(this.rpc, from)).isJailed) return true;
      // Refused while the last one waits for its block: so there is one in each.
      const way = ways[step % ways.length] ?? [];
      if (await this.people.send("staking", ...way, "--from", "erin")) step += 1;
      return false;
    });
  }

  /** The last slash took what it had to take, from whom it had to, to the last uasi and share. */
  async expectExact(index: number): Promise<ValidatorSlash> {
    const slash = present((await this.slashes(index))[0], "a slash");
    const height = Number(slash.height);
    const [operator, refuge] = [this.operator(index), this.operator(REFUGE)];
    const behind = await readStake(this.rpc, operator, Number(slash.infractionHeight) - 1);
    expect(slash.power).to.equal(wholeAsi(behind.tokens));
    const before = await readBook(this.rpc, operator, refuge, height - 1);
    const after = await readBook(this.rpc, operator, refuge, height);
    const expected = slashed(before, slash);
    expect(slash.burned).to.equal(expected.burned);
    expect(after).to.deep.equal(withLeft(expected.book, after, slash.height, DRIP));
    this.reached += expected.reached;
    return slash;
  }

  private voter(index: number): string {
    const { consensusKey } = readIdentity(this.running.layout.validator(index));
    return hex(cometAddress(consensusKey)).toUpperCase();
  }

  /** What CometBFT's RPC says. */
  private async comet<T>(path: string): Promise<T> {
    const answer = (await (await fetch(`${this.rpc.url}/${path}`)).json()) as { result: T };
    return answer.result;
  }
}
