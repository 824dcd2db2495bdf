/** A visit to the example page, as people make it: by names of buttons, and by what is shown. */
import type { Page } from "playwright-core";

const ANSWER_MS = 90_000;

/** Chooses a burner key and has the faucet fill it. */
export async function takeBurnerKey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Use a burner key" }).click();
  await page.getByText(/aegis1\w+ has 0\.000000 ASI/).waitFor();
  await page.getByRole("button", { name: /Fund it/ }).click();
  await page.getByText(/has 10\.000000 ASI/).waitFor();
}

/** Asks what the page suggests, and waits until the page has checked the proof of the answer. */
export async function askAndProve(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("The receipt is valid").waitFor({ timeout: ANSWER_MS });
  return (await page.locator("#answer").textContent()) ?? "";
}
