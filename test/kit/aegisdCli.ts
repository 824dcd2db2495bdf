/** `aegisd` as its users write it, run in this process against a node of a local network. */
import { expect } from "chai";
import { buildModules } from "../../app/modules.ts";
import { EXIT } from "../../cmd/aegisd/exit.ts";
import { runProgram } from "../../cmd/aegisd/program.ts";
import { fakeIo } from "../cmd/aegisd/fakeIo.ts";

const { modules } = buildModules().manager;

/** How a command ended. */
interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Commands of one home at one node. */
export interface AegisdCli {
  /** Makes a key and tells its address. */
  addKey(name: string): Promise<string>;
  /** The address of a key. */
  address(name: string): Promise<string>;
  /** `aegisd tx …`, until a block has it; tells the height. Fails when it is refused. */
  tx(...argv: readonly string[]): Promise<number>;
  /** The same without any expectation. */
  tryTx(...argv: readonly string[]): Promise<Answer>;
  /** Hands a transaction to the node and does not wait; tells whether it was taken. */
  send(...argv: readonly string[]): Promise<boolean>;
  /** `aegisd query …`: the JSON that it prints. */
  ask(...argv: readonly string[]): Promise<Record<string, unknown>>;
}

async function aegisd(...argv: readonly string[]): Promise<Answer> {
  const io = fakeIo();
  const code = await runProgram(io, modules, argv);
  return { code, out: io.written.out, err: io.written.err };
}

async function succeed(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await aegisd(...argv, "-o", "json");
  expect(code, `${argv.join(" ")}: ${err}`).to.equal(EXIT.ok);
  return JSON.parse(out) as Record<string, unknown>;
}

/** Commands with the keys of `home` at the node `url`. */
export function aegisdCli(home: string, url: string): AegisdCli {
  const keys = ["--home", home, "--keyring-backend", "test"];
  const sending = [...keys, "--node", url, "-y"];
  const waiting = [...sending, "--wait"];
  return {
    addKey: async (name) => `${(await succeed("keys", "add", name, ...keys))["address"]}`,
    address: async (name) => `${(await succeed("keys", "show", name, ...keys))["address"]}`,
    tx: async (...argv) => Number((await succeed("tx", ...argv, ...waiting))["height"]),
    tryTx: (...argv) => aegisd("tx", ...argv, ...waiting, "-o", "json"),
    send: async (...argv) => (await aegisd("tx", ...argv, ...sending)).code === EXIT.ok,
    ask: (...argv) => succeed("query", ...argv, "--node", url),
  };
}
