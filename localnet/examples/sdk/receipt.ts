/** Asks, fetches the receipt of the answer, and checks it against one trusted hash. */
import { connect } from "../../../app/client/sdk/index.ts";

const client = await connect({
  url: process.env["AEGIS_URL"] ?? "http://127.0.0.1:1317",
  mnemonic: process.env["AEGIS_MNEMONIC"] ?? "",
});
const { taskHash } = await client.ask("Say hello.", {
  maxOutputTokens: 16,
});
let receipt: Uint8Array | undefined;
while (receipt === undefined) {
  // The proof is that of two blocks before the latest.
  receipt = await client.receipt(taskHash).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const verdict = client.verify(receipt, { trust: process.env["AEGIS_TRUST"] ?? "" });
if (!verdict.valid) throw new Error(verdict.reason);
console.log(verdict.facts.task.calculations[0]?.results[0]?.text);
client.close();
