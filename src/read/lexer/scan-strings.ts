import { Character } from "./characters.ts";
import type { StringRule } from "./lexical-rules.ts";
import type { Scanner } from "./scanner.ts";
import { addToken, find, Form, lineEnd, rewindTo } from "./scanner.ts";
import { Token } from "./token-kinds.ts";
import { ESCAPED, UNENDED } from "./tokens.ts";

/** Scans a literal that begins at an offset; false where none does. With holes it becomes a head, middles and a tail. */
export function scanString(scanner: Scanner, start: number, first: number): boolean {
  const rule = scanner.rules.strings[first]?.find((each) => each.open.length === 1 || scanner.text.startsWith(each.open, start));
  if (!rule) return false;
  const { end, flags, stop } = scanBody(scanner, rule, start, start + rule.open.length);
  if (stop === "hole") {
    scanner.templates.push({ rule, head: scanner.count });
    openHole(scanner, Token.textHead, start, end, flags);
    return true;
  }
  scanner.operandEnded = true;
  addToken(scanner, rule.character ? Token.character : Token.text, start, end, flags);
  if (stop === "end of text" && rule.multiline) rewindTo(scanner, scanner.count - 1);
  return true;
}

/** Goes on with a literal behind a hole, at the hole's closing bracket. */
export function resumeText(scanner: Scanner, start: number): void {
  const { rule, head } = scanner.templates.at(-1)!;
  const { end, flags, stop } = scanBody(scanner, rule, start, start + 1);
  if (stop === "hole") {
    openHole(scanner, Token.textMiddle, start, end, flags);
    return;
  }
  if (stop === "end of text" && rewindTo(scanner, head)) return;
  scanner.templates.pop();
  scanner.operandEnded = true;
  addToken(scanner, Token.textTail, start, end, flags);
}

function openHole(scanner: Scanner, kind: number, start: number, end: number, flags: number): void {
  scanner.forms.push(Form.hole);
  // The head stands for the whole literal: all of it is given up where the text ends inside.
  scanner.openings.push(scanner.templates.at(-1)!.head);
  scanner.operandEnded = false;
  addToken(scanner, kind, start, end, flags);
}

interface Body {
  /** Behind the delimiter. */
  readonly end: number;
  readonly flags: number;
  readonly stop: "closed" | "hole" | "end of line" | "end of text";
}

function scanBody(scanner: Scanner, rule: StringRule, start: number, from: number): Body {
  if (scanner.broken.has(start)) return { end: lineEnd(scanner.text, start), flags: ESCAPED | UNENDED, stop: "end of line" };
  if (!rule.escapes && rule.hole === undefined && rule.multiline) return findClose(scanner, rule, from);
  return rule.multiline ? scanLines(scanner.text, rule, from) : scanLine(scanner, rule, start, from);
}

function findClose(scanner: Scanner, rule: StringRule, from: number): Body {
  const close = find(scanner, rule.close, from);
  if (close < 0) return { end: scanner.text.length, flags: UNENDED, stop: "end of text" };
  return { end: close + rule.close.length, flags: 0, stop: "closed" };
}

function scanLine({ text, broken }: Scanner, rule: StringRule, start: number, from: number): Body {
  const close = rule.close.charCodeAt(0);
  let flags = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return { end: at + 1, flags, stop: "closed" };
    if (code === Character.lineFeed) break;
    if (code !== Character.backslash || !rule.escapes) continue;
    flags = ESCAPED;
    at = skipEscape(text, at, rule);
  }
  const end = Math.min(at, text.length);
  broken.add(start);
  return { end: end > from && text.charCodeAt(end - 1) === Character.carriageReturn ? end - 1 : end, flags: flags | UNENDED, stop: "end of line" };
}

/** The last character of an escape; the backslash itself where it stands before a line's end that it does not join. */
function skipEscape(text: string, at: number, rule: StringRule): number {
  const code = text.charCodeAt(at + 1);
  const lineEnds = code === Character.lineFeed || code === Character.carriageReturn;
  if (lineEnds && !rule.joinsLines) return at;
  return code === Character.carriageReturn && text.charCodeAt(at + 2) === Character.lineFeed ? at + 2 : at + 1;
}

function scanLines(text: string, rule: StringRule, from: number): Body {
  const close = rule.close.charCodeAt(0);
  const hole = rule.hole === undefined ? -1 : rule.hole.charCodeAt(0);
  let flags = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === close && (rule.close.length === 1 || text.startsWith(rule.close, at))) return { end: at + rule.close.length, flags, stop: "closed" };
    if (code === hole && text.startsWith(rule.hole!, at)) return { end: at + rule.hole!.length, flags, stop: "hole" };
    if (code !== Character.backslash || !rule.escapes) continue;
    flags = ESCAPED;
    at++;
  }
  return { end: text.length, flags: flags | UNENDED, stop: "end of text" };
}
