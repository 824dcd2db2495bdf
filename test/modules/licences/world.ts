/** The application's modules as they are wired, with validators, nodes and licences. */
import { expect } from "chai";
import secp256k1 from "secp256k1";
import { moduleAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { sha256, uint64BigEndian, utf8 } from "../../../app/lib/bytes.ts";
import { uasi } from "../../../app/lib/coin.ts";
import type { ValidatorUpdate } from "../../../app/module/module.ts";
import type { ModuleManager } from "../../../app/module/manager.ts";
import { ModuleError } from "../../../app/module/error.ts";
import { buildModules } from "../../../app/modules.ts";
import type { BankKeeper } from "../../../modules/bank/index.ts";
import type { RewardsKeeper } from "../../../modules/rewards/index.ts";
import type { SlashingKeeper } from "../../../modules/slashing/index.ts";
import { selfDelegation } from "../../../modules/staking/index.ts";
import { genesisNode, LOCAL_PARAMS, nodeDigest } from "../../../modules/tasks/index.ts";
import { GenesisState as ChainGenesis } from "../../../proto/gen/aegis/app/v1/app.ts";
import { Params as RewardsParams } from "../../../proto/gen/aegis/rewards/v1/rewards.ts";
import { GenesisState as StakingGenesis } from "../../../proto/gen/aegis/staking/v1/genesis.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import {
  Licence,
  LicenceUse,
  type Params as StakingParams,
} from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { GenesisState as TasksGenesis } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import type { Node } from "../../../proto/gen/aegis/tasks/v1/node.ts";
import { Query as TasksQuery } from "../../../proto/gen/aegis/tasks/v1/query.ts";
import type { MsgRegisterNode } from "../../../proto/gen/aegis/tasks/v1/tx.ts";
import { GenesisState as BankGenesis } from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import type { Codec, Method } from "../../../proto/wire/codec.ts";
import { type TestContext, testContext } from "../../kit/context.ts";
import { addressFor, ask, deliver } from "../../kit/modules.ts";
import { testValidators } from "../../kit/validators.ts";
import { account, type Account, KERNEL_CLASS, MODEL, revision } from "../tasks/world.ts";

export const LICENCE: bigint = 1_000_000_000n;
export const NODE_STAKE: bigint = 2_000_000_000n;
export const FUNDS: bigint = 200_000_000_000n;
export const EPOCH_BLOCKS = 5n;

const BLOCK_MS = 2_000n;
const OWN_STAKE = 10_000_000n;

/** Operator of a node; owns licences. */
export const operator: Account = account("operator");
export const other: Account = account("other operator");
export const node: Account = account("node");
export const authority: string = addressFor("authority");
/** Operator of the first of three validators. */
export const validator: string = addressFor("operator 0");

/** A licence that backs nothing. */
export function freeLicence(number: number, owner: string): Licence {
  return Licence.create({ number, owner, use: LicenceUse.LICENCE_USE_NOTHING });
}

/** Licences 1 to 20 of the operator, 21 and 22 of the validator, 23 of another. */
export const LICENCES: readonly Licence[] = [
  ...Array.from({ length: 20 }, (_, at) => freeLicence(at + 1, operator.address)),
  freeLicence(21, validator),
  freeLicence(22, validator),
  freeLicence(23, other.address),
];

export interface WorldOptions {
  readonly staking?: Partial<StakingParams>;
  readonly rewards?: Partial<RewardsParams>;
  readonly licences?: readonly Licence[];
  /** What licence tokens there are, when not just enough. */
  readonly tokens?: bigint;
}

/** A genesis state of staking with three validators and `licences`. */
export function stakingGenesis(options: WorldOptions = {}): StakingGenesis {
  const { licences = LICENCES } = options;
  const founders = testValidators(3).map((one) => one.validator);
  const defaults = StakingGenesis.fromJson(buildModules().manager.defaultGenesis()["staking"]);
  return {
    ...defaults,
    params: {
      ...present(defaults.params, "params"),
      testnet: false,
      unbondingTimeMs: 600_000n,
      licenceSuspensionEpochs: 2,
      ...options.staking,
    },
    validators: founders,
    delegations: founders.map(selfDelegation),
    licences,
    licenceTotals: { issued: licences.length, liquidated: 0, redeemed: 0 },
  };
}

export class LicenceWorld {
  readonly manager: ModuleManager = buildModules().manager;
  ctx: TestContext;
  updates: readonly ValidatorUpdate[];

  constructor(options: WorldOptions = {}) {
    const genesis = genesisJson(this.manager, options);
    this.manager.validateGenesis(genesis);
    this.ctx = testContext({ height: 0n, clockMs: 0n, authority });
    this.updates = this.manager.initGenesis(this.ctx, genesis);
    this.begin();
  }

  keeper<K>(name: string): K {
    return this.module(name).keeper as K;
  }

  private module(name: string) {
    return present(
      this.manager.modules.find((one) => one.name === name),
      name,
    );
  }

  /** Ends the block, checks every invariant and begins the next. */
  block(stepMs: bigint = BLOCK_MS): void {
    this.updates = this.manager.endBlock(this.ctx);
    expect(this.manager.brokenInvariants(this.ctx)).to.deep.equal([]);
    this.begin(stepMs);
  }

