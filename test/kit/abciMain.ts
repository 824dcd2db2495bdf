/** Serves an example application as a program: `abciMain.ts kvstore|counter ADDRESS`. */
import { serve } from "../../app/abci/server.ts";
import { counter } from "./counter.ts";
import { kvstore } from "./kvstore.ts";

const [name, address] = process.argv.slice(2);
const examples = { kvstore, counter };
const make = name === "kvstore" || name === "counter" ? examples[name] : undefined;
if (make === undefined || address === undefined) {
  process.stderr.write("usage: abciMain.ts kvstore|counter unix:///PATH|tcp://HOST:PORT\n");
  process.exit(2);
}

const say = (message: string): boolean => process.stderr.write(`${message}\n`);
const server = await serve({
  application: make(),
  address,
  logger: { info: say, warn: say, error: say },
  onFatal: (error) => {
    process.stderr.write(`fatal: ${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
});
process.stdout.write(`listening on ${server.address}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
