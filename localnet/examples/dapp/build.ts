/** Builds the page: its program with the SDK in one file, beside its HTML and its style. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PAGE = join(dirname(fileURLToPath(import.meta.url)), "page");

/** The page's files, by the name under which the page asks for them. */
export type PageFiles = Readonly<Record<"index.html" | "style.css" | "page.js", string>>;

/** Builds it. @throws Error when something in it would need Node. */
export async function buildPage(): Promise<PageFiles> {
  const result = await build({
    entryPoints: [join(PAGE, "page.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    // Makes imports of node: fail, and takes what package.json names for browsers.
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
  return {
    "index.html": readFileSync(join(PAGE, "index.html"), "utf8"),
    "style.css": readFileSync(join(PAGE, "style.css"), "utf8"),
    "page.js": result.outputFiles[0]?.text ?? "",
  };
}
