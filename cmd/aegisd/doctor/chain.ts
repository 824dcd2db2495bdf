/** What a running node says of itself: follows, has peers, votes, is not jailed. */
import { existsSync } from "node:fs";
import { httpRpc, type Rpc, RpcError } from "../../../app/client/rpc.ts";
import { equalBytes } from "../../../app/lib/bytes.ts";
import { JailReason } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { readSignerAddress } from "../home/config.ts";
import { readConsensusKey, readNodeIdentity } from "../home/createHome.ts";
import { homePaths } from "../home/paths.ts";
import { findValidator, peerCount, readVoter } from "../node/voter.ts";
import { type Finding, failed, looking, ok, warning } from "./finding.ts";

const BLOCK_AGE_MAX_MS = 60_000;
const CLOCK_AHEAD_MAX_MS = 5_000;

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
  const count = await peerCount(url);
  if (count > 0) return ok("peers", `${count}`);
  const advice = "Set p2p.persistent_peers in config.toml, unless the network has one node.";
  return warning("peers", "none", advice);
}

async function validator(rpc: Rpc, home: string): Promise<Finding[]> {
  const { blsPublicKey } = readNodeIdentity(home);
  const signer = readSignerAddress(homePaths(home).configToml);
  const consensusKey =
    signer === undefined ? readConsensusKey(home) : (await readVoter(rpc.url)).consensusKey;
  const own = await findValidator(rpc, consensusKey);
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

/** A remote signer protects from nothing while a copy of its key lies where the node is. */
function leftKey(home: string, consensusKey: Uint8Array): Finding[] {
  const { validatorKey } = homePaths(home);
  if (!existsSync(validatorKey) || !equalBytes(readConsensusKey(home), consensusKey)) return [];
  const advice = `Delete ${validatorKey}, when the signer has it and a backup exists.`;
  return [failed("signer", "its key also lies in this home", advice)];
}
