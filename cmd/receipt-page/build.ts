/** Builds the page that checks receipts: our sources and their libraries in one file of HTML. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PAGE = join(dirname(fileURLToPath(import.meta.url)), "../../app/client/receipt/page");
const PLACE = "/*BUNDLE*/";

/** The page, and the program in it. */
export interface ReceiptPage {
  readonly html: string;
  /** Defines `AegisReceipt.check`. */
  readonly bundle: string;
}

/** Builds it. @throws Error when something in it would need Node. */
export async function receiptPage(): Promise<ReceiptPage> {
  const result = await build({
    entryPoints: [join(PAGE, "bundle.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "AegisReceipt",
    // Makes imports of node: fail, and takes what package.json names for browsers.
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
  // The end of a script element must not stand in it.
  const bundle = (result.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  const template = readFileSync(join(PAGE, "page.html"), "utf8");
  return { html: template.replace(PLACE, () => bundle), bundle };
}
