/** What comes over the ABCI socket, cut into chunks by the input itself. */
import { baseApplication } from "../../../app/abci/application.ts";
import { dispatch } from "../../../app/abci/dispatch.ts";
import { FrameError, FrameReader, frame } from "../../../app/abci/framing.ts";
import { Request, Response } from "../../../proto/gen/tendermint/abci/types.ts";
import { WireError } from "../../../proto/wire/error.ts";
import { type FuzzTarget, refusing } from "../target.ts";

/** Far below the real limit, so that a wrong one is seen. */
const FRAME_BYTES_MAX = 100_000;

function framed(...requests: Partial<Request>[]): Uint8Array {
  return Buffer.concat(
    requests.flatMap((request) => [...frame(Request.encode(Request.create(request)))]),
  );
}

/** The target. */
export function frameTarget(): FuzzTarget {
  const application = baseApplication();
  const tx = new Uint8Array(300).fill(7);
  const isDocumented = (error: unknown): boolean =>
    error instanceof FrameError || error instanceof WireError;
  return {
    name: "ABCI frames",
    promise: "a peer that speaks something else is dropped, and nothing large is allocated for it",
    seeds: [
      framed({ flush: {} }, { echo: { message: "hello" } }, { flush: {} }),
      framed({ checkTx: { tx, type: 0 } }, { flush: {} }),
      framed({ query: { path: "/a/b", data: tx, height: 3n, prove: true } }, { flush: {} }),
      framed({ loadSnapshotChunk: { height: 1n, format: 1, chunk: 0 } }),
    ],
    share: 1,
    run: (input) =>
      refusing(() => {
        const reader = new FrameReader(FRAME_BYTES_MAX);
        const size = 1 + (input.at(-1) ?? 0);
        for (let at = 0; at < input.length; at += size) {
          for (const bytes of reader.push(Buffer.from(input.subarray(at, at + size)))) {
            const answer = dispatch(application, Request.decodeLenient(bytes));
            if (!(answer instanceof Promise)) Response.encode(answer);
          }
        }
      }, isDocumented),
  };
}
