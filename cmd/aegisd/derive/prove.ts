/** `--prove` of queries: the answer is computed here, on state that the node has to prove. */
import { Option } from "commander";
import { ProofError } from "../../../app/client/ics23Bytes.ts";
import { LightError } from "../../../app/client/light/error.ts";
import { httpRpc, type Rpc } from "../../../app/client/rpc.ts";
import type { Trust } from "../../lib/lightTrust.ts";
import { provenNode } from "../../lib/provenNode.ts";
import { explainedLight, forkFile, parseTrust, stateFile } from "../commands/light.ts";
import { homeOption } from "../options.ts";

/** What the options give. */
export interface ProveOptions {
  readonly node: string;
  readonly home: string;
  readonly prove?: true;
  readonly trust?: Trust;
}

/** The options, for the command's list. */
export function proveOptions(): readonly Option[] {
  return [
    new Option("--prove", "believe nothing of the node that is not proven"),
    new Option("--trust <height:hash>", "with --prove: a header that you trust").argParser(
      parseTrust,
    ),
    homeOption(),
  ];
}

/** Runs `ask` on the node, or with --prove on what it proves. @throws CommandError */
export async function asking<T>(options: ProveOptions, ask: (rpc: Rpc) => Promise<T>): Promise<T> {
  if (options.prove !== true) return ask(httpRpc(options.node));
  const { node, home, trust } = options;
  try {
    const { chainId } = await httpRpc(node).status();
    const files = { trustFile: stateFile(home), forkFile: forkFile(home) };
    return await ask(
      provenNode({ url: node, witnesses: [], goesOn: false, chainId, trust, ...files }),
    );
  } catch (error) {
    const isOurs = error instanceof LightError || error instanceof ProofError;
    throw isOurs ? explainedLight(home, error) : error;
  }
}
