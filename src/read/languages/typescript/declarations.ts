import type { Export } from "../../../model/source-model.ts";
import type { Expression, Field, Statement, TypeDeclaration, VariableDeclaration } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, endBefore, enter, kindAhead, leave, lineBeforeNext, skipGroup, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { fieldWith } from "../../syntax/fields.ts";
import type { Members } from "../../syntax/lazy-nodes.ts";
import { lazyType, noMembers } from "../../syntax/lazy-nodes.ts";
import { readClass, readDecorators, readTypesBetweenCommas, skipMembers } from "./classes.ts";
import { readOne } from "./expressions.ts";
import { readFunction } from "./functions.ts";
import { readModuleItem, readNamespace } from "./module-items.ts";
import { isIdentifier, readMemberName } from "./names.ts";
import { readPattern } from "./patterns.ts";
import { readTypeMembers } from "./type-members.ts";
import { readTypeParameters } from "./type-parameters.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** Reads a declaration; false, and nothing read, where none begins. */
export function readDeclaration(cursor: Cursor, into: Statement[]): boolean {
  const start = startOf(cursor);
  const next = kindAhead(cursor, 1);
  switch (cursor.kind) {
    case Word.const:
      if (next === Word.enum) advance(cursor);
      else return readVariables(cursor, into);
      return readDeclaration(cursor, into);
    case Word.var:
      return readVariables(cursor, into);
    case Word.let:
      return (isIdentifier(next) || next === Mark["{"] || next === Mark["["]) && readVariables(cursor, into);
    case Word.using:
      return isIdentifier(next) && !lineBeforeNext(cursor) && next !== Word.of && next !== Word.in && readVariables(cursor, into);
    case Word.await:
      if (next !== Word.using || !isIdentifier(kindAhead(cursor, 2))) return false;
      advance(cursor);
      return readVariables(cursor, into);
    case Word.function:
      into.push(readFunction(cursor, start, []));
      return true;
    case Word.async:
      if (next !== Word.function || lineBeforeNext(cursor)) return false;
      into.push(readFunction(cursor, start, []));
      return true;
    case Word.class:
      into.push(readClass(cursor, start, []));
      return true;
    case Mark["@"]:
      return readDecorated(cursor, into, []);
    case Word.interface:
      return isIdentifier(next) && !lineBeforeNext(cursor) && add(into, readInterface(cursor, start));
    case Word.type:
      return isIdentifier(next) && !lineBeforeNext(cursor) && isAlias(kindAhead(cursor, 2)) && add(into, readAlias(cursor, start));
    case Word.enum:
      return isIdentifier(next) && add(into, readEnum(cursor, start));
    case Word.namespace:
    case Word.module:
    case Word.global:
      return readNamespace(cursor, into);
    case Word.abstract:
    case Word.declare:
      if (lineBeforeNext(cursor) || !(isIdentifier(next) || DECLARED.has(next))) return false;
      while (cursor.kind === Word.abstract || cursor.kind === Word.declare) advance(cursor);
      return readDeclaration(cursor, into);
    case Word.import:
    case Word.export:
      // Inside a block that is damage; what it declares is not lost.
      return readModuleItem(cursor, { statements: into, imports: [], exports: [] });
    default:
      return false;
  }
}

/** `const a = 1, { b } = c`: a declaration for each. */
export function readVariables(cursor: Cursor, into: Statement[]): boolean {
  let start = startOf(cursor);
  const constant = cursor.kind === Word.const || cursor.kind === Word.using;
  const hoists = cursor.kind === Word.var;
  advance(cursor);
  do {
    const pattern = readPattern(cursor);
    accept(cursor, Mark["!"]);
    const type = accept(cursor, Mark[":"]) ? readType(cursor) : undefined;
    const values = accept(cursor, Mark["="]) ? [readOne(cursor)] : [];
    const declaration: VariableDeclaration = { kind: "variable", span: spanFrom(cursor, start), constant, targets: [pattern], type, values };
    if (hoists) hoisted.add(declaration);
    into.push(declaration);
    start = endBefore(cursor);
  } while (accept(cursor, Mark[","]));
  accept(cursor, Mark[";"]);
  return true;
}

/** Whether a declaration is a `var`: it counts for the whole function. */
export function isHoisted(declaration: VariableDeclaration): boolean {
  return hoisted.has(declaration);
}

/** A namespace keeps the `var`s of its block to itself. */
export function keepInBlock(statements: readonly Statement[]): void {
  for (const statement of statements) if (statement.kind === "variable") hoisted.delete(statement);
}

