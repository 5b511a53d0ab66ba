import type { TextLiteral } from "../../../model/syntax.ts";
import { Character } from "../../lexer/characters.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { startOf } from "../../syntax/cursor.ts";
import type { TextStyle } from "../../syntax/decode-text.ts";
import { readText } from "../../syntax/read-text.ts";

/** https://go.dev/ref/spec#Rune_literals */
const interpreted: TextStyle = {
  escapes: {
    simple: { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
    hexadecimal: { x: 2, u: 4, U: 8 },
    braces: false,
    octal: "three",
    bytes: true,
    joinsLines: false,
  },
};

/** https://go.dev/ref/spec#String_literals */
const raw: TextStyle = { carriageReturns: "drop" };

export function readTextLiteral(cursor: Cursor): TextLiteral {
  return readText(cursor, cursor.text.charCodeAt(startOf(cursor)) === Character.backquote ? raw : interpreted);
}
