/**
 * An example application on our ABCI server: the key-value store that CometBFT's own examples talk
 * to, with its codes, its hash and its answers. A transaction is `key=value` or `key:value`; the
 * hash is their number. Everything is in memory, and validators never change.
 */
import { type Application, baseApplication } from "../../app/abci/application.ts";
import { hex, utf8 } from "../../app/lib/bytes.ts";
import {
  Event,
  EventAttribute,
  ExecTxResult,
  ResponseCheckTx,
  ResponseFinalizeBlock,
  ResponseInfo,
  ResponseInitChain,
  ResponsePrepareProposal,
  ResponseProcessProposal,
  ResponseProcessProposalProposalStatus,
  ResponseQuery,
} from "../../proto/gen/tendermint/abci/types.ts";

const HASH_BYTES = 8;
const CODE_INVALID_FORMAT = 2;
const EQUALS = "=".charCodeAt(0);
const COLON = ":".charCodeAt(0);
const { ACCEPT, REJECT } = ResponseProcessProposalProposalStatus;

/** The hash of a store to which `size` transactions were applied: a signed varint, padded. */
export function kvstoreHash(size: number): Uint8Array {
  const hash = new Uint8Array(HASH_BYTES);
  let rest = size * 2;
  for (let at = 0; at < HASH_BYTES && rest > 0; at += 1) {
    hash[at] = rest >= 0x80 ? (rest % 128) | 0x80 : rest;
    rest = Math.floor(rest / 128);
  }
  return hash;
}

/** Position of the one separator with something before and after it; undefined when malformed. */
function separator(tx: Uint8Array): number | undefined {
  const places = [...tx.keys()].filter((at) => tx[at] === EQUALS || tx[at] === COLON);
  const [at] = places;
  if (at === undefined || places.length > 1 || at === 0 || at === tx.length - 1) return undefined;
  return at;
}

function withEquals(tx: Uint8Array): Uint8Array {
  return tx.map((byte) => (byte === COLON ? EQUALS : byte));
}

function result(tx: Uint8Array): ExecTxResult {
  const at = separator(tx);
  if (at === undefined) return ExecTxResult.create({ code: CODE_INVALID_FORMAT });
  const key = Buffer.from(tx.subarray(0, at)).toString("utf8");
  const attributes = [EventAttribute.create({ key: "key", value: key, index: true })];
  return ExecTxResult.create({ events: [Event.create({ type: "app", attributes })] });
}

/** A new, empty store. */
export function kvstore(): Application {
  const values = new Map<string, Uint8Array>();
  let staged: readonly Uint8Array[] = [];
  let height = 0n;
  let size = 0;

  return {
    ...baseApplication(),

    info: () =>
      ResponseInfo.create({
        data: `{"size":${size}}`,
        version: "2.0.0",
        appVersion: 1n,
        lastBlockHeight: height,
        lastBlockAppHash: kvstoreHash(size),
      }),

    initChain: () => ResponseInitChain.create({ appHash: kvstoreHash(size) }),

    checkTx: ({ tx }) =>
      separator(tx) === undefined
        ? ResponseCheckTx.create({ code: CODE_INVALID_FORMAT })
        : ResponseCheckTx.create({ gasWanted: 1n }),

    prepareProposal: (request) => {
      const txs = request.txs.filter((tx) => separator(tx) !== undefined).map(withEquals);
      return ResponsePrepareProposal.create(baseApplication().prepareProposal({ ...request, txs }));
    },

    processProposal: ({ txs }) => {
      const isValid = txs.every((tx) => separator(tx) !== undefined);
      return ResponseProcessProposal.create({ status: isValid ? ACCEPT : REJECT });
    },

    finalizeBlock: (request) => {
      staged = request.txs.filter((tx) => separator(tx) !== undefined);
      size += staged.length;
      height = request.height;
      const txResults = request.txs.map(result);
      return ResponseFinalizeBlock.create({ txResults, appHash: kvstoreHash(size) });
    },

    commit: () => {
      for (const tx of staged) {
        const at = separator(tx) as number;
        values.set(hex(tx.subarray(0, at)), tx.slice(at + 1));
      }
      staged = [];
      return baseApplication().commit();
    },

    query: ({ data }) => {
      const value = values.get(hex(data));
      const log = value === undefined ? "does not exist" : "exists";
      return ResponseQuery.create({ key: data, value: value ?? utf8(""), log, height });
    },
  };
}
