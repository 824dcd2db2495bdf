/** Streams an answer and prints everything that happens to its task. */
import { connect } from "../../../app/client/sdk/index.ts";

const client = await connect({
  url: process.env["AEGIS_URL"] ?? "http://127.0.0.1:1317",
  mnemonic: process.env["AEGIS_MNEMONIC"] ?? "",
});
for await (const event of client.stream("Count to five.", { maxOutputTokens: 24 })) {
  if (event.type === "text") process.stdout.write(event.text);
  if (event.type === "state") console.error(`[${event.state}]`);
  if (event.type === "answer") console.log(`\n${event.answer.choices[0]?.finishReason}`);
}
client.close();
