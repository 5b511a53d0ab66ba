import type { Expression, TextLiteral } from "../../../model/syntax.ts";
import { Character } from "../../lexer/characters.ts";
import { Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { startOf } from "../../syntax/cursor.ts";
import type { EscapeRules, TextStyle } from "../../syntax/decode-text.ts";
import { readText, readTextWithHoles } from "../../syntax/read-text.ts";
import { readSequence } from "./expressions.ts";

/** https://tc39.es/ecma262/#sec-literals-string-literals */
const escapes: EscapeRules = {
  simple: { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
  hexadecimal: { x: 2, u: 4 },
  braces: true,
  octal: "up to three",
  bytes: false,
  joinsLines: true,
};

const quoted: TextStyle = { escapes };
/** A template's line ends are line feeds: https://tc39.es/ecma262/#sec-static-semantics-tv */
const template: TextStyle = { escapes, carriageReturns: "line feed" };

const HOLE = "${".length;

/** The string or template at the cursor. */
export function readTextLiteral(cursor: Cursor): TextLiteral {
  if (cursor.kind === Token.textHead) return readTextWithHoles(cursor, template, HOLE, readSequence);
  return readText(cursor, cursor.text.charCodeAt(startOf(cursor)) === Character.backquote ? template : quoted);
}

/** The characters of a literal without its holes. */
export function plainText(text: Expression): string {
  return text.kind === "text" ? text.parts.map((part) => (part.kind === "run" ? part.text : "")).join("") : "";
}
