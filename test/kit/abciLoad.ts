/**
 * Loads an ABCI server from a process of its own: `abciLoad.ts ADDRESS COUNT WINDOW BYTES`. Sends
 * COUNT CheckTx requests of BYTES, at most WINDOW of them unanswered, and prints the seconds taken.
 */
import { FrameReader } from "../../app/abci/framing.ts";
import { concatBytes } from "../../app/lib/bytes.ts";
import { AbciPeer, checkTx, framed } from "./abciPeer.ts";

const BATCH = 100;

const [address = "", ...numbers] = process.argv.slice(2);
const [count = 0, window = 0, bytes = 0] = numbers.map(Number);
const { socket } = await AbciPeer.connect(address);
const one = framed(checkTx(new Uint8Array(bytes).fill(7)));
const step = Math.min(BATCH, window);
const batch = concatBytes(...Array.from({ length: step }, () => one));
const reader = new FrameReader();
let sent = 0;
let answered = 0;

function fill(): void {
  while (sent < count && sent - answered + step <= window) {
    socket.write(batch);
    sent += step;
  }
}

socket.removeAllListeners("data");
const start = process.hrtime.bigint();
fill();
await new Promise<void>((resolve) => {
  socket.on("data", (chunk: Buffer) => {
    for (const _ of reader.push(chunk)) answered += 1;
    if (answered >= sent && sent >= count) resolve();
    else fill();
  });
});
process.stdout.write(`${Number(process.hrtime.bigint() - start) / 1e9}\n`);
socket.destroy();
