/** Rules that keep the shipped programs honest: no switch makes a node of theirs cheat. */
import { importsOf } from "./imports.ts";
import { fileOf, isScript, matches, perFile, type Rule } from "./repository.ts";

/** Calibration measures dishonest results; it neither serves a chain nor signs anything. */
const INSTRUMENTS = /^cmd\/aegis-resource\/(calibrate\/|commands\/calibrate\.ts$)/;
/** "Forget" is honest. */
const WORDS = /cheat|dishonest|fraud|tamper|forg(?!et|ot)\w*/;

const words: Rule = {
  name: "no name, option or variable of the shipped programs is about cheating",
  check: perFile(
    (path) => path.startsWith("cmd/") && isShipped(path) && isScript(path),
    (file) => matches(file, file.text.toLowerCase(), WORDS, "is about cheating"),
  ),
  broken: [
    fileOf("cmd/aegis-resource/start.ts", 'const on = env["AEGIS_CHEAT"];'),
    fileOf("cmd/aegis-resource/work/a.ts", "const forgeFingerprint = 1;"),
    fileOf("cmd/aegis-resource/commands/start.ts", 'new Option("--tamper-with <what>")'),
  ],
  kept: [
    fileOf("cmd/aegis-resource/journal/a.ts", "forgetSequence(); // forgotten"),
    fileOf("cmd/aegis-resource/calibrate/a.ts", "const cheat = 1;"),
    fileOf("test/kit/cheater/a.ts", "const cheat = 1;"),
  ],
};

const instruments: Rule = {
  name: "dishonest weights and results are made by calibration and tests only",
  check: perFile(
    (path) => isShipped(path) && isScript(path),
    (file) =>
      importsOf(file).flatMap((one) => {
        if (one.path === undefined || !INSTRUMENTS.test(one.path) || mayCalibrate(file.path)) {
          return [];
        }
        return [`${file.path}:${one.line}: may not import ${one.path}`];
      }),
  ),
  broken: [
    fileOf("cmd/aegis-resource/work/a.ts", 'import { asQ40 } from "../calibrate/weights.ts";'),
    fileOf("localnet/a.ts", 'import "../cmd/aegis-resource/calibrate/weights.ts";'),
  ],
  kept: [
    fileOf("cmd/aegis-resource/main.ts", 'import("./commands/calibrate.ts");'),
    fileOf("test/kit/a.ts", 'import "../../cmd/aegis-resource/calibrate/weights.ts";'),
  ],
};

/** The command line loads the command; nothing else of it does. */
function mayCalibrate(path: string): boolean {
  return path === "cmd/aegis-resource/main.ts";
}

function isShipped(path: string): boolean {
  return /^(app|modules|cmd|localnet)\//.test(path) && !INSTRUMENTS.test(path);
}

/** Rules that keep the shipped programs honest. */
export const HONESTY_RULES: readonly Rule[] = [words, instruments];
