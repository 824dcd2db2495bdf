/** What anybody may send to a node's HTTP server, and what people hand to its command line. */
import { anyOf } from "../../../app/client/sign.ts";
import { base64, utf8 } from "../../../app/lib/bytes.ts";
import { uasi } from "../../../app/lib/coin.ts";
import { CommandError } from "../../../cmd/aegisd/exit.ts";
import { parseSignatures, parseTx } from "../../../cmd/aegisd/tx/document.ts";
import { MsgSend } from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { Tx } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { apiTest } from "../../cmd/aegisd/api/kit.ts";
import { rpcNode } from "../../cmd/aegisd/api/jsonrpc/node.ts";
import type { TestChain } from "../../kit/chain.ts";
import { type FuzzTarget, type Outcome, refusing, require } from "../target.ts";

const REFUSED = 400;
/** gRPC's INTERNAL, which the server gives to whatever it did not foresee. */
const INTERNAL = /^\{"code":13\b/;

function signedSend(chain: TestChain): Uint8Array {
  const [one, two] = chain.users;
  if (one === undefined || two === undefined) throw new Error("two users");
  const send = { fromAddress: one.address, toAddress: two.address, amount: uasi(1n) };
  return chain.sign(one, [anyOf(MsgSend, send)]);
}

/** Paths with their parameters; an input is what follows the slash. */
export async function restPathTarget(): Promise<FuzzTarget> {
  const api = await apiTest();
  const address = api.chain.users[0]?.address ?? "";
  const paths = [
    `cosmos/bank/v1beta1/balances/${address}?pagination.limit=5&pagination.count_total=true`,
    `cosmos/bank/v1beta1/balances/${address}/by_denom?denom=uasi`,
    `cosmos/auth/v1beta1/accounts/${address}`,
    "cosmos/staking/v1beta1/validators?status=BOND_STATUS_BONDED&pagination.key=AAAA",
    `aegis/tasks/v1/tasks/${"00".repeat(32)}`,
    "aegis/app/v1/status",
  ];
  return {
    name: "REST paths",
    promise: "an answer or a refusal with its status, never a fault of the server",
    // A task that is not there is a refusal.
    seeds: paths.filter((path) => !path.includes("00".repeat(32))).map(utf8),
    share: 0.1,
    run: async (input): Promise<Outcome> => {
      // As it comes from a socket: a server never sees spaces or other characters in a path.
      const path = encodeURI(Buffer.from(input).toString("latin1")).replaceAll("%25", "%");
      const { statusCode, body } = await api.server.inject({ method: "GET", url: `/${path}` });
      require(!INTERNAL.test(body), body);
      return statusCode < REFUSED ? "accepted" : "refused";
    },
    close: () => void api.server.close(),
  };
}

const JSON_TYPE = { "content-type": "application/json" };

/** Bodies of POST: a transaction to simulate, decode and send. */
export async function bodyTarget(): Promise<FuzzTarget> {
  const api = await apiTest();
  const tx = base64(signedSend(api.chain));
  const bodies = [{ tx_bytes: tx }, { tx_bytes: tx, mode: "BROADCAST_MODE_SYNC" }];
  return {
    name: "bodies of requests",
    promise: "an answer or a coded refusal, never a fault of the server",
    seeds: bodies.map((body) => utf8(JSON.stringify(body))),
    share: 0.1,
    run: async (input): Promise<Outcome> => {
      const payload = Buffer.from(input);
      const url = `/cosmos/tx/v1beta1/${payload.includes("mode") ? "txs" : "simulate"}`;
      const answer = await api.server.inject({ method: "POST", url, payload, headers: JSON_TYPE });
      require(!INTERNAL.test(answer.body), answer.body);
      return answer.statusCode < REFUSED ? "accepted" : "refused";
    },
    close: () => void api.server.close(),
  };
}

/** Calls of the AegisAI RPC, singly and in batches. */
export async function callTarget(): Promise<FuzzTarget> {
  const node = await rpcNode();
  const call = (method: string, params: object, id: unknown = 1): object => ({
    ...{ jsonrpc: "2.0", id, method, params },
  });
  const calls = [
    call("queryPendingTasks", { limit: 3 }),
    call("queryTask", { taskHash: "00".repeat(32) }, "a"),
    call("submitTask", { tx: base64(signedSend(node.chain)) }, null),
  ];
  return {
    name: "JSON-RPC calls",
    promise: "an answer or a coded error, never one that the node has to report",
    seeds: [...calls, calls].map((body) => utf8(JSON.stringify(body))),
    share: 0.1,
    run: async (input, isSeed): Promise<Outcome> => {
      const payload = Buffer.from(input);
      const url = "/rpc";
      const answer = await node.server.inject({ method: "POST", url, payload, headers: JSON_TYPE });
      require(node.errors.length === 0, node.errors.join("; "));
      // A call that fails is answered, which is all that a valid input must be.
      const isAnswered =
        answer.statusCode < REFUSED && (isSeed || !answer.body.includes('"error"'));
      return isAnswered ? "accepted" : "refused";
    },
    close: () => void node.close(),
  };
}

/** Transactions and signatures in files, as `aegisd tx sign` and its like read them. */
export async function documentTarget(): Promise<FuzzTarget> {
  const api = await apiTest();
  const bytes = signedSend(api.chain);
  await api.server.close();
  const tx = Tx.toJson(Tx.decode(bytes));
  const signatures = {
    signatures: [
      {
        public_key: {
          "@type": "/cosmos.crypto.secp256k1.PubKey",
          key: base64(api.chain.users[0]?.publicKey ?? new Uint8Array(33)),
        },
        data: { single: { mode: "SIGN_MODE_DIRECT", signature: base64(new Uint8Array(64)) } },
        sequence: "0",
      },
    ],
  };
  return {
    name: "transactions in files",
    promise: "one sentence that names the file, or the transaction as it is written",
    seeds: [utf8(JSON.stringify(tx)), utf8(JSON.stringify(signatures))],
    share: 0.5,
    run: (input) => {
      const text = Buffer.from(input).toString("utf8");
      const isSignatures = text.startsWith('{"sign');
      return refusing(
        () => {
          if (isSignatures) parseSignatures(text, "file");
          else parseTx(text, "file");
        },
        (error) => error instanceof CommandError,
      );
    },
  };
}
