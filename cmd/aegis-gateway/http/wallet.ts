/**
 * Routes for wallets: challenges, keys, balances, withdrawals. What changes money or keys needs a
 * wallet's signature; a key can only look at what is its owner's.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isAccountAddress } from "../../../app/lib/address.ts";
import { AMOUNT_MAX } from "../../../app/lib/coin.ts";
import type { KeyRecord } from "../journal/records.ts";
import { createKey, isKeyName } from "../money/apiKey.ts";
import { type Action, ACTIONS, CHALLENGE_MS, ChallengeError } from "../money/challenge.ts";
import { invalidValue, notFound, OpenAiError, unauthorized } from "../openai/error.ts";
import { type Json, readObject, readOneOf, readString, readUasi } from "../openai/values.ts";
import { keyOf } from "./access.ts";
import type { Gateway } from "./gateway.ts";
import { withdraw } from "./withdraw.ts";

const TEXT_CHARACTERS_MAX = 256;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

type Details = readonly (readonly [name: string, value: string])[];

/** What of a request's fields stands in the text that a wallet signs, in a fixed order. */
const DETAILS: Readonly<Record<Action, readonly string[]>> = {
  create_key: ["name", "spending_limit"],
  list_keys: [],
  revoke_key: ["key"],
  withdraw: ["amount"],
};

function detailsOf(action: Action, fields: Json): Details {
  return DETAILS[action].map((name) => {
    const value = fields[name];
    return [name, value === undefined ? "" : readString(name, value, TEXT_CHARACTERS_MAX)];
  });
}

function addressOf(fields: Json): string {
  const address = readString("address", fields["address"], TEXT_CHARACTERS_MAX);
  if (isAccountAddress(address)) return address;
  throw invalidValue("address", "It must be an account's address, as wallets show it.");
}

function bytesOf(name: string, fields: Json): Uint8Array {
  const text = readString(name, fields[name], TEXT_CHARACTERS_MAX);
  if (BASE64.test(text)) return new Uint8Array(Buffer.from(text, "base64"));
  throw invalidValue(name, `'${name}' must be base64.`);
}

/** The wallet that signed the body of `request` for `action`. @throws OpenAiError (400, 401). */
function signedBy(gateway: Gateway, action: Action, fields: Json): string {
  const address = addressOf(fields);
  const nonce = readString("nonce", fields["nonce"], TEXT_CHARACTERS_MAX);
  const publicKey = bytesOf("pub_key", fields);
  const signature = bytesOf("signature", fields);
  const details = detailsOf(action, fields);
  try {
    const signed = { action, address, details, nonce, publicKey, signature };
    gateway.challenges.use(signed, gateway.now());
  } catch (error) {
    if (!(error instanceof ChallengeError)) throw error;
    throw unauthorized(error.message, "invalid_signature");
  }
  return address;
}

/** What may be told of a key. */
function keyJson({ journal }: Gateway, key: KeyRecord): unknown {
  const { charged, reserved } = journal.requests.spent(key.id);
  return {
    id: key.id,
    name: key.name,
    created: key.createdMs,
    revoked: key.revokedMs ?? null,
    spending_limit: key.spendingLimit === undefined ? null : `${key.spendingLimit}`,
    spent: `${charged}`,
    reserved: `${reserved}`,
  };
}

async function accountJson(gateway: Gateway, owner: string): Promise<unknown> {
  const { chain, journal } = gateway;
  const account = chain.accountOf(owner);
  return {
    owner,
    deposit_address: account,
    denom: "uasi",
    balance: `${await chain.reader.balance(account)}`,
    keys: journal.keys.list(owner).map((key) => keyJson(gateway, key)),
    withdrawals: journal.requests.withdrawals(owner).map((one) => ({
      amount: `${one.amount}`,
      stage: one.stage,
      hash: one.hash ?? null,
      created: one.createdMs,
    })),
  };
}

