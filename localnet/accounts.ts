/** Keys of a local network's accounts, in a test keyring: not encrypted, for nothing has value. */
import { randomBytes } from "node:crypto";
import type { Signer } from "../app/client/sign.ts";
import { addressBytes } from "../app/lib/address.ts";
import { type Keyring, openKeyring } from "../cmd/aegisd/keyring/keyring.ts";
import { type Layout, operatorName, USER_NAME, validatorName } from "./layout.ts";
import type { Manifest } from "./manifest.ts";

/** An account by name. */
export interface Account {
  readonly name: string;
  readonly address: string;
}

/** The accounts of a network, without its resource nodes' own keys. */
export interface Accounts {
  /** Operators of the validators. */
  readonly validators: readonly Account[];
  /** Operators of the resource nodes. */
  readonly operators: readonly Account[];
  readonly user: Account;
}

/** Makes a key for every account. @throws CommandError when one exists already. */
export async function createAccounts(layout: Layout, manifest: Manifest): Promise<Accounts> {
  const keyring = keyringOf(layout);
  const add = async (name: string): Promise<Account> => {
    const { address } = await keyring.add(name, new Uint8Array(randomBytes(32)));
    return { name, address };
  };
  const addAll = async (count: number, name: (index: number) => string): Promise<Account[]> => {
    const accounts: Account[] = [];
    for (let i = 0; i < count; i += 1) accounts.push(await add(name(i)));
    return accounts;
  };
  return {
    validators: await addAll(manifest.validators, validatorName),
    operators: await addAll(manifest.resourceNodes, operatorName),
    user: await add(USER_NAME),
  };
}

/** All accounts of a kept network. */
export function listAccounts(layout: Layout): readonly Account[] {
  return keyringOf(layout)
    .list()
    .map(({ name, address }) => ({ name, address }));
}

/** What signs for the account `name`. @throws CommandError when there is none. */
export function accountSigner(layout: Layout, name: string): Promise<Signer> {
  return keyringOf(layout).signer(name);
}

/** The 20 bytes of an account's address. */
export function bytesOf(account: Account): Uint8Array {
  return addressBytes(account.address);
}

function keyringOf(layout: Layout): Keyring {
  return openKeyring({
    home: layout.keyringHome,
    backend: "test",
    passphrase: () => Promise.reject(new Error("a test keyring has no passphrase")),
  });
}
