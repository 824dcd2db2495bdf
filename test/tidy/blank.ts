/**
 * Blanks what is not code: comments, and the insides of strings, templates and regular expressions
 * become spaces, so that a rule about code is not fooled by words about it. Positions and line
 * breaks stay.
 */

const KEYWORDS_BEFORE_REGEX = /\b(return|typeof|case|in|of|do|else|void|delete|throw|await|yield)$/;

/**
 * `text` (TypeScript or JavaScript) of the same length with everything but code blanked; quotes
 * themselves stay.
 */
export function blankNonCode(text: string): string {
  const out = text.split("");
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) if (out[i] !== "\n") out[i] = " ";
  };
  // For each template being read, how many braces of its `${` are open.
  const templates: number[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    const inTemplateCode = templates.length > 0;
    if (char === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const end = endOfComment(text, at);
      blank(at, end);
      at = end;
    } else if (char === '"' || char === "'") {
      const end = endOfQuoted(text, at, char);
      blank(at + 1, end - 1);
      at = end;
    } else if (char === "`" || (char === "}" && inTemplateCode && templates.at(-1) === 0)) {
      if (char === "}") templates.pop();
      const { end, opens } = endOfTemplatePart(text, at + 1);
      blank(at + 1, opens ? end - 2 : end - 1);
      if (opens) templates.push(0);
      at = end;
    } else if (char === "/" && startsRegex(out, at)) {
      const end = endOfRegex(text, at);
      blank(at + 1, end - 1);
      at = end;
    } else {
      countBraces(templates, char);
      at += 1;
    }
  }
  return out.join("");
}

function countBraces(templates: number[], char: string | undefined): void {
  const last = templates.length - 1;
  if (last < 0) return;
  if (char === "{") templates[last] = (templates[last] ?? 0) + 1;
  if (char === "}") templates[last] = (templates[last] ?? 0) - 1;
}

function endOfComment(text: string, at: number): number {
  const [closing, keep] = text[at + 1] === "/" ? ["\n", 0] : ["*/", 2];
  const end = text.indexOf(closing, at + 2);
  return end < 0 ? text.length : end + keep;
}

function endOfQuoted(text: string, at: number, quote: string): number {
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === quote) return i + 1;
    else if (text[i] === "\n") return i;
  }
  return text.length;
}

function endOfTemplatePart(text: string, at: number): { end: number; opens: boolean } {
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "`") return { end: i + 1, opens: false };
    else if (text[i] === "$" && text[i + 1] === "{") return { end: i + 2, opens: true };
  }
  return { end: text.length, opens: false };
}

/** After a value a slash divides; anywhere else it opens a regular expression. */
function startsRegex(out: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /\s/.test(out[i] ?? "")) i -= 1;
  if (i < 0) return true;
  if (!/[\w$)\]}"'`]/.test(out[i] ?? "")) return true;
  return KEYWORDS_BEFORE_REGEX.test(out.slice(Math.max(0, i - 10), i + 1).join(""));
}

function endOfRegex(text: string, at: number): number {
  let inClass = false;
  for (let i = at + 1; i < text.length && text[i] !== "\n"; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "[") inClass = true;
    else if (text[i] === "]") inClass = false;
    else if (text[i] === "/" && !inClass) return i + 1;
  }
  return at + 1;
}
