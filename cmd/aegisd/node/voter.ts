/** The validator whose key a running node votes with, as the chain knows it. */
import { query } from "../../../app/client/query.ts";
import type { Rpc } from "../../../app/client/rpc.ts";
import { equalBytes, fromBase64 } from "../../../app/lib/bytes.ts";
import { Query as StakingQuery } from "../../../proto/gen/aegis/staking/v1/query.ts";
import type { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { PageRequest } from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import { callComet } from "../api/backend.ts";

const VALIDATORS_LOOKED_AT = 1_000n;

/** What a node votes with. */
export interface Voter {
  /** Ed25519 key, 32 bytes, wherever its secret is. */
  readonly consensusKey: Uint8Array;
  /** In CometBFT's set of the next block, whole ASI; 0 when it has no seat. */
  readonly power: string;
}

/** @throws RpcError when the node at `url` does not answer. */
export async function readVoter(url: string): Promise<Voter> {
  const status = (await callComet(url, "status", {})) as {
    readonly validator_info?: {
      readonly pub_key?: { readonly value?: string };
      readonly voting_power?: string;
    };
  };
  const { pub_key: key, voting_power: power = "0" } = status.validator_info ?? {};
  return { consensusKey: fromBase64(key?.value ?? ""), power };
}

/** The validator with that key; undefined when there is none among the first thousand. */
export async function findValidator(
  rpc: Rpc,
  consensusKey: Uint8Array,
): Promise<Validator | undefined> {
  const pagination = PageRequest.create({ limit: VALIDATORS_LOOKED_AT });
  const { validators } = await query(rpc, StakingQuery.Validators, { pagination });
  return validators.find((one) => equalBytes(one.consensusPublicKey, consensusKey));
}

/** Connected peers of the node at `url`. @throws RpcError when it does not answer. */
export async function peerCount(url: string): Promise<number> {
  const answer = (await callComet(url, "net_info", {})) as { readonly n_peers?: string };
  return Number(answer.n_peers ?? 0);
}
