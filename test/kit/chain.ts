/**
 * A whole chain in-process: deterministic keys, a genesis with validators, resource nodes and
 * funded accounts, and applications driven by the mock consensus. Invariants hold after every
 * block, or the block fails.
 */
import { type App, createApp } from "../../app/app.ts";
import { keySigner, type Signer, signTx } from "../../app/client/sign.ts";
import { gasAndFee } from "../../app/client/sequence.ts";
import { addressBytes, moduleAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { blsKeygen, blsPublicKey, blsSign, provePossession } from "../../app/lib/bls.ts";
import { sha256, utf8 } from "../../app/lib/bytes.ts";
import { uasi } from "../../app/lib/coin.ts";
import { type Logger, silentLogger } from "../../app/lib/log.ts";
import { lastBlock } from "../../app/lifecycle/host.ts";
import type { QueryContext } from "../../app/module/context.ts";
import { buildModules } from "../../app/modules.ts";
import { openMemoryStore } from "../../app/store/memory.ts";
import type { Store } from "../../app/store/multistore.ts";
import type { ProgramVersion } from "../../cmd/aegisd/node/application.ts";
import { defaultModel, MODEL_ID } from "../../localnet/defaultModel.ts";
import { genesisValidator, selfDelegation } from "../../modules/staking/index.ts";
import { genesisNode, LOCAL_PARAMS, toleranceMessage } from "../../modules/tasks/index.ts";
import { GenesisState as ChainGenesis } from "../../proto/gen/aegis/app/v1/app.ts";
import { GenesisState as StakingGenesis } from "../../proto/gen/aegis/staking/v1/genesis.ts";
import { Licence, LicenceUse } from "../../proto/gen/aegis/staking/v1/staking.ts";
import { GenesisState as TasksGenesis } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import { GenesisState as BankGenesis } from "../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import type { Any } from "../../proto/gen/google/protobuf/any.ts";
import { MockConsensus, type MockNode } from "./mockConsensus.ts";
import { LIMITS_ONLY } from "./plainTolerances.ts";

export const CHAIN_ID = "aegis-test-1";

const ASI = 1_000_000n;
const VALIDATOR_STAKE = 1_000n * ASI;
const NODE_STAKE = 2_000n * ASI;
const LICENCE_STAKE = 1_000n * ASI;
export const ACCOUNT_BALANCE: bigint = 10_000n * ASI;

/** The 32-byte secret key that follows from `name`. */
export function testSecret(name: string): Uint8Array {
  return sha256(utf8(`aegis test key ${name}`));
}

/** A signer whose secret follows from `name`. */
export function testSigner(name: string): Signer {
  return keySigner(testSecret(name));
}

export interface ChainOptions {
  readonly validators?: number;
  /** Nodes that follow without validating. */
  readonly replicas?: number;
  readonly users?: number;
  readonly resourceNodes?: number;
  readonly txBytesMax?: bigint;
  /** Opens the state of a node; in memory, and kept over restarts, when left out. */
  readonly openStore?: (index: number) => Store;
  readonly logger?: Logger;
  readonly checkInvariants?: boolean;
  /** Which version of the program node `index` runs from its next start on. */
  readonly version?: (index: number) => ProgramVersion;
  /** Changes what the genesis says of models, nodes and parameters; stakes stay as they are. */
  readonly changeTasks?: (genesis: TasksGenesis) => TasksGenesis;
}

/** What a test holds in hand. */
export interface TestChain {
  readonly mock: MockConsensus;
  readonly users: readonly Signer[];
  readonly operators: readonly Signer[];
  readonly resourceNodes: readonly Signer[];
  /** Read access to the first node's committed state. */
  context(): QueryContext;
  /** Signs at the account's next sequence, counting what was signed before. */
  sign(signer: Signer, messages: readonly Any[], options?: SignOptions): Uint8Array;
  app(index?: number): App;
}

export interface SignOptions {
  readonly sequence?: bigint;
  readonly accountNumber?: bigint;
  readonly chainId?: string;
  readonly fee?: bigint;
  readonly gasLimit?: bigint;
  readonly memo?: string;
  readonly timeoutHeight?: bigint;
}

interface Founder {
  readonly operator: Signer;
  readonly consensusKey: Uint8Array;
  readonly blsSecret: Uint8Array;
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function founder(index: number): Founder {
  return {
    operator: testSigner(`validator ${index}`),
    consensusKey: sha256(utf8(`consensus ${index}`)),
    blsSecret: blsKeygen(sha256(utf8(`bls ${index}`))),
  };
}

/** A licence of each operator; all are free. */
function licencesOf(founders: readonly Founder[], operators: readonly Signer[]): Licence[] {
  const owners = [...founders.map(({ operator }) => operator), ...operators];
  const use = LicenceUse.LICENCE_USE_NOTHING;
  return owners.map(({ address }, at) => Licence.create({ number: at + 1, owner: address, use }));
}

function stakingState(
  defaults: unknown,
  founders: readonly Founder[],
  operators: readonly Signer[],
): unknown {
  const validators = founders.map(({ operator, consensusKey, blsSecret }, index) =>
    genesisValidator({
      operator: operator.address,
      consensusPublicKey: consensusKey,
      blsPublicKey: blsPublicKey(blsSecret),
      possessionProof: provePossession(blsSecret, {
        operator: addressBytes(operator.address),
        chainId: CHAIN_ID,
      }),
      stake: VALIDATOR_STAKE,
      moniker: `validator ${index}`,
      slot: index,
    }),
  );
  const licences = licencesOf(founders, operators);
  const licenceTotals = { issued: licences.length, liquidated: 0, redeemed: 0 };
  const genesis = StakingGenesis.fromJson(defaults);
  return StakingGenesis.toJson({
    ...genesis,
    validators,
    delegations: validators.map(selfDelegation),
    licenceStake: LICENCE_STAKE,
    licences,
    licenceTotals,
  });
}

/** `app_state` of the genesis file. */
function appState(
  founders: readonly Founder[],
  nodes: readonly Signer[],
  operators: readonly Signer[],
  others: readonly Signer[],
  changeTasks: (genesis: TasksGenesis) => TasksGenesis,
): Record<string, unknown> {
  const state = buildModules().manager.defaultGenesis();
  const authority = present(founders[0], "a validator").operator.address;
  const params = { authority, epochBlocks: 20n, clockStepMaxMs: 2_000n };
  state["app"] = ChainGenesis.toJson({ ...ChainGenesis.fromJson(state["app"]), params });
  state["staking"] = stakingState(state["staking"], founders, operators);
  const { model, revision } = defaultModel(authority, LOCAL_PARAMS.modelDeposit);
  const kernelClass = present(revision.kernelClasses[0], "a kernel class").name;
  const tasks: TasksGenesis = {
    params: LOCAL_PARAMS,
    models: [model],
    // Fake models differ a little, as nodes of different kernel classes do.
    revisions: [{ ...revision, tolerances: toleranceMessage(LIMITS_ONLY) }],
    nodes: nodes.map(({ publicKey }, index) =>
      genesisNode({
        publicKey,
        operator: present(operators[index], "an operator").address,
        endpoint: "",
        stake: NODE_STAKE,
        models: [{ model: MODEL_ID, kernelClass }],
      }),
    ),
    tasks: [],
  };
  state["tasks"] = TasksGenesis.toJson(changeTasks(tasks));
  const balances: (readonly [string, bigint])[] = [
    ...[...founders.map(({ operator }) => operator), ...nodes, ...operators, ...others].map(
      ({ address }) => [address, ACCOUNT_BALANCE] as const,
    ),
    [moduleAddress("bonded_tokens_pool"), VALIDATOR_STAKE * BigInt(founders.length)],
    [
      moduleAddress("staking_licences"),
      LICENCE_STAKE * BigInt(licencesOf(founders, operators).length),
    ],
    [moduleAddress("tasks_stake"), NODE_STAKE * BigInt(nodes.length)],
    [moduleAddress("tasks_deposit"), LOCAL_PARAMS.modelDeposit],
  ];
  state["bank"] = BankGenesis.toJson({
    ...BankGenesis.fromJson(state["bank"]),
    balances: balances
      .filter(([, amount]) => amount > 0n)
      .map(([address, amount]) => ({ address, coins: uasi(amount) })),
  });
  return state;
}

/** Makes the chain and runs InitChain on every node. */
export function createChain(options: ChainOptions = {}): TestChain {
  const founders = many(options.validators ?? 1, founder);
  const users = many(options.users ?? 3, (i) => testSigner(`user ${i}`));
  const operators = many(options.resourceNodes ?? 3, (i) => testSigner(`operator ${i}`));
  const resourceNodes = many(options.resourceNodes ?? 3, (i) => testSigner(`node ${i}`));
  const storeNames = buildModules().manager.modules.map((module) => module.name);
  const apps: App[] = [];
  const node = (index: number): MockNode => {
    const own = founders[index];
    const memory = options.openStore === undefined ? openMemoryStore({ storeNames }) : undefined;
    return {
      ...(own === undefined ? {} : { consensusKey: own.consensusKey }),
      start: () => {
        const app = createApp({
          ...options.version?.(index),
          store: options.openStore?.(index) ?? present(memory, "a store"),
          logger: options.logger ?? silentLogger,
          checkInvariants: options.checkInvariants ?? true,
          beaconSigner: own && {
            publicKey: blsPublicKey(own.blsSecret),
            sign: (message) => blsSign(own.blsSecret, message),
          },
        });
        apps[index] = app;
        return app;
      },
    };
  };
  const mock = new MockConsensus({
    chainId: CHAIN_ID,
    appState: appState(
      founders,
      resourceNodes,
      operators,
      users,
      options.changeTasks ?? ((genesis) => genesis),
    ),
    nodes: many(founders.length + (options.replicas ?? 0), node),
    ...(options.txBytesMax === undefined ? {} : { txBytesMax: options.txBytesMax }),
  });
  const app = (index = 0): App => present(apps[index], "an application");
  const context = (): QueryContext => {
    const { host } = app();
    const state = host.genesis ?? host.store.latest();
    return { state, block: lastBlock(state) };
  };
  return { mock, users, operators, resourceNodes, app, context, sign: signing(context) };
}

function signing(context: () => QueryContext): TestChain["sign"] {
  const { anteDeps } = buildModules();
  const used = new Map<string, bigint>();
  return (signer, messages, options = {}) => {
    const account = present(anteDeps.auth.account(context(), signer.address), "an account");
    const known = used.get(signer.address) ?? 0n;
    const next = known > account.sequence ? known : account.sequence;
    const sequence = options.sequence ?? next;
    if (options.sequence === undefined) used.set(signer.address, next + 1n);
    const { gasLimit } = gasAndFee(messages, 2_000_000n, 0n);
    return signTx(
      signer,
      {
        messages,
        fee: options.fee ?? 0n,
        gasLimit: options.gasLimit ?? gasLimit,
        memo: options.memo,
        timeoutHeight: options.timeoutHeight,
      },
      {
        chainId: options.chainId ?? CHAIN_ID,
        accountNumber: options.accountNumber ?? account.accountNumber,
        sequence,
      },
    );
  };
}
