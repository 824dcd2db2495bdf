/**
 * A provider of a fork: the real chain's headers, but one that the network's own validators have
 * signed a second time, as a cartel would. It answers what a light client asks of CometBFT's RPC.
 */
import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { signBytes } from "../../app/client/light/commit.ts";
import { lightBlockFromRpc } from "../../app/client/light/fromRpc.ts";
import { headerHash } from "../../app/client/light/hash.ts";
import { validatorAddress } from "../../app/client/light/types.ts";
import { present } from "../../app/lib/assert.ts";
import { base64, hex } from "../../app/lib/bytes.ts";
import { callComet } from "../../cmd/aegisd/api/backend.ts";
import { homePaths } from "../../cmd/aegisd/home/paths.ts";
import type { RunningNetwork } from "../../localnet/start.ts";
import { type ProxyNode, proxyNode } from "./proxyNode.ts";

/** DER before the 32 bytes of an Ed25519 secret key. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

type Json = Record<string, unknown>;

/** Signs with a validator's key, by its address in hex. */
function signersOf(running: RunningNetwork): Map<string, (message: Uint8Array) => Uint8Array> {
  const signers = new Map<string, (message: Uint8Array) => Uint8Array>();
  for (let i = 0; i < running.manifest.validators; i += 1) {
    const path = homePaths(running.layout.validator(i)).validatorKey;
    const json = JSON.parse(readFileSync(path, "utf8")) as { priv_key: { value: string } };
    const secret = Buffer.from(json.priv_key.value, "base64");
    const key = createPrivateKey({
      key: Buffer.concat([PKCS8, secret.subarray(0, 32)]),
      format: "der",
      type: "pkcs8",
    });
    signers.set(hex(validatorAddress(Uint8Array.from(secret.subarray(32)))), (message) =>
      Uint8Array.from(sign(null, message, key)),
    );
  }
  return signers;
}

/** The `commit` answer of the forked height: another header, signed by everybody. */
async function forkedCommit(running: RunningNetwork, url: string, height: number): Promise<Json> {
  const params = { height: `${height}` };
  const commit = (await callComet(url, "commit", params)) as { signed_header: Json };
  const { validators } = (await callComet(url, "validators", params)) as { validators: unknown[] };
  const block = lightBlockFromRpc({ commit, validators });
  const header = { ...block.header, dataHash: new Uint8Array(32).fill(0xf0) };
  const hash = headerHash(header);
  const blockId = { hash, partSetHeader: { total: 1, hash } };
  const signers = signersOf(running);
  const forged = { ...block.commit, blockId };
  const signed = commit.signed_header;
  const old = signed["commit"] as { signatures: readonly Json[] };
  const signatures = old.signatures.map((part, at) => {
    const { publicKey } = present(block.validators[at], "a validator");
    const address = validatorAddress(publicKey);
    const timestamp = block.header.time;
    const whole = { blockIdFlag: 2, validatorAddress: address, timestamp, signature: address };
    const message = signBytes(header.chainId, forged, whole);
    const made = present(signers.get(hex(address)), "a signer")(message);
    return {
      ...part,
      block_id_flag: 2,
      validator_address: hex(address).toUpperCase(),
      timestamp: (signed["header"] as Json)["time"],
      signature: base64(made),
    };
  });
  const id = hex(hash).toUpperCase();
  return {
    signed_header: {
      header: { ...(signed["header"] as Json), data_hash: hex(header.dataHash).toUpperCase() },
      commit: {
        ...old,
        block_id: { hash: id, parts: { total: 1, hash: id } },
        signatures,
      },
    },
    canonical: true,
  };
}

/** Serves the fork at `height` of a running network until it is closed. */
export async function forkedNode(running: RunningNetwork, height: number): Promise<ProxyNode> {
  const { url } = present(running.rpcs[0], "a node");
  const fork = await forkedCommit(running, url, height);
  return proxyNode(url, async (method, params, ask) =>
    method === "commit" && params["height"] === `${height}` ? fork : ask(),
  );
}
