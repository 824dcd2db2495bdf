/** Gets the receipt of an answer as soon as there is one, and checks it here. */
import {
  type AegisClient,
  AegisError,
  type FactGroup,
  receiptChecks,
  receiptGroups,
} from "../../../../app/client/sdk/index.ts";

/** A checked receipt. */
export type Proof =
  | {
      readonly valid: true;
      /** Verifiers agreed by the block that it is of. */
      readonly isAgreed: boolean;
      readonly checks: readonly string[];
      readonly facts: FactGroup;
      readonly bytes: Uint8Array;
    }
  | { readonly valid: false; readonly reason: string };

const PAUSE_MS = 500;
const WAIT_MS = 60_000;

/**
 * Fetches a task's receipt and checks it against the trusted hash, until it shows that verifiers
 * agreed: a node proves the state of some blocks ago, and what is newest is not in it yet. The
 * receipt may come from anybody; the hash may not.
 * @throws AegisError when no such receipt comes within a minute.
 */
export async function proofOf(
  client: AegisClient,
  taskHash: string,
  trust: () => Promise<string>,
): Promise<Proof> {
  const endMs = Date.now() + WAIT_MS;
  for (;;) {
    const isLast = Date.now() > endMs;
    const bytes = await fetched(client, taskHash, isLast);
    const proof = bytes && checked(client, bytes, await trust());
    if (proof !== undefined && (isLast || !proof.valid || proof.isAgreed)) return proof;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function checked(client: AegisClient, bytes: Uint8Array, trust: string): Proof {
  const verdict = client.verify(bytes, { trust });
  if (!verdict.valid) return { valid: false, reason: verdict.reason };
  const { facts } = verdict;
  const isAgreed = facts.task.calculations.every(({ state }) => /^(SOFT_)?FINAL$/.test(state));
  const told = { checks: receiptChecks(facts), facts: receiptGroups(facts) };
  return { valid: true, isAgreed, ...told, bytes };
}

/** Undefined while there is nothing to prove yet. */
async function fetched(
  client: AegisClient,
  taskHash: string,
  isLast: boolean,
): Promise<Uint8Array | undefined> {
  try {
    return await client.receipt(taskHash);
  } catch (error) {
    const isEarly = error instanceof AegisError && error.code === "not_provable";
    if (!isEarly || isLast) throw error;
    return undefined;
  }
}
