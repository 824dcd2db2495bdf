/**
 * Types of engine.mjs, which stays plain JavaScript because it runs before the project is built.
 */

/** Where the engine's packages are installed. */
export interface EngineFolderOptions {
  readonly project?: string;
}

export declare function ensureEngineFolder(
  kernelClass: string,
  options?: EngineFolderOptions,
): string;
