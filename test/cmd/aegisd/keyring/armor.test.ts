/** Keys as text. */
import { expect } from "chai";
import { armor, unarmor } from "../../../../cmd/aegisd/keyring/armor.ts";

const SECRET = new Uint8Array(32).fill(9);
const COST = 2 ** 10;

describe("armor", () => {
  it("is undone with its passphrase and with no other", () => {
    const text = armor(SECRET, "carry me over", COST);
    expect(unarmor(text, "carry me over")).to.deep.equal(SECRET);
    expect(unarmor(`\n  ${text.replaceAll("\n", "\r\n")}\n`, "carry me over")).to.deep.equal(
      SECRET,
    );
    expect(() => unarmor(text, "carry me ove")).to.throw(/wrong passphrase/);
  });

  it("is never the same twice and shows nothing", () => {
    const text = armor(SECRET, "carry me over", COST);
    expect(armor(SECRET, "carry me over", COST)).not.to.equal(text);
    expect(text).not.to.contain(Buffer.from(SECRET).toString("base64").slice(0, 20));
  });

  it("refuses what is not an armored key", () => {
    const text = armor(SECRET, "carry me over", COST);
    const lines = text.split("\n");
    const broken = ["", "key", text.replace("AEGIS", "TENDERMINT"), lines.slice(0, -2).join("\n")];
    broken.push(text.replace(/\n[A-Za-z0-9]/, "\n!"), lines.toSpliced(1, 1).join("\n"));
    for (const one of broken) {
      expect(() => unarmor(one, "carry me over"), one).to.throw(/cannot import the key/);
    }
  });
});
