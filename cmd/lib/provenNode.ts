/** A node whose answers are proven, for programs: trust from a file, witnesses, evidence kept. */
import type { ProofError } from "../../app/client/ics23Bytes.ts";
import { LightClient } from "../../app/client/light/client.ts";
import { ForkError, LightError } from "../../app/client/light/error.ts";
import { provenRpc } from "../../app/client/light/provenRpc.ts";
import { rpcProvider } from "../../app/client/light/provider.ts";
import { rpcCalls } from "../../app/client/receipt/node.ts";
import { TRUSTING_PERIOD_MS } from "../../app/client/receipt/trust.ts";
import { httpRpc, type Rpc } from "../../app/client/rpc.ts";
import { keepFork, rememberedTrust, rememberTrust, type Trust } from "./lightTrust.ts";

export interface ProvenNodeOptions {
  /** RPC address of the node that is asked. */
  readonly url: string;
  /** Those that must agree with it. */
  readonly witnesses: readonly string[];
  readonly chainId: string;
  /** A header that the user trusts; undefined when he has given none. */
  readonly trust: Trust | undefined;
  /** Whether what is remembered is used instead when it is later. */
  readonly goesOn: boolean;
  /** File of what was verified last. */
  readonly trustFile: string;
  /** File for both headers of a fork. */
  readonly forkFile: string;
  readonly onVerified?: (height: bigint) => void;
  readonly onRefused?: (error: LightError | ForkError | ProofError) => void;
  readonly onDropped?: (url: string, reason: string) => void;
}

/** Headers between two writes of the file. */
const REMEMBER_HEIGHTS = 20n;

/** The node's RPC, with queries answered from proven state. */
export function provenNode(options: ProvenNodeOptions): Rpc {
  const { url, chainId, trustFile } = options;
  const rpc = httpRpc(url);
  let written = 0n;
  const start = (): Promise<LightClient> => {
    const trust = firstTrust(options);
    return LightClient.start({
      ...{ chainId, trust, trustingPeriodMs: TRUSTING_PERIOD_MS, nowMs: () => Date.now() },
      primary: rpcProvider(url),
      witnesses: options.witnesses.map(rpcProvider),
      onDropped: options.onDropped,
    });
  };
  return provenRpc({
    rpc,
    call: rpcCalls(rpc.url),
    start,
    onVerified: (fact) => {
      options.onVerified?.(fact.height);
      if (fact.height < written + REMEMBER_HEIGHTS) return;
      rememberTrust(trustFile, fact);
      written = fact.height;
    },
    onRefused: (error) => {
      if (error instanceof ForkError) keepFork(options.forkFile, error);
      options.onRefused?.(error);
    },
  });
}

function firstTrust({ trust, trustFile, chainId, goesOn }: ProvenNodeOptions): Trust {
  if (trust !== undefined && !goesOn) return trust;
  const remembered = rememberedTrust(trustFile, chainId);
  if (remembered !== undefined && remembered.height > (trust?.height ?? 0n)) return remembered;
  if (trust !== undefined) return trust;
  throw new LightError("trust_mismatch", "no header is trusted yet: give HEIGHT:HASH");
}
