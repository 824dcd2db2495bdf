/**
 * `npm run demo -- NAME`: shows what the network does, to somebody who has just cloned it. Uses
 * nothing but Node's built-ins until everything is installed.
 */
import { requireNode } from "../../cmd/setup/node.mjs";

requireNode();

const { dirname } = await import("node:path");
const { fileURLToPath } = await import("node:url");
const { parseArgs } = await import("node:util");

const HELP = `Shows what the network does.

npm run demo -- slash [OPTIONS]

  slash: a network of eight operators, one of which cheats. Shows its wrong answer, who was drawn to
  verify it, the dispute, the committee's verdict, what the cheater loses and who gets it, and the
  right answer. Takes about two minutes; Ctrl-C stops everything.

  --cheat NAME   how it cheats (default: question, which answers another question); others are
                 q4_0, layer, model, noise, prefilled, prompt, temperature, greedy, seed, edit1 to
                 edit5, cut, padded, text, fingerprint, silent-result and silent-fingerprint
  --prompt TEXT  what the user asks (default: "What is the capital of France?")
  --help         this page

Exit codes: 0 the cheater was caught and the user has the right answer, 1 not so, 2 wrong command
line, 130 stopped.
`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A mistake of ours deserves its stack; everything else is a message that says what to do.
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  process.stderr.write(`\n${isBug ? error.stack : error.message}\n`);
  process.exitCode = 1;
}

async function main(args) {
  let options;
  try {
    options = optionsIn(args);
  } catch (error) {
    process.stderr.write(`${error.message}\n"npm run demo -- --help" shows what there is\n`);
    return 2;
  }
  if (options === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  const { createLog } = await import("../../cmd/setup/log.mjs");
  const { prepare, preparedEnvironment } = await import("../../cmd/setup/prepare.mjs");
  const log = createLog();
  Object.assign(process.env, preparedEnvironment(await prepare({ log }), {}));
  // The programs that it starts look for their loader from here.
  process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  const { register } = await import("tsx/esm/api");
  register();
  const { showSlash } = await import("./slash.ts");
  return showSlash(options, log);
}

/** What to show, or undefined for the help page. Throws an Error of one line. */
function optionsIn(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      cheat: { type: "string" },
      prompt: { type: "string" },
    },
  });
  if (values.help) return undefined;
  const [name, ...more] = positionals;
  if (name !== "slash" || more.length > 0) throw new Error("there is one demo: slash");
  return {
    cheat: values.cheat ?? "question",
    prompt: values.prompt ?? "What is the capital of France?",
  };
}
