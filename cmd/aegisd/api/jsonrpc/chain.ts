/** What methods ask of the chain: typed queries of this node's state, with refusals as faults. */
import { Query as AppQuery } from "../../../../proto/gen/aegis/app/v1/app.ts";
import { BaseAccount } from "../../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import { PubKey } from "../../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { Query as AuthQuery } from "../../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import type { Method } from "../../../../proto/wire/codec.ts";
import { RpcError } from "../../../../app/client/rpc.ts";
import { codespaceOf, type ErrorMaker } from "../../../../app/module/error.ts";
import type { Backend } from "../backend.ts";
import { RpcFault, refused } from "./fault.ts";

/** Answers a declared query. @throws RpcFault chainRefused with the refusal's code. */
export function ask<Q, A>(
  { query }: Pick<Backend, "query">,
  method: Method<Q, A>,
  asked: Partial<Q>,
  height?: bigint,
): A {
  const data = method.request.encode(method.request.create(asked));
  const answer = query(method.path, data, { height });
  if (answer.code !== 0) throw refused(answer);
  return method.response.decode(answer.value);
}

/** The chain's id. @throws RpcFault chainRefused before the chain has a state. */
export function chainIdOf(backend: Backend): string {
  return ask(backend, AppQuery.Status, {}).state?.chainId ?? "";
}

/** What a sign document needs of an account. */
export interface Account {
  readonly accountNumber: bigint;
  readonly sequence: bigint;
  /** Compressed secp256k1 key, once the account has signed with one. */
  readonly publicKey: Uint8Array | undefined;
}

/** An account of the last block. @throws RpcFault chainRefused when there is none. */
export function accountOf(backend: Backend, address: string): Account {
  const { account } = ask(backend, AuthQuery.Account, { address });
  if (account?.typeUrl !== BaseAccount.typeUrl) {
    throw new RpcFault("invalidParams", `${address} is a module's account`);
  }
  const { accountNumber, sequence, pubKey } = BaseAccount.decode(account.value);
  const isSingle = pubKey?.typeUrl === PubKey.typeUrl;
  const publicKey = isSingle ? PubKey.decode(pubKey.value).key : undefined;
  return { accountNumber, sequence, publicKey };
}

/** The text of a module's error; its code where no module has it. */
export function errorText({ modules }: Backend, codespace: string, code: number): string {
  for (const { errors } of modules) {
    if (errors[codespaceOf] !== codespace) continue;
    const found = Object.values<ErrorMaker>(errors).find((one) => one.code === code);
    if (found !== undefined) return found.text;
  }
  return `code ${code}`;
}

/** CometBFT's own words of why it refused; "" when it did not answer at all. */
export function cometReason(error: unknown): string {
  if (!(error instanceof RpcError)) return "";
  // What CometBFT answered is a plain object; what fetch threw is not its words.
  if (error.cause === undefined || error.cause instanceof Error) return "";
  const { data, message } = error.cause as { readonly data?: unknown; readonly message?: unknown };
  return `${typeof data === "string" && data !== "" ? data : message}`;
}

/**
 * One call of CometBFT.
 * @throws RpcFault nodeUnavailable when it is silent or refuses.
 */
export async function askComet(
  { comet }: Backend,
  method: string,
  params?: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    return await comet(method, params);
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const reason = cometReason(error);
    // The address of CometBFT is nobody's business.
    throw new RpcFault("nodeUnavailable", reason === "" ? `${method} failed` : reason);
  }
}
