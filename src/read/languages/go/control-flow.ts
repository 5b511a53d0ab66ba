import type { Block, EachHeader, Expression, Statement } from "../../../model/syntax.ts";
import { Mark, Token } from "../../lexer/token-kinds.ts";
import type { Cursor } from "../../syntax/cursor.ts";
import { accept, advance, behindGroup, kindAt, spanFrom, startOf } from "../../syntax/cursor.ts";
import { readExpressions, readOne } from "./expressions.ts";
import { patternOf } from "./patterns.ts";
import { readSimpleStatement } from "./simple-statements.ts";
import type { NamedResults } from "./statements.ts";
import { readBlock } from "./statements.ts";
import { Word } from "./words.ts";

/** A chain of `if … else if … else` is one branch. */
export function readIfStatement(cursor: Cursor, results: NamedResults): Statement {
  const start = startOf(cursor);
  const header: Statement[] = [];
  const blocks: Block[] = [];
  let exhaustive = false;
  do {
    advance(cursor);
    readHeader(cursor, header);
    blocks.push(readBlock(cursor, results));
    if (!accept(cursor, Word.else)) break;
    exhaustive = cursor.kind !== Word.if;
  } while (!exhaustive);
  if (exhaustive) blocks.push(readBlock(cursor, results));
  return { kind: "branch", span: spanFrom(cursor, start), header, blocks, exhaustive };
}

export function readForStatement(cursor: Cursor, results: NamedResults): Statement {
  const start = startOf(cursor);
  advance(cursor);
  const header: Statement[] = [];
  const each = hasRange(cursor) ? readRange(cursor, header) : undefined;
  if (!each) readHeader(cursor, header);
  const body = readBlock(cursor, results);
  return { kind: "loop", span: spanFrom(cursor, start), header, each, body };
}

/** The simple statements between a keyword and the `{` of its body; a literal's `{` does not begin there. */
export function readHeader(cursor: Cursor, into: Statement[]): void {
  inHeader(cursor, () => {
    while (cursor.kind !== Mark["{"] && cursor.kind !== Token.end) {
      const before = cursor.position;
      if (!accept(cursor, Mark[";"])) readSimpleStatement(cursor, into);
      if (cursor.position === before) break;
    }
  });
}

export function inHeader<T>(cursor: Cursor, read: () => T): T {
  const { header } = cursor;
  cursor.header = cursor.limit;
  const result = read();
  cursor.header = header;
  return result;
}

/** Whether a `range` stands before the body. */
function hasRange(cursor: Cursor): boolean {
  for (let index = cursor.position; index < cursor.limit; index = behindGroup(cursor, index)) {
    const kind = kindAt(cursor, index);
    if (kind === Word.range) return true;
    if (kind === Mark["{"] || kind === Mark[";"]) return false;
  }
  return false;
}

/** `for i, pet := range pets`, `for i = range pets`, `for range pets`. Targets that are no names are read into `header`. */
function readRange(cursor: Cursor, header: Statement[]): EachHeader {
  const targets = cursor.kind === Word.range ? [] : readExpressions(cursor);
  const assigns = accept(cursor, Mark["="]);
  accept(cursor, Mark[":="]);
  accept(cursor, Word.range);
  const list = inHeader(cursor, () => readOne(cursor));
  for (const target of targets) if (target.kind !== "name") header.push({ kind: "expression", span: target.span, expression: target });
  const [key, element] = targets.map(namedPattern);
  return { key, element, list, ...(assigns && { assigns }) };
}

function namedPattern(target: Expression) {
  return target.kind === "name" ? patternOf(target) : undefined;
}
