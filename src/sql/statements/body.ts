import type { Frame } from "../frames.ts";
import { Keyword, keywordTable } from "../keywords.ts";
import type { InnerText, Reader } from "../reader.ts";
import { startsStatement } from "../statement-starts.ts";
import { Kind, Symbol } from "../tokens.ts";
import type { StatementHead } from "./statement-head.ts";

/** Words that a body in place begins with where no BEGIN opens it. */
const bodyStarts = keywordTable(["begin", "declare", "if", "while", "return"]);

/** Words behind which a body in place begins. */
const introducesBody = keywordTable(["as", "is", "do"]);

/** Words right behind which a rule or a trigger has its only command. */
const introducesCommand = keywordTable(["also", "instead", "row"]);
const commands = keywordTable(["insert", "update", "delete", "select", "with", "set"]);

/** Words behind AS and IS that are no body: `CREATE RULE r AS ON …`, `EXECUTE AS OWNER`, `IS NOT NULL`. */
const notBodies = keywordTable(["on", "not", "null", "distinct"]);

/** Words behind which a parenthesis holds the commands of a rule. */
const opensCommands = keywordTable(["do", "also", "instead"]);

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
    if (code[at] === Symbol.open && opensCommands[code[at - 1]!] === 0) {
      at = Math.max(partner[at]!, at) + 1;
      continue;
    }
    if (code[at] === Keyword.as && kind[at + 1] === Kind.string) return queueStrings(reader, from, at + 1);
    if (beginsBody(reader, at)) {
      reader.bodyAt = introducesBody[code[at]!] === 1 || code[at] === Symbol.open ? at + 1 : at;
      frame.closes = at;
      return at;
    }
    at++;
  }
  return at;
}

/** DO and its block of code in a string. */
export const readDo: StatementHead = (reader, _frame, at) => queueStrings(reader, at, at + 1);

/** Whether a body begins at a token: at a word that introduces one, or at its own first word. */
function beginsBody(reader: Reader, at: number): boolean {
  const { code, kind } = reader.tokens;
  const word = code[at]!;
  if (introducesCommand[code[at - 1]!] === 1 && commands[word] === 1) return true;
  switch (word) {
    case Keyword.as:
    case Keyword.is:
      return kind[at + 1] === Kind.word && notBodies[code[at + 1]!] === 0 && code[at - 1] !== Keyword.execute;
    case Keyword.do:
      return introducesCommand[code[at + 1]!] === 0;
    case Symbol.open:
      return true;
    default:
      return bodyStarts[word] === 1 || startsStatement(reader, at);
  }
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
export function queueString(reader: Reader, at: number, besides: Pick<InnerText, "given" | "appended"> = {}): void {
  const { text, start, end } = reader.tokens;
  const from = start[at]!;
  const to = end[at]!;
  const opening = text.charCodeAt(from) === 36 ? text.indexOf("$", from + 1) - from + 1 : text.indexOf("'", from) - from + 1;
  const closing = text.charCodeAt(from) === 36 ? opening : 1;
  if (opening > 0 && from + opening <= to - closing) reader.innerTexts.push({ start: from + opening, end: to - closing, accesses: reader.accesses, ...besides });
}

/** The token at which the statement ends for certain: `;` in its own level, or its end. */
function endOfStatement(reader: Reader, at: number): number {
  const { code, partner } = reader.tokens;
  while (at < reader.to && code[at] !== Symbol.semicolon && reader.tokens.kind[at] !== Kind.boundary) at = code[at] === Symbol.open ? Math.max(partner[at]!, at + 1) : at + 1;
  return at;
}
