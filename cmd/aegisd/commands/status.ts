/** `aegisd status`: where a running node stands, its validator, and what its home keeps. */
import { existsSync } from "node:fs";
import type { Command } from "commander";
import { QueryError, query } from "../../../app/client/query.ts";
import { httpRpc, type NodeStatus, type Rpc } from "../../../app/client/rpc.ts";
import { consensusAddress } from "../../../app/lib/address.ts";
import { hex } from "../../../app/lib/bytes.ts";
import { SnapshotFolder } from "../../../app/store/snapshotFolder.ts";
import { Query as AppQuery } from "../../../proto/gen/aegis/app/v1/app.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { Query as SlashingQuery } from "../../../proto/gen/cosmos/slashing/v1beta1/query.ts";
import { Query as UpgradeQuery } from "../../../proto/gen/cosmos/upgrade/v1beta1/query.ts";
import type { ValidatorSigningInfo } from "../../../proto/gen/cosmos/slashing/v1beta1/slashing.ts";
import { makeCommand } from "../command.ts";
import { cometAddress } from "../home/cometKeys.ts";
import { readNodeIdentity } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import { readAppSettings } from "../home/settings/index.ts";
import type { Io } from "../io.ts";
import { findValidator, peerCount, readVoter } from "../node/voter.ts";
import { homeOption, nodeOption, outputOption } from "../options.ts";
import { type OutputFormat, print } from "../output.ts";

interface StatusOptions {
  readonly home: string;
  readonly node: string;
  readonly output: OutputFormat;
}

const MS_PER_SECOND = 1_000;
const DETAILS = `\
Asks the node for its blocks, its peers and the validator that it votes for. Pruning and snapshots
are shown when --home is that node's. Ends with 4 when the node does not answer. Amounts and heights
are texts in JSON.`;

/** The command. */
export function statusCommand(io: Io): Command {
  return makeCommand<StatusOptions>(io, {
    name: "status",
    summary: "where a running node stands",
    details: DETAILS,
    options: [homeOption(), nodeOption(), outputOption()],
    examples: ["aegisd status", "aegisd status --node http://127.0.0.1:26657 -o json"],
    run: async ({ options }) => print(io, options.output, await statusReport(options)),
  });
}

/** All that is printed. @throws RpcError when the node does not answer. */
async function statusReport({ home, node }: StatusOptions): Promise<object> {
  const rpc = httpRpc(node);
  const status = await rpc.status();
  const age = Math.round((Date.now() - Date.parse(status.time)) / MS_PER_SECOND);
  const blocks = {
    chain_id: status.chainId,
    latest_block_height: `${status.height}`,
    latest_app_hash: hex(status.appHash).toUpperCase(),
    latest_block_time: status.time,
    latest_block_age_seconds: Math.max(0, age),
    catching_up: status.isCatchingUp,
    node_id: status.nodeId,
    cometbft_version: status.version,
    peers: await peerCount(rpc.url),
  };
  // Before its first block a node knows neither epochs nor validators.
  const known = status.height > 0 ? { ...(await chainPart(rpc)) } : {};
  return { ...blocks, ...known, ...homePart(home, status) };
}

async function chainPart(rpc: Rpc): Promise<object> {
  const { state } = await query(rpc, AppQuery.Status);
  const { params } = await query(rpc, AppQuery.Params);
  const { plan } = await query(rpc, UpgradeQuery.CurrentPlan);
  const start = state?.epochStartHeight ?? 0n;
  return {
    epoch: `${state?.epoch ?? 0n}`,
    epoch_start_height: `${start}`,
    next_epoch_height: `${start + (params?.epochBlocks ?? 0n)}`,
    upgrade_plan:
      plan === undefined ? null : { name: plan.name, height: `${plan.height}`, info: plan.info },
    validator: await validatorPart(rpc),
  };
}

/** The validator that the node votes for; null when the chain has none with its key. */
async function validatorPart(rpc: Rpc): Promise<object | null> {
  const { consensusKey, power } = await readVoter(rpc.url);
  const own = await findValidator(rpc, consensusKey);
  if (own === undefined) return null;
  const consAddress = consensusAddress(cometAddress(consensusKey));
  const signing = await signingOf(rpc, consAddress);
  const jailed = own.jailReason !== JailReason.JAIL_REASON_UNSPECIFIED;
  return {
    operator: own.operator,
    consensus_address: consAddress,
    power,
    missed_blocks: `${signing?.missedBlocksCounter ?? 0n}`,
    jailed,
    ...(jailed && {
      jail_reason: reasonName(own.jailReason),
      jailed_height: `${own.jailedHeight}`,
    }),
    tombstoned: signing?.tombstoned ?? false,
  };
}

/** Undefined for a validator that has never had to sign. */
async function signingOf(rpc: Rpc, consAddress: string): Promise<ValidatorSigningInfo | undefined> {
  try {
    return (await query(rpc, SlashingQuery.SigningInfo, { consAddress })).valSigningInfo;
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function reasonName(reason: JailReason): string {
  const [name] = Object.entries(JailReason).find(([, value]) => value === reason) ?? [`${reason}`];
  return name.replace(/^JAIL_REASON_/, "").toLowerCase();
}

/** What the home says beside, when it is the asked node's. */
function homePart(home: string, { nodeId }: NodeStatus): object {
  const paths = homePaths(home);
  if (!existsSync(paths.appToml) || readNodeIdentity(home).nodeId !== nodeId) return {};
  const { pruning, snapshotInterval } = readAppSettings(paths.appToml);
  const snapshots = SnapshotFolder.untouched(paths.snapshots).list();
  return {
    pruning,
    snapshot_interval: `${snapshotInterval}`,
    snapshot_heights: snapshots.map(({ snapshot }) => `${snapshot.height}`),
  };
}
