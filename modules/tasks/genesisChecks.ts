/** Checks of the models and nodes in a genesis file, and a maker of its nodes. */
import type { GenesisState } from "../../proto/gen/aegis/tasks/v1/genesis.ts";
import {
  Node,
  NodeModel,
  NodeModelState,
  NodeStatus,
} from "../../proto/gen/aegis/tasks/v1/node.ts";
import { addressOfPublicKey, isAccountAddress } from "../../app/lib/address.ts";
import { EMPTY_BYTES, hex } from "../../app/lib/bytes.ts";
import { AMOUNT_MAX } from "../../app/lib/coin.ts";
import { errors } from "./errors.ts";
import { validateRevision } from "./revision.ts";

function check(condition: boolean, what: string): void {
  if (!condition) throw errors.invalidGenesis(what);
}

/** @throws ModuleError invalidGenesis or invalidModel. */
export function validateModels(genesis: GenesisState): void {
  const counts = new Map<string, number>();
  for (const revision of genesis.revisions) {
    validateRevision(revision);
    const number = (counts.get(revision.model) ?? 0) + 1;
    counts.set(revision.model, number);
    check(revision.number === number, `revisions of ${revision.model} must be 1, 2, 3, …`);
  }
  const seen = new Set<string>();
  for (const { id, owner, deposit, newestRevision } of genesis.models) {
    check(!seen.has(id), `model ${id} is there twice`);
    seen.add(id);
    check(isAccountAddress(owner), `model ${id}: owner`);
    check(deposit <= AMOUNT_MAX, `model ${id}: deposit`);
    check(counts.get(id) === newestRevision, `model ${id}: newest_revision`);
  }
  for (const id of counts.keys()) check(seen.has(id), `revisions of ${id}, but no such model`);
}

/** @throws ModuleError invalidGenesis. */
export function validateNodes(genesis: GenesisState): void {
  const ids = new Set(genesis.models.map((model) => model.id));
  const qualified = new Map(
    genesis.tasks.map(({ task }) => [hex(task?.hash ?? EMPTY_BYTES), task?.qualifies]),
  );
  const seen = new Set<string>();
  for (const node of genesis.nodes) {
    const { address, operator, publicKey, stake } = node;
    check(!seen.has(address), `node ${address} is there twice`);
    seen.add(address);
    check(publicKey.length === 33, `node ${address}: public_key has 33 bytes`);
    check(addressOfPublicKey(publicKey) === address, `node ${address}: address of its key`);
    check(isAccountAddress(operator) && operator !== address, `node ${address}: operator`);
    check(stake <= AMOUNT_MAX, `node ${address}: stake`);
    const isKnown = node.status === 1 || node.status === 2;
    check(isKnown, `node ${address}: status`);
    for (const [at, { model, state, qualification }] of node.models.entries()) {
      check(ids.has(model), `node ${address}: unknown model ${model}`);
      check(model > (node.models[at - 1]?.model ?? ""), `node ${address}: order of models`);
      check(state >= 1 && state <= 3, `node ${address}: state for ${model}`);
      const isRunning = qualified.get(hex(qualification)) === address;
      check(qualification.length === 0 || isRunning, `node ${address}: qualification for ${model}`);
    }
  }
}

/** What a genesis node is made of. */
export interface GenesisNode {
  /** Compressed key of the node, 33 bytes. */
  readonly publicKey: Uint8Array;
  readonly operator: string;
  readonly endpoint: string;
  readonly stake: bigint;
  readonly models: readonly { readonly model: string; readonly kernelClass: string }[];
}

/** A node of genesis: ACTIVE for its models, with work score 1. */
export function genesisNode(options: GenesisNode): Node {
  const { publicKey, operator, endpoint, stake } = options;
  return Node.create({
    address: addressOfPublicKey(publicKey),
    operator,
    publicKey,
    endpoint,
    status: NodeStatus.NODE_STATUS_BONDED,
    stake,
    models: options.models.map(({ model, kernelClass }) =>
      NodeModel.create({
        model,
        state: NodeModelState.NODE_MODEL_STATE_ACTIVE,
        workScore: 1n,
        kernelClass,
        qualifiedRevision: 1,
      }),
    ),
  });
}
