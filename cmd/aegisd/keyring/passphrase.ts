/** Passphrases: from a file that AEGIS_KEYRING_PASSPHRASE_FILE names, or typed without echo. */
import { readFileSync } from "node:fs";
import { type AskPassphrase, KeyringError } from "./keyring.ts";

async function readHidden(question: string): Promise<string> {
  const { stdin } = process;
  if (!stdin.isTTY) {
    throw new KeyringError(
      "a passphrase is needed and there is no terminal: set AEGIS_KEYRING_PASSPHRASE_FILE",
    );
  }
  process.stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.resume();
  let typed = "";
  try {
    return await new Promise<string>((resolve, reject) => {
      const onData = (text: string): void => {
        for (const char of text) {
          if (char === "\r" || char === "\n") {
            stdin.off("data", onData);
            resolve(typed);
            return;
          }
          if (char === "\u0003") {
            stdin.off("data", onData);
            reject(new KeyringError("interrupted"));
            return;
          }
          typed = char === "\u007f" ? typed.slice(0, -1) : typed + char;
        }
      };
      stdin.on("data", onData);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    process.stderr.write("\n");
  }
}

/** Asks once per purpose; a new passphrase is asked for twice. */
export const askPassphrase: AskPassphrase = async (purpose) => {
  const file = process.env["AEGIS_KEYRING_PASSPHRASE_FILE"];
  if (file !== undefined) return readFileSync(file, "utf8").replace(/\r?\n$/, "");
  const typed = await readHidden(
    purpose === "new" ? "New passphrase of the keyring: " : "Passphrase of the keyring: ",
  );
  if (purpose === "new" && (await readHidden("Again: ")) !== typed) {
    throw new KeyringError("the two passphrases differ");
  }
  return typed;
};
