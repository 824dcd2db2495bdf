/**
 * One ABCI connection: frames in, answers out in the order of the requests. Reading stops, also in
 * the middle of a chunk, while the peer does not take its answers or the application is behind.
 */
import type { Socket } from "node:net";
import { Request, Response } from "../../proto/gen/tendermint/abci/types.ts";
import type { Logger } from "../lib/log.ts";
import type { ServedApplication } from "./application.ts";
import { dispatch } from "./dispatch.ts";
import { FrameError, FrameReader, frame } from "./framing.ts";
import { PENDING_ANSWERS_MAX, WRITE_BUFFER_BYTES } from "./limits.ts";

const STALL_TICKS = 8;

/** What the connections of one server have in common. */
export interface Shared {
  readonly application: ServedApplication;
  readonly logger: Logger;
  readonly frameBytesMax: number;
  readonly stallMsMax: number;
  /** True once the application failed or the server closes: nothing is answered any more. */
  isStopped: boolean;
  /** Stops everything: the application cannot go on. */
  fail(error: unknown): void;
}

/** The place of one answer in the order; empty until the application has answered. */
interface Slot {
  bytes: Uint8Array | undefined;
}

/** Serves one socket until it closes or is dropped. */
export class Connection {
  private readonly socket: Socket;
  private readonly shared: Shared;
  private readonly reader: FrameReader;
  /** Frames of the last chunk that are not answered yet. */
  private frames: Iterator<Buffer> | undefined;
  /** Answers, from the first one that the application still owes. */
  private slots: Slot[] = [];
  private batch: Uint8Array[] = [];
  private batchBytes = 0;
  private clock: NodeJS.Timeout | undefined;
  private ticks = 0;
  private framesRead = 0;

  constructor(socket: Socket, shared: Shared) {
    this.socket = socket;
    this.shared = shared;
    this.reader = new FrameReader(shared.frameBytesMax);
    socket.on("data", (chunk: Buffer) => {
      this.frames = this.reader.push(chunk);
      this.pump();
    });
    socket.on("drain", () => this.pump());
    // By now it is destroyed.
    socket.on("error", (error) => this.tell(error.message));
    socket.on("close", () => this.stopClock());
    socket.on("end", () => {
      if (this.reader.isPartial) this.drop("it ended within a frame");
    });
  }

  /** Answers what has been read until there is no more, or until it must wait. */
  private pump(): void {
    const before = this.framesRead;
    try {
      do {
        while (this.frames !== undefined && !this.mustWait()) this.answerNext(this.frames);
        this.flush();
      } while (this.frames !== undefined && !this.mustWait());
    } catch (error) {
      this.drop(error instanceof Error ? error.message : String(error));
      return;
    }
    if (this.mustWait()) this.socket.pause();
    else this.socket.resume();
    this.watch(before !== this.framesRead);
  }

  private answerNext(frames: Iterator<Buffer>): void {
    const next = frames.next();
    if (next.done === true) this.frames = undefined;
    else {
      this.framesRead += 1;
      this.answer(next.value);
    }
  }

  private mustWait(): boolean {
    return (
      this.shared.isStopped ||
      this.slots.length >= PENDING_ANSWERS_MAX ||
      this.socket.writableLength + this.batchBytes > WRITE_BUFFER_BYTES
    );
  }

  /** @throws FrameError or WireError for what no honest peer sends. */
  private answer(bytes: Buffer): void {
    const request = Request.decodeLenient(bytes);
    try {
      const response = dispatch(this.shared.application, request);
      if (response instanceof Promise) this.owe(response);
      else this.take(Response.encode(response));
    } catch (error) {
      if (error instanceof FrameError) throw error;
      this.shared.fail(error);
    }
    if (request.flush !== undefined) this.flush();
  }

  private owe(response: Promise<Response>): void {
    const slot: Slot = { bytes: undefined };
    this.slots.push(slot);
    response
      .then((value) => {
        slot.bytes = Response.encode(value);
        if (this.socket.destroyed) return;
        const owed = this.slots.findIndex((one) => one.bytes === undefined);
        const ready = this.slots.splice(0, owed === -1 ? this.slots.length : owed);
        for (const { bytes } of ready) this.send(bytes as Uint8Array);
        this.pump();
      })
      .catch((error: unknown) => this.shared.fail(error));
  }

  /** Puts an answer behind those before it. */
  private take(bytes: Uint8Array): void {
    if (this.slots.length === 0) this.send(bytes);
    else this.slots.push({ bytes });
  }

  private send(bytes: Uint8Array): void {
    const framed = frame(bytes);
    this.batch.push(...framed);
    this.batchBytes += framed[0].length + bytes.length;
  }

  /** Writes all answers that are ready at once. */
  private flush(): void {
    const { batch } = this;
    if (batch.length === 0 || this.socket.destroyed) return;
    this.batch = [];
    this.batchBytes = 0;
    this.socket.write(Buffer.concat(batch));
  }

  /** Gives the peer a time to complete its frame or to take its answers; `moved` starts it anew. */
  private watch(moved: boolean): void {
    const isDue = this.reader.isPartial || this.socket.writableNeedDrain;
    if (moved || !isDue) this.ticks = 0;
    if (isDue) this.clock ??= this.startClock();
    else this.stopClock();
  }

  /**
   * Counts parts of the time, so that a block that keeps this process busy for long costs the peer,
   * which nobody could listen to meanwhile, one part only.
   */
  private startClock(): NodeJS.Timeout {
    const tick = (): void => {
      this.ticks += 1;
      if (this.ticks < STALL_TICKS) return;
      this.drop(
        this.socket.writableNeedDrain
          ? "it does not read its answers"
          : "it left a frame unfinished",
      );
    };
    return setInterval(tick, Math.ceil(this.shared.stallMsMax / STALL_TICKS)).unref();
  }

  private stopClock(): void {
    clearInterval(this.clock);
    this.clock = undefined;
  }

  private drop(reason: string): void {
    if (this.socket.destroyed) return;
    this.tell(reason);
    this.frames = undefined;
    this.socket.destroy();
  }

  private tell(reason: string): void {
    if (!this.shared.isStopped) this.shared.logger.warn("dropped an ABCI peer", { reason });
  }
}
