import type { Field, FunctionNode } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, kindAt, leave, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { fieldWith } from "../../syntax/fields.ts";
import type { Members } from "../../syntax/lazy-nodes.ts";
import { lazyFunction } from "../../syntax/lazy-nodes.ts";
import { readParameters, readResults } from "./parameters.ts";
import { readTextLiteral } from "./text.ts";
import { readType, readTypeUnion } from "./types.ts";

/** The fields between the braces at the cursor: https://go.dev/ref/spec#Struct_types */
export function readStructFields(cursor: Cursor): Members {
  const fields: Field[] = [];
  readLines(cursor, () => readFieldLine(cursor, fields));
  return { fields, methods: [] };
}

/** Methods; embedded interfaces and unions of types are embedded fields: https://go.dev/ref/spec#Interface_types */
export function readInterfaceMembers(cursor: Cursor): Members {
  const fields: Field[] = [];
  const methods: FunctionNode[] = [];
  readLines(cursor, () => {
    if (cursor.kind === Token.name && kindAhead(cursor, 1) === Mark["("]) methods.push(readMethod(cursor));
    else fields.push(readEmbedded(cursor));
  });
  return { fields, methods };
}

function readLines(cursor: Cursor, readLine: () => void): void {
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[";"]) || accept(cursor, Mark[","])) continue;
    const before = cursor.position;
    readLine();
    if (cursor.position === before) skipGroup(cursor);
  }
  leave(cursor, opening, limit);
}

function readFieldLine(cursor: Cursor, fields: Field[]): void {
  if (cursor.kind !== Token.name || isEmbedded(cursor)) {
    fields.push(readEmbedded(cursor));
    return;
  }
  const start = startOf(cursor);
  const names: { readonly start: number; readonly name: string }[] = [];
  do {
    names.push({ start: startOf(cursor), name: tokenText(cursor) });
    advance(cursor);
  } while (accept(cursor, Mark[","]));
  const type = readType(cursor);
  const tag = readTag(cursor);
  const { end } = spanFrom(cursor, start);
  for (const each of names) fields.push(fieldWith({ span: { start: each.start, end }, name: each.name, type, tag }));
}

function isEmbedded(cursor: Cursor): boolean {
  const next = kindAhead(cursor, 1);
  if (next === Mark["."] || next === Mark[";"] || next === Token.text || next === Token.end) return true;
  if (next !== Mark["["]) return false;
  const after = kindAt(cursor, behind(cursor, cursor.position + 1));
  return after === Mark[";"] || after === Token.text || after === Token.end;
}

/** `*sql.DB`, `Repository[Pet]`: the field is named for the type. */
function readEmbedded(cursor: Cursor): Field {
  const start = startOf(cursor);
  const type = readTypeUnion(cursor);
  const name = type.kind === "named" ? (type.path.at(-1) ?? "") : "";
  const tag = readTag(cursor);
  return fieldWith({ span: spanFrom(cursor, start), name, type, embedded: true, tag });
}

function readTag(cursor: Cursor): string | undefined {
  if (cursor.kind !== Token.text) return undefined;
  return readTextLiteral(cursor)
    .parts.map((part) => (part.kind === "run" ? part.text : ""))
    .join("");
}

function readMethod(cursor: Cursor): FunctionNode {
  const start = startOf(cursor);
  const name = tokenText(cursor);
  const nameSpan = tokenSpan(cursor);
  advance(cursor);
  const parameters = readParameters(cursor);
  const results = readResults(cursor);
  const span = spanFrom(cursor, start);
  return lazyFunction(
    { span, name, nameSpan, receiver: undefined, parameters, results: results.types, namedResults: results.named, modifiers: [], decorators: [] },
    undefined,
  );
}
