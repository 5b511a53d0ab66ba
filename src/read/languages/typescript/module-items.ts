import type { Export, Import } from "../../../model/source-model.ts";
import type { CompositeEntry, Expression, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, enter, kindAhead, leave, lineBeforeNext, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { keepInBlock, readDecorated } from "./declarations.ts";
import { readExport } from "./exports.ts";
import { readImport } from "./imports.ts";
import { isIdentifier } from "./names.ts";
import { readStatement } from "./statements.ts";
import { Word } from "./words.ts";

/** What a module or namespace consists of, as it is read. */
export interface ModuleParts {
  readonly statements: Statement[];
  readonly imports: Import[];
  readonly exports: Export[];
}

/** Reads what stands up to the limit. */
export function readModule(cursor: Cursor): ModuleParts {
  const parts: ModuleParts = { statements: [], imports: [], exports: [] };
  while (cursor.kind !== Token.end) if (!readModuleItem(cursor, parts)) readStatement(cursor, parts.statements);
  return parts;
}

/** Reads an import, an export or a decorated class; false, and nothing read, where none begins. */
export function readModuleItem(cursor: Cursor, parts: ModuleParts): boolean {
  if (cursor.kind === Word.export) return readExport(cursor, parts);
  if (cursor.kind === Mark["@"]) return readDecorated(cursor, parts.statements, parts.exports);
  return cursor.kind === Word.import && readImport(cursor, parts);
}

/**
 * `namespace Clinic { … }` is a block, and a constant that holds what the block exports; `declare module "m"` and `declare global` bind no name.
 * False, and nothing read, where none begins.
 */
export function readNamespace(cursor: Cursor, into: Statement[]): boolean {
  if (!beginsNamespace(cursor)) return false;
  const start = startOf(cursor);
  const ambient = cursor.kind === Word.global || kindAhead(cursor, 1) === Token.text;
  advance(cursor);
  const name = tokenText(cursor);
  const nameSpan = tokenSpan(cursor);
  while (cursor.kind === Mark["."] || cursor.kind === Token.text || isIdentifier(cursor.kind)) advance(cursor);
  if (cursor.kind !== Mark["{"]) return true;
  const opening = cursor.position;
  const blockStart = startOf(cursor);
  const limit = enter(cursor);
  const { statements, exports } = readModule(cursor);
  leave(cursor, opening, limit);
  keepInBlock(statements);
  const span = spanFrom(cursor, blockStart);
  into.push({ kind: "block", span, statements });
  if (ambient) return true;
  const value: Expression = { kind: "composite", span, form: "record", type: undefined, entries: exports.flatMap((each) => exportedEntry(each, span.start)) };
  into.push({ kind: "variable", span: spanFrom(cursor, start), constant: true, targets: [{ kind: "name", span: nameSpan, name }], type: undefined, values: [value] });
  return true;
}

function beginsNamespace(cursor: Cursor): boolean {
  const next = kindAhead(cursor, 1);
  if (cursor.kind === Word.global) return next === Mark["{"];
  return (next === Token.text || isIdentifier(next)) && !lineBeforeNext(cursor);
}

/** The value is the name as the block knows it: its span lies in the block. */
function exportedEntry({ name, local }: Export, blockStart: number): readonly CompositeEntry[] {
  if (local === undefined) return [];
  const value: Expression = { kind: "name", span: { start: blockStart, end: blockStart + 1 }, name: local };
  return [{ name, key: value, value }];
}
