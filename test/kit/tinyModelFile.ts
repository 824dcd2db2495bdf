/** Tiny model files on disk, in a folder of their own that goes away with the tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TinyGgufOptions, tinyGguf } from "./tinyGguf.ts";

/** A temporary folder for files that tests make. */
export class ScratchFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "aegis-test-"));

  /** Writes `content` to `name` and returns its path. */
  write(name: string, content: Uint8Array | string): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  /** Writes a tiny model to `name` and returns its path. */
  tinyModel(name: string, options: TinyGgufOptions = {}): string {
    return this.write(name, tinyGguf(options));
  }

  /** Makes the folder `name` in it, if it is not there, and returns its path. */
  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Removes the folder and all in it. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
