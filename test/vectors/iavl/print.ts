/** Prints the operations as JSON, for main.go. */
import { cases } from "./operations.ts";

process.stdout.write(JSON.stringify(cases()));
