/** Tells one listener a stream: all of it from the beginning, until its end. */
import type { ServerResponse } from "node:http";
import { writeLine } from "../../../app/client/stream/line.ts";
import type { StreamPlace, Streams } from "./streams.ts";

/** A listener hears at least this often that the node is there. */
const WAITING_MS = 5_000;
/** Nobody listens for longer: an attempt's windows are shorter. */
const LISTEN_MS_MAX = 1_800_000;
/** Who reads so slowly that this much waits in memory is let go. */
const BUFFER_BYTES_MAX = 4_194_304;

/** One connection. */
export class Listener {
  readonly #streams: Streams;
  readonly #place: StreamPlace;
  readonly #response: ServerResponse;
  #told = 0;
  #toldAtTick = -1;

  constructor(streams: Streams, place: StreamPlace, response: ServerResponse) {
    this.#streams = streams;
    this.#place = place;
    this.#response = response;
  }

  /** Tells what there is, then what comes. */
  begin(): void {
    const unhear = this.#streams.listen(this.#place, () => this.#orEnd(() => this.#tell()));
    const tick = setInterval(() => this.#orEnd(() => this.#tick()), WAITING_MS);
    const end = setTimeout(() => this.#response.end(), LISTEN_MS_MAX);
    this.#response.once("close", () => {
      unhear();
      clearInterval(tick);
      clearTimeout(end);
    });
    this.#response.flushHeaders();
    this.#orEnd(() => {
      this.#tell();
      this.#checkFault();
    });
  }

  /** A listener must harm neither the run that it hears nor the process. */
  #orEnd(work: () => void): void {
    try {
      work();
    } catch {
      this.#response.destroy();
    }
  }

  #tell(): void {
    if (this.#response.writableEnded) return;
    const chunks = this.#streams.chunks(this.#place);
    for (const chunk of chunks.slice(this.#told)) {
      this.#response.write(writeLine({ chunk }));
      this.#told += 1;
      if (chunk.finishReason !== 0) this.#response.end();
    }
    if (this.#response.writableLength > BUFFER_BYTES_MAX) this.#response.destroy();
  }

  #tick(): void {
    this.#tell();
    this.#checkFault();
    if (this.#response.writableEnded) return;
    if (this.#told === this.#toldAtTick) this.#response.write(writeLine({ waiting: true }));
    this.#toldAtTick = this.#told;
  }

  #checkFault(): void {
    if (this.#response.writableEnded) return;
    const error = this.#streams.fault(this.#place);
    if (error !== undefined) this.#response.end(writeLine({ error }));
  }
}
