/**
 * The example page in a real browser, beside a live local network with the real model: a burner key
 * is filled, asks, sees the answer while it is made, and the page checks its own receipt.
 */
import { request } from "node:http";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { startLocalGateway } from "../../localnet/gateway.ts";
import { chromiumPath, fitsWidth, obstacles, openBrowser, picture } from "../kit/chromium.ts";
import { askAndProve, takeBurnerKey } from "../kit/dappVisit.ts";
import { type TestNetwork, testNetwork } from "../kit/network.ts";
import { Program } from "../kit/program.ts";

const MAIN = "localnet/examples/dapp/main.ts";
const GATEWAY_PORT = 18_700 + (process.pid % 200);
const QUIET = {
  line: () => {},
  step: <T>(_: string, work: () => Promise<T>): Promise<T> => work(),
};
const PHONE = { width: 360, height: 740 };

/** What the server of the page answers to a path as it is, dots included. */
function statusOf(url: string, path: string, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

describe("the example page", function () {
  this.timeout(300_000);
  let network: TestNetwork;
  let server: Program | undefined;
  let url: string;
  let browser: Browser | undefined;

  before(async () => {
    network = await testNetwork({ name: "single" });
    const { signal } = new AbortController();
    const { running } = network;
    const gateway = await startLocalGateway(running, GATEWAY_PORT, QUIET as never, signal);
    const where = ["--home", running.layout.home, "--gateway", gateway.url.replace(/\/v1$/, "")];
    server = new Program(process.execPath, ["--import=tsx", MAIN, "--port", "0", ...where]);
    const program = server;
    const hasEnded = (): boolean => program.child.exitCode !== null;
    while (!program.stdout.includes("Ctrl-C")) {
      if (hasEnded()) throw new Error(program.stderr);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    url = /http:\S+/.exec(program.stdout)?.[0] ?? "";
    const path = chromiumPath();
    if (path !== undefined) browser = await openBrowser(path);
  });

  after(async () => {
    await browser?.close();
    server?.signal("SIGINT");
    const ended = await server?.ended;
    await network?.close();
    if (ended !== undefined) expect(ended.code, ended.stderr).to.equal(0);
  });

  it("is served by names only", async () => {
    for (const path of ["/", "/index.html", "/style.css", "/page.js", "/config.json"]) {
      expect(await statusOf(url, path), path).to.equal(200);
    }
    for (const path of [
      "/../main.ts",
      "/%2e%2e/main.ts",
      "/page.ts",
      "//etc/passwd",
      "/__proto__",
    ]) {
      expect(await statusOf(url, path), path).to.equal(404);
    }
    expect(await statusOf(url, "/", "POST")).to.equal(405);
    const { headers } = await fetch(url);
    expect(headers.get("content-security-policy")).to.include("script-src 'self'");
  });

  it("asks, streams and proves with a burner key", async function () {
    // A machine without a browser cannot show a page; what it needs is said in the README.
    if (browser === undefined) return this.skip();
    const page = await browser.newPage({ colorScheme: "light" });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (line) => {
      // An account without money and a receipt that is not there yet are answers like others.
      const isAnswer = line.text().startsWith("Failed to load resource");
      if (line.type() === "error" && !isAnswer) faults.push(line.text());
    });
    await page.goto(url);
    await takeBurnerKey(page);
    expect(await askAndProve(page)).to.include("Paris");
    const events = await page.locator("#events li").allTextContents();
    expect(events.join("\n")).to.include("the stream is what was committed");
    expect(events.join("\n")).to.include("soft final");
    expect(await page.locator("#checks li").count()).to.be.greaterThan(5);
    const facts = await page.locator("#facts").textContent();
    expect(facts).to.include("What is the capital of France?");
    expect(facts).to.include("drawn: VALID, fingerprint agrees");
    expect(faults).to.deep.equal([]);
    await looksRight(page);
    // Its key is kept in the browser, not its tab.
    await page.reload();
    await page.getByRole("button", { name: "Use a burner key" }).click();
    await page.getByText(/has 9\.\d+ ASI/).waitFor();
  });

  async function looksRight(page: Page): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await obstacles(page), colorScheme).to.deep.equal([]);
      await picture(page, `dapp-${colorScheme}`);
    }
    await page.setViewportSize(PHONE);
    expect(await fitsWidth(page), "at the width of a phone").to.equal(true);
    await picture(page, "dapp-phone");
  }

  it("says what is missing without Keplr, and when it is asked to stop", async function () {
    if (browser === undefined) return this.skip();
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole("button", { name: "Connect Keplr" }).click();
    await page.getByText("this page has no Keplr").waitFor();
    await page.close();
  });
});

describe("npm run dapp", () => {
  const run = async (...args: string[]): Promise<{ code: unknown; all: string }> => {
    const program = new Program(process.execPath, ["--import=tsx", MAIN, ...args]);
    const { code, stdout, stderr } = await program.ended;
    return { code, all: stdout + stderr };
  };

  it("explains itself and what is wrong", async () => {
    expect((await run("--help")).all).to.include("--port PORT");
    expect((await run("--port", "x")).code).to.equal(2);
    expect((await run("--gateway", "ftp://x")).code).to.equal(2);
    const none = await run("--home", "build/no-network-here");
    expect(none.code).to.equal(1);
    expect(none.all).to.include("npm start");
  });
});
