/** Rules on who may import whom. */
import { importsOf } from "./imports.ts";
import {
  fileOf,
  isScript,
  matches,
  perFile,
  type RepositoryFile,
  type Rule,
} from "./repository.ts";

/**
 * For each folder, longest first, what of this repository its files may import besides their own
 * folder. A trailing slash means the folder and all below it.
 */
const LAYERS: readonly (readonly [string, readonly string[]])[] = [
  ["proto/wire/", []],
  ["proto/gen/", ["proto/wire/"]],
  ["proto/", []],
  ["app/lib/", ["proto/gen/"]],
  ["app/asli/", ["app/lib/", "proto/gen/", "proto/wire/"]],
  ["app/checkpoint/", ["app/lib/", "proto/gen/", "proto/wire/"]],
  ["app/store/", ["app/lib/", "proto/gen/", "proto/wire/"]],
  ["app/abci/", ["app/lib/", "app/constants.ts", "proto/gen/", "proto/wire/"]],
  ["app/module/", ["app/lib/", "app/store/", "app/constants.ts", "proto/gen/", "proto/wire/"]],
  ["app/modules.ts", ["app/", "modules/*/index.ts", "proto/gen/"]],
  ["app/docs/", ["app/", "modules/*/index.ts"]],
  ["app/", ["app/", "proto/gen/", "proto/wire/"]],
  [
    "modules/",
    [
      "app/module/",
      "app/lib/",
      "app/asli/",
      "app/beacon/deps.ts",
      "app/checkpoint/",
      "app/constants.ts",
      "proto/gen/",
      "proto/wire/",
    ],
  ],
  [
    "cmd/aegisd/",
    ["app/", "modules/*/index.ts", "cmd/lib/", "cmd/setup/", "proto/gen/", "proto/wire/"],
  ],
  [
    "cmd/aegis-resource/",
    [
      "app/asli/",
      "app/client/",
      "app/lib/",
      "app/module/",
      "app/tx/",
      "app/constants.ts",
      "modules/*/index.ts",
      "cmd/aegisd/keyring/",
      "cmd/aegisd/io.ts",
      "cmd/lib/",
      "cmd/setup/",
      "proto/gen/",
      "proto/wire/",
    ],
  ],
  [
    "cmd/aegis-gateway/",
    [
      "app/asli/",
      "app/client/",
      "app/lib/",
      "app/tx/",
      "modules/*/index.ts",
      "cmd/aegisd/command.ts",
      "cmd/aegisd/exit.ts",
      "cmd/aegisd/home/settings/",
      "cmd/aegisd/io.ts",
      "cmd/aegisd/keyring/",
      "cmd/aegisd/options.ts",
      "cmd/aegisd/output.ts",
      "cmd/lib/",
      "proto/gen/",
    ],
  ],
  ["cmd/", ["app/", "modules/*/index.ts", "proto/gen/"]],
  ["localnet/", ["app/", "modules/*/index.ts", "cmd/", "proto/gen/"]],
  ["test/e2e/", ["app/", "modules/*/index.ts", "localnet/", "cmd/", "proto/gen/", "test/"]],
  ["test/", ["app/", "modules/", "localnet/", "cmd/", "proto/", "test/"]],
];

