/** Results as JSON and as text. */
import { expect } from "chai";
import { print, printMessage, textOf } from "../../../cmd/aegisd/output.ts";
import { TxRaw } from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { Validator } from "../../../proto/gen/aegis/staking/v1/staking.ts";
import { QueryValidatorResponse } from "../../../proto/gen/aegis/staking/v1/query.ts";
import { fakeIo } from "./fakeIo.ts";

describe("printMessage", () => {
  const value = QueryValidatorResponse.create({
    validator: Validator.create({ operator: "o", consensusPublicKey: new Uint8Array([1, 255]) }),
    consensusAddress: new Uint8Array([16]),
  });

  it("prints proto JSON on one line, with base64", () => {
    const io = fakeIo();
    printMessage(io, "json", QueryValidatorResponse, value);
    const json = JSON.parse(io.written.out);
    expect(json).to.deep.equal(QueryValidatorResponse.toJson(value));
    expect(json.validator.consensus_public_key).to.equal("Af8=");
    expect(io.written.out).to.match(/^[^\n]+\n$/);
  });

  it("prints text with hex, at every depth and in lists", () => {
    const io = fakeIo();
    printMessage(io, "text", QueryValidatorResponse, value);
    expect(io.written.out).to.contain("  consensus_public_key: 01ff\n");
    expect(io.written.out).to.contain("consensus_address: 10\n");
    const list = fakeIo();
    const signatures = [new Uint8Array([1]), new Uint8Array([2])];
    printMessage(list, "text", TxRaw, TxRaw.create({ signatures }));
    expect(list.written.out).to.contain("signatures:\n  - 01\n  - 02\n");
  });
});

describe("textOf", () => {
  it("indents what is inside, and marks what is empty", () => {
    const value = { a: 1, b: { c: "x", d: [] }, e: [{ f: 1, g: 2 }, "h"], i: null, j: "", k: {} };
    expect(textOf(value)).to.equal(
      [
        "a: 1",
        "b:",
        "  c: x",
        "  d: []",
        "e:",
        "  - f: 1",
        "    g: 2",
        "  - h",
        "i: -",
        'j: ""',
        "k: {}",
      ].join("\n"),
    );
    expect(textOf([])).to.equal("(none)");
  });

  it("never lets a stranger's text reach the terminal's controls", () => {
    const text = textOf({ answer: "a\u001b[2Jb\nc\u009b" });
    expect(text).not.to.match(/[\p{Cc}]/u);
    expect(text).to.contain("\\u001b").and.contain("\\u009b");
    const io = fakeIo();
    print(io, "json", { answer: "\u009b\u007f" });
    expect(io.written.out).to.equal('{"answer":"\\u009b\\u007f"}\n');
    expect(JSON.parse(io.written.out).answer).to.equal("\u009b\u007f");
  });
});
