import type { Expression, TypeDeclaration, TypeExpression } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behind, cursorAt, MAX_DEPTH, moveTo, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { otherExpression } from "../../syntax/expressions.ts";
import type { Members } from "../../syntax/lazy-nodes.ts";
import { lazyType, noMembers } from "../../syntax/lazy-nodes.ts";
import { readClassMembers } from "./class-members.ts";
import { expressions } from "./expressions.ts";
import { isIdentifier } from "./names.ts";
import { readOperand } from "./operands.ts";
import { readTypeArguments } from "./type-arguments.ts";
import { readTypeParameters } from "./type-parameters.ts";
import { readType } from "./types.ts";
import { Word } from "./words.ts";

/** `class Name extends Base { … }` as an expression. */
export function readClassExpression(cursor: Cursor, decorators: readonly Expression[]): Expression {
  const start = startOf(cursor);
  if (cursor.kind !== Word.class) return otherExpression(cursor, start, decorators);
  const type = readClass(cursor, start, decorators);
  return { kind: "other", span: type.span, expressions: [], type };
}

/** A class at its `class`; its members are read when first asked for. */
export function readClass(cursor: Cursor, start: number, decorators: readonly Expression[]): TypeDeclaration {
  accept(cursor, Word.class);
  const named = isIdentifier(cursor.kind) && cursor.kind !== Word.implements;
  const name = named ? tokenText(cursor) : undefined;
  const nameSpan = named ? tokenSpan(cursor) : undefined;
  if (named) advance(cursor);
  const typeParameters = readTypeParameters(cursor) ?? [];
  const bases = accept(cursor, Word.extends) ? [readBase(cursor)] : [];
  const implemented = accept(cursor, Word.implements) ? readTypesBetweenCommas(cursor) : [];
  const readMembers = cursor.kind === Mark["{"] ? skipMembers(cursor, readClassMembers) : () => noMembers;
  return lazyType(
    { span: spanFrom(cursor, start), form: "class", name, nameSpan, extends: bases, implements: implemented, aliased: undefined, typeParameters, decorators },
    readMembers,
  );
}

/** `@Entity() @Table("pets")`. */
export function readDecorators(cursor: Cursor): readonly Expression[] {
  const decorators: Expression[] = [];
  while (accept(cursor, Mark["@"])) decorators.push(readBase(cursor));
  return decorators;
}

/** Moves over the braces at the cursor; gives what reads them. */
export function skipMembers(cursor: Cursor, readMembers: (cursor: Cursor) => Members): () => Members {
  const { tree, position: opening, depth } = cursor;
  moveTo(cursor, behind(cursor, opening));
  const limit = cursor.position;
  return () => readMembers(cursorAt(tree, opening, limit, depth));
}

export function readTypesBetweenCommas(cursor: Cursor): readonly TypeExpression[] {
  const types: TypeExpression[] = [];
  do types.push(readType(cursor));
  while (accept(cursor, Mark[","]));
  return types;
}

/** An operand with calls and members, but no `{`: `Base<T>`, `mixin(Base)`. */
function readBase(cursor: Cursor): Expression {
  const start = startOf(cursor);
  cursor.depth++;
  let operand = cursor.kind === Mark["{"] || cursor.depth >= MAX_DEPTH ? undefined : readOperand(cursor);
  cursor.depth--;
  if (!operand) return otherExpression(cursor, start, []);
  for (;;) {
    const next: Expression | undefined = cursor.kind === Mark["!"] ? undefined : expressions.suffix(cursor, operand, start);
    if (next) {
      operand = next;
      continue;
    }
    const given = cursor.kind === Mark["<"] ? readTypeArguments(cursor) : undefined;
    if (!given) return operand;
    const span = spanFrom(cursor, start);
    operand = { kind: "conversion", span, operand, type: { kind: "named", span, path: pathOf(operand), arguments: given } };
  }
}

/** The path of a base as a type has it: `db.Repository`. */
function pathOf(base: Expression): readonly string[] {
  if (base.kind === "name") return [base.name];
  return base.kind === "member" ? [...pathOf(base.object), base.name] : [];
}

