/** Whole command lines, run in-process as a user would type them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Command } from "commander";
import { addressBytes } from "../../../app/lib/address.ts";
import { buildModules } from "../../../app/modules.ts";
import { EXIT } from "../../../cmd/aegisd/exit.ts";
import { buildProgram, runProgram } from "../../../cmd/aegisd/program.ts";
import { type FakeIoOptions, fakeIo } from "./fakeIo.ts";

const { modules } = buildModules().manager;
const WORDS =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** The words of a command line as a shell splits it, with an address for what it would run. */
function words(line: string): string[] {
  const address = "aegis1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
  const whole = line.replace(/\$\([^)]*\)/g, address).replace(/\b00\.{3}\d\d\b/g, "00".repeat(20));
  const found = whole.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return found.map((word) => word.replace(/^(['"])(.*)\1$/, "$2"));
}

describe("aegisd", () => {
  let home: string;

  async function run(argv: string, options: FakeIoOptions = {}): Promise<Answer> {
    const io = fakeIo(options);
    const code = await runProgram(io, modules, argv.split(" "));
    return { code, ...io.written };
  }
  const local = (argv: string, options?: FakeIoOptions): Promise<Answer> =>
    run(`${argv} --home ${home} --keyring-backend test`, options);

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "aegisd-cli-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  describe("help", () => {
    const all = leaves(buildProgram(fakeIo(), modules));

    it("has a command for every message and query of every module", () => {
      const names = all.map(fullName);
      for (const { name, messages, queries } of modules) {
        const own = (kind: string): number =>
          names.filter((one) => one.startsWith(`aegisd ${kind} ${name} `)).length;
        expect(own("tx"), name).to.equal(messages.length);
        expect(own("query"), name).to.equal(queries.length);
      }
      expect(new Set(names).size).to.equal(names.length);
    });

    for (const command of all) {
      const name = fullName(command);

      it(`of ${name} has an example of itself and the exit codes`, async () => {
        const { code, out } = await run(`${name.replace("aegisd ", "")} --help`);
        expect(code).to.equal(EXIT.ok);
        expect(out).to.match(/\nExamples?:\n {2}\$ aegisd /);
        expect(out).to.contain(`$ ${name}`);
        expect(out).to.contain("Exit codes: 0 done");
      });
    }

    it("of every group has an example", async () => {
      for (const group of ["", "keys ", "genesis ", "tx ", "query ", "tx bank ", "q tasks "]) {
        const { code, out } = await run(`${group}--help`);
        expect(code, group).to.equal(EXIT.ok);
        expect(out, group).to.match(/\nExample:\n {2}\$ aegisd /);
      }
    });
  });

  it("understands the example of every message and query of every module", async () => {
    const request = join(home, "request.json");
    writeFileSync(request, "{}");
    for (const { messages, queries } of modules) {
      for (const { commandLine } of [...messages, ...queries]) {
        if (commandLine === undefined) continue;
        const argv = words(commandLine.example.replace(/@\w+\.json/g, `@${request}`));
        const io = fakeIo();
        const options = ["--node", "http://127.0.0.1:1"];
        if (argv[1] === "tx") options.push("--home", home, "--keyring-backend", "test");
        const code = await runProgram(io, modules, [...argv.slice(1), ...options]);
        // There is neither a key nor a node: that is the only thing wrong.
        const wanted = argv[1] === "tx" ? EXIT.key : EXIT.unreachable;
        expect(code, `${commandLine.example}: ${io.written.err}`).to.equal(wanted);
      }
    }
  });

  it("takes a task from the command line, and from a file", async () => {
    await local("keys add a --recover", { input: WORDS });
    const task = {
      model: "smollm2-135m-instruct",
      messages: [{ role: "ROLE_USER", content: 'Say "hi" to everybody.' }],
      sampling: { temperature_milli: 700, top_k: 40, top_p_milli: 900 },
      max_output_tokens: 20,
      target_count: 1,
      max_fee: "1000000",
    };
    const file = join(home, "tasks.json");
    writeFileSync(file, JSON.stringify([task]));
    const flags = ["--from", "a", "--gas", "1000000", "--generate-only"];
    const at = ["--home", home, "--keyring-backend", "test"];
    for (const given of [JSON.stringify(task), `@${file}`]) {
      const io = fakeIo();
      const argv = ["tx", "tasks", "submit-task", "--tasks", given, ...flags, ...at];
      expect(await runProgram(io, modules, argv), io.written.err).to.equal(EXIT.ok);
      const [message] = JSON.parse(io.written.out).body.messages;
      expect(message.sender).to.match(/^aegis1/);
      expect(message.tasks[0]).to.deep.include({ model: task.model, max_fee: "1000000" });
      expect(message.tasks[0].messages).to.deep.equal(task.messages);
    }
  });

  describe("a wrong command line", () => {
    const wrong = [
      "",
      "nonsense",
      "keys",
      "keys nonsense",
      "tx bank",
      "keys list --nonsense",
      "keys list --output xml",
      "init",
      "init a b",
      "query block zero",
      "query block 0",
      "query tx 12",
      "query bank balance",
      "query tasks task xyz",
      "tx bank send a b 5uasi --gas none",
      "tx bank send a b 5uasi --fees 5atom",
      "tx bank send a b 5uasi --gas-adjustment 0.5",
      "tx bank send a b 5uasi --broadcast-mode block",
      "tx bank send a b 5uasi --timeout-height -1",
      "start --log-level loud",
      "start --minimum-gas-prices 5atom",
    ];
    for (const argv of wrong) {
      it(`is refused with code ${EXIT.usage} and a word: "${argv}"`, async () => {
        const { code, out, err } = await run(argv === "" ? " " : argv);
        expect(code, err).to.equal(EXIT.usage);
        expect(out).to.equal("");
        expect(err).not.to.equal("");
        expect(err).not.to.match(/^\s+at /m);
      });
    }
  });

  describe("keys", () => {
    it("derives the address that every Cosmos wallet derives", async () => {
      const { code, out } = await local("keys add a --recover -o json", { input: `${WORDS}\n` });
      expect(code).to.equal(EXIT.ok);
      const elsewhere = "cosmos19rl4cm2hmr8afy4kldpxz3fka4jguq0auqdal4";
      expect(addressBytes(JSON.parse(out).address)).to.deep.equal(
        addressBytes(elsewhere, "cosmos"),
      );
    });

    it("shows new words once: on standard error, or in the JSON", async () => {
      const text = await local("keys add a");
      expect(text.err).to.match(/\n([a-z]+ ){23}[a-z]+\n$/);
      expect(text.out).not.to.match(/([a-z]+ ){23}/);
      const json = await local("keys add b -o json");
      expect(json.err).to.equal("");
      expect(JSON.parse(json.out).mnemonic.split(" ")).to.have.length(24);
      const recovered = await local("keys add c --recover -o json", { input: WORDS });
      expect(JSON.parse(recovered.out)).not.to.have.property("mnemonic");
    });

    it("refuses words with a wrong checksum, and does not repeat them", async () => {
      const { code, err } = await local("keys add a --recover", {
        input: WORDS.replace("about", "abandon"),
      });
      expect(code).to.equal(EXIT.usage);
      expect(err).not.to.contain("abandon");
    });

    it("lists, shows and deletes", async () => {
      await local("keys add a --recover", { input: WORDS });
      const list = JSON.parse((await local("keys list -o json")).out);
      expect(list).to.have.length(1);
      expect((await local("keys show a -a")).out).to.equal(`${list[0].address}\n`);
      expect((await local("keys show a -a --bech val")).out).to.match(/^aegisvaloper1/);
      expect((await local("keys delete a")).code).to.equal(EXIT.usage);
      expect((await local("keys delete a", { answers: ["n"] })).code).to.equal(EXIT.failure);
      expect((await local("keys delete a", { answers: ["y"] })).code).to.equal(EXIT.ok);
      expect((await local("keys show a")).code).to.equal(EXIT.key);
    });

    it("exports what import takes, and no bare secret without --unsafe", async () => {
      await local("keys add a --recover", { input: WORDS });
      const file = join(home, "a.asc");
      const env = { AEGIS_EXPORT_PASSPHRASE: "carry me over" };
      const armored = await local("keys export a", { env });
      expect(armored.code, armored.err).to.equal(EXIT.ok);
      writeFileSync(file, armored.out);
      const imported = await local(`keys import b ${file} -o json`, { env });
      expect(imported.code, imported.err).to.equal(EXIT.ok);
      const shown = JSON.parse((await local("keys show a -o json")).out);
      expect(JSON.parse(imported.out).address).to.equal(shown.address);
      const wrong = await local(`keys import c ${file}`, {
        env: { AEGIS_EXPORT_PASSPHRASE: "carry me elsewhere" },
      });
      expect(wrong.code).to.equal(EXIT.key);
      expect((await local("keys export a --unarmored-hex")).code).to.equal(EXIT.usage);
      const bare = await local("keys export a --unarmored-hex --unsafe");
      expect(bare.out).to.match(/^[0-9a-f]{64}\n$/);
      const back = await local("keys import d --hex", { input: bare.out });
      expect(back.code, back.err).to.equal(EXIT.ok);
    });

    it("asks the encrypted keyring's passphrase, and says how to give it otherwise", async () => {
      const argv = `keys add a --home ${home}`;
      const silent = await run(argv);
      expect(silent.code).to.equal(EXIT.key);
      expect(silent.err).to.contain("AEGIS_KEYRING_PASSPHRASE_FILE");
      const typed = await run(argv, { answers: ["long enough", "long enough"] });
      expect(typed.code, typed.err).to.equal(EXIT.ok);
      const wrong = await run(`keys export a --unarmored-hex --unsafe --home ${home}`, {
        answers: ["not the one"],
      });
      expect(wrong.code).to.equal(EXIT.key);
      expect(wrong.out).to.equal("");
    });
  });

  it("prints exactly one JSON value with -o json", async () => {
    await local("keys add a");
    const lines = ["keys list", "keys show a", "keys add b", "keys list --home /nonexistent"];
    for (const argv of lines) {
      const { out } = await local(`${argv} -o json`);
      expect(() => JSON.parse(out), argv).not.to.throw();
      expect(out.trimEnd()).not.to.contain("\n");
    }
    for (const argv of ["version -o json", "version --long -o json"]) {
      expect(JSON.parse((await run(argv)).out)).to.include({ name: "aegisd" });
    }
  });

  it("says in one line that no node answers, with a code of its own", async () => {
    const { code, out, err } = await run("status --node http://127.0.0.1:1");
    expect(code).to.equal(EXIT.unreachable);
    expect(out).to.equal("");
    expect(err).to.match(/^aegisd: status at http:\/\/127\.0\.0\.1:1 failed: .*\n$/);
    expect(err.trim()).not.to.contain("\n");
  });

  it("prints an unsigned transaction without a node when the gas is given", async () => {
    await local("keys add a --recover", { input: WORDS });
    const to = (await local("keys show a -a")).out.trim();
    const argv = `tx bank send a ${to} 5uasi --gas 100000 --generate-only --note hi`;
    const { code, out, err } = await local(argv);
    expect(code, err).to.equal(EXIT.ok);
    const tx = JSON.parse(out);
    expect(tx.body.messages).to.deep.equal([
      {
        "@type": "/cosmos.bank.v1beta1.MsgSend",
        from_address: to,
        to_address: to,
        amount: [{ denom: "uasi", amount: "5" }],
      },
    ]);
    expect(tx.auth_info.fee).to.deep.include({
      amount: [{ denom: "uasi", amount: "2500" }],
      gas_limit: "100000",
    });
  });

  it("refuses before it sends what the chain would refuse", async () => {
    await local("keys add a --recover", { input: WORDS });
    const argv = "tx bank send a nobody 5uasi --gas 100000 --generate-only";
    const { code, err } = await local(argv);
    expect(code).to.equal(EXIT.refused);
    expect(err).to.match(/\(sdk code 7\)\n$/);
    const unsigned = await local("tx bank send ghost nobody 5uasi");
    expect(unsigned.code).to.equal(EXIT.key);
    const nobody = await local("tx tasks unregister-node --field-node x");
    expect(nobody.code).to.equal(EXIT.usage);
  });
});
