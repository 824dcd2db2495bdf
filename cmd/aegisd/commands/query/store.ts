/** `aegisd query store`: the bytes under a key of a store, with --prove also their proof. */
import { type Command, Option } from "commander";
import { httpRpc } from "../../../../app/client/rpc.ts";
import { hex } from "../../../../app/lib/bytes.ts";
import type { Trust } from "../../../lib/lightTrust.ts";
import { makeCommand } from "../../command.ts";
import { CommandError, usageError } from "../../exit.ts";
import type { Io } from "../../io.ts";
import { heightOption, homeOption, nodeOption, outputOption } from "../../options.ts";
import { type OutputFormat, print } from "../../output.ts";
import { parseKey, parseTrust, runLight, witnessOption } from "../light.ts";

interface StoreOptions {
  readonly node: string;
  readonly height?: number;
  readonly prove?: true;
  readonly trust?: Trust;
  readonly witness: readonly string[];
  readonly home: string;
  readonly output: OutputFormat;
}

const DETAILS = `\
The value is null when the store has no such key. With --prove the value, or its absence, is proven
to a header that is verified from --trust on, or from what "aegisd light" verified last.`;

/** The command. */
export function storeCommand(io: Io): Command {
  return makeCommand<StoreOptions>(io, {
    name: "store",
    summary: "the bytes under a key of a store",
    details: DETAILS,
    args: [
      { name: "store", about: "name of the store, that of its module" },
      { name: "key", about: "the key, in hex" },
    ],
    options: [
      heightOption("state after this height (default: the latest)"),
      nodeOption(),
      new Option("--prove", "believe nothing of the node that is not proven"),
      new Option("--trust <height:hash>", "with --prove: a header that you trust").argParser(
        parseTrust,
      ),
      witnessOption(),
      homeOption(),
      outputOption(),
    ],
    examples: [
      "aegisd query store bank 01...",
      "aegisd query store tasks 05 --prove --trust 1:6F...",
    ],
    run: ({ args: [store = "", key = ""], options }) => ask(io, store, bytesOf(key), options),
  });
}

async function ask(io: Io, store: string, key: Uint8Array, options: StoreOptions): Promise<void> {
  if (!/^[a-z0-9_]{1,64}$/.test(store)) throw usageError("a store's name is like a module's");
  if (options.prove === true) return runLight(io, { ...options, store, key });
  const { node, height } = options;
  const answer = await httpRpc(node).query(`/store/${store}/key`, key, height);
  if (answer.code !== 0) throw new CommandError(`the node refuses: ${answer.log}`);
  print(io, options.output, {
    store,
    key: hex(key),
    value: answer.value.length === 0 ? null : hex(answer.value),
    height: `${answer.height}`,
  });
}

function bytesOf(text: string): Uint8Array {
  try {
    return parseKey(text);
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : "not a key");
  }
}
