import type { TextRun } from "../../model/syntax.ts";
import { Character } from "../lexer/characters.ts";

/** How the characters between the delimiters of a literal are read. */
export interface TextStyle {
  /** Undefined for raw strings. */
  readonly escapes?: EscapeRules;
  /** What becomes of carriage returns: Go's raw strings drop them, templates end each line with a line feed. */
  readonly carriageReturns?: "drop" | "line feed";
}

export interface EscapeRules {
  /** What a letter behind the backslash stands for. */
  readonly simple: Readonly<Record<string, string>>;
  /** How many hexadecimal digits follow a letter. */
  readonly hexadecimal: Readonly<Record<string, number>>;
  /** `\u{1F408}`. */
  readonly braces: boolean;
  /** `\101`: exactly three octal digits, up to three, or none. */
  readonly octal: "three" | "up to three" | "none";
  /** `\x` and octal escapes are bytes of UTF-8, not characters. */
  readonly bytes: boolean;
  /** A backslash before a line's end joins the lines. */
  readonly joinsLines: boolean;
}

/** The runs of `text` from one offset to another: unescaped stretches, and each escape on its own. */
export function decodeRuns(text: string, from: number, to: number, style: TextStyle): TextRun[] {
  const runs: TextRun[] = [];
  const body = text.slice(from, to);
  const special = style.escapes ? (style.carriageReturns ? BACKSLASH_OR_RETURN : BACKSLASH) : RETURN;
  let plain = from;
  special.lastIndex = 0;
  for (let found = special.exec(body); found !== null; found = special.exec(body)) {
    const at = from + found.index;
    const { value, end } = text.charCodeAt(at) === Character.carriageReturn ? carriageReturn(text, at, style) : escapeAt(text, at, to, style.escapes!);
    special.lastIndex = end - from;
    if (value.length === end - at && value === text.slice(at, end)) continue;
    addRun(runs, text, plain, at);
    runs.push({ kind: "run", text: value, span: { start: at, end } });
    plain = end;
  }
  addRun(runs, text, plain, to);
  return runs;
}

/** The run of a literal without escapes. */
export function addRun(runs: TextRun[], text: string, start: number, end: number): void {
  if (end > start) runs.push({ kind: "run", text: text.slice(start, end), span: { start, end } });
}

const BACKSLASH = /\\/g;
const RETURN = /\r/g;
const BACKSLASH_OR_RETURN = /[\\\r]/g;

const UTF8 = new TextDecoder();

interface Decoded {
  readonly value: string;
  readonly end: number;
}

function carriageReturn(text: string, at: number, style: TextStyle): Decoded {
  if (style.carriageReturns === "drop") return { value: "", end: at + 1 };
  return { value: "\n", end: text.charCodeAt(at + 1) === Character.lineFeed ? at + 2 : at + 1 };
}

function escapeAt(text: string, at: number, to: number, rules: EscapeRules): Decoded {
  const letter = text[at + 1];
  if (letter === undefined || at + 1 >= to) return { value: "\\", end: at + 1 };
  if (rules.joinsLines && LINE_END.test(letter)) return { value: "", end: letter === "\r" && text[at + 2] === "\n" ? at + 3 : at + 2 };
  const digits = rules.hexadecimal[letter];
  if (digits !== undefined) return hexadecimalEscape(text, at, letter, digits, rules);
  if (rules.octal !== "none" && letter >= "0" && letter <= "7") return octalEscape(text, at, rules);
  return { value: rules.simple[letter] ?? letter, end: at + 2 };
}

const LINE_END = /[\n\r\u2028\u2029]/;

function hexadecimalEscape(text: string, at: number, letter: string, digits: number, rules: EscapeRules): Decoded {
  if (rules.braces && letter === "u" && text[at + 2] === "{") {
    const close = text.indexOf("}", at);
    const code = close < 0 ? undefined : hexadecimal(text, at + 3, close);
    return code === undefined || code > 0x10ffff ? asWritten(text, at) : { value: String.fromCodePoint(code), end: close + 1 };
  }
  const end = at + 2 + digits;
  const code = hexadecimal(text, at + 2, end);
  if (code === undefined || code > 0x10ffff) return asWritten(text, at);
  return rules.bytes && letter === "x" ? byteEscapes(text, at, rules) : { value: String.fromCodePoint(code), end };
}

/** A faulty escape stands for its own characters; only tagged templates may hold one. */
function asWritten(text: string, at: number): Decoded {
  return { value: text.slice(at, at + 2), end: at + 2 };
}

function octalEscape(text: string, at: number, rules: EscapeRules): Decoded {
  if (rules.bytes) return byteEscapes(text, at, rules);
  const digits = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(text.slice(at + 1, at + 4))![0];
  return { value: String.fromCharCode(parseInt(digits, 8)), end: at + 1 + digits.length };
}

/** The escapes that together make one character of UTF-8: `\xe2\x82\xac`. */
function byteEscapes(text: string, at: number, rules: EscapeRules): Decoded {
  const first = byteAt(text, at, rules);
  if (first === undefined) return asWritten(text, at);
  if (first < 0x80) return { value: String.fromCharCode(first), end: at + 4 };
  const bytes = [first];
  const size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let end = at + 4;
  for (let next = byteAt(text, end, rules); bytes.length < size && next !== undefined && next >> 6 === 2; next = byteAt(text, end, rules)) {
    bytes.push(next);
    end += 4;
  }
  return { value: UTF8.decode(Uint8Array.from(bytes)), end };
}

/** The byte of `\xff` or `\377`. */
function byteAt(text: string, at: number, rules: EscapeRules): number | undefined {
  if (text[at] !== "\\") return undefined;
  if (text[at + 1] === "x") return hexadecimal(text, at + 2, at + 4);
  const digits = text.slice(at + 1, at + 4);
  return rules.octal === "three" && /^[0-3][0-7]{2}$/.test(digits) ? parseInt(digits, 8) : undefined;
}

/** The number that hexadecimal digits write from one offset to another; undefined where others stand there. */
function hexadecimal(text: string, from: number, to: number): number | undefined {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57 ? code - 48 : (code | 32) - 87;
    if (!(digit >= 0 && digit <= 15) || (code > 57 && digit < 10)) return undefined;
    value = value * 16 + digit;
  }
  return to > from ? value : undefined;
}
