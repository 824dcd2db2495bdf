/** What of a text may be shown: all but what the next tokens could still change. */

/** Stands for bytes of a character that is not complete yet. */
const REPLACEMENT = "�";

/** The part of `text` that stays as it is whatever follows. */
export function settledText(text: string, stopStrings: readonly string[]): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === REPLACEMENT) end -= 1;
  let shown = end;
  for (const stop of stopStrings) {
    for (let length = Math.min(stop.length - 1, end); length > 0; length -= 1) {
      if (text.slice(end - length, end) !== stop.slice(0, length)) continue;
      shown = Math.min(shown, end - length);
      break;
    }
  }
  // Half of a surrogate pair has no bytes of its own.
  const last = text.charCodeAt(shown - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? shown - 1 : shown);
}
