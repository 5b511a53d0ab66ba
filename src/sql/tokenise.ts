import type { DialectRules } from "./dialects/dialect-rules.ts";
import { continuesWord, holeCode, isBlank, isDigit, startsWord } from "./character-classes.ts";
import { Keyword, keywordCode, keywordTable, nextHash } from "./keywords.ts";
import {
  endOfComment,
  endOfConditionalOpening,
  endOfLine,
  endOfNestedComment,
  isDashComment,
  isFirstInLine,
  isHashComment,
} from "./scan-comment.ts";
import { add, addBoundary, addSymbol, closeAll, closeAtSemicolon, closeParenthesis, markQuery, openParenthesis } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { endOfHole, endOfPlaceholder } from "./scan-placeholder.ts";
import {
  endOfAlternativeQuoted,
  endOfBracketed,
  endOfDollarQuoted,
  endOfQuoted,
  endOfTripleQuoted,
  looksBracketed,
} from "./scan-quoted.ts";
import { boundaryOfComment, delimiterOf, endsCopyFromStdin, isBatchSeparator, isBetweenStatements, isDotCommand } from "./script-lines.ts";
import { appendToken, Boundary, Flag, Kind, sealTokens, Symbol } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";

/** Words that make a parenthesis worth entering. */
const mayBeginQuery = keywordTable(["select", "table", "insert", "update", "delete", "merge"]);

/** Words of one letter that change the meaning of the quote they are glued to: `E'…'`, `N'…'`, `x'…'`. */
const stringPrefixes = /^(?:[enbxr]|u&)$/i;

/** Appends the tokens of `tokens.text` between two offsets. */
export function tokenise(tokens: Tokens, from: number, end: number, rules: DialectRules): void {
  const scan: Scan = {
    tokens,
    text: tokens.text,
    end,
    rules,
    open: -1,
    delimiter: undefined,
    nestedComments: rules.nestedComments,
    openConditionals: 0,
    commandEnds: -1,
    copyDataMayEnd: true,
  };
  const text = tokens.text;
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at);
    if (at === scan.commandEnds) at = addBoundary(scan, Boundary.batch, at, at + 1);
    else if (code === 32 || code === 10 || isBlank(code)) at++;
    else if (scan.delimiter !== undefined && text.startsWith(scan.delimiter, at)) at = addBoundary(scan, Boundary.batch, at, at + scan.delimiter.length);
    else if (startsWord(code) || code === holeCode) at = scanWord(scan, at);
    else if (isDigit(code)) at = scanNumber(scan, at);
    else at = scanSymbol(scan, code, at);
  }
  closeAll(scan, tokens.count);
  sealTokens(tokens);
}

function scanSymbol(scan: Scan, code: number, at: number): number {
  const { tokens, text, end, rules } = scan;
  switch (code) {
    case 39: // '
      return add(scan, Kind.string, at, isTriple(scan, at) ? endOfTripleQuoted(text, at, end) : endOfQuoted(text, at, end, rules.backslashEscapes));
    case 34: // "
      return scanDoubleQuoted(scan, at);
    case 96: // `
      return rules.backquotes ? add(scan, Kind.quoted, at, endOfQuoted(text, at, end, "never")) : addSymbol(scan, code, at);
    case 91: // [
      if (rules.brackets === "never" || (rules.brackets === "guess" && !looksBracketed(text, at))) return addSymbol(scan, code, at);
      return add(scan, Kind.quoted, at, endOfBracketed(text, at, end));
    case 40: // (
      addSymbol(scan, code, at);
      openParenthesis(scan);
      return at + 1;
    case 41: // )
      addSymbol(scan, code, at);
      closeParenthesis(scan);
      return at + 1;
    case 59: // ;
      addSymbol(scan, code, at);
      closeAtSemicolon(scan);
      return rules.backslashCommands === "never" ? at + 1 : skipCopyData(scan, at + 1);
    case 45: // -
      return isDashComment(text, at, rules) ? scanLineComment(scan, at) : addSymbol(scan, code, at);
    case 47: // /
      return scanSlash(scan, at);
    case 42: // *
      if (scan.openConditionals === 0 || text.charCodeAt(at + 1) !== 47) return addSymbol(scan, code, at);
      scan.openConditionals--;
      return at + 2;
    case 35: // #
      if (endOfHole(text, at, end) === at && isHashComment(text, at, rules)) return endOfLine(text, at, end);
      if (rules.hashNames && (startsWord(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 35)) return scanHashName(scan, at);
      return scanPlaceholder(scan, code, at);
    case 36: { // $
      const behind = rules.dollarQuotes ? endOfDollarQuoted(text, at, end) : at;
      return behind > at ? add(scan, Kind.string, at, behind) : scanPlaceholder(scan, code, at);
    }
    case 58: // :
      if (text.charCodeAt(at + 1) === 58) return add(scan, Kind.symbol, at, at + 2);
      return scanPlaceholder(scan, code, at);
    case 63: // ?
    case 64: // @
    case 37: // %
    case 123: // {
      return scanPlaceholder(scan, code, at);
    case 92: // backslash
      return scanBackslash(scan, at);
    case 46: // .
      if (isDigit(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at - 1)) && tokens.kind[tokens.count - 1] !== Kind.word) return scanNumber(scan, at);
      return rules.dotCommands && isDotCommand(text, at, tokens) ? endOfLine(text, at, end) : addSymbol(scan, code, at);
    default:
      return addSymbol(scan, code, at);
  }
}

