/** The engine's side of an ABCI socket, for tests: sends requests or raw bytes, reads answers. */
import { connect, type Socket } from "node:net";
import { parseAbciAddress } from "../../app/abci/address.ts";
import { FrameReader, frame } from "../../app/abci/framing.ts";
import { concatBytes } from "../../app/lib/bytes.ts";
import { Request, RequestCheckTx, Response } from "../../proto/gen/tendermint/abci/types.ts";

/** One request with its length before it. */
export function framed(request: Partial<Request>): Uint8Array {
  return concatBytes(...frame(Request.encode(Request.create(request))));
}

/** A CheckTx request of `tx`. */
export function checkTx(tx: Uint8Array): Partial<Request> {
  return { checkTx: RequestCheckTx.create({ tx }) };
}

/** One connection. */
export class AbciPeer {
  readonly socket: Socket;
  /** Resolves when the server ended the connection or it was closed here. */
  readonly closed: Promise<void>;
  private readonly answers: Response[] = [];
  private readonly reader = new FrameReader();
  private wake: () => void = () => {};
  private isClosed = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => {
      for (const bytes of this.reader.push(chunk)) this.answers.push(Response.decode(bytes));
      this.wake();
    });
    socket.on("error", () => {});
    this.closed = new Promise((resolve) => {
      socket.on("close", () => {
        this.isClosed = true;
        this.wake();
        resolve();
      });
    });
  }

  /** Connects to a server's address. */
  static async connect(address: string): Promise<AbciPeer> {
    const at = parseAbciAddress(address);
    const socket = at.kind === "unix" ? connect(at.path) : connect(at.port, at.host);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    return new AbciPeer(socket);
  }

  /** Sends bytes as they are. */
  write(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Sends requests in one write. */
  send(...requests: readonly Partial<Request>[]): void {
    this.write(concatBytes(...requests.map(framed)));
  }

  /** The next `count` answers, in order. @throws Error when the connection ends before. */
  async take(count: number): Promise<Response[]> {
    while (this.answers.length < count) {
      if (this.isClosed) throw new Error(`closed after ${this.answers.length} answers`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.answers.splice(0, count);
  }

  /** Sends one request and waits for its answer. */
  async ask(request: Partial<Request>): Promise<Response> {
    this.send(request);
    return (await this.take(1))[0] as Response;
  }

  close(): void {
    this.socket.destroy();
  }
}
