import type { Expression, Pattern, Statement, TypeDeclaration, TypeExpression } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, cursorAt, enter, leave, moveTo, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import type { Members } from "../../syntax/lazy-nodes.ts";
import { lazyType, noMembers } from "../../syntax/lazy-nodes.ts";
import { readExpressions } from "./expressions.ts";
import { readInterfaceMembers, readStructFields } from "./members.ts";
import { namePattern } from "./patterns.ts";
import { opensTypeParameters, readType, readTypeParameters } from "./types.ts";
import { Word } from "./words.ts";

/** `const a = 1` or a group; a constant without a value repeats the one before it: https://go.dev/ref/spec#Constant_declarations */
export function readConstants(cursor: Cursor, into: Statement[]): void {
  readSpecifications(cursor, (start) => readNames(cursor, start, true, into));
}

export function readVariables(cursor: Cursor, into: Statement[]): void {
  readSpecifications(cursor, (start) => readNames(cursor, start, false, into));
}

export function readTypes(cursor: Cursor, into: Statement[]): void {
  readSpecifications(cursor, (start) => {
    const declaration = readTypeDeclaration(cursor, start);
    if (declaration) into.push(declaration);
  });
}

/** What follows a keyword: one specification, or several in parentheses. */
export function readSpecifications(cursor: Cursor, readOne: (start: number) => void): void {
  const start = startOf(cursor);
  advance(cursor);
  if (cursor.kind !== Mark["("]) {
    readOne(start);
    return;
  }
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[";"])) continue;
    const before = cursor.position;
    readOne(startOf(cursor));
    if (cursor.position === before) skipGroup(cursor);
  }
  leave(cursor, opening, limit);
}

function readNames(cursor: Cursor, start: number, constant: boolean, into: Statement[]): void {
  const targets: Pattern[] = [];
  while (cursor.kind === Token.name) {
    targets.push(namePattern(tokenSpan(cursor), tokenText(cursor)));
    advance(cursor);
    if (!accept(cursor, Mark[","])) break;
  }
  const type = cursor.kind === Mark["="] || cursor.kind === Mark[";"] ? undefined : readKnownType(cursor);
  const values: readonly Expression[] = accept(cursor, Mark["="]) ? readExpressions(cursor) : [];
  if (targets.length > 0) into.push({ kind: "variable", span: spanFrom(cursor, start), constant, targets, type, values });
}

function readKnownType(cursor: Cursor): TypeExpression | undefined {
  const type = readType(cursor);
  return type.kind === "unknown" ? undefined : type;
}

function readTypeDeclaration(cursor: Cursor, start: number): TypeDeclaration | undefined {
  if (cursor.kind !== Token.name) return undefined;
  const name = tokenText(cursor);
  const nameSpan = tokenSpan(cursor);
  advance(cursor);
  const typeParameters = opensTypeParameters(cursor) ? readTypeParameters(cursor) : [];
  const defined = !accept(cursor, Mark["="]);
  const parts = { name, nameSpan, extends: [], implements: [], typeParameters, decorators: [] };
  if (cursor.kind === Word.struct || cursor.kind === Word.interface) {
    const form = cursor.kind === Word.struct ? "struct" : "interface";
    advance(cursor);
    const readMembers = cursor.kind === Mark["{"] ? skipMembers(cursor, form === "struct" ? readStructFields : readInterfaceMembers) : () => noMembers;
    return lazyType({ ...parts, span: spanFrom(cursor, start), form, aliased: undefined }, readMembers);
  }
  const aliased = readType(cursor);
  return lazyType({ ...parts, span: spanFrom(cursor, start), form: "alias", aliased, defined }, () => noMembers);
}

/** Moves over the braces at the cursor; gives what reads them. */
function skipMembers(cursor: Cursor, readMembers: (cursor: Cursor) => Members): () => Members {
  const { tree, position: opening } = cursor;
  moveTo(cursor, behind(cursor, opening));
  const limit = cursor.position;
  return () => readMembers(cursorAt(tree, opening, limit));
}