function scanWord(scan: Scan, start: number): number {
  const { tokens, text, end } = scan;
  let hash = 0;
  let at = start;
  for (let code = text.charCodeAt(at); at < end && continuesWord(code); code = text.charCodeAt(++at)) hash = nextHash(hash, code);
  const next = text.charCodeAt(at);
  if (next === 39 || next === 34 || next === 38) {
    const behind = endOfPrefixedString(scan, start, at);
    if (behind > 0) return behind;
  }
  if ((next === holeCode || next === 37 || next === 123 || next === 36 || next === 35) && at < end) {
    const behind = endOfHole(text, at, end);
    if (behind > at) return scanGluedWord(scan, start, behind);
  }
  const afterDot = tokens.count > 0 && tokens.code[tokens.count - 1] === Symbol.dot && tokens.end[tokens.count - 1] === start;
  const code = afterDot ? 0 : keywordCode(text, start, at, hash);
  if (code === 0) {
    const index = appendToken(tokens, Kind.word, 0, start, at);
    if (index > 0 && tokens.code[index - 1] === Keyword.in) markQuery(scan);
    return at;
  }
  if (code === Keyword.go && isBatchSeparator(text, start, at)) return addBoundary(scan, Boundary.batch, start, at);
  if (code === Keyword.delimiter && isBetweenStatements(tokens)) {
    const delimiter = delimiterOf(text, start, at);
    if (delimiter !== undefined) {
      scan.delimiter = delimiter === ";" ? undefined : delimiter;
      return endOfLine(text, at, end);
    }
  }
  appendToken(tokens, Kind.word, code, start, at);
  if (mayBeginQuery[code] === 1) markQuery(scan);
  return at;
}

/** A verb that a text goes on with behind an unknown beginning: a WITH clause that another text holds. */
const verbBehind = /(?:insert|update|delete|replace|merge|select)\s/iy;

/** A word with an unknown part: `logs_%s`, `{prefix}users`. `at` is behind the first such part. */
function scanGluedWord(scan: Scan, start: number, at: number): number {
  const { text } = scan;
  let { end } = scan;
  let plain = start;
  verbBehind.lastIndex = at;
  if (endOfHole(text, start, end) === at && isBetweenStatements(scan.tokens) && verbBehind.test(text)) end = at;
  for (;;) {
    const from = at;
    while (at < end && continuesWord(text.charCodeAt(at))) plain = ++at;
    const behind = at < end ? endOfHole(text, at, end) : at;
    if (behind === from) break;
    at = behind;
  }
  const index = appendToken(scan.tokens, plain > start ? Kind.word : Kind.placeholder, 0, start, at);
  scan.tokens.flags[index] = Flag.hole;
  return at;
}

function scanPlaceholder(scan: Scan, code: number, at: number): number {
  const { text, end } = scan;
  const hole = endOfHole(text, at, end);
  if (hole > at) return scanGluedWord(scan, at, hole);
  const behind = endOfPlaceholder(text, at, end);
  if (behind === at) return addSymbol(scan, code, at);
  return add(scan, Kind.placeholder, at, Math.min(behind, end));
}

function scanHashName(scan: Scan, start: number): number {
  const { text, end } = scan;
  let at = start;
  while (text.charCodeAt(at) === 35) at++;
  while (at < end && continuesWord(text.charCodeAt(at))) at++;
  return add(scan, Kind.word, start, at);
}

function scanDoubleQuoted(scan: Scan, at: number): number {
  const { text, end, rules } = scan;
  if (isTriple(scan, at)) return add(scan, Kind.string, at, endOfTripleQuoted(text, at, end));
  return add(scan, Kind.quoted, at, endOfQuoted(text, at, end, rules.backslashEscapes));
}

