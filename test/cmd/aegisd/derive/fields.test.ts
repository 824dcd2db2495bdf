/** Flags and positional arguments derived from the fields of a message, and the message back. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { CommandError, EXIT } from "../../../../cmd/aegisd/exit.ts";
import { fieldsCommand, type FieldsOptions } from "../../../../cmd/aegisd/derive/fields.ts";
import { kebab, messageVerb, queryName } from "../../../../cmd/aegisd/derive/names.ts";
import { signerField } from "../../../../cmd/aegisd/derive/signer.ts";
import { accountAddress, operatorAddress } from "../../../../app/lib/address.ts";
import { messageRouter } from "../../../../app/router/messages.ts";
import { buildModules } from "../../../../app/modules.ts";
import { QueryAllBalancesRequest } from "../../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import { MsgSend } from "../../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { MsgCreateValidator } from "../../../../proto/gen/cosmos/staking/v1beta1/tx.ts";
import { Validator } from "../../../../proto/gen/aegis/staking/v1/staking.ts";
import { MsgRegisterNode, MsgUnregisterNode } from "../../../../proto/gen/aegis/tasks/v1/tx.ts";
import type { Codec } from "../../../../proto/wire/codec.ts";

function parse<T>(
  codec: Codec<T>,
  typed: Readonly<Record<string, unknown>>,
  given: Partial<FieldsOptions & { args: readonly string[] }> = {},
): T {
  const { args = [], ...rest } = given;
  const options = { positional: [], hidden: [], taken: new Set<string>(), ...rest };
  return fieldsCommand(codec, options).message(args, typed);
}

function flags<T>(codec: Codec<T>, given: Partial<FieldsOptions> = {}): string[] {
  const options = { positional: [], hidden: [], taken: new Set<string>(), ...given };
  return fieldsCommand(codec, options).options.map((option) => option.long ?? "");
}

function complaint(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).to.be.instanceOf(CommandError);
    expect((error as CommandError).exitCode).to.equal(EXIT.usage);
    return (error as CommandError).message;
  }
  return expect.fail("it was let through");
}

describe("names", () => {
  it("are kebab-case, whatever the words look like", () => {
    expect(kebab("SubmitTask")).to.equal("submit-task");
    expect(kebab("task_hash")).to.equal("task-hash");
    expect(kebab("IBCDenomURL")).to.equal("ibc-denom-url");
    expect(messageVerb("/aegis.tasks.v1.MsgSubmitTask")).to.equal("submit-task");
    expect(messageVerb("/x.Msgr")).to.equal("msgr");
    expect(queryName("/cosmos.bank.v1beta1.Query/AllBalances")).to.equal("all-balances");
  });
});

describe("fieldsCommand", () => {
  it("makes a flag of each field that is neither positional nor hidden", () => {
    const given = { positional: ["to_address", "amount"], hidden: ["from_address"] };
    expect(flags(MsgSend, given)).to.deep.equal([]);
    expect(flags(MsgSend)).to.deep.equal(["--from-address", "--to-address", "--amount"]);
  });

  it("gives another flag to a field that would hide an option of the command", () => {
    const given = { hidden: ["operator"], taken: new Set(["node"]) };
    expect(flags(MsgUnregisterNode, given)).to.deep.equal(["--field-node"]);
    expect(parse(MsgUnregisterNode, { node: "http://here", fieldNode: "n" }, given)).to.deep.equal({
      operator: "",
      node: "n",
    });
  });

  it("spreads a page request over flags of its own", () => {
    expect(flags(QueryAllBalancesRequest)).to.include.members(["--page-limit", "--page-reverse"]);
    const typed = { address: "a", pageLimit: "5", pageReverse: "yes", pageKey: "0a0b" };
    const { pagination } = parse(QueryAllBalancesRequest, typed);
    expect(pagination).to.include({ limit: 5n, reverse: true });
    expect(pagination?.key).to.deep.equal(new Uint8Array([10, 11]));
    expect(parse(QueryAllBalancesRequest, { address: "a" }).pagination).to.equal(undefined);
  });

  it("reads coins as people write them, and as JSON", () => {
    const coins = [{ denom: "uasi", amount: "5" }];
    expect(parse(MsgSend, { amount: ["5uasi"] }).amount).to.deep.equal(coins);
    expect(parse(MsgSend, { amount: ['{"denom":"uasi","amount":"5"}'] }).amount).to.deep.equal(
      coins,
    );
    const positional = { positional: ["amount"], args: ["5uasi,7ibc/AB"] };
    expect(parse(MsgSend, {}, positional).amount).to.have.length(2);
    for (const text of ["5", "uasi", "-5uasi", "5.5uasi", "{"]) {
      expect(
        complaint(() => parse(MsgSend, { amount: [text] })),
        text,
      ).to.match(/amount: /);
    }
  });

  it("reads bytes as hex, base64 or from a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "aegisd-fields-"));
    try {
      const path = join(folder, "key");
      writeFileSync(path, new Uint8Array([1, 2, 255]));
      for (const text of ["0102ff", "0102FF", "base64:AQL/", `@${path}`]) {
        const { publicKey } = parse(MsgRegisterNode, { publicKey: text });
        expect(publicKey, text).to.deep.equal(new Uint8Array([1, 2, 255]));
      }
      for (const text of ["0x01", "1", "zz", `@${path}.gone`]) {
        expect(
          complaint(() => parse(MsgRegisterNode, { publicKey: text })),
          text,
        ).to.match(/^public_key: /);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("takes lists one by one or as one JSON list, and from files", () => {
    const folder = mkdtempSync(join(tmpdir(), "aegisd-fields-"));
    try {
      const path = join(folder, "models.json");
      const model = { model: "m", kernel_class: "k" };
      writeFileSync(path, JSON.stringify([model, model]));
      const one = JSON.stringify(model);
      for (const typed of [[one, one], [`[${one},${one}]`], [`@${path}`]]) {
        const { models } = parse(MsgRegisterNode, { models: typed });
        expect(models).to.deep.equal([
          { model: "m", kernelClass: "k" },
          { model: "m", kernelClass: "k" },
        ]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const wrong = ["{", "5", '{"modell":"m"}', '{"model":5}', "@/nonexistent"];
    for (const text of wrong) complaint(() => parse(MsgRegisterNode, { models: [text] }));
  });

  it("refuses integers that are none or out of range, naming the field", () => {
    expect(parse(MsgRegisterNode, { stake: "18446744073709551615" }).stake).to.equal(
      2n ** 64n - 1n,
    );
    for (const text of ["", "five", "-1", "1.5", "1e3", "18446744073709551616", "0x5", "007"]) {
      expect(
        complaint(() => parse(MsgRegisterNode, { stake: text })),
        text,
      ).to.match(/stake/);
    }
  });

  it("reads names of enums with and without their prefix", () => {
    for (const text of ["JAIL_REASON_BEACON", "beacon", "Beacon"]) {
      expect(parse(Validator, { jailReason: text }).jailReason).to.equal(1);
    }
    expect(complaint(() => parse(Validator, { jailReason: "weather" }))).to.match(
      /jail_reason: expected one of/,
    );
  });

  it("lets what is filled in win over what is typed", () => {
    const command = fieldsCommand(MsgSend, {
      positional: ["from_address"],
      hidden: [],
      taken: new Set<string>(),
    });
    const filled = { from_address: "aegis1..." };
    expect(command.message(["alice"], {}, filled).fromAddress).to.equal("aegis1...");
  });
});

describe("flat messages and decimals", () => {
  const command = fieldsCommand(MsgCreateValidator, {
    positional: [],
    hidden: [],
    flat: ["description", "commission"],
    decimals: ["rate"],
    taken: new Set<string>(),
  });
  const defaults = { commission: { rate: "1", max_rate: "7" } };

  it("are flags of their own, over what is said without them", () => {
    const typed = { moniker: "m", rate: "0.25" };
    const message = command.message([], typed, {}, defaults);
    expect(message.description?.moniker).to.equal("m");
    expect(message.commission).to.include({ rate: "250000000000000000", maxRate: "7" });
    expect(command.message([], {}, {}, defaults).commission?.rate).to.equal("1");
  });

  it("say in their help what is typed", () => {
    const rate = command.options.find((option) => option.long === "--rate");
    expect([rate?.flags, rate?.description]).to.deep.equal([
      "--rate <decimal>",
      "decimal such as 0.1",
    ]);
  });

  it("are refused when they are no decimals", () => {
    for (const rate of ["", "x", "-1", "1e3", "0.1234567890123456789"]) {
      expect(() => command.message([], { rate })).to.throw("expected a decimal such as 0.1");
    }
  });
});

describe("signerField", () => {
  const routes = [...messageRouter(buildModules().manager.modules).values()];

  it("finds the signer of every message that names it in a field", () => {
    const found = Object.fromEntries(
      routes.map((spec) => [messageVerb(spec.request.typeUrl), signerField(spec)?.name]),
    );
    expect(found).to.include({
      send: "from_address",
      "submit-task": "sender",
      "commit-result": "node",
      "register-node": "operator",
      "update-params": "authority",
      "create-validator": "validator_address",
      delegate: "delegator_address",
    });
    const creation = routes.find((spec) => spec.request.typeUrl.endsWith("MsgCreateValidator"));
    const field = creation && signerField(creation);
    const operator = operatorAddress(new Uint8Array(20));
    expect(field?.textOf(accountAddress(new Uint8Array(20)))).to.equal(operator);
  });

  it("is no argument when it holds an operator, which is no name of a key", () => {
    const found = routes.filter((spec) => {
      const field = signerField(spec);
      const text = field?.textOf(accountAddress(new Uint8Array(20)));
      const isOperator = text === operatorAddress(new Uint8Array(20));
      return isOperator && spec.commandLine?.positional?.includes(field?.name ?? "");
    });
    expect(found.map((spec) => messageVerb(spec.request.typeUrl))).to.deep.equal([]);
  });

  it("knows that a deeper one has no field", () => {
    const multi = routes.find((spec) => spec.request.typeUrl.endsWith("MsgMultiSend"));
    expect(multi && signerField(multi)).to.equal(undefined);
  });
});
