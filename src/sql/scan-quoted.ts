import type { Feature } from "./dialects/dialect-rules.ts";
import { continuesWord } from "./character-classes.ts";

const backslash = 92;
const quoteMark = 39;

/** Behind the quoted text that opens at `at`; a doubled quote stays inside. An unterminated one goes to `end`. */
export function endOfQuoted(text: string, at: number, end: number, escapes: Feature): number {
  const quote = text.charCodeAt(at);
  if (escapes === "never") return endOfPlain(text, at, end, text.charAt(at));
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === backslash && (escapes === "always" || isEscape(text, i + 1, quote))) i++;
    else if (code === quote) {
      if (text.charCodeAt(i + 1) !== quote || i + 1 >= end) return i + 1;
      i++;
    }
  }
  return end;
}

/** Behind the name in brackets that opens at `at`; `]]` stays inside. */
export function endOfBracketed(text: string, at: number, end: number): number {
  return endOfPlain(text, at, end, "]");
}

/** Whether `[` at `at` opens a name rather than a subscript or an array, where the dialect is not known. */
export function looksBracketed(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (continuesWord(before) || before === 93 || before === 41 || before === 34) return false;
  bracketed.lastIndex = at;
  return bracketed.test(text);
}

const bracketed = /\[[\p{L}_\uFFFC#$%{][^\]'"\n,]{0,127}\]/uy;

/** Behind the text that opens with `$tag$` at `at`, or `at` where no such tag stands. */
export function endOfDollarQuoted(text: string, at: number, end: number): number {
  const tagEnd = endOfDollarTag(text, at, end);
  if (tagEnd === at) return at;
  const close = text.indexOf(text.slice(at, tagEnd), tagEnd);
  return close < 0 || close >= end ? end : close + tagEnd - at;
}

/** Behind `$tag$` at `at`, or `at`. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING */
export function endOfDollarTag(text: string, at: number, end: number): number {
  let i = at + 1;
  const first = text.charCodeAt(i);
  if (first >= 48 && first <= 57) return at;
  while (i < end && text.charCodeAt(i) !== 36 && continuesWord(text.charCodeAt(i))) i++;
  return i < end && text.charCodeAt(i) === 36 ? i + 1 : at;
}

/** Behind Oracle's `'[it's]'`, the quote standing at `at`. */
export function endOfAlternativeQuoted(text: string, at: number, end: number): number {
  const open = text.charAt(at + 1);
  const close = text.indexOf(`${closers[open] ?? open}'`, at + 2);
  return close < 0 || close >= end ? end : close + 2;
}

const closers: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", "<": ">" };

/** Behind BigQuery's `'''…'''` or `"""…"""`. */
export function endOfTripleQuoted(text: string, at: number, end: number): number {
  const close = text.indexOf(text.slice(at, at + 3), at + 3);
  return close < 0 || close >= end ? end : close + 3;
}

/** Behind `'\'`: a letter, a digit or another quote says that the string goes on. */
function isEscape(text: string, at: number, quote: number): boolean {
  const escaped = text.charCodeAt(at);
  if (escaped !== quote) return escaped === backslash;
  const next = text.charCodeAt(at + 1);
  return continuesWord(next) || next === quoteMark || next === 34;
}

function endOfPlain(text: string, at: number, end: number, quote: string): number {
  for (let i = text.indexOf(quote, at + 1); i >= 0 && i < end; i = text.indexOf(quote, i + 2)) {
    if (text.charAt(i + 1) !== quote || i + 1 >= end) return i + 1;
  }
  return end;
}
