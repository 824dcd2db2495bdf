/**
 * `npm run receipt-page [FILE]`: builds the page that checks receipts in a browser, one file that
 * needs no server, by default build/receipt.html. It says how large it is.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { receiptPage } from "./build.ts";

const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const file = resolve(process.argv[2] ?? join(project, "build", "receipt.html"));
const { html, bundle } = await receiptPage();
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, html);
process.stdout.write(`${file}: ${html.length} bytes, ${bundle.length} of them its program\n`);
