import type { ImportedName } from "../../../model/source-model.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, enter, kindAhead, leave, moveTo, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { readOne } from "./expressions.ts";
import type { ModuleParts } from "./module-items.ts";
import { isIdentifier, isPropertyName } from "./names.ts";
import { plainText, readTextLiteral } from "./text.ts";
import { Word } from "./words.ts";

/** Reads an import declaration; false, and nothing read, at `import(…)` and `import.meta`. https://tc39.es/ecma262/#sec-imports */
export function readImport(cursor: Cursor, parts: ModuleParts): boolean {
  const next = kindAhead(cursor, 1);
  if (next === Mark["("] || next === Mark["."]) return false;
  const start = startOf(cursor);
  advance(cursor);
  skipTypeWord(cursor);
  if (isIdentifier(cursor.kind) && kindAhead(cursor, 1) === Mark["="]) {
    readImportEquals(cursor, parts, start);
    return true;
  }
  const names = readImportClause(cursor);
  if (cursor.kind === Word.from) advance(cursor);
  const module = readModuleName(cursor);
  if (module !== undefined) parts.imports.push({ span: spanFrom(cursor, start), module, names });
  skipAttributes(cursor);
  return true;
}

/** The module's name at the cursor; undefined where no string stands. */
export function readModuleName(cursor: Cursor): string | undefined {
  return cursor.kind === Token.text ? plainText(readTextLiteral(cursor)) : undefined;
}

/** `with { type: "json" }` and the semicolon. */
export function skipAttributes(cursor: Cursor): void {
  if ((cursor.kind === Word.with || tokenText(cursor) === "assert") && kindAhead(cursor, 1) === Mark["{"]) {
    advance(cursor);
    skipGroup(cursor);
  }
  accept(cursor, Mark[";"]);
}

/** What stands between the braces at the cursor: `a`, `a as b`, `type a`, `default as b`, `"a" as b`. */
export function readExchangedNames(cursor: Cursor): readonly { readonly outer: string; readonly inner: string; readonly span: ImportedName["span"] }[] {
  const opening = cursor.position;
  const limit = enter(cursor);
  const names: { outer: string; inner: string; span: ImportedName["span"] }[] = [];
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","])) continue;
    if (cursor.kind === Word.type && isExchangedName(kindAhead(cursor, 1)) && !(kindAhead(cursor, 1) === Word.as && kindAhead(cursor, 2) !== Word.as)) advance(cursor);
    if (!isExchangedName(cursor.kind)) {
      skipGroup(cursor);
      continue;
    }
    const outer = readExchangedName(cursor);
    const inner = cursor.kind === Word.as && isExchangedName(kindAhead(cursor, 1)) ? (advance(cursor), readExchangedName(cursor)) : outer;
    names.push({ outer: outer.text, inner: inner.text, span: inner.span });
  }
  leave(cursor, opening, limit);
  return names;
}

function isExchangedName(kind: number): boolean {
  return isPropertyName(kind) || kind === Token.text;
}

/** An identifier or a string that stands for one. */
export function readExchangedName(cursor: Cursor): { readonly text: string; readonly span: ImportedName["span"] } {
  const span = tokenSpan(cursor);
  if (cursor.kind === Token.text) return { text: plainText(readTextLiteral(cursor)), span };
  const text = tokenText(cursor);
  advance(cursor);
  return { text, span };
}

/** The `type` of `import type { Pet } from "m"`, as against `import type from "m"`. */
function skipTypeWord(cursor: Cursor): void {
  if (cursor.kind !== Word.type) return;
  const next = kindAhead(cursor, 1);
  const isName = next === Word.from && kindAhead(cursor, 2) === Token.text;
  if (!isName && (isIdentifier(next) || next === Mark["{"] || next === Mark["*"])) advance(cursor);
}

/** `Pool`, `* as pg`, `{ Pool as P }`, or the first with one of the others. */
function readImportClause(cursor: Cursor): readonly ImportedName[] {
  const names: ImportedName[] = [];
  if (isIdentifier(cursor.kind)) {
    names.push({ imported: "default", local: tokenText(cursor), span: tokenSpan(cursor) });
    advance(cursor);
    accept(cursor, Mark[","]);
  }
  if (accept(cursor, Mark["*"])) {
    accept(cursor, Word.as);
    if (!isIdentifier(cursor.kind)) return names;
    names.push({ imported: "*", local: tokenText(cursor), span: tokenSpan(cursor) });
    advance(cursor);
  } else if (cursor.kind === Mark["{"]) {
    names.push(...readExchangedNames(cursor).map(({ outer, inner, span }) => ({ imported: outer, local: inner, span })));
  }
  return names;
}

/** `import pg = require("pg")`; `import Pet = Clinic.Pet` is a constant. */
function readImportEquals(cursor: Cursor, parts: ModuleParts, start: number): void {
  const name = tokenText(cursor);
  const span = tokenSpan(cursor);
  moveTo(cursor, cursor.position + 2);
  if (cursor.kind === Word.require && kindAhead(cursor, 1) === Mark["("] && kindAhead(cursor, 2) === Token.text) {
    const close = behind(cursor, cursor.position + 1);
    moveTo(cursor, cursor.position + 2);
    const module = plainText(readTextLiteral(cursor));
    moveTo(cursor, close);
    parts.imports.push({ span: spanFrom(cursor, start), module, names: [{ imported: "*", local: name, span }] });
  } else {
    const value = readOne(cursor);
    parts.statements.push({ kind: "variable", span: spanFrom(cursor, start), constant: true, targets: [{ kind: "name", span, name }], type: undefined, values: [value] });
  }
  accept(cursor, Mark[";"]);
}

