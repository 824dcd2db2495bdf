/** Rules on documents, names of machines, dependencies and the shape of modules. */
import { fileOf, matches, perFile, type Rule } from "./repository.ts";

// Put together, so that this file does not break its own rule.
const HOSTS = [
  ["registry", "npmjs"],
  ["registry", "yarnpkg"],
  ["pypi", "org"],
  ["files", "pythonhosted"],
  ["proxy", "golang"],
  ["sum", "golang"],
  ["static", "crates"],
  ["deb", "debian"],
].map((parts) => parts.join("\\."));
const FOLDERS = ["work", "root", "home", "Users"].map((name) => `(?<![\\w.~$}>/-])/${name}/\\w`);
const PLACES = new RegExp([...HOSTS, ...FOLDERS].join("|"));

const places: Rule = {
  name: "no file names a package registry's host or a path of somebody's machine",
  check: perFile(
    () => true,
    (file) => matches(file, file.text, PLACES, "names a registry or a machine's path"),
  ),
  broken: [
    fileOf("package-lock.json", `"resolved": "https://${"registry"}.npmjs${".org"}/x"`),
    fileOf("README.md", `see ${"/"}home/someone/project`),
    fileOf("a.json", `"${"/"}work/main"`),
  ],
  kept: [fileOf("README.md", "see ./home/page, /var/lib and github.com/cometbft/cometbft")],
};

const MAPS = /(^|\/)README\.md$/;
const PATH = /^(?:\.\/)?[\w@-][\w@.-]*(?:\/[\w@.-]+)*\/?$/;
const FILE = /\.(ts|mjs|json|proto|py|md|mod|toml)$/;
/** What programs make on a user's machine; a README may name it, and git does not know it. */
const MADE = /^(build|node_modules|coverage|\.localnet|config|data)\/|^(app|config|genesis)\.\w+$/;

const maps: Rule = {
  name: "a README names only files that exist",
  check: (files) => {
    const tails = new Set(files.flatMap((file) => tailsOf(file.path)));
    return files
      .filter((file) => MAPS.test(file.path))
      .flatMap((file) =>
        [...file.text.matchAll(/`([^`\s]+)`/g)]
          .flatMap((match) => expand(match[1] ?? ""))
          .filter((name) => looksLikeFile(name) && !tails.has(name.replace(/^\.\/|\/$/g, "")))
          .map((name) => `${file.path}: names ${name}, which does not exist`),
      );
  },
  broken: [fileOf("README.md", "| `app/gone.ts` | what |"), fileOf("app/README.md", "`gone.ts`")],
  kept: [
    fileOf("README.md", "`app/{here,there}.ts`, `here.ts`, `app/`, `build/x.js`, `a/b` `*.ts`"),
    fileOf("app/here.ts", ""),
    fileOf("app/there.ts", ""),
  ],
};

const links: Rule = {
  name: "a link in a document leads to a file that exists",
  check: (files) => {
    const tails = new Set(files.flatMap((file) => tailsOf(file.path)));
    return files
      .filter((file) => file.path.endsWith(".md"))
      .flatMap((file) =>
        [...file.text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
          .map((match) => match[1] ?? "")
          .filter((to) => !/^[a-z]+:/.test(to) && !tails.has(joined(file.path, to)))
          .map((to) => `${file.path}: links to ${to}, which does not exist`),
      );
  },
  broken: [fileOf("app/a.md", "[x](../gone.md)")],
  kept: [
    fileOf("app/a.md", "[x](./b.md) [y](https://go.dev) [z](../app/)"),
    fileOf("app/b.md", ""),
  ],
};

const DEPENDENCY_RECORD = "app/adr/004-dependencies.md";

const dependencies: Rule = {
  name: `a dependency is pinned exactly and argued for in ${DEPENDENCY_RECORD}`,
  check: (files) => {
    const manifest = files.find((file) => file.path === "package.json");
    const record = files.find((file) => file.path === DEPENDENCY_RECORD)?.text ?? "";
    if (manifest === undefined) return [];
    const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest.text);
    return Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => [
      ...(/^(npm:@?[\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version))
        ? []
        : [`package.json: ${name} ${version} is not one version`]),
      ...(record.includes(`| \`${name}\` |`) ? [] : [`package.json: ${name} is not argued for`]),
    ]);
  },
  broken: [fileOf("package.json", '{"dependencies": {"a": "^1.0.0"}}')],
  kept: [
    fileOf("package.json", '{"dependencies": {"a": "1.0.0"}}'),
    fileOf(DEPENDENCY_RECORD, "| `a` | why |"),
  ],
};

const MODULE_FILES = ["README.md", "index.ts", "module.ts", "state.ts", "genesis.ts", "errors.ts"];

const moduleShape: Rule = {
  name: "a module has the files that every module has",
  check: (files) => {
    const paths = new Set(files.map((file) => file.path));
    const folders = new Set(
      files.flatMap((file) => /^modules\/\w+(?=\/)/.exec(file.path)?.[0] ?? []),
    );
    return [...folders].flatMap((folder) =>
      MODULE_FILES.filter((name) => !paths.has(`${folder}/${name}`)).map(
        (name) => `${folder}/keeper.ts: its module lacks ${name}`,
      ),
    );
  },
  broken: [fileOf("modules/a/keeper.ts", "")],
  kept: MODULE_FILES.map((name) => fileOf(`modules/a/${name}`, "")),
};

/** `a/b/c.ts` can be named `a/b/c.ts`, `b/c.ts`, `c.ts`, and its folders likewise. */
function tailsOf(path: string): string[] {
  const parts = path.split("/");
  const tails: string[] = [];
  for (let end = parts.length; end > 0; end -= 1) {
    for (let start = 0; start < end; start += 1) tails.push(parts.slice(start, end).join("/"));
  }
  return tails;
}

function looksLikeFile(name: string): boolean {
  if (MADE.test(name) || !PATH.test(name)) return false;
  return FILE.test(name) || name.endsWith("/");
}

/** `a/{b,c}.ts` names two files. */
function expand(name: string): string[] {
  const braces = /^(.*)\{([^{}]*)\}(.*)$/.exec(name);
  if (braces === null) return [name];
  return (braces[2] ?? "")
    .split(",")
    .flatMap((middle) => expand(`${braces[1]}${middle.trim()}${braces[3]}`));
}

function joined(from: string, to: string): string {
  const base = new URL(`file:///${from}`);
  return decodeURIComponent(new URL(to, base).pathname).replace(/^\/|\/$/g, "");
}

/** Rules on documents, names of machines, dependencies and the shape of modules. */
export const DOCUMENT_RULES: readonly Rule[] = [places, maps, links, dependencies, moduleShape];