const hoisted = new WeakSet<VariableDeclaration>();

const DECLARED = new Set<number>([Word.const, Word.var, Word.function, Word.class, Word.enum, Word.import]);

function add(into: Statement[], statement: Statement): true {
  into.push(statement);
  return true;
}

function isAlias(kind: number): boolean {
  return kind === Mark["="] || kind === Mark["<"];
}

/** A decorated class, whose decorators may stand before its `export` (github.com/tc39/proposal-decorators, "Decorators may be placed before or after export"). */
export function readDecorated(cursor: Cursor, into: Statement[], exports: Export[]): boolean {
  const start = startOf(cursor);
  const decorators = readDecorators(cursor);
  const exported = accept(cursor, Word.export);
  const isDefault = accept(cursor, Word.default);
  while (cursor.kind === Word.abstract || cursor.kind === Word.declare) advance(cursor);
  if (cursor.kind === Word.class) {
    const type = readClass(cursor, start, decorators);
    into.push(type);
    if (exported) exports.push(...exportOfClass(type, isDefault));
  } else for (const expression of decorators) into.push({ kind: "expression", span: expression.span, expression });
  return true;
}

function exportOfClass(type: TypeDeclaration, isDefault: boolean): readonly Export[] {
  const { name, span } = type;
  if (name !== undefined) return [{ name: isDefault ? "default" : name, local: name }];
  return isDefault ? [{ name: "default", value: { kind: "other", span, expressions: [], type } }] : [];
}

function readInterface(cursor: Cursor, start: number): TypeDeclaration {
  advance(cursor);
  const { name, nameSpan } = readOwnName(cursor);
  const typeParameters = readTypeParameters(cursor) ?? [];
  const bases = accept(cursor, Word.extends) ? readTypesBetweenCommas(cursor) : [];
  const readMembers = cursor.kind === Mark["{"] ? skipMembers(cursor, readTypeMembers) : () => noMembers;
  const heads = bases.flatMap((base) => (base.kind === "named" ? [expressionOf(base.path, base.span)] : []));
  const span = spanFrom(cursor, start);
  return lazyType({ span, form: "interface", name, nameSpan, extends: heads, implements: [], aliased: undefined, typeParameters, decorators: [] }, readMembers);
}

/** A type's name as an expression: `models.Pet`. */
function expressionOf(path: readonly string[], span: Expression["span"]): Expression {
  const [first = "", ...rest] = path;
  return rest.reduce<Expression>((object, name) => ({ kind: "member", span, object, name, nameSpan: span }), { kind: "name", span, name: first });
}

function readAlias(cursor: Cursor, start: number): TypeDeclaration {
  advance(cursor);
  const { name, nameSpan } = readOwnName(cursor);
  const typeParameters = readTypeParameters(cursor) ?? [];
  const aliased = accept(cursor, Mark["="]) ? readType(cursor) : undefined;
  const span = spanFrom(cursor, start);
  accept(cursor, Mark[";"]);
  return lazyType({ span, form: "alias", name, nameSpan, extends: [], implements: [], aliased, typeParameters, decorators: [] }, () => noMembers);
}

function readEnum(cursor: Cursor, start: number): TypeDeclaration {
  advance(cursor);
  const { name, nameSpan } = readOwnName(cursor);
  const readMembers = cursor.kind === Mark["{"] ? skipMembers(cursor, readEnumMembers) : () => noMembers;
  return lazyType({ span: spanFrom(cursor, start), form: "enum", name, nameSpan, extends: [], implements: [], aliased: undefined, decorators: [] }, readMembers);
}

function readEnumMembers(cursor: Cursor): Members {
  const fields: Field[] = [];
  const opening = cursor.position;
  const limit = enter(cursor);
  while (cursor.kind !== Token.end) {
    if (accept(cursor, Mark[","])) continue;
    const start = startOf(cursor);
    const member = readMemberName(cursor);
    if (!member) {
      skipGroup(cursor);
      continue;
    }
    const value = accept(cursor, Mark["="]) ? readOne(cursor) : undefined;
    fields.push(fieldWith({ span: spanFrom(cursor, start), name: member.name ?? "", value }));
  }
  leave(cursor, opening, limit);
  return { fields, methods: [] };
}

function readOwnName(cursor: Cursor): { readonly name: string | undefined; readonly nameSpan: Expression["span"] | undefined } {
  if (!isIdentifier(cursor.kind)) return { name: undefined, nameSpan: undefined };
  const own = { name: tokenText(cursor), nameSpan: tokenSpan(cursor) };
  advance(cursor);
  return own;
}

