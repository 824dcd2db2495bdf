/** Genesis: parameters, models, nodes and tasks in flight. Export of an init is the identity. */
import { GenesisState, type TaskRecord } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import { TaskIdentity } from "../../proto/gen/aegis/tasks/v1/tasks.ts";
import { taskHash } from "../../app/asli/taskHash.ts";
import { moduleAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { equalBytes } from "../../app/lib/bytes.ts";
import type { Readable } from "../../app/module/collections/schema.ts";
import type { BlockContext, QueryContext } from "../../app/module/context.ts";
import type { GenesisSpec } from "../../app/module/module.ts";
import { isQualification, resultKeyOf, rulesOf, verificationKeyOf, voteKeyOf } from "./access.ts";
import { DEPOSIT_ACCOUNT, ESCROW_ACCOUNT, STAKE_ACCOUNT } from "./constants.ts";
import type { TasksDeps } from "./deps.ts";
import { errors } from "./errors.ts";
import { validateModels, validateNodes } from "./genesisChecks.ts";
import { indexModel, indexNode, indexTask } from "./indexes.ts";
import { licenceMismatch } from "./nodeLicences.ts";
import { checkWindows, DEFAULT_PARAMS, validateParams } from "./params.ts";
import {
  calculations,
  disputes,
  fingerprints,
  models,
  nodes,
  openTasks,
  paramsItem,
  results,
  revealedResults,
  revisions,
  rounds,
  statuses,
  taskSequence,
  tasks,
  tasksBySequence,
  verifications,
  votes,
} from "./state.ts";

/** @throws ModuleError invalidGenesis and what the checks of its parts throw. */
function validate(genesis: GenesisState): void {
  if (genesis.params === undefined) throw errors.invalidGenesis("params are missing");
  validateParams(genesis.params);
  validateModels(genesis);
  validateNodes(genesis);
  for (const [at, { task, status }] of genesis.tasks.entries()) {
    const where = `tasks[${at}]`;
    if (task?.identity === undefined || status === undefined) {
      throw errors.invalidGenesis(`${where} is incomplete`);
    }
    if (task.sequence !== BigInt(at)) throw errors.invalidGenesis(`${where}: sequence`);
    const hash = taskHash(TaskIdentity.encode(task.identity));
    const isSame = equalBytes(hash, task.hash) && equalBytes(hash, status.hash);
    if (!isSame) throw errors.invalidGenesis(`${where}: hash`);
    rulesOf(task);
  }
}

function init(deps: TasksDeps, ctx: BlockContext, genesis: GenesisState): readonly [] {
  const params = present(genesis.params, "params");
  checkWindows(params, deps.chain.params(ctx).clockStepMaxMs);
  paramsItem.set(ctx, params);
  for (const model of genesis.models) {
    models.set(ctx, model.id, model);
    indexModel(model, (index, key) => index.add(ctx, key));
  }
  for (const one of genesis.revisions) revisions.set(ctx, [one.model, one.number], one);
  for (const node of genesis.nodes) {
    nodes.set(ctx, node.address, node);
    indexNode(node, (index, key) => index.add(ctx, key));
  }
  for (const record of genesis.tasks) initTask(ctx, record);
  checkBalances(deps, ctx);
  const mismatch = licenceMismatch(deps, ctx);
  if (mismatch !== undefined) throw errors.invalidGenesis(mismatch);
  return [];
}

function initTask(ctx: BlockContext, record: TaskRecord): void {
  const task = present(record.task, "task");
  const status = present(record.status, "status");
  const { hash, sequence } = task;
  taskSequence.next(ctx);
  tasks.set(ctx, hash, task);
  statuses.set(ctx, hash, status);
  tasksBySequence.set(ctx, sequence, hash);
  for (const one of record.rounds) {
    rounds.set(ctx, [one.taskHash, one.calculation, one.attempt], one);
  }
  for (const one of record.calculations) calculations.set(ctx, [one.taskHash, one.index], one);
  for (const one of record.results) results.set(ctx, resultKeyOf(one), one);
  for (const one of record.revealed) revealedResults.set(ctx, resultKeyOf(one), one);
  for (const one of record.fingerprints) fingerprints.set(ctx, resultKeyOf(one), one);
  for (const one of record.verifications) verifications.set(ctx, verificationKeyOf(one), one);
  for (const one of record.disputes) disputes.set(ctx, resultKeyOf(one), one);
  for (const one of record.votes) votes.set(ctx, voteKeyOf(one), one);
  indexTask(ctx, hash, (index, key) => index.add(ctx, key));
  if (status.openCalculations === 0 || isQualification(task)) return;
  const { sender } = present(task.identity, "identity");
  openTasks.set(ctx, sender, (openTasks.get(ctx, sender) ?? 0n) + 1n);
}

/** What the bank holds for this module must be what its records say. */
function checkBalances(deps: TasksDeps, ctx: QueryContext): void {
  for (const [account, wanted] of holdings(ctx)) {
    const balance = deps.bank.balance(ctx, moduleAddress(account));
    if (balance === wanted) continue;
    throw errors.invalidGenesis(
      `bank must give ${wanted} uasi to ${moduleAddress(account)} (${account}), not ${balance}`,
    );
  }
}

/** What each of the module's bank accounts must hold. */
export function holdings(ctx: Readable): readonly (readonly [account: string, amount: bigint])[] {
  let escrow = 0n;
  for (const [, status] of statuses.entries(ctx)) escrow += status.escrow;
  let stake = 0n;
  for (const [, node] of nodes.entries(ctx)) stake += node.stake;
  for (const [, { bond }] of verifications.entries(ctx)) stake += bond;
  let deposit = 0n;
  for (const [, model] of models.entries(ctx)) deposit += model.deposit;
  return [
    [ESCROW_ACCOUNT, escrow],
    [STAKE_ACCOUNT, stake],
    [DEPOSIT_ACCOUNT, deposit],
  ];
}

/** A task with everything that belongs to it. */
export function taskRecord(ctx: Readable, hash: Uint8Array): TaskRecord {
  const range = { prefix: hash };
  const values = <V>(entries: IterableIterator<readonly [unknown, V]>): V[] =>
    [...entries].map(([, value]) => value);
  return {
    task: tasks.require(ctx, hash),
    status: statuses.require(ctx, hash),
    rounds: values(rounds.entries(ctx, range)),
    calculations: values(calculations.entries(ctx, range)),
    results: values(results.entries(ctx, range)),
    revealed: values(revealedResults.entries(ctx, range)),
    fingerprints: values(fingerprints.entries(ctx, range)),
    verifications: values(verifications.entries(ctx, range)),
    disputes: values(disputes.entries(ctx, range)),
    votes: values(votes.entries(ctx, range)),
  };
}

function exportState(ctx: QueryContext): GenesisState {
  return {
    params: paramsItem.require(ctx),
    models: [...models.entries(ctx)].map(([, model]) => model),
    revisions: [...revisions.entries(ctx)].map(([, revision]) => revision),
    nodes: [...nodes.entries(ctx)].map(([, node]) => node),
    tasks: [...tasksBySequence.entries(ctx)].map(([, hash]) => taskRecord(ctx, hash)),
  };
}

/** The module's genesis. Bank must be initialised before it, and hold its three accounts. */
export function genesisSpec(deps: TasksDeps): GenesisSpec<GenesisState> {
  return {
    codec: GenesisState,
    defaults: { params: DEFAULT_PARAMS, models: [], revisions: [], nodes: [], tasks: [] },
    validate,
    init: (ctx, genesis) => init(deps, ctx, genesis),
    export: exportState,
  };
}