function isTriple(scan: Scan, at: number): boolean {
  const { text, rules } = scan;
  const quote = text.charCodeAt(at);
  return rules.tripleQuotes && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}

/** Behind the quoted text that a word from `start` to `at` introduces, its token added; 0 where the word stands for itself. */
function endOfPrefixedString(scan: Scan, start: number, at: number): number {
  const { text, end, rules } = scan;
  if (at - start > 2) return 0;
  const quoteAt = text.charCodeAt(at) === 38 ? at + 1 : at;
  const quote = text.charCodeAt(quoteAt);
  const prefix = text.slice(start, quoteAt).toLowerCase();
  if (quote === 34) {
    return prefix === "u&" && rules.unicodeNames ? add(scan, Kind.quoted, start, endOfQuoted(text, quoteAt, end, "never")) : 0;
  }
  if (quote !== 39) return 0;
  if (rules.alternativeQuotes && (prefix === "q" || prefix === "nq")) return add(scan, Kind.string, start, endOfAlternativeQuoted(text, quoteAt, end));
  if (!stringPrefixes.test(prefix)) return 0;
  const escapes = prefix === "e" && rules.escapeStrings ? "always" : rules.backslashEscapes;
  return add(scan, Kind.string, start, endOfQuoted(text, quoteAt, end, escapes));
}

function scanNumber(scan: Scan, start: number): number {
  const { text, end } = scan;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 46 && text.charCodeAt(at + 1) !== 46) at++;
    else if ((code === 43 || code === 45) && (text.charCodeAt(at - 1) | 0x20) === 101 && isDigit(text.charCodeAt(at + 1)) && at > start + 1) at++;
    else if (continuesWord(code)) at++;
    else break;
  }
  return add(scan, Kind.number, start, at);
}

function scanLineComment(scan: Scan, at: number): number {
  const boundary = boundaryOfComment(scan.text, at);
  const end = endOfLine(scan.text, at, scan.end);
  return boundary === 0 ? end : addBoundary(scan, boundary, at, end);
}

function scanSlash(scan: Scan, at: number): number {
  const { text, end, rules } = scan;
  const next = text.charCodeAt(at + 1);
  if (next === 42) {
    const inside = endOfConditionalOpening(text, at);
    if (inside > at) {
      scan.openConditionals++;
      return inside;
    }
    if (scan.nestedComments === "never") return endOfComment(text, at, end);
    const nested = endOfNestedComment(text, at, end);
    if (nested >= 0) return nested;
    if (scan.nestedComments === "always") return end;
    scan.nestedComments = "never";
    return endOfComment(text, at, end);
  }
  if (next === 47 && rules.slashComments) return endOfLine(text, at, end);
  if (rules.id === "oracle" && isFirstInLine(text, at) && text.slice(at + 1, endOfLine(text, at, end)).trim() === "") {
    return addBoundary(scan, Boundary.batch, at, at + 1);
  }
  return addSymbol(scan, 47, at);
}

/** A command of a database's shell goes to the end of its line; `\g`, `\gexec` and `\G` also run the statement before them. */
function scanBackslash(scan: Scan, at: number): number {
  const { text, end, rules } = scan;
  if (rules.backslashCommands === "never" || (rules.backslashCommands === "guess" && !isFirstInLine(text, at))) return addSymbol(scan, 92, at);
  if ((text.charCodeAt(at + 1) | 0x20) === 103) return addBoundary(scan, Boundary.batch, at, endOfLine(text, at, end));
  if (/^copy\b/i.test(text.slice(at + 1, at + 6)) && isBetweenStatements(scan.tokens)) {
    scan.commandEnds = endOfLine(text, at, end);
    return at + 1;
  }
  return isFirstInLine(text, at) ? endOfLine(text, at, end) : addSymbol(scan, 92, at);
}

/** Behind the lines of data after COPY … FROM STDIN and the line `\.` that ends them; `at` where none follow. */
function skipCopyData(scan: Scan, at: number): number {
  const { tokens, text, end } = scan;
  if (!scan.copyDataMayEnd || !endsCopyFromStdin(tokens)) return at;
  const data = endOfLine(text, at, end);
  if (text.slice(at, data).trim() !== "") return at;
  const close = text.indexOf("\n\\.", data);
  if (close >= 0 && close < end) return close + 3;
  scan.copyDataMayEnd = false;
  return at;
}
