import type { Block, Expression, FunctionNode, Parameter } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { advance, behind, cursorAt, moveTo, spanFrom, startOf, tokenSpan, tokenText } from "../../syntax/cursor.ts";
import { lazyFunction } from "../../syntax/lazy-nodes.ts";
import { readParameters, readResults } from "./parameters.ts";
import { readStatements } from "./statements.ts";
import { readTypeParameters } from "./types.ts";

/** `func(pet Pet) error { … }`; undefined, and back at its beginning, where it is a type. */
export function readFunctionLiteral(cursor: Cursor): Expression | undefined {
  const beginning = cursor.position;
  const start = startOf(cursor);
  advance(cursor);
  const node = readSignatureAndBody(cursor, start, { name: undefined, nameSpan: undefined, receiver: undefined }, true);
  if (node) return node;
  moveTo(cursor, beginning);
  return undefined;
}

/** `func (r *Repository) Save(pet Pet) error { … }` at its `func`. */
export function readFunctionDeclaration(cursor: Cursor): FunctionNode {
  const start = startOf(cursor);
  advance(cursor);
  const receiver = cursor.kind === Mark["("] ? readParameters(cursor)[0] : undefined;
  const named = cursor.kind === Token.name;
  const name = named ? tokenText(cursor) : undefined;
  const nameSpan = named ? tokenSpan(cursor) : undefined;
  if (named) advance(cursor);
  return readSignatureAndBody(cursor, start, { name, nameSpan, receiver }, false)!;
}

type Heading = Pick<FunctionNode, "name" | "nameSpan" | "receiver">;

function readSignatureAndBody(cursor: Cursor, start: number, { name, nameSpan, receiver }: Heading, needsBody: boolean): FunctionNode | undefined {
  const typeParameters = readTypeParameters(cursor);
  const parameters = readParameters(cursor);
  const { types, named } = readResults(cursor);
  if (needsBody && cursor.kind !== Mark["{"]) return undefined;
  const readBody = cursor.kind === Mark["{"] ? skipBody(cursor, named) : undefined;
  const span = spanFrom(cursor, start);
  return lazyFunction({ span, name, nameSpan, receiver, parameters, results: types, namedResults: named, typeParameters, modifiers: [], decorators: [] }, readBody);
}

/** Moves over the body at the cursor; gives what reads it. */
function skipBody(cursor: Cursor, results: readonly Parameter[]): () => Block {
  const { tree, position: opening, depth } = cursor;
  const start = startOf(cursor);
  const limit = Math.min(cursor.limit, tree.matches[opening]!);
  moveTo(cursor, behind(cursor, opening));
  const span = spanFrom(cursor, start);
  return () => ({ kind: "block", span, statements: readStatements(cursorAt(tree, opening + 1, limit, depth), results) });
}
