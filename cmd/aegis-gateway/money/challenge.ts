/**
 * Challenges: texts that a wallet signs, each for one action, usable once and for a few minutes.
 * The gateway authenticates its own challenges, so it keeps nothing until one comes back signed.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { KeyStore } from "../journal/keys.ts";
import { isSignedBy } from "./walletSignature.ts";

/** How long a wallet has for signing. */
export const CHALLENGE_MS: number = 5 * 60 * 1_000;
const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const NONCE = /^[0-9a-f]{32}\.\d{13}\.[0-9a-f]{32}$/;

/** What a signature is asked for. */
export type Action = "create_key" | "list_keys" | "revoke_key" | "withdraw";

/** All actions. */
export const ACTIONS: readonly Action[] = ["create_key", "list_keys", "revoke_key", "withdraw"];

const SENTENCES: Readonly<Record<Action, string>> = {
  create_key: "Make an API key that spends from my deposit at this gateway.",
  list_keys: "Show my API keys and my balance at this gateway.",
  revoke_key: "Revoke one of my API keys at this gateway.",
  withdraw: "Pay my deposit at this gateway back to my wallet.",
};

/** What stands in the signed text. */
export interface ChallengeFacts {
  readonly action: Action;
  /** The wallet. */
  readonly address: string;
  /** What exactly: one line of `name=value`, in a fixed order. */
  readonly details: readonly (readonly [name: string, value: string])[];
}

/** A signature and the challenge that it is over. */
export interface SignedChallenge extends ChallengeFacts {
  readonly nonce: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

/** Why a signature was not accepted. */
export class ChallengeError extends Error {
  override readonly name = "ChallengeError";
}

/** Makes and judges challenges of one gateway. */
export class Challenges {
  readonly #secret: Uint8Array;
  readonly #place: string;
  readonly #keys: KeyStore;

  /** `place` is what the text calls this gateway: the chain and its address. */
  constructor(secret: Uint8Array, place: string, keys: KeyStore) {
    this.#secret = secret;
    this.#place = place;
    this.#keys = keys;
  }

  /** A new challenge. */
  issue(facts: ChallengeFacts, nowMs: number): { readonly nonce: string; readonly text: string } {
    const random = randomBytes(NONCE_BYTES).toString("hex");
    const stem = `${random}.${nowMs + CHALLENGE_MS}`;
    const nonce = `${stem}.${this.#tag(facts, stem)}`;
    return { nonce, text: this.#text(facts, nonce) };
  }

  /** Uses a signed challenge up. @throws ChallengeError when it is wrong, expired or was used. */
  use(signed: SignedChallenge, nowMs: number): void {
    const { nonce } = signed;
    if (!NONCE.test(nonce)) throw new ChallengeError("the nonce is not one of a challenge");
    const at = nonce.lastIndexOf(".");
    const tag = this.#tag(signed, nonce.slice(0, at));
    if (!timingSafeEqual(Buffer.from(tag), Buffer.from(nonce.slice(at + 1)))) {
      throw new ChallengeError("the challenge was made for something else, or by another gateway");
    }
    const expiresMs = Number(nonce.split(".")[1]);
    if (nowMs > expiresMs) throw new ChallengeError("the challenge has expired: get a new one");
    const { address, publicKey, signature } = signed;
    if (!isSignedBy(address, this.#text(signed, nonce), publicKey, signature)) {
      throw new ChallengeError("the signature is not the wallet's over this challenge");
    }
    if (!this.#keys.useNonce(nonce, expiresMs, nowMs)) {
      throw new ChallengeError("the challenge was used already: get a new one");
    }
  }

  #text(facts: ChallengeFacts, nonce: string): string {
    return [
      SENTENCES[facts.action],
      "",
      `Gateway: ${this.#place}`,
      `Wallet: ${facts.address}`,
      ...facts.details.map(([name, value]) => `${name}: ${value}`),
      `Nonce: ${nonce}`,
    ].join("\n");
  }

  #tag(facts: ChallengeFacts, stem: string): string {
    return createHmac("sha256", this.#secret)
      .update(`aegis/gateway/challenge/v1\n${this.#text(facts, stem)}`)
      .digest("hex")
      .slice(0, 2 * TAG_BYTES);
  }
}