const layers: Rule = {
  name: "a file imports only what its folder may see",
  check: perFile(isScript, (file) =>
    importsOf(file).flatMap((one) => {
      if (one.path === undefined || one.path.startsWith("build/")) return [];
      if (mayImport(file.path, one.path, one.typeOnly)) return [];
      return [`${file.path}:${one.line}: may not import ${one.path}`];
    }),
  ),
  broken: [
    fileOf("app/app.ts", 'import { a } from "../modules/bank/index.ts";'),
    fileOf("app/lib/a.ts", 'import type { A } from "../store/store.ts";'),
    fileOf("modules/a/keeper.ts", 'import type { B } from "../b/index.ts";'),
    fileOf("modules/a/deps.ts", 'import { b } from "../b/index.ts";'),
    fileOf("modules/b/deps.ts", 'import type { A } from "../a/keeper.ts";'),
    fileOf("cmd/aegisd/main.ts", 'export { a } from "../../modules/bank/keeper.ts";'),
    fileOf("cmd/aegis-resource/main.ts", 'const a = import("../../app/app.ts");'),
    fileOf("modules/c/a.ts", 'import "../../localnet/main.ts";'),
  ],
  kept: [
    fileOf("app/modules.ts", 'import { a } from "../modules/bank/index.ts";'),
    fileOf("modules/a/deps.ts", 'import type { B } from "../b/index.ts";'),
    fileOf("modules/a/messages/x.ts", 'import { B } from "../state.ts";'),
    fileOf("modules/b/deps.ts", 'import { type A, type B } from "../a/index.ts";'),
    fileOf("app/lib/a.ts", '// import "../store/store.ts";\nimport { b } from "./b.ts";'),
  ],
};

/** The only places that touch files, sockets, processes and the like. */
const SYSTEM_FOLDERS = /^(cmd|localnet|test|proto\/generate|app\/docs|app\/client)\//;
const SYSTEM_FILES =
  /^app\/(abci\/server|store\/(sqlite|snapshotFolder)|asli\/tolerancesFile)\w*\.ts$/;
const PURE_BUILTINS = new Set(["node:crypto", "node:module", "node:buffer", "node:events"]);

const system: Rule = {
  name: "only programs, the socket server, SQLite and clients touch the operating system",
  check: perFile(isScript, (file) =>
    importsOf(file).flatMap((one) => {
      if (!one.specifier.startsWith("node:") || touchesSystem(file.path)) return [];
      const pure = PURE_BUILTINS.has(one.specifier) && !file.path.startsWith("modules/");
      return pure ? [] : [`${file.path}:${one.line}: may not import ${one.specifier}`];
    }),
  ),
  broken: [
    fileOf("app/lifecycle/a.ts", 'import { readFileSync } from "node:fs";'),
    fileOf("modules/a/keeper.ts", 'import { createHash } from "node:crypto";'),
  ],
  kept: [
    fileOf("app/store/sqlite.ts", 'import { statSync } from "node:fs";'),
    fileOf("app/lib/hash.ts", 'import { hash } from "node:crypto";'),
  ],
};

