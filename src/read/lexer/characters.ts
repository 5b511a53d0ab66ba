/** Characters that scanners look for, by their codes. */
export const Character = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  blank: 32,
  doubleQuote: 34,
  singleQuote: 39,
  asterisk: 42,
  plus: 43,
  minus: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  nine: 57,
  less: 60,
  equals: 61,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  backquote: 96,
  openBrace: 123,
  closeBrace: 125,
  byteOrderMark: 0xfeff,
} as const;

export function isDigit(code: number): boolean {
  return code >= Character.zero && code <= Character.nine;
}

/** The code of an ASCII letter's small form. */
export function toLowerCase(code: number): number {
  return code | 32;
}
