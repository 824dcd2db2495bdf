/**
 * Checks a genesis file as a whole: the part that CometBFT reads by its rules, and the state by
 * starting a chain from it in memory, so that what passes here is what `aegisd start` accepts.
 */
import { RequestInitChain } from "../../../proto/gen/tendermint/abci/types.ts";
import { ConsensusParams } from "../../../proto/gen/tendermint/types/params.ts";
import { createApp } from "../../../app/app.ts";
import { TX_BYTES_MAX } from "../../../app/constants.ts";
import { queryContext } from "../../../app/lifecycle/context.ts";
import { committedState, lastBlock } from "../../../app/lifecycle/host.ts";
import { utf8 } from "../../../app/lib/bytes.ts";
import { silentLogger } from "../../../app/lib/log.ts";
import { openMemoryStore } from "../../../app/store/memory.ts";
import { storeNames } from "../node/application.ts";
import type { GenesisDocument } from "./document.ts";

const CHAIN_ID_BYTES_MAX = 50;
/** The largest transaction must fit beside what else stands in a block. */
const BLOCK_BYTES_MIN: bigint = BigInt(2 * TX_BYTES_MAX);
const BLOCK_BYTES_MAX = 104_857_600n;

/** What is wrong with `document`, in words; empty when a chain can start from it. */
export function genesisComplaints(document: GenesisDocument): readonly string[] {
  const outer = [
    ...chainIdComplaints(document.chain_id),
    ...timeComplaints(document.genesis_time),
    ...heightComplaints(document.initial_height),
    ...paramsComplaints(document.consensus_params),
  ];
  // A state cannot be tried on a chain that cannot be.
  return outer.length > 0 ? outer : stateComplaints(document);
}

function chainIdComplaints(chainId: unknown): string[] {
  const isText = typeof chainId === "string" && chainId !== "" && !/[^\x21-\x7e]/.test(chainId);
  if (isText && chainId.length <= CHAIN_ID_BYTES_MAX) return [];
  return [`chain_id must have 1 to ${CHAIN_ID_BYTES_MAX} printable ASCII characters`];
}

function timeComplaints(time: unknown): string[] {
  const isTime =
    typeof time === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time) &&
    !Number.isNaN(Date.parse(time));
  return isTime ? [] : ["genesis_time must be an RFC 3339 time in UTC"];
}

function heightComplaints(height: unknown): string[] {
  const isHeight = typeof height === "string" && /^[1-9]\d{0,17}$/.test(height);
  return isHeight ? [] : ["initial_height must be a height of at least 1, in quotes"];
}

function paramsComplaints(params: unknown): string[] {
  const text = (section: string, name: string): string => {
    const sections = (params ?? {}) as Record<string, Record<string, unknown> | undefined>;
    return String(sections[section]?.[name] ?? "");
  };
  const complaints: string[] = [];
  const maxBytes = text("block", "max_bytes");
  const bytes = /^-?\d{1,12}$/.test(maxBytes) ? BigInt(maxBytes) : 0n;
  if (bytes !== -1n && (bytes < BLOCK_BYTES_MIN || bytes > BLOCK_BYTES_MAX)) {
    const range = `${BLOCK_BYTES_MIN} to ${BLOCK_BYTES_MAX}`;
    complaints.push(`consensus_params.block.max_bytes must be -1 or from ${range}`);
  }
  if (!/^(-1|\d{1,18})$/.test(text("block", "max_gas"))) {
    complaints.push("consensus_params.block.max_gas must be -1 or a number");
  }
  if (text("abci", "vote_extensions_enable_height") !== "1") {
    complaints.push('consensus_params.abci.vote_extensions_enable_height must be "1"');
  }
  if (text("validator", "pub_key_types") !== "ed25519") {
    complaints.push('consensus_params.validator.pub_key_types must be ["ed25519"]');
  }
  return complaints;
}

function stateComplaints(document: GenesisDocument): string[] {
  const names = storeNames();
  const app = createApp({
    store: openMemoryStore({ storeNames: names, keptVersions: 1 }),
    logger: silentLogger,
  });
  const time = BigInt(Date.parse(document.genesis_time));
  try {
    app.initChain(
      RequestInitChain.create({
        time: { seconds: time / 1000n, nanos: Number(time % 1000n) * 1_000_000 },
        chainId: document.chain_id,
        consensusParams: ConsensusParams.create({
          block: { maxBytes: 4_194_304n, maxGas: BigInt(document.consensus_params.block.max_gas) },
          abci: { voteExtensionsEnableHeight: 1n },
        }),
        appStateBytes: utf8(JSON.stringify(document.app_state)),
        initialHeight: BigInt(document.initial_height),
      }),
    );
    const state = committedState(app.host);
    return [...app.host.manager.brokenInvariants(queryContext(state, lastBlock(state)))];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
