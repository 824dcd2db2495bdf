/** Finds the functions of a source file and how many lines each spans. */

/** A function: where its head stands (1-based line), how many lines it has, and the head's text. */
export interface FunctionSpan {
  readonly line: number;
  readonly lines: number;
  readonly head: string;
}

const CONTROL = new Set(["if", "for", "while", "switch", "catch", "with", "return", "super"]);
const HEAD = /(?:\bfunction\b\s*\*?\s*[\w$]*|(?<=^|[\s{};])[#\w$]+)\s*(?:<[^(){}]*>)?\s*\(/gm;
const ARROW = /=>\s*\{/g;

/**
 * Functions, methods and arrow functions with a body in braces. `code` has been through
 * `blankNonCode`; `text` is the file as it is, for the heads.
 */
export function functionSpans(code: string, text: string): FunctionSpan[] {
  const lineOf = lineCounter(code);
  const spans: FunctionSpan[] = [];
  const add = (headAt: number, braceAt: number): void => {
    const line = lineOf(headAt);
    const lines = lineOf(endOfBraces(code, braceAt)) - line + 1;
    spans.push({ line, lines, head: (text.split("\n")[line - 1] ?? "").trim() });
  };
  for (const match of code.matchAll(ARROW)) add(match.index, match.index + match[0].length - 1);
  for (const match of code.matchAll(HEAD)) {
    const name = /[#\w$]+(?=\s*(?:<[^(){}]*>)?\s*\($)/.exec(match[0])?.[0];
    if (name !== undefined && CONTROL.has(name)) continue;
    const body = bodyAfter(code, match.index + match[0].length - 1);
    if (body !== undefined) add(match.index, body);
  }
  return spans;
}

/** Index of the brace that opens the body after the parameters that open at `at`, if one does. */
function bodyAfter(code: string, at: number): number | undefined {
  let i = skipSpace(code, endOfGroup(code, at, "(", ")") + 1);
  if (code[i] === "{") return i;
  if (code[i] !== ":") return undefined;
  // The return type may hold braces of its own, but only where a type begins.
  let typeBegins = true;
  for (i += 1; i < code.length; i += 1) {
    const char = code[i] ?? "";
    if (/\s/.test(char)) continue;
    if (char === "{" && !typeBegins) return i;
    if (char === ";" || char === "," || char === ")" || char === "=") {
      if (code.startsWith("=>", i)) i += 1;
      else return undefined;
    } else if (char === "{") i = endOfGroup(code, i, "{", "}");
    else if (char === "<") i = endOfGroup(code, i, "<", ">");
    else if (char === "(") i = endOfGroup(code, i, "(", ")");
    typeBegins = /[|&>]/.test(char) && char !== ">" ? true : code.startsWith("=>", i - 1);
  }
  return undefined;
}

function skipSpace(code: string, at: number): number {
  let i = at;
  while (/\s/.test(code[i] ?? "")) i += 1;
  return i;
}

function endOfBraces(code: string, at: number): number {
  return endOfGroup(code, at, "{", "}");
}

function endOfGroup(code: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let i = at; i < code.length; i += 1) {
    if (code[i] === open) depth += 1;
    else if (code[i] === close && !(close === ">" && code[i - 1] === "=")) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return code.length - 1;
}

function lineCounter(code: string): (at: number) => number {
  const starts = [0];
  for (let i = code.indexOf("\n"); i >= 0; i = code.indexOf("\n", i + 1)) starts.push(i + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
