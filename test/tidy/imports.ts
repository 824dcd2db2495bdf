/** Reads the imports of a source file. */
import { posix } from "node:path";
import type { RepositoryFile } from "./repository.ts";

/** One import or re-export. */
export interface Import {
  /** As written: a package, `node:…`, or a relative path. */
  readonly specifier: string;
  /** The file in the repository that a relative one means, else undefined. */
  readonly path: string | undefined;
  /** True when only types are taken, so that nothing remains of it when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const STATIC = /\b(?:import|export)\b([^"';]*?)\bfrom\s*"( *)"/g;
const BARE = /\bimport\s*\(?\s*"( *)"/g;

/** All imports of `file`, static and dynamic, in order of form. */
export function importsOf(file: RepositoryFile): Import[] {
  const found: Import[] = [];
  const add = (match: RegExpMatchArray, length: number, typeOnly: boolean): void => {
    const end = (match.index ?? 0) + match[0].lastIndexOf('"');
    const specifier = file.text.slice(end - length, end);
    const line = file.text.slice(0, end).split("\n").length;
    const relative = specifier.startsWith(".");
    const path = relative ? posix.join(posix.dirname(file.path), specifier) : undefined;
    found.push({ specifier, path, typeOnly, line });
  };
  for (const match of file.code.matchAll(STATIC)) {
    add(match, match[2]?.length ?? 0, takesTypesOnly(match[1] ?? ""));
  }
  for (const match of file.code.matchAll(BARE)) add(match, match[1]?.length ?? 0, false);
  return found;
}

function takesTypesOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  if (names === undefined) return false;
  const parts = names.split(",").filter((name) => name.trim() !== "");
  return parts.length > 0 && parts.every((name) => /^\s*type\s/.test(name));
}
