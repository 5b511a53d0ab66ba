import { HOLE } from "../model/sql-text.ts";

export const holeCode = HOLE.charCodeAt(0);

const letter = 1;
const digit = 2;
const extra = 4;
const blank = 8;
const classes = new Uint8Array(128);
classes.fill(blank, 0, 33);
classes.fill(digit, 48, 58);
classes.fill(letter, 65, 91);
classes.fill(letter, 97, 123);
classes[95] = letter; // _
classes[36] = extra; // $

/** Blanks and control characters, and the blanks beyond ASCII that editors leave behind. */
export function isBlank(code: number): boolean {
  return code < 128 ? classes[code] === blank : code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029 || code === 0x3000;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter, an underscore, or any character beyond ASCII but blanks and holes. */
export function startsWord(code: number): boolean {
  return code < 128 ? classes[code] === letter : code !== holeCode && !isBlank(code);
}

/** What may stand inside of an unquoted name; NaN, the code behind the end, may not. */
export function continuesWord(code: number): boolean {
  return code < 128 ? (classes[code]! & (letter | digit | extra)) !== 0 : code !== holeCode && code > 0 && !isBlank(code);
}
