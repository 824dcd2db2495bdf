/** One message from the command line to the chain: gas, fee, signature, broadcast, result. */
import { AuthInfo, Fee, Tx, TxBody } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import {
  Service,
  SimulateRequest,
  type SimulateResponse,
} from "../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import type { Any } from "../../../proto/gen/google/protobuf/any.ts";
import { broadcast, waitForTx } from "../../../app/client/broadcast.ts";
import { query } from "../../../app/client/query.ts";
import { httpRpc, type Rpc } from "../../../app/client/rpc.ts";
import { type AccountState, accountState } from "../../../app/client/sequence.ts";
import { signTx, simulationTx, type TxContent } from "../../../app/client/sign.ts";
import { assembleTx, type Multisig, multisigPart } from "../../../app/client/signatures.ts";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { present } from "../../../app/lib/assert.ts";
import { mulDivUp, uasi } from "../../../app/lib/coin.ts";
import { feeFor } from "../../../app/tx/fee.ts";
import { confirm } from "../confirm.ts";
import { usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../keyring/passphrase.ts";
import type { KeyRecord } from "../keyring/keyFile.ts";
import { type Keyring, openKeyring } from "../keyring/keyring.ts";
import { print, printMessage } from "../output.ts";
import type { TxOptions } from "./options.ts";
import { includedJson } from "./result.ts";

/** A signature of secp256k1. */
const SIGNATURE_BYTES = 64;

/** The keyring and the key that --from names. @throws CommandError when there is none. */
export function signingKey(io: Io, options: TxOptions): { keyring: Keyring; record: KeyRecord } {
  if (options.from === undefined) throw usageError("say who signs: --from KEY");
  const keyring = openKeyring({
    home: options.home,
    backend: options.keyringBackend,
    passphrase: passphraseFrom(io, KEYRING_PASSPHRASE),
  });
  const { from } = options;
  const isKnown = keyring.list().some(({ name, address }) => name === from || address === from);
  // Whoever only makes a transaction need not have the key.
  if (options.generateOnly && !isKnown && isAccountAddress(from)) {
    const publicKey = new Uint8Array(0);
    return { keyring, record: { name: from, address: from, type: "offline", publicKey } };
  }
  return { keyring, record: keyring.find(from) };
}

/** Does with `message`, whose signer is `record`, what the options say. */
export async function sendMessage(
  io: Io,
  options: TxOptions,
  message: Any,
  key: { readonly keyring: Keyring; readonly record: KeyRecord },
): Promise<void> {
  const { record, keyring } = key;
  if (options.generateOnly && options.gas !== "auto") {
    printUnsigned(io, contentOf(options, [message], options.gas));
    return;
  }
  const rpc = httpRpc(options.node);
  const account = await accountState(rpc, record.address);
  const draft = contentOf(options, [message], 0n);
  const gasLimit =
    options.gas === "auto" || options.dryRun
      ? await simulatedGas(rpc, options, draft, { record, account })
      : options.gas;
  if (options.dryRun) {
    print(io, options.output, { gas_estimate: `${gasLimit}` });
    return;
  }
  const content = contentOf(options, [message], gasLimit);
  if (options.generateOnly) {
    printUnsigned(io, content);
    return;
  }
  const chainId = await chainIdOf(rpc, options);
  if (!options.yes) {
    io.err(`${JSON.stringify(unsignedJson(content), undefined, 2)}\n`);
    await confirm(io, options, `Sign as ${record.name} and send to ${chainId}?`);
  }
  const signer = await keyring.signer(record.name);
  await deliver(io, options, rpc, signTx(signer, content, { chainId, ...account }));
}

function contentOf(options: TxOptions, messages: readonly Any[], gasLimit: bigint): TxContent {
  return {
    messages,
    memo: options.note,
    timeoutHeight: BigInt(options.timeoutHeight ?? 0),
    gasLimit,
    fee: options.fees ?? feeFor(gasLimit, options.gasPrices),
  };
}

/** The node's chain, which --chain-id must name when it is given: signatures are for one chain. */
async function chainIdOf(rpc: Rpc, options: TxOptions): Promise<string> {
  const { chainId } = await rpc.status();
  if (options.chainId === undefined || options.chainId === chainId) return chainId;
  throw usageError(`--chain-id says ${options.chainId}, but ${rpc.url} is on ${chainId}`);
}

/** Simulated gas times the adjustment. The chain runs the message for it, and forgets. */
async function simulatedGas(
  rpc: Rpc,
  options: TxOptions,
  content: TxContent,
  { record, account }: { readonly record: KeyRecord; readonly account: AccountState },
): Promise<bigint> {
  const txBytes =
    record.multisig === undefined
      ? simulationTx(record.publicKey, content, account.sequence)
      : multisigSimulationTx(record.multisig, content, account.sequence);
  const request = SimulateRequest.create({ txBytes });
  const answer: SimulateResponse = await query(rpc, Service.Simulate, request);
  return mulDivUp(answer.gasInfo?.gasUsed ?? 0n, options.gasAdjustment, 1000n);
}

/** As long as it will be when as many have signed as must. */
function multisigSimulationTx(key: Multisig, content: TxContent, sequence: bigint): Uint8Array {
  const empty = new Uint8Array(SIGNATURE_BYTES);
  const signatures = Array.from({ length: key.threshold }, (_, at) => [at, empty] as const);
  const { body, authInfo } = unsigned(content);
  const tx = { body: present(body, "a body"), fee: present(authInfo?.fee, "a fee") };
  return assembleTx(tx, [multisigPart(key, sequence, new Map(signatures))]);
}

/** Where and how a signed transaction is sent. */
export type DeliveryOptions = Pick<TxOptions, "broadcastMode" | "wait" | "waitTimeout" | "output">;

/** Sends a signed transaction and prints what came of it. @throws TxFailure when it is refused. */
export async function deliver(
  io: Io,
  options: DeliveryOptions,
  rpc: Rpc,
  bytes: Uint8Array,
): Promise<void> {
  const hash =
    options.broadcastMode === "async"
      ? await rpc.broadcastAsync(bytes)
      : (await broadcast(rpc, bytes)).hash;
  if (options.wait) {
    print(io, options.output, includedJson(await waitForTx(rpc, hash, options.waitTimeout)));
    return;
  }
  print(io, options.output, { txhash: hash, code: 0, codespace: "", raw_log: "" });
}

function unsigned(content: TxContent): Tx {
  return Tx.create({
    body: TxBody.create({
      messages: content.messages,
      memo: content.memo ?? "",
      timeoutHeight: content.timeoutHeight ?? 0n,
    }),
    authInfo: AuthInfo.create({
      fee: Fee.create({ amount: uasi(content.fee), gasLimit: content.gasLimit }),
    }),
    signatures: [],
  });
}

function unsignedJson(content: TxContent): unknown {
  return Tx.toJson(unsigned(content));
}

function printUnsigned(io: Io, content: TxContent): void {
  printMessage(io, "json", Tx, unsigned(content));
}
