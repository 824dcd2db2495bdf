/**
 * Types of model.mjs, which stays plain JavaScript because it runs before packages are installed.
 */

/** What `ensureModel` may be told. */
export interface EnsureModelOptions {
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

export declare const DEFAULT_MODEL_SHA256: string;
export declare function cacheFolder(env?: NodeJS.ProcessEnv): string;
export declare function fileSha256(path: string): Promise<string>;
export declare function ensureModel(options?: EnsureModelOptions): Promise<string>;
