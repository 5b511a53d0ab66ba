import type { Span } from "../../../model/place.ts";
import type { TypeExpression } from "../../../model/syntax.ts";
import { Mark } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, kindAhead, lineBefore, skipGroup, spanFrom, tokenText } from "../../syntax/cursor.ts";
import { isPropertyName } from "./names.ts";
import { readTypeArguments } from "./type-arguments.ts";
import { Word } from "./words.ts";

export function listType(element: TypeExpression, span: Span): TypeExpression {
  return { kind: "list", span, element };
}

/** `Pool`, `pg.Pool`, `Repository<Pet>`; arrays and maps by their names are lists and maps. */
export function readNamedType(cursor: Cursor, start: number): TypeExpression {
  const path = readPath(cursor);
  const types = lineBefore(cursor) ? [] : (readTypeArguments(cursor) ?? []);
  const span = spanFrom(cursor, start);
  const [first, second] = types;
  if (path.length === 1 && LISTS.has(path[0]!) && types.length === 1) return listType(first!, span);
  if (path.length === 1 && MAPS.has(path[0]!) && types.length === 2) return { kind: "map", span, key: first!, value: second! };
  return { kind: "named", span, path, arguments: types };
}

const LISTS = new Set(["Array", "ReadonlyArray"]);
const MAPS = new Set(["Record", "Map", "ReadonlyMap"]);

/** `typeof db.pool` reads as a generic type `typeof` of that name, `import("m").Pool` as the name. */
export function readTypeQuery(cursor: Cursor, start: number): TypeExpression {
  const isTypeof = accept(cursor, Word.typeof);
  if (accept(cursor, Word.import)) {
    if (cursor.kind === Mark["("]) skipGroup(cursor);
    if (!accept(cursor, Mark["."])) return { kind: "unknown", span: spanFrom(cursor, start) };
  }
  if (!isPropertyName(cursor.kind)) return { kind: "unknown", span: spanFrom(cursor, start) };
  const named = readNamedType(cursor, start);
  return isTypeof ? { kind: "named", span: named.span, path: ["typeof"], arguments: [named] } : named;
}

function readPath(cursor: Cursor): readonly string[] {
  const path = [tokenText(cursor)];
  advance(cursor);
  while (cursor.kind === Mark["."] && isPropertyName(kindAhead(cursor, 1))) {
    advance(cursor);
    path.push(tokenText(cursor));
    advance(cursor);
  }
  return path;
}