/** Attaches the routes. */
export function mountWallet(server: FastifyInstance, gateway: Gateway): void {
  server.get("/v1/aegis/challenge", async (request) => challenge(gateway, request));
  server.post("/v1/aegis/keys", async (request, reply) => {
    const made = newKey(gateway, readObject("body", request.body));
    return reply.code(201).send(made);
  });
  server.post("/v1/aegis/keys/revoke", async (request) => revoke(gateway, request));
  server.get("/v1/aegis/keys", async (request) => {
    const { owner } = keyOf(gateway, request);
    const keys = gateway.journal.keys.list(owner);
    return { object: "list", data: keys.map((key) => keyJson(gateway, key)) };
  });
  server.get("/v1/aegis/account", async (request) =>
    accountJson(gateway, keyOf(gateway, request).owner),
  );
  server.post("/v1/aegis/account", async (request) =>
    accountJson(gateway, signedBy(gateway, "list_keys", readObject("body", request.body))),
  );
  server.post("/v1/aegis/withdraw", async (request) => {
    const fields = readObject("body", request.body);
    const amount = readAmount(fields);
    const owner = signedBy(gateway, "withdraw", fields);
    return withdraw(gateway, owner, amount);
  });
}

/** uasi to withdraw; "all" is what is there. */
function readAmount(fields: Json): bigint | "all" {
  if (fields["amount"] === "all") return "all";
  const amount = readUasi("amount", fields["amount"]);
  if (typeof fields["amount"] !== "string") {
    throw invalidValue("amount", "'amount' must be a string, as in the signed text.");
  }
  if (amount > 0n && amount <= AMOUNT_MAX) return amount;
  throw invalidValue("amount", "'amount' must be above 0.");
}

function challenge(gateway: Gateway, request: FastifyRequest): unknown {
  const fields = readObject("query", request.query);
  const action = readOneOf("action", fields["action"] ?? "create_key", ACTIONS);
  const known = new Set(["action", "address", ...DETAILS[action]]);
  const strange = Object.keys(fields).find((name) => !known.has(name));
  if (strange !== undefined) {
    throw invalidValue(strange.slice(0, 64), "There is no such field in this challenge.");
  }
  const address = addressOf(fields);
  const details = detailsOf(action, fields);
  const { nonce, text } = gateway.challenges.issue({ action, address, details }, gateway.now());
  return {
    nonce,
    text,
    sign: "signArbitrary (ADR-36) over text, by the wallet of address",
    expires_in_ms: CHALLENGE_MS,
  };
}

function newKey(gateway: Gateway, fields: Json): unknown {
  const name = fields["name"] === undefined ? "" : readString("name", fields["name"], 64);
  if (!isKeyName(name)) throw invalidValue("name", "A name has no control characters.");
  const limit = fields["spending_limit"];
  const isUnlimited = limit === undefined || limit === "";
  const spendingLimit = isUnlimited ? undefined : readUasi("spending_limit", limit);
  const owner = signedBy(gateway, "create_key", fields);
  const { journal, config, chain, now, log } = gateway;
  const inForce = journal.keys.list(owner).filter(({ revokedMs }) => revokedMs === undefined);
  if (inForce.length >= config.keysPerOwner) {
    const message = `a wallet has at most ${config.keysPerOwner} keys: revoke one first`;
    throw new OpenAiError(400, "invalid_request_error", message, { code: "too_many_keys" });
  }
  const { text, record } = createKey(journal, { owner, name, spendingLimit }, now());
  log.info("made a key", { key: record.id, owner });
  return {
    ...(keyJson(gateway, record) as object),
    // Told this once: only its hash is kept.
    api_key: text,
    owner,
    deposit_address: chain.accountOf(owner),
  };
}

function revoke(gateway: Gateway, request: FastifyRequest): unknown {
  const fields = readObject("body", request.body);
  const id = readString("key", fields["key"], TEXT_CHARACTERS_MAX);
  const isSigned = fields["signature"] !== undefined;
  const caller = isSigned ? undefined : keyOf(gateway, request);
  // Without a signature a key can end itself only: whoever found it cannot lock others out.
  if (caller !== undefined && caller.id !== id) {
    throw unauthorized("another key is revoked by a wallet's signature", "invalid_signature");
  }
  const owner = caller?.owner ?? signedBy(gateway, "revoke_key", fields);
  const { journal, now, log } = gateway;
  const key = journal.keys.find(id);
  if (key?.owner !== owner) throw notFound("There is no such key.", "key_not_found", "key");
  journal.keys.revoke(id, now());
  log.info("revoked a key", { key: id, owner });
  return keyJson(gateway, journal.keys.find(id) ?? key);
}
