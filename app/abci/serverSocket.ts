/** Where a server listens: a unix socket, whose file it looks after, or a TCP port. */
import { lstatSync, rmSync } from "node:fs";
import { connect, type Server } from "node:net";
import type { AbciAddress } from "./address.ts";

/** A live listener accepts at once; one that is too busy to do so within this time is alive. */
const PROBE_MS = 1_000;

/**
 * Binds `server` and returns the address with the port that was taken. The file of a socket whose
 * listener is gone is left over from a crash and is replaced.
 * @throws Error that says who is in the way.
 */
export async function listen(server: Server, address: AbciAddress): Promise<string> {
  if (address.kind === "unix") await freeSocketFile(address.path);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(readable(error, address)));
    const done = (): void => {
      const bound = server.address();
      if (address.kind === "unix") resolve(`unix://${address.path}`);
      else if (typeof bound === "object") {
        const host = address.host.includes(":") ? `[${address.host}]` : address.host;
        resolve(`tcp://${host}:${bound?.port}`);
      }
    };
    if (address.kind === "unix") server.listen(address.path, done);
    else server.listen(address.port, address.host, done);
  });
}

function readable(error: NodeJS.ErrnoException, address: AbciAddress): Error {
  const where = address.kind === "unix" ? address.path : `port ${address.port} of ${address.host}`;
  if (error.code === "EADDRINUSE") return inUse(where);
  return new Error(`cannot listen on ${where}: ${error.message}`);
}

function inUse(where: string): Error {
  return new Error(`another process listens on ${where}: is the node running already?`);
}

async function freeSocketFile(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) throw new Error(`${path} exists and is not a socket`);
  if (await isLive(path)) throw inUse(path);
  rmSync(path, { force: true });
}

function isLive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path);
    const end = (live: boolean): void => {
      clearTimeout(timer);
      probe.destroy();
      resolve(live);
    };
    const timer = setTimeout(() => end(true), PROBE_MS);
    probe.on("connect", () => end(true));
    probe.on("error", (error: NodeJS.ErrnoException) => {
      end(error.code !== "ECONNREFUSED" && error.code !== "ENOENT");
    });
  });
}
