/** Control, format (zero width, bidirectional) and separator characters, private use and lone surrogates: what a terminal obeys instead of showing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;
const EVERY_INVISIBLE = new RegExp(INVISIBLE, "gu");
const EVERY_INVISIBLE_BUT_LINE_END = new RegExp(`(?!\\n)${INVISIBLE.source}`, "gu");
const LONGEST = 2_000;

/** Text from other people's code, safe on one line of a terminal or log: what cannot be seen is escaped, what is very long is cut. */
export function printable(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return shown.replace(EVERY_INVISIBLE, escapeCharacter);
}

/** A path at the start of a line of output, where GitHub Actions would take `::` for a command (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). */
export function printablePath(path: string): string {
  return printable(path.startsWith("::") ? `./${path}` : path);
}

/** A name at the start of a line of output, where `::` would begin such a command too. */
export function printableAtStart(name: string): string {
  return printable(name).replace(/^::/, "\\x3a:");
}

/** One character (code point) as a terminal may show it, and how many cells it takes there. Tabs are the caller's business. */
export function printableCell(character: string): { readonly shown: string; readonly width: number } {
  if (INVISIBLE.test(character)) {
    const shown = escapeCharacter(character);
    return { shown, width: shown.length };
  }
  return { shown: character, width: widthOf(character) };
}

/** JSON of a value, indented, with no character in it that a terminal obeys. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(EVERY_INVISIBLE_BUT_LINE_END, jsonEscape);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
  }
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

function jsonEscape(character: string): string {
  let escaped = "";
  for (let i = 0; i < character.length; i++) escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  return escaped;
}

const COMBINING = /[\p{Mn}\p{Me}]/u;
const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

function widthOf(character: string): number {
  if (character < "\u0300") return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
