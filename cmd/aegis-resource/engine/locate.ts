/**
 * Where the engine's parts are: the same code runs from TypeScript sources in development and from
 * build/ once compiled, and the engine folder lies in the project's node_modules in both cases.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { EngineError, oneLine } from "./error.ts";

/** How to start the child process. */
export interface ChildProgram {
  readonly path: string;
  /** Options of Node itself. */
  readonly execArgv: readonly string[];
}

const HERE = fileURLToPath(import.meta.url);

/** Folder of the project: the nearest one upwards with a package.json. */
export function projectFolder(): string {
  let folder = dirname(HERE);
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new EngineError("not_installed", "no package.json above the engine");
    folder = parent;
  }
  return folder;
}

/** The child's main file beside this one, in the language that this one is in. */
export function childProgram(): ChildProgram {
  if (!HERE.endsWith(".ts")) return { path: join(dirname(HERE), "child.js"), execArgv: [] };
  const loader = createRequire(HERE).resolve("tsx");
  return {
    path: join(dirname(HERE), "child.ts"),
    execArgv: [`--import=${pathToFileURL(loader).href}`],
  };
}

/**
 * The folder to import the library of `kernelClass` from, made now if setup has not.
 * @throws EngineError `not_installed`.
 */
export async function engineFolder(kernelClass: string): Promise<string> {
  // Plain JavaScript that setup also runs before anything is built, so it is not part of the build.
  const setup = join(projectFolder(), "cmd", "setup", "engine.mjs");
  try {
    const { ensureEngineFolder } = (await import(pathToFileURL(setup).href)) as {
      ensureEngineFolder: (kernelClass: string) => string;
    };
    return ensureEngineFolder(kernelClass);
  } catch (error) {
    throw new EngineError("not_installed", oneLine(error));
  }
}
