import { Character } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import { addToken } from "./scanner.ts";
import { Token } from "./token-kinds.ts";

/** Scans a regular expression where an operand may stand; false where a `/` divides or no second one ends it on its line. */
export function scanPattern(scanner: Scanner, start: number): boolean {
  if (scanner.rules.operands === undefined || scanner.operandEnded) return false;
  let end = patternEnd(scanner.text, start + 1);
  if (end < 0) return false;
  while (scanner.rules.nameParts[scanner.text.charCodeAt(end)] === 1) end++;
  scanner.operandEnded = true;
  addToken(scanner, Token.pattern, start, end, 0);
  return true;
}

/** Behind the closing `/`, or -1. A `/` in a class ends nothing: https://tc39.es/ecma262/#sec-literals-regular-expression-literals */
function patternEnd(text: string, from: number): number {
  let inClass = false;
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case Character.lineFeed:
        return -1;
      case Character.backslash:
        at++;
        break;
      case Character.openBracket:
        inClass = true;
        break;
      case Character.closeBracket:
        inClass = false;
        break;
      case Character.slash:
        if (!inClass) return at + 1;
        break;
    }
  }
  return -1;
}
