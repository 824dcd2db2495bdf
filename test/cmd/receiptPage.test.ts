/**
 * The page that checks receipts: its program in a machine that has nothing but the language, and,
 * where there is a Chromium, the page itself.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { encodeReceipt } from "../../app/client/receipt/format.ts";
import { base64, hex } from "../../app/lib/bytes.ts";
import { type ReceiptPage, receiptPage } from "../../cmd/receipt-page/build.ts";
import { temporaryFolder } from "../app/store/kit.ts";
import { PROJECT } from "../kit/program.ts";
import { answeredChain, receiptOf, TRUST, WHOLE_SET } from "../kit/receipts.ts";

interface Shown {
  readonly valid: boolean;
  readonly fault?: string;
  readonly checks?: readonly string[];
}

const CHROMIUM_MS = 60_000;
/** As small as pages of programs are: a phone reads it in a second. */
const BUNDLE_BYTES_MAX = 300_000;

/** A Chromium, if this machine has one. */
function chromium(): string | undefined {
  const names = [process.env["CHROMIUM_BIN"] ?? "chromium", "chromium-browser", "google-chrome"];
  return names.find((name) => spawnSync(name, ["--version"]).status === 0);
}

describe("the receipt page", function () {
  this.timeout(CHROMIUM_MS + 60_000);
  const answered = answeredChain();
  let page: ReceiptPage;
  let receipt: Uint8Array;
  before(async () => {
    page = await receiptPage();
    receipt = encodeReceipt(await receiptOf(answered, { final: true }));
  });

  /** Runs the page's program with no global but what every browser has. */
  function check(bytes: Uint8Array, trust: string): Shown {
    const globals = { TextEncoder, TextDecoder, input: bytes, trust, shown: "" };
    const call = "shown = JSON.stringify(AegisReceipt.check(new Uint8Array(input), asked));";
    const asked = JSON.stringify({ ...TRUST, trust, chainId: "" });
    runInNewContext(`${page.bundle};const asked = ${asked};${call}`, globals);
    return JSON.parse(globals.shown);
  }

  it("needs nothing of Node and nothing from elsewhere", () => {
    expect(page.bundle.length).to.be.lessThan(BUNDLE_BYTES_MAX);
    expect(page.bundle).to.not.match(/node:|require\(/);
    // The only addresses are those of specifications in texts, if any; nothing is loaded.
    expect(page.html).to.not.match(/\b(?:src|href)=/);
    expect(page.html).to.include("default-src 'none'");
  });

  it("takes a receipt in a machine without Buffer, process and require", () => {
    for (const trust of [TRUST.trust, WHOLE_SET.commitment]) {
      const shown = check(receipt, hex(trust));
      expect(shown.valid, shown.fault).to.equal(true);
      expect(shown.checks).to.have.length(7);
    }
  });

  it("refuses one with another trust, or with a byte changed", () => {
    expect(check(receipt, "00".repeat(32))).to.include({ valid: false, fault: "untrusted" });
    expect(check(receipt, "zz")).to.include({ valid: false, fault: "trust" });
    for (let at = 0; at < receipt.length; at += 1_001) {
      const changed = receipt.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(check(changed, hex(TRUST.trust)).valid, `byte ${at}`).to.equal(false);
    }
  });

  it("is written by npm run receipt-page, and says its size", () => {
    const folder = temporaryFolder();
    try {
      const file = join(folder.path, "receipt.html");
      const args = ["--import=tsx", "cmd/receipt-page/main.ts", file];
      const said = execFileSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8" });
      expect(said).to.match(/receipt\.html: \d+ bytes, \d+ of them its program\n$/);
    } finally {
      folder.remove();
    }
  });

  const browser = chromium();
  if (browser === undefined) return;
  it("shows facts and faults in a browser", () => {
    const folder = temporaryFolder();
    try {
      const valid = domOf(browser, folder.path, page.html, receipt, WHOLE_SET.commitment);
      expect(valid).to.include('data-verdict="valid"').and.to.include("Four.");
      expect(valid).to.include("What is two plus two?");
      const changed = receipt.slice();
      changed[99] = 65;
      changed[100] = 65;
      const refused = domOf(browser, folder.path, page.html, changed, WHOLE_SET.commitment);
      expect(refused).to.match(/data-verdict="(?!valid)\w+"/);
      expect(refused).to.include("This receipt proves nothing.");
    } finally {
      folder.remove();
    }
  });
});

/** What a browser makes of the page with a receipt in its address. */
function domOf(
  browser: string,
  folder: string,
  html: string,
  receipt: Uint8Array,
  trust: Uint8Array,
): string {
  const file = join(folder, "receipt.html");
  writeFileSync(file, html);
  const given = base64(receipt).replaceAll("+", "-").replaceAll("/", "_");
  const address = `file://${file}#trust=${hex(trust)}&receipt=${given}`;
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"];
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  return execFileSync(browser, [...args, profile, address], {
    encoding: "utf8",
    timeout: CHROMIUM_MS,
    stdio: ["ignore", "pipe", "ignore"],
  });
}
