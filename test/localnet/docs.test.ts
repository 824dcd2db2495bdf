/** How-tos of dApps: every excerpt is in the source of the example, and links lead somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { PROJECT } from "../kit/program.ts";

const DOCS = join(PROJECT, "localnet", "docs");
const EXAMPLE = join(PROJECT, "localnet", "examples", "dapp", "page");

function read(file: string): string {
  return readFileSync(file, "utf8");
}

describe("how-tos of dApps", () => {
  it("show what is in the example", () => {
    const files = readdirSync(EXAMPLE).filter((name) => name.endsWith(".ts"));
    const source = files.map((name) => read(join(EXAMPLE, name))).join("\n");
    const text = read(join(DOCS, "first-dapp.md"));
    const blocks = [...text.matchAll(/```ts\n([\s\S]*?)\n```/g)].map((match) => match[1] ?? "");
    const own = blocks.filter((block) => !block.includes('"aegisai/client"'));
    expect(own.length).to.be.greaterThan(3);
    for (const block of own) expect(source, block).to.include(block);
  });

  it("lead somewhere", () => {
    for (const name of readdirSync(DOCS)) {
      const file = join(DOCS, name);
      for (const [, link = ""] of read(file).matchAll(/\]\(([^)#:]+)\)/g)) {
        expect(existsSync(join(dirname(file), link)), `${name}: ${link}`).to.equal(true);
      }
    }
  });
});
