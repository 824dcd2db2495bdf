/** Where an ABCI server listens: `unix:///path` or `tcp://host:port`. */
import { SOCKET_PATH_BYTES_MAX } from "./limits.ts";

export type AbciAddress =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

/** @throws RangeError that says what is wrong with `text`. */
export function parseAbciAddress(text: string): AbciAddress {
  if (text.startsWith("unix://")) {
    const path = text.slice("unix://".length);
    if (path === "") throw new RangeError("unix:// needs the path of a socket");
    const length = Buffer.byteLength(path);
    if (length > SOCKET_PATH_BYTES_MAX) {
      throw new RangeError(
        `the socket path has ${length} bytes, at most ${SOCKET_PATH_BYTES_MAX} work: ${path}`,
      );
    }
    return { kind: "unix", path };
  }
  const match = /^tcp:\/\/(\[[0-9a-f:]+\]|[^:/]+):(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  if (match === null || port > 65_535) {
    throw new RangeError(`"${text}" is neither unix:///path nor tcp://host:port`);
  }
  return { kind: "tcp", host: (match[1] as string).replace(/^\[|\]$/g, ""), port };
}
