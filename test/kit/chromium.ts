/**
 * A real browser for tests of pages: Debian's Chromium, or what CHROMIUM_BIN names, driven by
 * playwright-core, which downloads nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { PROJECT } from "./program.ts";

const NAMES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** Screenshots are kept here, and not in the repository. */
const SCREENSHOTS = join(PROJECT, "build", "screenshots");

/** Path of a Chromium, undefined when this machine has none. */
export function chromiumPath(): string | undefined {
  const named = process.env["CHROMIUM_BIN"];
  const names = named === undefined ? NAMES : [named];
  return names.find((name) => spawnSync(name, ["--version"]).status === 0);
}

/** Starts it. @throws Error when it does not come up. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** What keeps people from using the page as it is now: rule and element, one per line. */
export async function obstacles(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(AXE, "utf8"));
  const found = (await page.evaluate("axe.run()")) as {
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Whether everything fits the width: a phone shows no bar to scroll sideways. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return (await page.evaluate(
    "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
  )) as boolean;
}

/** Keeps a picture of the whole page under build/screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
