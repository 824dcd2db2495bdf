/** Rules on size and on what each file must open with. */
import { functionSpans } from "./functions.ts";
import { fileOf, isScript, isSource, matches, perFile, type Rule } from "./repository.ts";

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;
const LINE_COLUMNS_MAX = 100;

// Put together, so that this file does not break its own rule.
const MARKERS = ["TO" + "DO", "FIX" + "ME", "XX" + "X"];

const fileLength: Rule = {
  name: `a source file has at most ${FILE_LINES_MAX} lines`,
  // A .proto file is a contract to read from top to bottom, and follows its module's size.
  check: perFile(isCode, (file) => {
    const lines = file.text.replace(/\n$/, "").split("\n").length;
    return lines > FILE_LINES_MAX ? [`${file.path}: ${lines} lines`] : [];
  }),
  broken: [fileOf("app/long.ts", "x;\n".repeat(301))],
  kept: [fileOf("app/long.ts", "x;\n".repeat(300)), fileOf("proto/gen/a.ts", "x;\n".repeat(301))],
};

const functionLength: Rule = {
  name: `a function has at most ${FUNCTION_LINES_MAX} lines`,
  check: perFile(isScript, (file) =>
    functionSpans(file.code, file.text)
      // A test's `describe` is a chapter, not a function.
      .filter((span) => span.lines > FUNCTION_LINES_MAX && !/\bdescribe\(/.test(span.head))
      .map((span) => `${file.path}:${span.line}: ${span.lines} lines: ${span.head}`),
  ),
  broken: [
    fileOf("app/a.ts", `function f(): void {\n${"x;\n".repeat(69)}}\n`),
    fileOf("app/b.ts", `const f = (a: number) => {\n${"x;\n".repeat(69)}};\n`),
    fileOf("app/c.ts", `class C {\n  m<T>(a: T): { b: T } | C {\n${"x;\n".repeat(69)}}\n}\n`),
    fileOf("app/d.ts", `export function f(\n  a = "}",\n): Map<A, B> {\n${"x;\n".repeat(67)}}\n`),
  ],
  kept: [
    fileOf("app/a.ts", `function f(): void {\n${"x;\n".repeat(68)}}\n`),
    fileOf("app/b.ts", `interface A {\n  m(): void;\n}\nconst t = {\n${"x,\n".repeat(90)}};\n`),
    fileOf("app/c.ts", `describe("f", () => {\n${"it();\n".repeat(90)}});\n`),
  ],
};

const lineLength: Rule = {
  name: `a line has at most ${LINE_COLUMNS_MAX} columns`,
  check: perFile(isSource, (file) =>
    file.text
      .split("\n")
      .flatMap((line, i) =>
        [...line].length > LINE_COLUMNS_MAX
          ? [`${file.path}:${i + 1}: ${[...line].length} columns`]
          : [],
      ),
  ),
  broken: [fileOf("app/a.ts", `// ${"é".repeat(98)}\n`)],
  kept: [fileOf("app/a.ts", `// ${"é".repeat(97)}\n`), fileOf("README.md", "x".repeat(200))],
};

const openingComment: Rule = {
  name: "a source file opens with a comment that says what it is for",
  // The package's path says what a .proto file is for; its messages carry the comments.
  check: perFile(isCode, (file) => {
    const first = file.text.replace(/^#!.*\n/, "").trimStart();
    const opens = file.path.endsWith(".py") ? /^("""|#)/ : /^(\/\/|\/\*)/;
    return opens.test(first) ? [] : [`${file.path}: does not open with a comment`];
  }),
  broken: [fileOf("app/a.ts", "import x;\n/** Late. */"), fileOf("test/a.py", "import os\n")],
  kept: [fileOf("app/a.ts", "/** What. */\n"), fileOf("cmd/a.mjs", "#!/usr/bin/env node\n// W\n")],
};

const markers: Rule = {
  name: "nothing is left for later",
  check: perFile(
    (path) => path !== "package-lock.json",
    (file) =>
      matches(file, file.text, new RegExp(`\\b(${MARKERS.join("|")})\\b`), "left for later"),
  ),
  broken: MARKERS.map((marker, i) => fileOf(`app/${i}.ts`, `// ${marker}: write this\n`)),
  kept: [fileOf("app/a.ts", `// ${MARKERS[0]?.toLowerCase()} and ${MARKERS[2]}Y\n`)],
};

/** Rules on size and on what each file must open with. */
export const SIZE_RULES: readonly Rule[] = [
  fileLength,
  functionLength,
  lineLength,
  openingComment,
  markers,
];

function isCode(path: string): boolean {
  return isSource(path) && !path.endsWith(".proto");
}
