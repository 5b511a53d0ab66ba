import { Character } from "./characters.ts";
import type { OpenElement, Scanner } from "./scanner.ts";
import { addToken, find, Form, rewindTo } from "./scanner.ts";
import { Mark, Token } from "./token-kinds.ts";
import { LINE_BEFORE } from "./tokens.ts";

/**
 * Scans a JSX element where one may begin; false where `<` is something else. Of an element the tokens are its first `<`,
 * the strings of attributes, the expressions in braces and its last `>`; names and text are left out.
 */
export function beginMarkup(scanner: Scanner, start: number): boolean {
  if (scanner.operandEnded || scanner.last === Mark["}"] || scanner.broken.has(start) || !looksLikeElement(scanner, start)) return false;
  openElement(scanner, start);
  resumeMarkup(scanner);
  return true;
}

function openElement(scanner: Scanner, start: number): void {
  scanner.forms.push(Form.markup);
  scanner.openings.push(scanner.count);
  scanner.elements.push({ head: scanner.count, depth: 0, tag: "opening" });
  addToken(scanner, Token.markupStart, start, start + 1, 0);
}

/** Goes on to the next expression in braces or to the end of the outermost element. */
export function resumeMarkup(scanner: Scanner): void {
  while (scanner.position < scanner.text.length) {
    const element = scanner.elements.at(-1)!;
    const stopped = element.tag === "none" ? scanChildren(scanner, element) : scanTag(scanner, element);
    if (stopped) return;
  }
  rewindTo(scanner, scanner.openings.at(-1)!);
}

/** Text up to the next tag or hole; true at a hole. */
function scanChildren(scanner: Scanner, element: OpenElement): boolean {
  const { text } = scanner;
  for (let at = scanner.position; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Character.lineFeed) scanner.line = LINE_BEFORE;
    if (code === Character.openBrace) return openHole(scanner, at);
    if (code !== Character.less) continue;
    const closing = text.charCodeAt(at + 1) === Character.slash;
    element.tag = closing ? "closing" : "opening";
    scanner.position = at + (closing ? 2 : 1);
    return false;
  }
  scanner.position = text.length;
  return false;
}

/** The rest of a tag; true at a hole and at the end of the outermost element. */
function scanTag(scanner: Scanner, element: OpenElement): boolean {
  const { text } = scanner;
  for (let at = scanner.position; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case Character.greater:
        return endTag(scanner, element, at, false);
      case Character.slash:
        if (text.charCodeAt(at + 1) === Character.greater) return endTag(scanner, element, at + 1, true);
        at = skipCommentInTag(scanner, at);
        break;
      case Character.openBrace:
        return openHole(scanner, at);
      case Character.doubleQuote:
      case Character.singleQuote:
        at = scanAttribute(scanner, at) - 1;
        break;
      case Character.less:
        if (isValue(text, at)) {
          openElement(scanner, at);
          return false;
        }
        at = skipTypeArguments(text, at);
        break;
      case Character.lineFeed:
        scanner.line = LINE_BEFORE;
    }
  }
  scanner.position = text.length;
  return false;
}

function endTag(scanner: Scanner, element: OpenElement, at: number, selfClosing: boolean): boolean {
  if (element.tag === "closing") element.depth--;
  else if (!selfClosing) element.depth++;
  element.tag = "none";
  scanner.position = at + 1;
  if (element.depth > 0) return false;
  scanner.forms.pop();
  scanner.openings.pop();
  scanner.elements.pop();
  scanner.operandEnded = true;
  addToken(scanner, Token.markupEnd, at, at + 1, 0);
  return scanner.forms.at(-1) !== Form.markup;
}

function openHole(scanner: Scanner, at: number): boolean {
  scanner.forms.push(Form.markupHole);
  scanner.openings.push(scanner.count);
  scanner.operandEnded = false;
  addToken(scanner, Mark["{"], at, at + 1, 0);
  return true;
}

/** Whether an element stands for an attribute's value: `icon=<Paw />`. */
function isValue(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) <= Character.blank) before--;
  return text.charCodeAt(before) === Character.equals;
}

/** A string without escapes that may hold line ends: https://facebook.github.io/jsx/#prod-JSXStringCharacters */
function scanAttribute(scanner: Scanner, start: number): number {
  const close = find(scanner, scanner.text[start]!, start + 1);
  const end = close < 0 ? start + 1 : close + 1;
  addToken(scanner, Token.text, start, end, 0);
  return end;
}

/** The last character of a comment, or the offset itself. */
function skipCommentInTag(scanner: Scanner, at: number): number {
  const next = scanner.text.charCodeAt(at + 1);
  if (next === Character.asterisk) return Math.max(at, find(scanner, "*/", at) + 1);
  return next === Character.slash ? Math.max(at, find(scanner, "\n", at)) : at;
}

/** `<Select<Pet> …>`: the last character of the type arguments, or the offset itself. */
function skipTypeArguments(text: string, at: number): number {
  const last = Math.min(text.length, at + LONGEST_TYPE_ARGUMENTS);
  for (let depth = 0, end = at; end < last; end++) {
    const code = text.charCodeAt(end);
    if (code === Character.less) depth++;
    if (code === Character.greater && text.charCodeAt(end - 1) !== Character.equals && --depth === 0) return end;
  }
  return at;
}

const LONGEST_TYPE_ARGUMENTS = 1000;

const ELEMENT = /<(?:[\p{ID_Start}_$][\p{ID_Continue}$.:-]*)?/uy;
/** What follows the name where `<T` opens a list of type parameters. */
const TYPE_PARAMETERS = /\s*(?:[,=]|(?:const|in|out)?\s*extends\s+[^\s=>/])/y;

/** An element, and not the type parameters of a function: `<T,>(x: T) => x`, `<T extends Pet>`, `<T>(x: T)` without a `</T`. */
function looksLikeElement(scanner: Scanner, start: number): boolean {
  const { text } = scanner;
  ELEMENT.lastIndex = start;
  const opening = ELEMENT.exec(text)![0];
  const after = start + opening.length;
  if (opening === "<" || opening === "<const") return text.charCodeAt(after) === Character.greater && find(scanner, "</", after) >= 0;
  TYPE_PARAMETERS.lastIndex = after;
  if (TYPE_PARAMETERS.test(text)) return false;
  return text.charCodeAt(after) !== Character.greater || find(scanner, `</${opening.slice(1)}`, after) >= 0;
}
