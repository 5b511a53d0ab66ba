import { Clause } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { isName } from "./read-names.ts";
import type { Reader } from "./reader.ts";
import { Symbol } from "./tokens.ts";

/** Words of procedures and batches that come before a statement: a condition, a loop's head, an assignment. */
const controlWords = keywordTable([
  "if", "while", "for", "foreach", "elseif", "elsif", "return", "set", "print", "exec", "execute", "call", "use", "declare", "raise", "case", "when",
  "exception", "until",
]);

/** What may follow CREATE, ALTER and DROP where the statement before it has no `;`. */
const objects = keywordTable(["table", "view", "index", "trigger", "procedure", "proc", "function", "temporary", "temp", "unique"]);

/** How far from UPDATE its SET may stand. */
const longestUpdateHead = 60;

/** Whether a word is one of a procedure that comes before a statement. */
export function isControl(word: number): boolean {
  return controlWords[word] === 1;
}

/**
 * Whether a word at `at` in a statement's own level begins the next statement though no `;` stands between them, as T-SQL and
 * blocks of procedures allow. The statement then ends there.
 */
export function endsBefore(reader: Reader, frame: Frame, at: number): boolean {
  if (reader.frames[0] !== frame || at === frame.verbAt) return false;
  if (!reader.rules.semicolonsOptional && !reader.inBlock && !isControl(frame.verb)) return false;
  const { code } = reader.tokens;
  // `ON UPDATE CASCADE` of a foreign key; `SET NOCOUNT ON` is a statement of its own.
  if (code[at] === Keyword.update && code[at - 1] === Keyword.on && !isControl(frame.verb)) return false;
  const starts = code[at] === Keyword.select ? isDone(frame) : startsStatement(reader, at);
  if (starts) frame.closes = at;
  return starts;
}

/** Whether the statement cannot hold a query any more. */
function isDone(frame: Frame): boolean {
  const writes = frame.verb === Keyword.insert || frame.verb === Keyword.update || frame.verb === Keyword.delete;
  return writes && (frame.clause === Clause.rest || (frame.clause !== Clause.none && frame.clause !== Clause.commonTables && frame.verb !== Keyword.insert));
}

/** Whether the words from `at` on have the form of a statement's beginning, wherever they stand. */
export function startsStatement(reader: Reader, at: number): boolean {
  const { code } = reader.tokens;
  switch (code[at]) {
    case Keyword.insert:
      return (code[at + 1] === Keyword.into && isName(reader, at + 2)) || startsWithoutInto(reader, at);
    case Keyword.update:
      return code[at - 1] !== Keyword.do && code[at - 1] !== Keyword.for && isName(reader, at + 1) && hasSet(reader, at + 2);
    case Keyword.delete:
      return (code[at + 1] === Keyword.from && isName(reader, at + 2)) || startsWithoutInto(reader, at);
    case Keyword.merge:
      return (code[at + 1] === Keyword.into && isName(reader, at + 2)) || startsWithoutInto(reader, at);
    case Keyword.truncate:
      return code[at + 1] === Keyword.table;
    case Keyword.create:
    case Keyword.alter:
    case Keyword.drop:
      return objects[code[at + 1]!] === 1;
    case Keyword.exec:
    case Keyword.execute:
      return reader.rules.semicolonsOptional && code[at - 1] !== Keyword.for && code[at + 1] !== Keyword.function && code[at + 1] !== Keyword.procedure;
    default:
      return false;
  }
}

/** Words behind which DELETE, INSERT and MERGE are events, actions, rights or hints: `AFTER INSERT, DELETE`, `ON DELETE CASCADE`, `THEN DELETE`, `INNER MERGE JOIN`. */
const beforeOtherVerbs = keywordTable(["on", "for", "after", "of", "then", "grant", "revoke", "inner", "left", "right", "full"]);

/** T-SQL's `DELETE t`, `DELETE TOP (10) t`, `INSERT t`, `MERGE t`: https://learn.microsoft.com/en-us/sql/t-sql/statements/delete-transact-sql */
function startsWithoutInto(reader: Reader, at: number): boolean {
  const { code, partner } = reader.tokens;
  if (reader.rules.id !== "sqlserver" || beforeOtherVerbs[code[at - 1]!] === 1 || code[at - 1] === Symbol.comma) return false;
  const isLimited = code[at + 1] === Keyword.top && code[at + 2] === Symbol.open;
  const named = isLimited ? Math.max(partner[at + 2]!, at + 2) + 1 : at + 1;
  return isName(reader, code[named] === Keyword.into || code[named] === Keyword.from ? named + 1 : named);
}

function hasSet(reader: Reader, from: number): boolean {
  const { code, partner } = reader.tokens;
  for (let at = from; at < reader.to && at < from + longestUpdateHead; at++) {
    if (code[at] === Keyword.set) return true;
    if (code[at] === Symbol.semicolon || code[at] === Keyword.where || code[at] === Keyword.select || code[at] === Keyword.from) return false;
    if (code[at] === Symbol.open) at = Math.max(at, partner[at]!);
  }
  return false;
}
