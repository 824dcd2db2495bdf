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
import { mulDivUp, uasi } from "../../../app/lib/coin.ts";
import { feeFor } from "../../../app/tx/fee.ts";
import { confirm } from "../confirm.ts";
import { usageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { KEYRING_PASSPHRASE, passphraseFrom } from "../keyring/passphrase.ts";
import { type Keyring, type KeyRecord, openKeyring } from "../keyring/keyring.ts";
import { print, printMessage } from "../output.ts";
import type { TxOptions } from "./options.ts";
import { includedJson } from "./result.ts";

/** The keyring and the key that --from names. @throws CommandError when there is none. */
export function signingKey(io: Io, options: TxOptions): { keyring: Keyring; record: KeyRecord } {
  if (options.from === undefined) throw usageError("say who signs: --from KEY");
  const keyring = openKeyring({
    home: options.home,
    backend: options.keyringBackend,
    passphrase: passphraseFrom(io, KEYRING_PASSPHRASE),
  });
  return { keyring, record: keyring.find(options.from) };
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
      ? await simulatedGas(rpc, options, draft, { publicKey: record.publicKey, account })
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
  key: { readonly publicKey: Uint8Array; readonly account: AccountState },
): Promise<bigint> {
  const txBytes = simulationTx(key.publicKey, content, key.account.sequence);
  const request = SimulateRequest.create({ txBytes });
  const answer: SimulateResponse = await query(rpc, Service.Simulate, request);
  return mulDivUp(answer.gasInfo?.gasUsed ?? 0n, options.gasAdjustment, 1000n);
}

async function deliver(io: Io, options: TxOptions, rpc: Rpc, bytes: Uint8Array): Promise<void> {
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
