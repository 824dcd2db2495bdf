/** What the rules look at: the repository's files, as git knows them. */
import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { blankNonCode } from "./blank.ts";

/** One text file. `code` is the text with comments and strings blanked, for .ts and .mjs only. */
export interface RepositoryFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly code: string;
}

/** A complaint is one line: path, usually line number, and what is wrong. */
export interface Rule {
  /** A sentence that holds for the repository. */
  readonly name: string;
  readonly check: (files: readonly RepositoryFile[]) => readonly string[];
  /** A made-up repository that breaks the rule: each of its files gives a complaint. */
  readonly broken: readonly RepositoryFile[];
  /** A made-up repository that comes close and keeps the rule. */
  readonly kept: readonly RepositoryFile[];
}

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BINARY = /\.(png|gguf|db|sqlite|bin|gz|wasm|ico|woff2)$/;

/** A file, made up for a rule's examples or read. */
export function fileOf(path: string, text: string): RepositoryFile {
  return { path, text, code: /\.(ts|mjs)$/.test(path) ? blankNonCode(text) : text };
}

/** Every text file that is tracked or about to be; ignored files are nobody's business. */
export function readRepository(): RepositoryFile[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: PROJECT,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && !BINARY.test(path) && isFile(path))
    .map((path) => fileOf(path, readFileSync(join(PROJECT, path), "utf8")));
}

/** True for what people write by hand as code. */
export function isSource(path: string): boolean {
  return /\.(ts|mjs|py|proto|go)$/.test(path) && !isGenerated(path);
}

/** True for what a program here writes. */
export function isGenerated(path: string): boolean {
  return path.startsWith("proto/gen/");
}

/** True for TypeScript and JavaScript written by hand. */
export function isScript(path: string): boolean {
  return /\.(ts|mjs)$/.test(path) && !isGenerated(path);
}

/** Complaints of `find`, one file at a time, for the files that `which` picks. */
export function perFile(
  which: (path: string) => boolean,
  find: (file: RepositoryFile) => readonly string[],
): Rule["check"] {
  return (files) => files.filter((file) => which(file.path)).flatMap(find);
}

/** Complaints `path:line: what` for each match of `pattern` in `text`. */
export function matches(
  file: RepositoryFile,
  text: string,
  pattern: RegExp,
  what: string,
): string[] {
  return [...text.matchAll(new RegExp(pattern, "gm"))].map((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    return `${file.path}:${line}: ${what}`;
  });
}

function isFile(path: string): boolean {
  try {
    return lstatSync(join(PROJECT, path)).isFile();
  } catch {
    // Listed, but deleted in the work tree.
    return false;
  }
}
