import type { DialectRules } from "./dialects/dialect-rules.ts";
import { isBlank } from "./character-classes.ts";

/** Whether `--` at `at` begins a comment. */
export function isDashComment(text: string, at: number, rules: DialectRules): boolean {
  if (text.charCodeAt(at + 1) !== 45) return false;
  if (!rules.dashesNeedBlank) return true;
  const next = text.charCodeAt(at + 2);
  return Number.isNaN(next) || isBlank(next);
}

/** Whether `#` at `at` begins a comment; where the dialect is not known, at the beginning of a line and before a blank. */
export function isHashComment(text: string, at: number, rules: DialectRules): boolean {
  if (rules.hashComments === "always") return true;
  if (rules.hashComments === "never") return false;
  const next = text.charCodeAt(at + 1);
  return (isBlank(next) || next === 33 || Number.isNaN(next)) && isFirstInLine(text, at);
}

export function endOfLine(text: string, at: number, end: number): number {
  const line = text.indexOf("\n", at);
  return line < 0 || line >= end ? end : line;
}

/** Whether nothing but blanks stands before `at` in its line. */
export function isFirstInLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && text.charCodeAt(i) !== 10 && isBlank(text.charCodeAt(i))) i--;
  return i < 0 || text.charCodeAt(i) === 10;
}

/** Behind the comment that `/*` opens at `at`, inner ones counted; -1 where one of them stays open. */
export function endOfNestedComment(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < end - 1; i++) {
    const code = text.charCodeAt(i);
    if (code === 47 && text.charCodeAt(i + 1) === 42) {
      depth++;
      i++;
    } else if (code === 42 && text.charCodeAt(i + 1) === 47) {
      i++;
      if (--depth === 0) return i + 1;
    }
  }
  return -1;
}

/** Behind the comment that `/*` opens at `at`; an unterminated one goes to `end`. */
export function endOfComment(text: string, at: number, end: number): number {
  const close = text.indexOf("*/", at + 2);
  return close < 0 || close + 2 > end ? end : close + 2;
}

/** Behind the opening of a comment whose text MySQL or MariaDB runs (`/*!50100`, `/*M!`), or `at` where it is an ordinary one. */
export function endOfConditionalOpening(text: string, at: number): number {
  conditional.lastIndex = at;
  return conditional.test(text) ? conditional.lastIndex : at;
}

const conditional = /\/\*M?!\d{0,6}/y;
