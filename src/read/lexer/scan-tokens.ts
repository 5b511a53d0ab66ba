import { Character, isDigit, toLowerCase } from "./characters.ts";
import type { CompiledRules } from "./compile-rules.ts";
import { Action, wordSlot } from "./compile-rules.ts";
import { closeBracket, noteOperand, openBracket, recoverAtEnd } from "./scan-brackets.ts";
import { scanComment } from "./scan-comments.ts";
import { beginMarkup, resumeMarkup } from "./scan-markup.ts";
import { scanPattern } from "./scan-pattern.ts";
import { resumeText, scanString } from "./scan-strings.ts";
import type { Scanner } from "./scanner.ts";
import { addToken, createScanner, endLine, finishTokens, Form } from "./scanner.ts";
import { Mark, markLengths, Token } from "./token-kinds.ts";
import type { Tokens } from "./tokens.ts";

/** Cuts a text into tokens in one pass. Takes any text; what cannot be a token is `stray`. */
export function scanTokens(text: string, rules: CompiledRules): Tokens {
  const scanner = createScanner(text, rules);
  skipFirstLine(scanner);
  do scanToEnd(scanner);
  while (recoverAtEnd(scanner));
  endLine(scanner);
  return finishTokens(scanner);
}

function scanToEnd(scanner: Scanner): void {
  const { text, rules } = scanner;
  const { actions } = rules;
  const length = text.length;
  while (scanner.position < length) {
    const start = scanner.position;
    const code = text.charCodeAt(start);
    switch (code < 128 ? actions[code] : actionBeyondAscii(code)) {
      case Action.blank:
        scanner.position = blanksEnd(text, start + 1);
        break;
      case Action.lineEnd:
        endLine(scanner);
        scanner.position = start + 1;
        break;
      case Action.name:
        scanName(scanner, start, code);
        break;
      case Action.digit:
        scanNumber(scanner, start);
        break;
      case Action.dot:
        if (isDigit(text.charCodeAt(start + 1))) scanNumber(scanner, start);
        else scanMark(scanner, start, code);
        break;
      case Action.mark:
        scanMark(scanner, start, code);
        break;
      case Action.quote:
        if (scanString(scanner, start, code)) break;
        // A letter that opens a string only before a quote: `f"…"`.
        if (rules.nameParts[code] === 1) scanName(scanner, start, code);
        else scanMark(scanner, start, code);
        break;
      case Action.slash:
        if (scanComment(scanner, start) || (code === Character.slash && scanPattern(scanner, start))) break;
        scanMark(scanner, start, code);
        break;
      case Action.angle:
        if (!beginMarkup(scanner, start)) scanMark(scanner, start, code);
        break;
      default:
        addToken(scanner, Token.stray, start, start + 1, 0);
    }
  }
}

/** Behind blanks and tabs: they stand in rows. */
function blanksEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === Character.blank || code === Character.tab; code = text.charCodeAt(at)) at++;
  return at;
}

/** A `#!` line. */
function skipFirstLine(scanner: Scanner): void {
  if (scanner.text.charCodeAt(0) === Character.byteOrderMark) scanner.position = 1;
  if (!scanner.text.startsWith("#!", scanner.position)) return;
  const end = scanner.text.indexOf("\n");
  scanner.position = end < 0 ? scanner.text.length : end;
}

/** Line separators end lines, other blanks are blanks, anything else counts as a letter. */
function actionBeyondAscii(code: number): number {
  if (code === 0x2028 || code === 0x2029) return Action.lineEnd;
  const blank = code === 0xa0 || code === Character.byteOrderMark || code === 0x1680 || code === 0x202f || code === 0x205f || code === 0x3000;
  return blank || (code >= 0x2000 && code <= 0x200b) ? Action.blank : Action.name;
}

function scanName(scanner: Scanner, start: number, first: number): void {
  const { text, rules } = scanner;
  const { nameParts, words } = rules;
  const length = text.length;
  let end = start + 1;
  for (; end < length; end++) {
    const code = text.charCodeAt(end);
    if (code < 128 ? nameParts[code] === 0 : actionBeyondAscii(code) !== Action.name) break;
  }
  const size = end - start;
  let kind: number = Token.name;
  if (size > 1 && size <= words.longest) {
    const slot = wordSlot(first, text.charCodeAt(start + 1), text.charCodeAt(end - 1), size, words.factor);
    const word = words.texts[slot];
    if (word?.length === size && text.startsWith(word, start)) kind = words.kinds[slot]!;
  }
  noteOperand(scanner, kind);
  addToken(scanner, kind, start, end, 0);
}

/** Digits with everything that may stand in a number of any language: `0x1p-2`, `1_000n`, `.5e+3`; not the dots of `1..2` and `1.max`. */
function scanNumber(scanner: Scanner, start: number): void {
  const { text, rules } = scanner;
  const exponentLetter = toLowerCase(text.charCodeAt(start + 1)) === LETTER_X ? LETTER_P : LETTER_E;
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code < 128 && rules.nameParts[code] === 1) continue;
    if (code === Character.dot && !continuesName(text.charCodeAt(end + 1), rules)) continue;
    if ((code === Character.plus || code === Character.minus) && toLowerCase(text.charCodeAt(end - 1)) === exponentLetter) continue;
    break;
  }
  noteOperand(scanner, Token.number);
  addToken(scanner, Token.number, start, end, 0);
}

const LETTER_E = 101;
const LETTER_P = 112;
const LETTER_X = 120;

function continuesName(code: number, rules: CompiledRules): boolean {
  return code === Character.dot || (code < 128 && !isDigit(code) && rules.nameParts[code] === 1);
}

function scanMark(scanner: Scanner, start: number, first: number): void {
  const kind = markAt(scanner.text, start, first, scanner.rules);
  if (kind >= Mark["("] && kind <= Mark["}"]) {
    scanBracket(scanner, kind, start);
    return;
  }
  noteOperand(scanner, kind);
  addToken(scanner, kind, start, start + markLengths[kind]!, 0);
}

/** The longest mark of the language that stands at an offset. */
function markAt(text: string, start: number, first: number, { markStates, markKinds }: CompiledRules): number {
  let kind: number = Token.stray;
  let state = first < 128 ? markStates[128 + first]! : 0;
  for (let at = start + 1; state !== 0; at++) {
    kind = markKinds[state]! || kind;
    const code = text.charCodeAt(at);
    state = code < 128 ? markStates[state * 128 + code]! : 0;
  }
  // `a ?.5 : b` is a conditional: https://tc39.es/ecma262/#prod-OptionalChainingPunctuator
  return kind === Mark["?."] && isDigit(text.charCodeAt(start + 2)) ? Mark["?"] : kind;
}

function scanBracket(scanner: Scanner, kind: number, start: number): void {
  let closed: number = Form.group;
  if (scanner.rules.tracksBrackets) {
    if (kind === Mark["("] || kind === Mark["["] || kind === Mark["{"]) openBracket(scanner, kind);
    else closed = closeBracket(scanner, kind);
  }
  if (closed === Form.hole) {
    resumeText(scanner, start);
    return;
  }
  addToken(scanner, kind, start, start + 1, 0);
  if (closed === Form.markupHole) resumeMarkup(scanner);
}
