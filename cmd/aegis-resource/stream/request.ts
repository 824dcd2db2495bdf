/** Requests for streams: read, bounded, and checked against the task's key. */
import type { IncomingMessage } from "node:http";
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { streamRequestDigest } from "../../../app/asli/stream.ts";
import { addressBytes } from "../../../app/lib/address.ts";
import { fromBase64, fromHex } from "../../../app/lib/bytes.ts";
import { verifySignature } from "../../../app/tx/signature.ts";

const BODY_BYTES_MAX = 4_096;
/** How far ahead of the node's clock a request may expire, in milliseconds. */
const AHEAD_MS_MAX = 600_000;
const UINT32_MAX = 0xffffffff;

/** A request that is refused, with its HTTP status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** What is asked for. */
export interface Asked {
  readonly taskHash: Uint8Array;
  readonly calculation: number;
  readonly attempt: number;
  readonly expiresMs: number;
  readonly signature: Uint8Array;
}

/** Reads the body. @throws Refusal 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) throw new Refusal(413, `at most ${BODY_BYTES_MAX} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** @throws Refusal 400. */
export function parseAsked(body: string): Asked {
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = Object(JSON.parse(body));
  } catch {
    throw new Refusal(400, "the body is not JSON");
  }
  return {
    taskHash: bytesOf(fields, "task_hash", fromHex, 32),
    calculation: integer(fields, "calculation", UINT32_MAX),
    attempt: integer(fields, "attempt", UINT32_MAX),
    expiresMs: integer(fields, "expires_ms", Number.MAX_SAFE_INTEGER),
    signature: bytesOf(fields, "signature", fromBase64, 64),
  };
}

function integer(fields: Readonly<Record<string, unknown>>, name: string, most: number): number {
  const value = fields[name];
  const isRight = typeof value === "number" && Number.isSafeInteger(value);
  if (isRight && value >= 0 && value <= most) return value;
  throw new Refusal(400, `${name} must be an integer from 0 to ${most}`);
}

function bytesOf(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  decode: (text: string) => Uint8Array,
  length: number,
): Uint8Array {
  const value = fields[name];
  try {
    const bytes = typeof value === "string" ? decode(value) : undefined;
    if (bytes?.length === length) return bytes;
  } catch {
    // Not encoded as it should be: the same answer.
  }
  throw new Refusal(400, `${name} must be ${length} bytes, encoded as text`);
}

/** The node that is asked, and its time. */
export interface Place {
  readonly chainId: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** @throws Refusal 401 for a wrong or expired signature, 404, 409 when the task does not stream. */
export function checkAsked(asked: Asked, { task, calculations }: TaskRecord, place: Place): void {
  if (task === undefined) throw new Refusal(404, "no such task");
  if (task.streamKey.length === 0) throw new Refusal(409, "the task does not stream");
  const left = asked.expiresMs - place.nowMs;
  if (left <= 0 || left > AHEAD_MS_MAX) throw new Refusal(401, "the request has expired");
  const name = { ...asked, chainId: place.chainId, node: addressBytes(place.address) };
  const digest = streamRequestDigest(name, asked.expiresMs);
  if (!verifySignature(asked.signature, digest, task.streamKey)) {
    throw new Refusal(401, "the signature is not by the task's stream key");
  }
  const attempt = calculations[asked.calculation]?.attempt;
  if (attempt === undefined || asked.attempt > attempt) {
    throw new Refusal(404, "no such calculation or attempt");
  }
}
