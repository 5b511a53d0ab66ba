import { continuesWord, holeCode, isDigit, startsWord } from "./character-classes.ts";

const longestBraces = 200;

/**
 * Behind the placeholder that begins at `at`, or `at` where none does:
 * `?`, `?1`, `$1`, `$name`, `:name`, `:1`, `@p1`, `@@name`, and what `endOfHole` knows.
 */
export function endOfPlaceholder(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case 63: // ?
      if (next === 63) return at + 2;
      return endOfDigits(text, at + 1, end);
    case 36: // $
      if (next === holeCode) return at + 2;
      if (startsWord(next) || isDigit(next)) return endOfWord(text, at + 1, end);
      return endOfHole(text, at, end);
    case 58: // :
      if (next === 58 || next === 61) return at;
      if (next === 39 || next === 34) return endOfPsqlVariable(text, at, end);
      if (next === holeCode) return at + 2;
      return startsWord(next) || isDigit(next) ? endOfWord(text, at + 1, end) : at;
    case 64: { // @
      const from = next === 64 ? at + 2 : at + 1;
      if (text.charCodeAt(from) === holeCode) return from + 1;
      return continuesWord(text.charCodeAt(from)) ? endOfWord(text, from, end) : at;
    }
    default:
      return endOfHole(text, at, end);
  }
}

/**
 * Behind a part that a host program fills in, or `at`. These may be glued to a name:
 * the hole character, `%s`, `%(name)s`, `%[1]s`, `%1$s`, `{name}`, `{{name}}`, `#{name}`, `${name}`.
 */
export function endOfHole(text: string, at: number, end: number): number {
  switch (text.charCodeAt(at)) {
    case holeCode:
      return at + 1;
    case 37: // %
      return endOfConversion(text, at, end);
    case 35: // #
    case 36: // $
      return text.charCodeAt(at + 1) === 123 ? endOfBraces(text, at + 1, end) || at : at;
    case 123: // {
      return endOfBraces(text, at, end) || at;
    default:
      return at;
  }
}

const conversion = /%(?:\([^()\s]{1,64}\)|\[\d{1,2}\]|\d{1,2}\$)?[-+#0]{0,2}\d{0,3}(?:\.\d{1,3})?[sdvqtfixXIL]/y;

function endOfConversion(text: string, at: number, end: number): number {
  conversion.lastIndex = at;
  return conversion.test(text) && conversion.lastIndex <= end ? conversion.lastIndex : at;
}

/** Behind `{…}` or `{{…}}` at `at`; 0 where it holds a line break, a quote in single braces, or no end. */
function endOfBraces(text: string, at: number, end: number): number {
  const double = text.charCodeAt(at + 1) === 123;
  const limit = Math.min(end, at + longestBraces);
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 123 && ++depth > 2) return 0;
    if (code === 125 && --depth === 0) return i + 1;
    else if (code === 10 || (!double && (code === 39 || code === 34))) return 0;
  }
  return 0;
}

function endOfPsqlVariable(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at + 1);
  const nameEnd = endOfWord(text, at + 2, end);
  return nameEnd > at + 2 && text.charCodeAt(nameEnd) === quote ? nameEnd + 1 : at;
}

function endOfWord(text: string, at: number, end: number): number {
  while (at < end && (continuesWord(text.charCodeAt(at)) || text.charCodeAt(at) === holeCode)) at++;
  return at;
}

function endOfDigits(text: string, at: number, end: number): number {
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}
