import type { FoundStatement } from "./read-statements.ts";
import type { Reader } from "./reader.ts";
import { isBlank, isDigit } from "./character-classes.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { hasForm, isCapital } from "./statement-forms.ts";
import { Flag, Kind, Symbol } from "./tokens.ts";

/** English words that stand before a noun: nobody names a table so, and prose is full of them. */
const determiners = /^(?:the|your|this|that|my|our|their|its|his|her|these|those|some|an|every|another|any|both|me|us|them|it|you)$/i;

/** Words behind which a name is expected. */
const beforeNames = keywordTable(["into", "update", "from", "table", "join", "truncate", "delete", "insert", "view", "replace", "merge"]);

/** Words behind which `table` without a name behind it is what a manual writes for one: it is reserved in every dialect. */
const standsForName = keywordTable(["into", "update", "from"]);

/** More plain words in a row than any clause of a statement has. */
const longestRun = 3;

/** Verbs whose statements hold types and options of several plain words. */
const wordyVerbs = keywordTable(["create", "alter", "grant", "revoke", "comment", "declare", "do", "copy", "load"]);

/**
 * Whether what was read has the form of a statement and is no prose, without a database call to say so. Words only, with the verb
 * not in capitals and no operator, list, literal, placeholder, quote or `;`, is prose: `delete from cart`.
 */
export function isStatementForm(reader: Reader, statement: FoundStatement): boolean {
  const { verb, end } = statement;
  if (!hasForm(reader, verb, end)) return false;
  return statement.first !== verb ? !readsAsProse(reader, statement) : !readsAsProse(reader, statement) && (isCapital(reader, verb) || hasEvidence(reader, statement));
}

/** An operator, a list, a literal, a placeholder, a quote, a hole or `;`. */
function hasEvidence(reader: Reader, { verb, end }: FoundStatement): boolean {
  const { code, kind, flags } = reader.tokens;
  if (code[end] === Symbol.semicolon) return true;
  const isQuery = code[verb] === Keyword.select;
  for (let at = verb + 1; at < end; at++) {
    if ((flags[at]! & Flag.hole) !== 0) return true;
    switch (kind[at]) {
      case Kind.word:
        if (code[at] === Keyword.if && (code[at + 1] === Keyword.exists || code[at + 1] === Keyword.not)) return true;
        break;
      case Kind.symbol:
        if (code[at] !== Symbol.dot && !(isQuery && code[at] === Symbol.comma)) return true;
        break;
      case Kind.number:
        if (!isQuery) return true;
        break;
      default:
        return true;
    }
  }
  return false;
}

/** Signs of a sentence: a determiner for a name, many plain words in a row, punctuation that no statement has. */
function readsAsProse(reader: Reader, { verb, end }: FoundStatement): boolean {
  const { code, kind, text, start, end: ends } = reader.tokens;
  const isWordy = wordyVerbs[code[verb]!] === 1;
  let run = 0;
  for (let at = verb; at < end; at++) {
    if (kind[at] === Kind.word && code[at] === 0) {
      if (beforeNames[code[at - 1]!] === 1 && determiners.test(text.slice(start[at], ends[at])) && code[at + 1] !== Symbol.open && code[at + 1] !== Symbol.dot) return true;
      if (++run >= longestRun && !isWordy) return true;
      continue;
    }
    if (kind[at] !== Kind.number) run = 0;
    if (code[at] === Keyword.table && standsForName[code[at - 1]!] === 1 && !beginsName(reader, at + 1)) return true;
    if (isSentenceMark(reader, at)) return true;
  }
  return false;
}

function beginsName({ tokens: { code, kind, flags } }: Reader, at: number): boolean {
  return (kind[at] === Kind.word && code[at] === 0) || kind[at] === Kind.quoted || (flags[at]! & Flag.hole) !== 0;
}

/** Punctuation as sentences have it: an apostrophe that never closes, `cart?`, `done. Next`, `name: value`, `!`. */
function isSentenceMark(reader: Reader, at: number): boolean {
  const { kind, text, start, end } = reader.tokens;
  const from = start[at]!;
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(end[at]!);
  const isLast = Number.isNaN(after) || isBlank(after);
  switch (text.charAt(from)) {
    case "'":
      return !text.endsWith("'", end[at]) || end[at] === from + 1;
    case "?":
      return kind[at] === Kind.placeholder && end[at] === from + 1 && isLast && isWordEnd(before);
    case ".":
    case ":":
      return kind[at] === Kind.symbol && isLast && !isBlank(before);
    case "!":
      return after !== 61 && after !== 126 && after !== 33;
    case "…":
    case "—":
    case "–":
      return true;
    default:
      return false;
  }
}

function isWordEnd(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 97 && (code | 0x20) <= 122) || code > 191;
}
