import type { Export } from "../../../model/source-model.ts";
import type { Statement } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, kindAhead, moveTo, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readClass, readDecorators } from "./classes.ts";
import { readDeclaration } from "./declarations.ts";
import { readOne } from "./expressions.ts";
import { readImport, readModuleName, readExchangedName, readExchangedNames, skipAttributes } from "./imports.ts";
import type { ModuleParts } from "./module-items.ts";
import { namesIn } from "./patterns.ts";
import { readStatement } from "./statements.ts";
import { Word } from "./words.ts";

/** Reads an export declaration at its `export`. https://tc39.es/ecma262/#sec-exports */
export function readExport(cursor: Cursor, parts: ModuleParts): boolean {
  const start = startOf(cursor);
  advance(cursor);
  if (cursor.kind === Word.type && (kindAhead(cursor, 1) === Mark["{"] || kindAhead(cursor, 1) === Mark["*"])) advance(cursor);
  switch (cursor.kind) {
    case Mark["{"]:
      readList(cursor, parts);
      break;
    case Mark["*"]:
      readReexport(cursor, parts);
      break;
    case Word.default:
      readDefault(cursor, parts, start);
      break;
    case Mark["="]:
      readWhole(cursor, parts, start);
      break;
    case Word.as:
      // `export as namespace Clinic;`
      moveTo(cursor, cursor.position + 3);
      break;
    default:
      readExported(cursor, parts);
  }
  return true;
}

/** `export { a, b as c }`, perhaps `from "m"`. */
function readList(cursor: Cursor, parts: ModuleParts): void {
  const names = readExchangedNames(cursor);
  const module = accept(cursor, Word.from) ? readModuleName(cursor) : undefined;
  skipAttributes(cursor);
  for (const { outer, inner } of names) {
    parts.exports.push(module === undefined ? { name: inner, local: outer } : { name: inner, from: { module, imported: outer } });
  }
}

/** `export * from "m"`, `export * as pets from "m"`. */
function readReexport(cursor: Cursor, parts: ModuleParts): void {
  advance(cursor);
  const name = accept(cursor, Word.as) ? readExchangedName(cursor).text : "*";
  const module = accept(cursor, Word.from) ? readModuleName(cursor) : undefined;
  skipAttributes(cursor);
  if (module !== undefined) parts.exports.push({ name, from: { module, imported: "*" } });
}

function readDefault(cursor: Cursor, parts: ModuleParts, start: number): void {
  advance(cursor);
  const added = parts.statements.length;
  const declares = isDeclaration(cursor) && readDeclaration(cursor, parts.statements);
  const declared = declares ? parts.statements[added] : undefined;
  if (declared?.kind === "function" || declared?.kind === "type") {
    const value = declared.kind === "function" ? declared : ({ kind: "other", span: declared.span, expressions: [], type: declared } as const);
    parts.exports.push(declared.name === undefined ? { name: "default", value } : { name: "default", local: declared.name });
    return;
  }
  const value = readOne(cursor);
  parts.statements.push({ kind: "expression", span: spanFrom(cursor, start), expression: value });
  accept(cursor, Mark[";"]);
  parts.exports.push(value.kind === "name" ? { name: "default", local: value.name, value } : { name: "default", value });
}

/** `export default` takes functions, classes and interfaces as declarations, everything else as an expression. */
function isDeclaration(cursor: Cursor): boolean {
  const { kind } = cursor;
  return [Word.function, Word.async, Word.class, Word.abstract, Word.interface, Mark["@"]].includes(kind);
}

/** `export = value`. */
function readWhole(cursor: Cursor, parts: ModuleParts, start: number): void {
  advance(cursor);
  const value = readOne(cursor);
  parts.statements.push({ kind: "expression", span: spanFrom(cursor, start), expression: value });
  accept(cursor, Mark[";"]);
  parts.exports.push({ name: "default", whole: true, value, ...(value.kind === "name" && { local: value.name }) });
}

/** `export const a = 1`, `export function b() {}`, `export import c = d.e`. */
function readExported(cursor: Cursor, parts: ModuleParts): void {
  const added = parts.statements.length;
  const imported = parts.imports.length;
  if (cursor.kind === Word.import) readImport(cursor, parts);
  else if (cursor.kind === Mark["@"]) parts.statements.push(readClass(cursor, startOf(cursor), readDecorators(cursor)));
  else readStatement(cursor, parts.statements);
  for (const statement of parts.statements.slice(added)) for (const name of declaredNames(statement)) addOnce(parts.exports, { name, local: name });
  for (const { names } of parts.imports.slice(imported)) for (const { local } of names) if (local) addOnce(parts.exports, { name: local, local });
}

/** Overloads and merged declarations export a name once. */
function addOnce(exports: Export[], added: Export): void {
  if (!exports.some((each) => each.name === added.name)) exports.push(added);
}

function declaredNames(statement: Statement): readonly string[] {
  if (statement.kind === "variable") return statement.targets.flatMap(namesIn);
  return (statement.kind === "function" || statement.kind === "type") && statement.name !== undefined ? [statement.name] : [];
}
