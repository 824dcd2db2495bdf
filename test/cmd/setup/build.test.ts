/** The build of a made-up project: only when something changed, whole, and without leftovers. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { ensureBuild } from "../../../cmd/setup/build.mjs";
import { createLog } from "../../../cmd/setup/log.mjs";
import { ScratchFolder } from "../../kit/tinyModelFile.ts";

const PROJECT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

describe("ensureBuild", () => {
  const scratch = new ScratchFolder();
  const project = join(scratch.path, "project");
  after(() => scratch.remove());

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  const built = (path: string): string => readFileSync(join(project, "build", path), "utf8");
  const build = async (): Promise<string> => {
    const lines: string[] = [];
    await ensureBuild({ log: createLog({ write: (text) => lines.push(text) }), project });
    return lines.join("");
  };

  before(() => {
    mkdirSync(project, { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(project, "node_modules"));
    write("package.json", '{"type": "module"}');
    write("tsconfig.json", "{}");
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      outDir: "build",
      rootDir: ".",
      types: [],
    };
    write("tsconfig.build.json", JSON.stringify({ compilerOptions, include: ["app"] }));
    write("app/main.ts", "export const a: number = 1;\n");
    write("app/old.ts", "export const b: number = 1;\n");
    write("app/tables/t.json", '{"x": 1}\n');
  });

  it("compiles the sources and copies the data that they read", async () => {
    expect(await build()).to.include("build: compiling");
    expect(built("app/main.js")).to.include("const a = 1");
    expect(built("app/tables/t.json")).to.equal('{"x": 1}\n');
  });

  it("has nothing to do when nothing changed", async () => {
    expect(await build()).to.equal("");
  });

  it("builds again after a change of a source, of data, and after build/ was deleted", async () => {
    write("app/main.ts", "export const a: number = 2;\n");
    await build();
    expect(built("app/main.js")).to.include("const a = 2");
    write("app/tables/t.json", '{"x": 2}\n');
    await build();
    expect(built("app/tables/t.json")).to.equal('{"x": 2}\n');
    rmSync(join(project, "build"), { recursive: true });
    await build();
    expect(built("app/main.js")).to.include("const a = 2");
  });

  it("leaves no program whose source is gone", async () => {
    rmSync(join(project, "app/old.ts"));
    await build();
    expect(existsSync(join(project, "build/app/old.js"))).to.equal(false);
  });

  it("fails on sources that do not compile, and again as long as they do not", async () => {
    write("app/main.ts", 'export const a: number = "text";\n');
    for (let i = 0; i < 2; i += 1) {
      const error = await build().catch((thrown: Error) => thrown);
      expect(error).to.be.instanceOf(Error).with.property("message").that.includes("not compile");
    }
  });
});
