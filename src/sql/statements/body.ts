import type { Frame } from "../frames.ts";
import { Keyword, keywordTable } from "../keywords.ts";
import type { Reader } from "../reader.ts";
import { startsStatement } from "../statement-starts.ts";
import { Kind, Symbol } from "../tokens.ts";
import type { StatementHead } from "./statement-head.ts";

/** Words that a body in place begins with where no BEGIN opens it. */
const bodyStarts = keywordTable(["begin", "declare", "if", "while", "return"]);

/** Languages of functions whose bodies are no SQL. */
const otherLanguages = /^['"]?(?:c|internal|plpython\w*|plperlu?|plv8|pltclu?|plr|javascript|python|java|scala)['"]?$/i;

/**
 * Finds the body of a trigger, function, procedure, rule or event behind its head. A body in a string is queued, a body in
 * place ends the statement: it is read as statements of its own.
 */
export function findBody(reader: Reader, frame: Frame, from: number): number {
  const { code, kind, partner } = reader.tokens;
  let at = from;
  while (at < reader.to && code[at] !== Symbol.semicolon && kind[at] !== Kind.boundary) {
    if (code[at] === Symbol.open && code[at - 1] !== Keyword.do && code[at - 1] !== Keyword.also && code[at - 1] !== Keyword.instead) {
      at = Math.max(partner[at]!, at) + 1;
      continue;
    }
    if (code[at] === Keyword.as && kind[at + 1] === Kind.string) return queueStrings(reader, from, at + 1);
    if (beginsBody(reader, at)) {
      reader.bodyAt = code[at] === Keyword.as || code[at] === Keyword.is || code[at] === Keyword.do || code[at] === Symbol.open ? at + 1 : at;
      frame.closes = at;
      return at;
    }
    at++;
  }
  return at;
}

/** DO and its block of code in a string. */
export const readDo: StatementHead = (reader, _frame, at) => queueStrings(reader, at, at + 1);

function beginsBody(reader: Reader, at: number): boolean {
  const { code, kind } = reader.tokens;
  switch (code[at]) {
    case Keyword.as:
    case Keyword.is:
      return kind[at + 1] === Kind.word && code[at + 1] !== Keyword.on && code[at + 1] !== Keyword.not && code[at + 1] !== Keyword.null && code[at + 1] !== Keyword.distinct && code[at - 1] !== Keyword.execute;
    case Keyword.do:
      return code[at + 1] !== Keyword.also && code[at + 1] !== Keyword.instead;
    case Keyword.also:
    case Keyword.instead:
      return false;
    case Symbol.open:
      return true;
    case Keyword.select:
    case Keyword.with:
      return code[at - 1] === Keyword.also || code[at - 1] === Keyword.instead || code[at - 1] === Keyword.row;
    case Keyword.set:
      return code[at - 1] === Keyword.row;
    default:
      return bodyStarts[code[at]!] === 1 || startsStatement(reader, at) || followsRule(reader, at);
  }
}

function followsRule(reader: Reader, at: number): boolean {
  const { code } = reader.tokens;
  return (code[at - 1] === Keyword.also || code[at - 1] === Keyword.instead) && (code[at] === Keyword.insert || code[at] === Keyword.update || code[at] === Keyword.delete);
}

/** Queues the strings of the statement from `at` on for reading, unless LANGUAGE says that they hold no SQL. */
function queueStrings(reader: Reader, head: number, from: number): number {
  const { code, kind, text, start, end } = reader.tokens;
  const close = endOfStatement(reader, from);
  for (let at = head; at + 1 < close; at++) {
    if (code[at] === Keyword.language && otherLanguages.test(text.slice(start[at + 1], end[at + 1]))) return close;
  }
  for (let at = from; at < close; at++) {
    if (kind[at] === Kind.string && code[at - 1] !== Keyword.language && code[at - 1] !== Keyword.comment) queueString(reader, at);
  }
  return close;
}

/** Queues what stands inside a string token to be read as statements of a body. */
export function queueString(reader: Reader, at: number): void {
  const { text, start, end } = reader.tokens;
  const from = start[at]!;
  const to = end[at]!;
  const opening = text.charCodeAt(from) === 36 ? text.indexOf("$", from + 1) - from + 1 : text.indexOf("'", from) - from + 1;
  const closing = text.charCodeAt(from) === 36 ? opening : 1;
  if (opening > 0 && from + opening <= to - closing) reader.innerTexts.push({ start: from + opening, end: to - closing, accesses: reader.accesses });
}

/** The token at which the statement ends for certain: `;` in its own level, or its end. */
function endOfStatement(reader: Reader, at: number): number {
  const { code, partner } = reader.tokens;
  while (at < reader.to && code[at] !== Symbol.semicolon && reader.tokens.kind[at] !== Kind.boundary) at = code[at] === Symbol.open ? Math.max(partner[at]!, at + 1) : at + 1;
  return at;
}
