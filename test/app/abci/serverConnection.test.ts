/** How many writes a connection makes, and when, seen from its socket. */
import { expect } from "chai";
import { Duplex } from "node:stream";
import type { Socket } from "node:net";
import { baseApplication } from "../../../app/abci/application.ts";
import { Connection } from "../../../app/abci/serverConnection.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { concatBytes, utf8, utf8Text } from "../../../app/lib/bytes.ts";
import { RequestFlush, ResponseCheckTx } from "../../../proto/gen/tendermint/abci/types.ts";
import { checkTx, framed } from "../../kit/abciPeer.ts";

const FLUSH = framed({ flush: RequestFlush.create() });

function tx(name: string): Uint8Array {
  return framed(checkTx(utf8(name)));
}

describe("Connection", () => {
  /** What happens while one chunk is served: "name" for a request, "write" for a write. */
  async function served(...chunks: readonly Uint8Array[]): Promise<string[]> {
    const happened: string[] = [];
    const socket = new Duplex({
      read: () => {},
      write: (_chunk, _encoding, done) => {
        happened.push("write");
        done();
      },
    });
    new Connection(socket as unknown as Socket, {
      application: {
        ...baseApplication(),
        checkTx: (request) => {
          happened.push(utf8Text(request.tx));
          return ResponseCheckTx.create();
        },
      },
      logger: silentLogger,
      frameBytesMax: 1_000,
      stallMsMax: 1_000,
      isStopped: false,
      fail: (error) => happened.push(`${error}`),
    });
    for (const chunk of chunks) {
      socket.push(chunk);
      await new Promise((done) => setImmediate(done));
    }
    socket.destroy();
    return happened;
  }

  it("writes the answers to one chunk at once", async () => {
    const chunk = concatBytes(tx("a"), tx("b"), tx("c"));
    expect(await served(chunk, tx("d"))).to.deep.equal(["a", "b", "c", "write", "d", "write"]);
  });

  it("writes at a flush before it works on what comes after", async () => {
    const chunk = concatBytes(tx("a"), tx("b"), FLUSH, tx("c"), FLUSH);
    expect(await served(chunk)).to.deep.equal(["a", "b", "write", "c", "write"]);
  });

  it("answers whole messages only, as soon as they are whole", async () => {
    const bytes = concatBytes(tx("a"), tx("b"));
    expect(await served(bytes.subarray(0, -1), bytes.subarray(-1))).to.deep.equal([
      "a",
      "write",
      "b",
      "write",
    ]);
  });
});