  blocks(count: number, stepMs?: bigint): void {
    for (let at = 0; at < count; at += 1) this.block(stepMs);
  }

  private begin(stepMs: bigint = BLOCK_MS): void {
    const height = this.ctx.block.height + 1n;
    this.ctx = this.ctx.at({
      height,
      clockMs: this.ctx.block.clockMs + stepMs,
      beacon: sha256(uint64BigEndian(height)),
      epoch: (height - 1n) / EPOCH_BLOCKS,
      isEpochEnd: height % EPOCH_BLOCKS === 0n,
    });
    this.manager.beginBlock(this.ctx);
  }

  /** Runs a message; what it is refused with, or undefined. */
  send<M>(module: string, codec: Codec<M>, message: Partial<M>): string | undefined {
    try {
      const error = this.ctx.attempt((branch) => {
        deliver(this.module(module), { ...this.ctx, ...branch }, codec, message);
      });
      if (error !== undefined) throw error;
      return undefined;
    } catch (error) {
      if (error instanceof ModuleError) return `${error.codespace}/${error.code}`;
      throw error;
    }
  }

  query<Q, A>(module: string, method: Method<Q, A>, request: Partial<Q> = {}): A {
    return ask(this.module(module), this.ctx, method, request);
  }

  licence(number: number): Licence {
    const { licence } = this.query("staking", StakingQuery.Licence, { number });
    return present(licence, "a licence");
  }

  node(): Node {
    const { node: view } = this.query("tasks", TasksQuery.Node, { node: node.address });
    return present(view?.node, "the node");
  }

  /** Whether the node is still registered. */
  hasNode(): boolean {
    const { nodes } = this.query("tasks", TasksQuery.Nodes);
    return nodes.some((view) => view.node?.address === node.address);
  }

  balance(address: string): bigint {
    return this.keeper<BankKeeper>("bank").balance(this.ctx, address);
  }

  supply(): bigint {
    return this.keeper<BankKeeper>("bank").supply(this.ctx);
  }

  rewards(): RewardsKeeper {
    return this.keeper<RewardsKeeper>("rewards");
  }

  /** Slashes the node as a wrong result; returns the tokens that were taken. */
  slash(fractionMillionths: bigint, beneficiaries: readonly string[] = []): bigint {
    return this.keeper<SlashingKeeper>("slashing").slashNode(this.ctx, {
      node: node.address,
      reason: "wrong_result",
      fractionMillionths,
      beneficiaries,
      reference: sha256(utf8("task")),
    });
  }
}

function genesisJson(manager: ModuleManager, options: WorldOptions): Record<string, unknown> {
  const staking = stakingGenesis(options);
  const rewards = present(
    manager.modules.find((one) => one.name === "rewards"),
    "rewards",
  );
  const state = manager.defaultGenesis();
  const chain = ChainGenesis.fromJson(state["app"]);
  state["app"] = ChainGenesis.toJson({
    ...chain,
    params: { authority, epochBlocks: EPOCH_BLOCKS, clockStepMaxMs: 2_000n },
  });
  state["staking"] = StakingGenesis.toJson(staking);
  state["rewards"] = {
    ...(state["rewards"] as object),
    params: RewardsParams.toJson({
      ...(rewards.params?.defaults as unknown as RewardsParams),
      ...options.rewards,
    }),
  };
  state["tasks"] = TasksGenesis.toJson(tasksGenesis());
  const tokens = options.tokens ?? BigInt(staking.licences.length) * LICENCE;
  const balances: (readonly [string, bigint])[] = [
    [moduleAddress("bonded_tokens_pool"), 3n * OWN_STAKE],
    [moduleAddress("staking_licences"), tokens],
    [moduleAddress("tasks_stake"), NODE_STAKE],
    ...[operator.address, other.address, validator].map((one) => [one, FUNDS] as const),
  ];
  state["bank"] = BankGenesis.toJson({
    ...BankGenesis.fromJson(state["bank"]),
    balances: balances
      .filter(([, amount]) => amount > 0n)
      .map(([address, amount]) => ({ address, coins: uasi(amount) })),
  });
  return state;
}

function tasksGenesis(): TasksGenesis {
  return TasksGenesis.create({
    params: LOCAL_PARAMS,
    models: [
      {
        id: MODEL,
        owner: authority,
        deposit: 0n,
        newestRevision: 1,
        referencePrice: undefined,
        qualificationHeight: 0n,
      },
    ],
    revisions: [revision()],
    nodes: [
      genesisNode({
        publicKey: node.publicKey,
        operator: operator.address,
        endpoint: "http://node.test",
        stake: NODE_STAKE,
        models: [{ model: MODEL, kernelClass: KERNEL_CLASS }],
      }),
    ],
  });
}

/** A registration of a second node of the operator. */
export function registration(
  world: LicenceWorld,
  key: Account,
  change: Partial<MsgRegisterNode>,
): Partial<MsgRegisterNode> {
  const digest = nodeDigest(world.ctx.block.chainId, operator.address);
  return {
    operator: operator.address,
    publicKey: key.publicKey,
    signature: secp256k1.ecdsaSign(digest, key.privateKey).signature,
    endpoint: "https://node.example",
    models: [{ model: MODEL, kernelClass: KERNEL_CLASS }],
    ...change,
  };
}
