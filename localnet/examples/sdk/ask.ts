/** Asks the local network one question, and says how sure the answer is and what it cost. */
import { connect } from "../../../app/client/sdk/index.ts";

const client = await connect({
  url: process.env["AEGIS_URL"] ?? "http://127.0.0.1:1317",
  mnemonic: process.env["AEGIS_MNEMONIC"] ?? "",
});
const answer = await client.ask("What is the capital of France?", {
  maxOutputTokens: 32,
  temperature: 0,
  certainty: "final",
});
console.log(answer.text);
console.log(`${answer.state}, ${answer.settled?.charged} uasi, task ${answer.taskHash}`);
client.close();
