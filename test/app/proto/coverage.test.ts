/**
 * No message of Cosmos or CometBFT is left unproven: the tests around this one hold the bytes of
 * each generated file to the encoders that clients use, and this one finds files that none holds
 * and messages that clients do not have.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect } from "chai";
import { isCodec } from "../../kit/randomMessage.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const GENERATED = join(PROJECT, "proto/gen");
const CLIENTS = join(PROJECT, "node_modules/cosmjs-types");
const TESTS = join(PROJECT, "test/app");

/** Messages that the clients' library does not have, each with what proves it instead. */
const NOT_OF_CLIENTS: Readonly<Record<string, string>> = {
  "/cosmos.staking.v1beta1.MsgRotateConsPubKey": "bytes in staking.test.ts",
  "/cosmos.staking.v1beta1.MsgRotateConsPubKeyResponse": "bytes in staking.test.ts",
  "/tendermint.types.CanonicalBlockID": "signatures of real chains",
  "/tendermint.types.CanonicalPartSetHeader": "signatures of real chains",
  "/tendermint.types.CanonicalVote": "signatures of real chains",
};

function filesUnder(folder: string, ending: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.endsWith(ending)).toSorted();
}

/** Type URLs of the messages in each generated file that has any. */
async function messagesByFile(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const file of filesUnder(GENERATED, ".ts")) {
    if (!/^(cosmos|tendermint)\//.test(file)) continue;
    const exported = (await import(pathToFileURL(join(GENERATED, file)).href)) as object;
    const urls = Object.values(exported).flatMap((one) => (isCodec(one) ? [one.typeUrl] : []));
    if (urls.length > 0) found.set(file, urls);
  }
  return found;
}

/** Generated files that a test gives as a whole, in a pair with the clients' file. */
function filesInPairs(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of filesUnder(TESTS, ".test.ts")) {
    const source = readFileSync(join(TESTS, name), "utf8");
    const theirs = new Set(
      [...source.matchAll(/import \* as (\w+) from "cosmjs-types\//g)].map(([, alias]) => alias),
    );
    if (theirs.size === 0) continue;
    const imports = source.matchAll(/import \* as (\w+) from "[./]+proto\/gen\/([^"]+)"/g);
    for (const [, alias, file] of imports) {
      const isPaired = new RegExp(`\\[("[^"]+", )?${alias}, \\w+( as never)?\\]`).test(source);
      if (isPaired && file !== undefined) found.add(file);
    }
  }
  return found;
}

/** What clients export in a package's files, such as `ModeInfo_Multi`. */
async function clientNames(folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const file of readdirSync(join(CLIENTS, folder)).filter((one) => one.endsWith(".js"))) {
    const { href } = pathToFileURL(join(CLIENTS, folder, file));
    for (const name of Object.keys((await import(href)) as object)) names.add(name);
  }
  return names;
}

describe("Cosmos' and CometBFT's messages", () => {
  it("are all held to the clients' bytes, file by file", async () => {
    const messages = await messagesByFile();
    const paired = filesInPairs();
    expect(messages.size).to.be.greaterThan(40);
    expect([...messages.keys()].filter((file) => !paired.has(file))).to.deep.equal([]);
  });

  it("are unknown to clients only where this is named", async () => {
    const unknown: string[] = [];
    for (const [file, urls] of await messagesByFile()) {
      const folder = file.slice(0, file.lastIndexOf("/"));
      const names = await clientNames(folder);
      const scope = `/${folder.replaceAll("/", ".")}.`;
      for (const url of urls) {
        expect(url.startsWith(scope), url).to.equal(true);
        if (!names.has(url.slice(scope.length).replaceAll(".", "_"))) unknown.push(url);
      }
    }
    expect(unknown.toSorted()).to.deep.equal(Object.keys(NOT_OF_CLIENTS).toSorted());
  });
});