/** Packages that only some folders may load, with the reason beside each. */
const CONFINED: readonly (readonly [string, RegExp])[] = [
  // The chain and its tests never need the engine.
  ["node-llama-cpp", /^(cmd\/aegis-resource\/engine|test\/(model|bench))\//],
  // Decoding blocks with it is several times slower than with the codecs of proto/gen.
  ["cosmjs-types", /^(test|app\/client)\//],
  // A node has one database, and app/store owns it; a daemon's journal is its own.
  ["better-sqlite3", /^(app\/store\/sqlite\w*\.ts$|cmd\/aegis-(resource|gateway)\/|test\/)/],
];

const confined: Rule = {
  name: "a package that is confined to one part is not used elsewhere",
  check: perFile(isScript, (file) =>
    importsOf(file).flatMap((one) => {
      const home = CONFINED.find(([name]) => packageOf(one.specifier) === name)?.[1];
      if (home === undefined || one.typeOnly || home.test(file.path)) return [];
      return [`${file.path}:${one.line}: ${one.specifier} does not belong here`];
    }),
  ),
  broken: [fileOf("cmd/aegisd/a.ts", 'const a = await import("node-llama-cpp");')],
  kept: [fileOf("cmd/aegis-resource/engine/a.ts", 'import { b } from "node-llama-cpp";')],
};

const declared: Rule = {
  name: "a package that is imported is a dependency, and a program needs no dev dependency",
  check: (files) => {
    const manifest = manifestOf(files);
    return files
      .filter((file) => isScript(file.path))
      .flatMap((file) =>
        importsOf(file).flatMap((one) => {
          const name = packageOf(one.specifier);
          if (name === undefined || name in (manifest.dependencies ?? {})) return [];
          const development =
            /^(test|proto\/generate|cmd\/receipt-page|localnet\/examples)\//.test(file.path) ||
            one.typeOnly;
          if (development && name in (manifest.devDependencies ?? {})) return [];
          return [`${file.path}:${one.line}: ${name} is not a dependency for this place`];
        }),
      );
  },
  broken: [
    fileOf("cmd/a.ts", 'import { expect } from "chai";'),
    fileOf("test/b.ts", 'import x from "@scope/unheard/of.js";'),
  ],
  kept: [
    fileOf(
      "package.json",
      '{"dependencies": {"@a/b": "1.0.0"}, "devDependencies": {"c": "1.0.0"}}',
    ),
    fileOf("cmd/a.ts", 'import { x } from "@a/b/deep.js";\nimport { y } from "node:fs";'),
    fileOf("test/a.ts", 'import x from "c";'),
  ],
};

const noStar: Rule = {
  name: "exports are named one by one",
  check: perFile(isScript, (file) => matches(file, file.code, /\bexport\s*\*/, "name the exports")),
  broken: [fileOf("modules/a/index.ts", 'export * from "./keeper.ts";')],
  kept: [fileOf("modules/a/index.ts", 'export { a } from "./keeper.ts"; // export *')],
};

const noDeadFile: Rule = {
  name: "every file is used by another, or is a program or a test",
  check: (files) => {
    const used = new Set(
      files.flatMap((file) =>
        [...file.text.matchAll(/([\w.-]+)\.(?:ts|js|mjs)\b/g)].map((match) =>
          match[1] === nameOf(file.path) ? "" : (match[1] ?? ""),
        ),
      ),
    );
    return files
      .filter((file) => isScript(file.path) && !isEntry(file.path) && !used.has(nameOf(file.path)))
      .map((file) => `${file.path}: nobody uses it`);
  },
  broken: [fileOf("app/lib/unused.ts", "export const a = 1;")],
  kept: [
    fileOf("app/lib/used.ts", "export const a = 1;"),
    fileOf("app/app.ts", 'import { a } from "./lib/used.ts";'),
    fileOf("cmd/a/main.ts", 'import "../../app/app.ts";'),
  ],
};

function touchesSystem(path: string): boolean {
  return SYSTEM_FOLDERS.test(path) || SYSTEM_FILES.test(path);
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  const [folder, allowed] = LAYERS.find(([prefix]) => from.startsWith(prefix)) ?? ["", []];
  if (folder === "modules/") {
    const own = from.split("/").slice(0, 2).join("/");
    if (to.startsWith(`${own}/`)) return true;
    if (typeOnly && from === `${own}/deps.ts` && isIndexOfModule(to)) return true;
  } else if (folder.endsWith("/") && to.startsWith(folder) && folder !== "app/") return true;
  return allowed.some((one) => {
    if (one === "modules/*/index.ts") return isIndexOfModule(to);
    return one.endsWith("/") ? to.startsWith(one) : to === one;
  });
}

function isIndexOfModule(path: string): boolean {
  return /^modules\/\w+\/index\.ts$/.test(path);
}

function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function manifestOf(files: readonly RepositoryFile[]): {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
} {
  return JSON.parse(files.find((file) => file.path === "package.json")?.text ?? "{}");
}

function nameOf(path: string): string {
  return (path.split("/").at(-1) ?? "").replace(/\.(ts|mjs)$/, "");
}

function isEntry(path: string): boolean {
  return /(^|\/)main\.(ts|mjs)$|\.(test|bench)\.ts$|^test\/campaign\//.test(path);
}

/** Rules on who may import whom. */
export const IMPORT_RULES: readonly Rule[] = [
  layers,
  system,
  confined,
  declared,
  noStar,
  noDeadFile,
];
