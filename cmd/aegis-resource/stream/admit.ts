/** Whether a request may hear a stream: its form, its time, its task, and its key's signature. */
import type { TaskRecord } from "../../../proto/gen/aegis/tasks/v1/genesis.ts";
import { Stage } from "../../../proto/gen/aegis/tasks/v1/tasks.ts";
import { streamRequestDigest } from "../../../app/asli/stream.ts";
import { QueryError } from "../../../app/client/query.ts";
import { isSignedBy } from "../../../app/client/stream/request.ts";
import { fromBase64, fromHex } from "../../../app/lib/bytes.ts";
import type { Chain } from "../chain/chain.ts";
import type { StreamPlace, Streams } from "./streams.ts";

/** How far ahead of this node's clock a request may end. */
const VALID_MS_MAX = 600_000;
const U32_MAX = 0xffff_ffff;

/** A request that is not served, with its HTTP status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Asked extends StreamPlace {
  readonly expiresMs: number;
  readonly signature: Uint8Array;
}

/** What a request may listen to. @throws Refusal; whatever the chain throws. */
export async function admit(
  body: string,
  { chain, streams }: { readonly chain: Pick<Chain, "task">; readonly streams: Streams },
): Promise<StreamPlace> {
  const { expiresMs, signature, ...place } = readRequest(body);
  const nowMs = Date.now();
  if (expiresMs <= nowMs) throw unsigned("the request has expired");
  if (expiresMs > nowMs + VALID_MS_MAX) throw unsigned("the request is valid for too long");
  const record = await taskOf(chain, place.taskHash);
  const key = record.task?.streamKey;
  if (key === undefined || key.length === 0) {
    throw new Refusal(409, "not_streaming", "the task has no stream key");
  }
  const digest = streamRequestDigest(streams.nameOf(place), expiresMs);
  if (!isSignedBy(key, digest, signature)) throw unsigned("the task's stream key did not sign it");
  // What was told once can be heard again; otherwise it must still be possible.
  if (streams.chunks(place).length === 0) checkOpen(record, place);
  return place;
}

async function taskOf(chain: Pick<Chain, "task">, taskHash: Uint8Array): Promise<TaskRecord> {
  try {
    return await chain.task(taskHash);
  } catch (error) {
    if (error instanceof QueryError) throw new Refusal(404, "unknown_task", "no such task");
    throw error;
  }
}

function checkOpen({ calculations }: TaskRecord, place: StreamPlace): void {
  const calculation = calculations[place.calculation];
  if (calculation === undefined || calculation.attempt < place.attempt) {
    throw new Refusal(404, "unknown_task", "the task has no such calculation or attempt");
  }
  const { attempt, stage } = calculation;
  const isOpen = stage === Stage.STAGE_WAITING || stage === Stage.STAGE_COMMIT;
  if (attempt > place.attempt || !isOpen) {
    throw new Refusal(404, "no_stream", "this node has no stream of it");
  }
}

function readRequest(body: string): Asked {
  try {
    const fields: unknown = JSON.parse(body);
    if (typeof fields !== "object" || fields === null) throw malformed("a JSON object");
    const one = fields as Readonly<Record<string, unknown>>;
    const asked = {
      taskHash: fromHex(textOf(one["task_hash"], "task_hash")),
      calculation: numberOf(one["calculation"], "calculation", U32_MAX),
      attempt: numberOf(one["attempt"], "attempt", U32_MAX),
      expiresMs: numberOf(one["expires_ms"], "expires_ms", Number.MAX_SAFE_INTEGER),
      signature: fromBase64(textOf(one["signature"], "signature")),
    };
    if (asked.taskHash.length !== 32) throw malformed("task_hash, 64 hex digits");
    if (asked.signature.length !== 64) throw malformed("signature, 64 bytes in base64");
    return asked;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw malformed("JSON with task_hash, calculation, attempt, expires_ms, signature");
  }
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== "string") throw malformed(name);
  return value;
}

function numberOf(value: unknown, name: string, most: number): number {
  const isInteger = typeof value === "number" && Number.isInteger(value);
  if (!isInteger || value < 0 || value > most) throw malformed(name);
  return value;
}

function malformed(what: string): Refusal {
  return new Refusal(400, "malformed", `expected ${what}`);
}

function unsigned(message: string): Refusal {
  return new Refusal(401, "not_signed", message);
}
