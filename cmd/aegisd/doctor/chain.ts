/** What a running node says of itself: follows, has peers, votes, is not jailed. */
import { existsSync } from "node:fs";
import { query } from "../../../app/client/query.ts";
import { httpRpc, type Rpc, RpcError } from "../../../app/client/rpc.ts";
import { equalBytes, fromBase64 } from "../../../app/lib/bytes.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { callComet } from "../api/backend.ts";
import { readSignerAddress } from "../home/config.ts";
import { readConsensusKey, readNodeIdentity } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import { type Finding, failed, looking, ok, warning } from "./finding.ts";

const BLOCK_AGE_MAX_MS = 60_000;
const CLOCK_AHEAD_MAX_MS = 5_000;
const VALIDATORS_LOOKED_AT = 1_000n;

/** Looks at the node at `url`; a node that does not run is a warning. */
export async function chainFindings(home: string, url: string): Promise<readonly Finding[]> {
  const rpc = httpRpc(url);
  try {
    await rpc.status();
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return [warning("node", error.message, "Start it: aegisd start. Or name another: --node.")];
  }
  const parts = await Promise.all([
    looking("node", "Look at its log.", () => sync(rpc)),
    looking("peers", "Look at its log.", () => peers(url)),
    looking("validator", "Look at the keys of this home.", () => validator(rpc, home)),
  ]);
  return parts.flat();
}

async function sync(rpc: Rpc): Promise<Finding[]> {
  const { chainId, height, time, isCatchingUp } = await rpc.status();
  const found: Finding[] = [ok("node", `${chainId} at height ${height}`)];
  if (isCatchingUp) {
    found.push(warning("sync", "it is catching up", "Wait, or join by aegisd statesync-config."));
    return found;
  }
  const age = Date.now() - Date.parse(time);
  if (age > BLOCK_AGE_MAX_MS) {
    const detail = `the latest block is ${Math.round(age / 1_000)} s old`;
    const advice = "Is the chain halted, the node without peers, its remote signer away?";
    found.push(failed("blocks", detail, advice));
  } else if (age < -CLOCK_AHEAD_MAX_MS) {
    const detail = `the latest block is ${Math.round(-age / 1_000)} s ahead of this clock`;
    found.push(failed("clock", detail, "Set the clock: run an NTP client."));
  } else
    found.push(ok("clock", `the latest block is ${Math.max(0, Math.round(age / 1_000))} s old`));
  return found;
}

async function peers(url: string): Promise<Finding> {
  const answer = (await callComet(url, "net_info", {})) as { readonly n_peers?: string };
  const count = Number(answer.n_peers ?? 0);
  if (count > 0) return ok("peers", `${count}`);
  const advice = "Set p2p.persistent_peers in config.toml, unless the network has one node.";
  return warning("peers", "none", advice);
}

async function validator(rpc: Rpc, home: string): Promise<Finding[]> {
  const { blsPublicKey } = readNodeIdentity(home);
  const signer = readSignerAddress(homePaths(home).configToml);
  const consensusKey = signer === undefined ? readConsensusKey(home) : await keyOfNode(rpc.url);
  const pagination = PageRequest.create({ limit: VALIDATORS_LOOKED_AT });
  const { validators } = await query(rpc, StakingQuery.Validators, { pagination });
  const own = validators.find((one) => equalBytes(one.consensusPublicKey, consensusKey));
  if (own === undefined) return [ok("validator", "none of the chain's has this node's key")];
  const found: Finding[] = signer === undefined ? [] : leftKey(home, consensusKey);
  const name = "validator";
  if (own.jailReason !== JailReason.JAIL_REASON_UNSPECIFIED) {
    const advice = "Find out why, then: aegisd tx slashing unjail --from OPERATOR.";
    found.push(failed(name, `${own.operator} is jailed`, advice));
  } else found.push(ok(name, own.operator));
  if (!equalBytes(own.blsPublicKey, blsPublicKey)) {
    const advice = "Register it: aegisd tx staking register-bls-key --from OPERATOR.";
    found.push(failed("BLS key", "the chain has another one, or none", advice));
  } else found.push(ok("BLS key", "registered"));
  return found;
}

/** The key with which the node at `url` votes, wherever it is. */
async function keyOfNode(url: string): Promise<Uint8Array> {
  const status = (await callComet(url, "status", {})) as {
    readonly validator_info?: { readonly pub_key?: { readonly value?: string } };
  };
  return fromBase64(status.validator_info?.pub_key?.value ?? "");
}

/** A remote signer protects from nothing while a copy of its key lies where the node is. */
function leftKey(home: string, consensusKey: Uint8Array): Finding[] {
  const { validatorKey } = homePaths(home);
  if (!existsSync(validatorKey) || !equalBytes(readConsensusKey(home), consensusKey)) return [];
  const advice = `Delete ${validatorKey}, when the signer has it and a backup exists.`;
  return [failed("signer", "its key also lies in this home", advice)];
}
